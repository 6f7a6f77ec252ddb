import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Informant } from '../graphql/schema/enums.ts';
import { InstrumentSource, OutcomeShare } from '../graphql/schema/row-enums.ts';
import { DescriptivesModel, ExclusionModel, IntervalModel, PrePostEffectModel } from './statistics.model.ts';

@ObjectType('ScoredBy', { description: 'The instrument that an answer was scored by.' })
export class ScoredByModel {
  @Field(() => ID)
  instrumentId!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String)
  title!: string;

  @Field(() => InstrumentSource)
  source!: string;

  @Field(() => String, { description: 'Which way is better: lower or higher.' })
  better!: string;
}

@ObjectType('OccasionSummary', { description: 'One occasion over everybody enrolled.' })
export class OccasionSummaryModel {
  @Field(() => String)
  occasion!: string;

  @Field(() => Float, { nullable: true, description: 'Median day since enrolment.' })
  day!: number | null;

  @Field(() => Int, { description: 'The denominator: everybody who was enrolled.' })
  enrolled!: number;

  @Field(() => DescriptivesModel)
  scores!: DescriptivesModel;

  @Field(() => IntervalModel, { nullable: true, description: 'Of the mean, by t.' })
  meanInterval!: IntervalModel | null;

  @Field(() => [ExclusionModel])
  excluded!: readonly ExclusionModel[];
}

@ObjectType('ShareSummary', { description: 'A share of people, with everything needed to read it.' })
export class ShareSummaryModel {
  @Field(() => OutcomeShare)
  share!: string;

  @Field(() => String)
  definition!: string;

  @Field(() => String, { description: 'Whom it is a share of.' })
  denominator!: string;

  @Field(() => Int)
  count!: number;

  @Field(() => Int)
  n!: number;

  @Field(() => Float, { nullable: true, description: 'None for a share of nobody.' })
  estimate!: number | null;

  @Field(() => Float, { nullable: true, description: 'Wilson.' })
  lower!: number | null;

  @Field(() => Float, { nullable: true, description: 'Wilson.' })
  upper!: number | null;

  @Field(() => Float)
  confidence!: number;

  @Field(() => [ExclusionModel], { description: 'People with both scores whom it cannot speak of.' })
  excluded!: readonly ExclusionModel[];
}

@ObjectType('ChangeSummary', { description: 'Change from before to after, over those who have both.' })
export class ChangeSummaryModel {
  @Field(() => String)
  definition!: string;

  @Field(() => String)
  denominator!: string;

  @Field(() => Int)
  enrolled!: number;

  @Field(() => Int)
  n!: number;

  @Field(() => DescriptivesModel)
  before!: DescriptivesModel;

  @Field(() => DescriptivesModel)
  after!: DescriptivesModel;

  @Field(() => DescriptivesModel, { description: 'post − pre, points.' })
  change!: DescriptivesModel;

  @Field(() => IntervalModel, { nullable: true, description: 'Of the mean change, by t.' })
  changeInterval!: IntervalModel | null;

  @Field(() => PrePostEffectModel, { nullable: true })
  effect!: PrePostEffectModel | null;

  @Field(() => String, { nullable: true, description: 'Standard deviation and reliability behind reliable change.' })
  parameters!: string | null;

  @Field(() => [ExclusionModel])
  excluded!: readonly ExclusionModel[];

  @Field(() => [ShareSummaryModel], { description: 'Under every convention: the choice of one changes the rate.' })
  shares!: readonly ShareSummaryModel[];
}

@ObjectType('OutcomeSummary', { description: 'A study’s outcomes on one instrument, as one informant tells them.' })
export class OutcomeSummaryModel {
  @Field(() => ScoredByModel)
  instrument!: ScoredByModel;

  @Field(() => Informant)
  informant!: string;

  @Field(() => [OccasionSummaryModel])
  occasions!: readonly OccasionSummaryModel[];

  @Field(() => ChangeSummaryModel)
  change!: ChangeSummaryModel;

  @Field(() => Int, { description: 'Index of the last event of the log that this answer knows of.' })
  logIndex!: number;
}
