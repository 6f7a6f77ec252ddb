import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { Informant as InformantValue } from '#domain';
import type {
  AssociationModel as ModelValue,
  HomeworkMetric as MetricValue,
  IntervalDenominator as DenominatorValue,
} from '#read-models';
import { Informant } from '../graphql/schema/enums.ts';
import { IntervalDenominator } from '../graphql/schema/row-enums.ts';
import { AssociationModel, HomeworkMetric } from './board.enums.ts';

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
