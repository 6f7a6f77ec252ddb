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
export type { EvaluationOptions } from './facts.index.ts';
export { parseFacts, type ParsedFacts } from './facts.parser.ts';
export { AdherenceFacts, Attempt, AttemptOutcome, Obligation, ObligationState, Rating, Terms } from './facts.schema.ts';
export type { Exclusion } from './measures/measure.ts';
export type { QuantityDefinition, QuantityKind } from './quantity.schema.ts';
export { AdherenceFactsError } from './study-day.ts';
export type { WindowDefinition } from './window.schema.ts';
