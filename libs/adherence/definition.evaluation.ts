import { type ConditionResult, judge, type Verdict } from './condition.evaluation.ts';
import type { AdherenceDefinition } from './definition.schema.ts';
import { entry, unitOf } from './definition.units.ts';
import { type EvaluationOptions, type IndexedFacts, indexFacts } from './facts.index.ts';
import type { AdherenceFacts } from './facts.schema.ts';
import { measureAttempts } from './measures/attempts.measure.ts';
import { compose } from './measures/composition.measure.ts';
import type { Exclusion, Measure, Range } from './measures/measure.ts';
import { measureObligations } from './measures/obligations.measure.ts';
import type { QuantityDefinition } from './quantity.schema.ts';
import type { WindowDefinition } from './window.schema.ts';

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
  const measures = measureAll(definition, indexed);
  const rangeOf = (name: string): Range | null => measures.get(name)?.range ?? null;
  const condition = definition.adherent === undefined ? null : judge(definition.adherent, rangeOf);
  const quantities = Object.fromEntries(
    [...measures].map(([name, measure]) => [
      name,
      toResult(measure, unitOf(definition, defined(definition.quantities, name))),
    ]),
  );
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

/** Every quantity once; compositions after their parts. */
function measureAll(definition: AdherenceDefinition, indexed: IndexedFacts): Map<string, Measure> {
  const measures = new Map<string, Measure>();
  const measureOf = (name: string): Measure => {
    const ready = measures.get(name);
    if (ready !== undefined) return ready;
    const measure = measureOne(definition, defined(definition.quantities, name), indexed, measureOf);
    measures.set(name, measure);
    return measure;
  };
  Object.keys(definition.quantities).forEach(measureOf);
  return measures;
}

function measureOne(
  definition: AdherenceDefinition,
  quantity: QuantityDefinition,
  indexed: IndexedFacts,
  measureOf: (name: string) => Measure,
): Measure {
  const windowOf = (name: string): WindowDefinition => defined(definition.windows, name);
  switch (quantity.kind) {
    case 'attempts':
    case 'active-days':
    case 'active-day-share':
    case 'first-day':
    case 'last-day':
    case 'minutes':
    case 'units':
    case 'periods-met':
      return measureAttempts(quantity, windowOf(quantity.window), definition.log, indexed);
    case 'unit-quantity':
    case 'completion-rate':
    case 'attempt-rate':
    case 'timeliness':
    case 'lateness':
    case 'reporting-rate':
    case 'review-rate':
    case 'adjustment-burden':
    case 'quality':
      return measureObligations(quantity, windowOf(quantity.window), indexed);
    case 'weighted-mean':
    case 'sum':
    case 'ratio':
      return compose(quantity, measureOf);
  }
}

/** A parsed definition holds every name it mentions. */
function defined<Value>(entries: Readonly<Record<string, Value>>, name: string): Value {
  const value = entry(entries, name);
  if (value === undefined) throw new Error(`The definition mentions '${name}' but does not define it; parse it first.`);
  return value;
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
