import { type ConditionResult, judge, type Verdict } from './condition.evaluation.ts';
import type { AdherenceDefinition } from './definition.schema.ts';
import { defined, measureAll } from './definition.measures.ts';
import { unitOf } from './definition.units.ts';
import { type EvaluationOptions, type IndexedFacts, indexFacts } from './facts.index.ts';
import type { AdherenceFacts } from './facts.schema.ts';
import type { Exclusion, Measure, Range } from './measures/measure.ts';
import { windowsOf } from './window.resolver.ts';

/**
 * `exact`: the facts allow one value. `bounded`, `unbounded`: several. `never`: the first or last day of something that did
 * not happen. `empty`: nothing to measure.
 */
export type QuantityState = 'exact' | 'bounded' | 'unbounded' | 'never' | 'empty';

/** A quantity as answered: JSON-safe, null for "no bound", "not known" or "nothing to measure" as `state` tells. */
export interface QuantityResult {
  /** What the record shows; for means over obligations, the mean over those reported. Lies within the bounds. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly state: QuantityState;
  readonly unit: string;
  /** How many attempts or obligations it rests on. */
  readonly n: number;
  readonly unknown: number;
  /** Obligations due in the window that somebody reported on / obligations due. Null when none was due. */
  readonly reportingRate: number | null;
  /** False while the window is open: the bounds then cover what may yet come. */
  readonly settled: boolean;
  readonly exclusions: Readonly<Partial<Record<Exclusion, number>>>;
}

/** The answer for one participant. The top-level numbers are those of the definition's headline quantity. */
export interface Evaluation extends Omit<QuantityResult, 'low' | 'high'> {
  readonly participantId: string;
  readonly definition: { readonly id: string; readonly version: number };
  /** Null when the definition gives a value only. */
  readonly adherent: Verdict | null;
  /** The bounds by what the definition calls better; null where nothing bounds them. */
  readonly best: number | null;
  readonly worst: number | null;
  readonly quantities: Readonly<Record<string, QuantityResult>>;
}

/** An evaluation with what it was made of, for explanations. */
export interface Working {
  readonly definition: AdherenceDefinition;
  readonly indexed: IndexedFacts;
  readonly measures: ReadonlyMap<string, Measure>;
  readonly condition: ConditionResult | null;
  readonly evaluation: Evaluation;
}

/**
 * Evaluates one definition over the facts of one participant.
 * @param definition as given by `parseDefinition` or `defineAdherence`
 * @throws AdherenceFactsError when a time or a date in the facts cannot be read
 */
export function evaluate(
  definition: AdherenceDefinition,
  facts: AdherenceFacts,
  options: EvaluationOptions = {},
): Evaluation {
  return workOut(definition, facts, options).evaluation;
}

export function workOut(definition: AdherenceDefinition, facts: AdherenceFacts, options: EvaluationOptions): Working {
  const indexed = indexFacts(facts, options);
  const measures = measureAll(definition, Object.keys(definition.quantities), indexed, windowsOf(indexed));
  const rangeOf = (name: string): Range | null => measures.get(name)?.range ?? null;
  const condition = definition.adherent === undefined ? null : judge(definition.adherent, rangeOf);
  const quantities = resultsOf(definition, measures);
  const { low, high, ...headline } = defined(quantities, definition.value);
  const [worst, best] = definition.better === 'higher' ? [low, high] : [high, low];
  const evaluation: Evaluation = {
    participantId: facts.participantId,
    definition: { id: definition.id, version: definition.version },
    adherent: condition?.met ?? null,
    ...headline,
    best,
    worst,
    quantities,
  };
  return { definition, indexed, measures, condition, evaluation };
}

/** The measures by name, as answered. */
export function resultsOf(
  definition: AdherenceDefinition,
  measures: ReadonlyMap<string, Measure>,
): Record<string, QuantityResult> {
  return Object.fromEntries(
    [...measures].map(([name, measure]) => [
      name,
      toResult(measure, unitOf(definition, defined(definition.quantities, name))),
    ]),
  );
}

function toResult(measure: Measure, unit: string): QuantityResult {
  const finite = (bound: number | undefined): number | null =>
    bound !== undefined && Number.isFinite(bound) ? bound : null;
  return {
    value: measure.value,
    low: finite(measure.range?.low),
    high: finite(measure.range?.high),
    state: stateOf(measure.range),
    unit,
    n: measure.n,
    unknown: measure.unknown,
    reportingRate: measure.due.size === 0 ? null : (measure.due.size - measure.unreported.size) / measure.due.size,
    settled: measure.settled,
    exclusions: Object.fromEntries(measure.exclusions),
  };
}

export function stateOf(range: Range | null): QuantityState {
  if (range === null) return 'empty';
  if (range.low === range.high) return Number.isFinite(range.low) ? 'exact' : 'never';
  return Number.isFinite(range.low) && Number.isFinite(range.high) ? 'bounded' : 'unbounded';
}
