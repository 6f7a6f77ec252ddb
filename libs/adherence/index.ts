/** Adherence definitions as data: the format, evaluation over the facts of one participant, explanation, comparison. Pure. */
export { compare, type Comparison, type DecidingClause } from './comparison.ts';
export type { ConditionResult, Verdict } from './condition.evaluation.ts';
export type { ConditionDefinition, LeafDefinition } from './condition.schema.ts';
export { evaluate, type Evaluation, type QuantityResult, type QuantityState } from './definition.evaluation.ts';
export type { DefinitionError } from './definition.limits.ts';
export {
  AdherenceDefinitionError,
  defineAdherence,
  parseDefinition,
  type ParsedDefinition,
} from './definition.parser.ts';
export {
  AdherenceDefinition,
  type AdherenceDefinitionInput,
  DEFINITION_FORMAT,
  definitionJsonSchema,
  type LogDefinition,
} from './definition.schema.ts';
export { builtInDefinitions } from './definitions/built-in.definitions.ts';
export { gIcbtActiveDays, gIcbtPublished, gIcbtWritten } from './definitions/g-icbt.definitions.ts';
export { completedHalf, practiceDose, quantityUnitLevel } from './definitions/general.definitions.ts';
export { explain, explanationText, type Explanation, type ExplanationLine } from './explanation.ts';
export { complianceRatings, type EventDerivedRating } from './event-derived.rating.ts';
export type { EvaluationOptions } from './facts.index.ts';
export { parseFacts, type ParsedFacts } from './facts.parser.ts';
export {
  AdherenceFacts,
  Attempt,
  AttemptOutcome,
  Obligation,
  ObligationState,
  Rating,
  Report,
  Session,
  Terms,
  TreatmentModule,
} from './facts.schema.ts';
export {
  affectedIntervals,
  changed,
  evaluateChange,
  type FactsChange,
  intervalsChangedBetween,
  type Participation,
  participationOf,
} from './intervals/interval.change.ts';
export { decompose, type Decomposition } from './intervals/interval.decomposition.ts';
export {
  evaluateByInterval,
  followPlan,
  type IntervalEvaluation,
  type IntervalHistory,
  type MetricResults,
} from './intervals/interval.evaluation.ts';
export type { Denominator, Dose, Metric, MetricChoices } from './intervals/interval.metrics.ts';
export { type IntervalOptions, type IntervalPlan, planIntervals } from './intervals/interval.plan.ts';
export {
  defineIntervals,
  type ParsedIntervalRules,
  parseIntervalRules,
  sessionToSession,
} from './intervals/interval.rules.ts';
export type { IntervalRules, IntervalRulesInput } from './intervals/interval.schema.ts';
export { intervals } from './intervals/interval.sequence.ts';
export type { OutsideIntervals } from './intervals/interval.slice.ts';
export type { ClosedBy, Interval, Opening } from './intervals/interval.ts';
export type { Exclusion } from './measures/measure.ts';
export type { QuantityDefinition, QuantityKind } from './quantity.schema.ts';
export {
  type ChangedVerdict,
  type DecidingGroup,
  diffOverStudy,
  StudyDiff,
  type StudyDifference,
  type ValueDifference,
  type VerdictCount,
} from './study.difference.ts';
export { AdherenceFactsError } from './study-day.ts';
export type { WindowDefinition } from './window.schema.ts';
