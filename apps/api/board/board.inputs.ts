import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { Informant as InformantValue } from '#domain';
import type {
  AssociationModel as ModelValue,
  BoardPlace,
  HomeworkAspect as AspectValue,
  HomeworkMetric as MetricValue,
  IntervalDenominator as DenominatorValue,
  QualityConcern as ConcernValue,
  ReceiptStatus as StatusValue,
} from '#read-models';
import { Informant } from '../graphql/schema/enums.ts';
import { IntervalDenominator, ReceiptStatus } from '../graphql/schema/row-enums.ts';
import { AssociationModel, HomeworkAspect, HomeworkMetric, QualityConcern } from './board.enums.ts';

@InputType('HomeworkMeasureInput', { description: 'Under which definition homework is counted.' })
export class HomeworkMeasureInput {
  @Field(() => ID, {
    description: 'Of a published definition, or `standard`: session to session, unit-level quantity.',
  })
  definitionId!: string;

  @Field(() => Int, { nullable: true, description: 'The newest when left out.' })
  version?: number | null;

  @Field(() => IntervalDenominator)
  denominator!: DenominatorValue;
}

@InputType('LaggedQuestionInput', { description: 'Homework, and the outcome that follows.' })
export class LaggedQuestionInput {
  @Field(() => HomeworkMeasureInput)
  homework!: HomeworkMeasureInput;

  @Field(() => HomeworkMetric)
  metric!: MetricValue;

  @Field(() => ID)
  instrumentId!: string;

  @Field(() => Informant)
  informant!: InformantValue;

  @Field(() => Int, { description: 'Intervals from homework to the outcome, 1 to 12.' })
  lag!: number;

  @Field(() => AssociationModel)
  model!: ModelValue;
}

@InputType('SpecificationGridInput', {
  description: 'Choices that are all defensible; every combination is fitted, 2000 at most.',
})
export class SpecificationGridInput {
  @Field(() => ID)
  instrumentId!: string;

  @Field(() => [ID], { description: 'Published definitions, or `standard`.' })
  definitionIds!: string[];

  @Field(() => [IntervalDenominator])
  denominators!: DenominatorValue[];

  @Field(() => [HomeworkMetric])
  metrics!: MetricValue[];

  @Field(() => [Informant])
  informants!: InformantValue[];

  @Field(() => [Int])
  lags!: number[];

  @Field(() => [AssociationModel])
  models!: ModelValue[];
}

@InputType('MeasuresPlaceInput', { description: 'Measures of one instrument and occasion that stand alike.' })
export class MeasuresPlaceInput {
  @Field(() => ID)
  instrumentId!: string;

  @Field(() => String)
  occasion!: string;

  @Field(() => ReceiptStatus)
  status!: StatusValue;
}

@InputType('HomeworkPlaceInput', { description: 'Homework of one part of an aspect.' })
export class HomeworkPlaceInput {
  @Field(() => HomeworkAspect)
  by!: AspectValue;

  @Field(() => String, {
    nullable: true,
    description: 'As the panel’s table has it; nothing where it is not recorded.',
  })
  part?: string | null;
}

@InputType('BoardPlaceInput', { isOneOf: true, description: 'A box, bar or cell of the study board.' })
export class BoardPlaceInput {
  @Field(() => MeasuresPlaceInput, { nullable: true })
  measures?: MeasuresPlaceInput;

  @Field(() => HomeworkPlaceInput, { nullable: true })
  homework?: HomeworkPlaceInput;

  @Field(() => QualityConcern, { nullable: true })
  quality?: ConcernValue;
}

/** The place that is meant; none for an input that names none. */
export function placeOf({ measures, homework, quality }: BoardPlaceInput): BoardPlace | undefined {
  if (measures !== undefined) return { kind: 'measures', ...measures };
  if (homework !== undefined) return { kind: 'homework', by: homework.by, part: homework.part ?? null };
  return quality === undefined ? undefined : { kind: 'quality', concern: quality };
}

/** How a recorded look says that it was at one site; at all, it says nothing. */
export function ofSite(siteId: string | null | undefined): { readonly siteId?: string } {
  return siteId === null || siteId === undefined ? {} : { siteId };
}
