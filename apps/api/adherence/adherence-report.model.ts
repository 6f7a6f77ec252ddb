import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { AdherenceVerdict } from '../graphql/schema/row-enums.ts';
import { Json } from '../graphql/scalars/json.scalar.ts';
import { AdherenceModel } from './adherence.model.ts';

@ObjectType('ChosenDefinition', { description: 'The definition an answer was given under.' })
export class ChosenDefinitionModel {
  @Field(() => ID)
  definitionId!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String, { nullable: true })
  title!: string | null;

  @Field(() => Boolean, { description: 'Whether the study has published it.' })
  published!: boolean;

  @Field(() => Json)
  definition!: unknown;
}

@ObjectType('AdherenceCounts', { description: 'How many people came out how. Unknown is neither.' })
export class AdherenceCountsModel {
  @Field(() => Int, { description: 'Everybody who was enrolled.' })
  participants!: number;

  @Field(() => Int)
  adherent!: number;

  @Field(() => Int)
  nonAdherent!: number;

  @Field(() => Int)
  unknown!: number;

  @Field(() => Int, { description: 'Under a definition that gives a value only.' })
  notJudged!: number;
}

export const ExclusionReason = { NOTHING_TO_MEASURE: 'nothing-to-measure', NOT_EVALUATED: 'not-evaluated' } as const;
registerEnumType(ExclusionReason, { name: 'ExclusionReason', description: 'Why somebody has no value.' });

@ObjectType('AdherenceExclusion', { description: 'People without a value, and why.' })
export class AdherenceExclusionModel {
  @Field(() => ExclusionReason)
  reason!: (typeof ExclusionReason)[keyof typeof ExclusionReason];

  @Field(() => Int)
  people!: number;
}

@ObjectType('AdherenceReport', { description: 'A study under one definition.' })
export class AdherenceReportModel {
  @Field(() => ID)
  studyId!: string;

  @Field(() => ChosenDefinitionModel)
  definition!: ChosenDefinitionModel;

  @Field(() => Int, { description: 'Index of the last event of the log that this answer knows of.' })
  logIndex!: number;
}

@ObjectType('ExplanationLine', { description: 'One line of an explanation.' })
export class ExplanationLineModel {
  @Field(() => String, { description: 'anchor, observation, quantity, left-out, clause or verdict.' })
  kind!: string;

  @Field(() => String, { nullable: true, description: 'The part of the definition it speaks of.' })
  path!: string | null;

  @Field(() => Int, { description: 'For indenting clauses.' })
  depth!: number;

  @Field(() => String)
  text!: string;

  @Field(() => AdherenceVerdict, { nullable: true, description: 'Of clauses and the verdict: ADHERENT where met.' })
  met!: string | null;
}

@ObjectType('AdherenceExplanation', { description: 'The facts and the arithmetic for one person.' })
export class AdherenceExplanationModel {
  @Field(() => ID)
  participantId!: string;

  @Field(() => ChosenDefinitionModel)
  definition!: ChosenDefinitionModel;

  @Field(() => String, { description: 'The whole story in one sentence.' })
  summary!: string;

  @Field(() => [ExplanationLineModel])
  lines!: readonly ExplanationLineModel[];

  @Field(() => AdherenceModel)
  adherence!: AdherenceModel;

  @Field(() => Int, { description: 'Index of the last event of the log that this answer knows of.' })
  logIndex!: number;
}

@ObjectType('VerdictPair', { description: 'How many came out as one thing under a and as another under b.' })
export class VerdictPairModel {
  @Field(() => AdherenceVerdict, { nullable: true })
  a!: string | null;

  @Field(() => AdherenceVerdict, { nullable: true })
  b!: string | null;

  @Field(() => Int)
  people!: number;
}

@ObjectType('DecidingClause', { description: 'A clause that makes the difference.' })
export class DecidingClauseModel {
  @Field(() => String, { description: 'a or b.' })
  definition!: string;

  @Field(() => String)
  path!: string;

  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => AdherenceVerdict, { nullable: true })
  met!: string | null;

  @Field(() => String)
  text!: string;

  @Field(() => String, { description: 'same, other-threshold or absent in the other definition.' })
  counterpart!: string;
}

@ObjectType('PersonComparison', { description: 'A person whose verdicts differ.' })
export class PersonComparisonModel {
  @Field(() => ID)
  participantId!: string;

  @Field(() => AdherenceVerdict, { nullable: true })
  verdictA!: string | null;

  @Field(() => AdherenceVerdict, { nullable: true })
  verdictB!: string | null;

  @Field(() => Float, { nullable: true })
  valueA!: number | null;

  @Field(() => Float, { nullable: true })
  valueB!: number | null;

  @Field(() => [DecidingClauseModel])
  deciding!: readonly DecidingClauseModel[];

  @Field(() => String)
  text!: string;
}

@ObjectType('AdherenceComparison', { description: 'A study under two definitions.' })
export class AdherenceComparisonModel {
  @Field(() => ChosenDefinitionModel)
  a!: ChosenDefinitionModel;

  @Field(() => ChosenDefinitionModel)
  b!: ChosenDefinitionModel;

  @Field(() => Int)
  participants!: number;

  @Field(() => [VerdictPairModel], { description: 'The cross table; pairs that nobody has are left out.' })
  pairs!: readonly VerdictPairModel[];

  @Field(() => [PersonComparisonModel], { description: 'People whose verdicts differ, by id.' })
  differing!: readonly PersonComparisonModel[];

  @Field(() => Int, { description: 'Index of the last event of the log that this answer knows of.' })
  logIndex!: number;
}
