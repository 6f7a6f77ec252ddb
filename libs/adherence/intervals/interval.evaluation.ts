import { judge, type Verdict } from '../condition.evaluation.ts';
import { type QuantityResult, resultsOf } from '../definition.evaluation.ts';
import { measureAll } from '../definition.measures.ts';
import type { AdherenceDefinition } from '../definition.schema.ts';
import { entry } from '../definition.units.ts';
import { type IndexedFacts, indexFacts } from '../facts.index.ts';
import type { AdherenceFacts } from '../facts.schema.ts';
import { decompose, type Decomposition } from './interval.decomposition.ts';
import { type Denominator, type Dose, type Metric, metricName } from './interval.metrics.ts';
import { type IntervalOptions, type IntervalPlan, planIntervals } from './interval.plan.ts';
import { intervals } from './interval.sequence.ts';
import { indexedSlice, type IntervalSlice, type OutsideIntervals, slice } from './interval.slice.ts';
import type { Interval } from './interval.ts';

export type MetricResults = Readonly<Record<Metric, QuantityResult | null>>;

/** What was asked and done in one interval. */
export interface IntervalEvaluation extends Interval {
  /** |A| as adjusted: obligations due in the interval, neither void nor withdrawn before. */
  readonly n: number;
  /** Of them, those that nobody reported on. */
  readonly nUnknown: number;
  readonly reportingRate: number | null;
  /** Null for a metric that the study chose nothing for: quality without an instrument, lateness credit without a rule. */
  readonly metrics: Readonly<Record<Denominator, MetricResults>>;
  readonly dose: Readonly<Record<Dose, QuantityResult | null>>;
  /** The quantities of the definition that can be told of an interval: those over `intervals` or `record`, and what is made of them. */
  readonly quantities: Readonly<Record<string, QuantityResult>>;
  /** The definition's headline in this interval; null when it is none of `quantities`, or there is nothing to measure. */
  readonly value: number | null;
  readonly best: number | null;
  readonly worst: number | null;
  /** Null when the definition has no condition, or it asks for something that cannot be told of an interval. */
  readonly adherent: Verdict | null;
}

/** One participant interval by interval. */
export interface IntervalHistory {
  readonly participantId: string;
  readonly definition: { readonly id: string; readonly version: number };
  readonly intervals: readonly IntervalEvaluation[];
  /** H: the headline between and within. */
  readonly h: Decomposition;
  readonly outside: OutsideIntervals;
}

/**
 * Evaluates a definition and the standard metrics over every interval of one participant.
 * @throws AdherenceFactsError when a time in the facts cannot be read
 * @throws AdherenceDefinitionError when the metric choices do not make sense
 */
export function evaluateByInterval(
  definition: AdherenceDefinition,
  facts: AdherenceFacts,
  options: IntervalOptions = {},
): IntervalHistory {
  return followPlan(planIntervals(definition, options), facts);
}

/** Measures one participant by a plan made once for many. */
export function followPlan(plan: IntervalPlan, facts: AdherenceFacts): IntervalHistory {
  const indexed = indexFacts(facts, plan.options);
  const { slices, outside } = slice(intervals(plan.rules, facts), indexed);
  return history(
    plan,
    facts.participantId,
    slices.map((one) => evaluateSlice(plan, one, indexed)),
    outside,
  );
}

export function history(
  { definition: { id, version } }: IntervalPlan,
  participantId: string,
  evaluated: readonly IntervalEvaluation[],
  outside: OutsideIntervals,
): IntervalHistory {
  return {
    participantId,
    definition: { id, version },
    intervals: evaluated,
    h: decompose(evaluated.map(({ value }) => value)),
    outside,
  };
}

/** One interval, from its own slice of the facts alone. */
export function evaluateSlice(plan: IntervalPlan, one: IntervalSlice, indexed: IndexedFacts): IntervalEvaluation {
  const { definition, standard } = plan;
  const facts = indexedSlice(one, indexed);
  const windows = { resolve: () => one.window, parts: () => [one.window] };
  const measures = measureAll(definition, plan.own, facts, windows);
  const quantities = resultsOf(definition, measures);
  const measured = measureAll(standard, Object.keys(standard.quantities), facts, windows);
  const standards = resultsOf(standard, measured);
  const headline = entry(quantities, definition.value);
  const [worst, best] =
    definition.better === 'higher' ? [headline?.low, headline?.high] : [headline?.high, headline?.low];
  const reporting = metricName('reportingRate', 'asAdjusted');
  return {
    ...one.interval,
    n: measured.get(reporting)?.due.size ?? 0,
    nUnknown: measured.get(reporting)?.unreported.size ?? 0,
    reportingRate: entry(standards, reporting)?.value ?? null,
    metrics: {
      asAdjusted: metricsOf(standards, 'asAdjusted'),
      asAssigned: metricsOf(standards, 'asAssigned'),
    },
    dose: dosesOf(standards),
    quantities,
    value: headline?.value ?? null,
    best: best ?? null,
    worst: worst ?? null,
    adherent:
      plan.judged && definition.adherent !== undefined
        ? judge(definition.adherent, (name) => measures.get(name)?.range ?? null).met
        : null,
  };
}

type Results = Readonly<Record<string, QuantityResult>>;

function metricsOf(results: Results, denominator: Denominator): MetricResults {
  const of = (metric: Metric): QuantityResult | null => entry(results, metricName(metric, denominator)) ?? null;
  return {
    quantityUnit: of('quantityUnit'),
    quantityUnitUncapped: of('quantityUnitUncapped'),
    quantityAssignment: of('quantityAssignment'),
    attemptRate: of('attemptRate'),
    attemptRateOfOccurrences: of('attemptRateOfOccurrences'),
    timeliness: of('timeliness'),
    latenessCredit: of('latenessCredit'),
    latenessMeanDays: of('latenessMeanDays'),
    latenessMaxDays: of('latenessMaxDays'),
    quality: of('quality'),
    reviewRate: of('reviewRate'),
    adjustmentBurden: of('adjustmentBurden'),
    reportingRate: of('reportingRate'),
    complianceRating: of('complianceRating'),
  };
}

function dosesOf(results: Results): Readonly<Record<Dose, QuantityResult | null>> {
  const of = (dose: Dose): QuantityResult | null => entry(results, dose) ?? null;
  return {
    minutes: of('minutes'),
    attempts: of('attempts'),
    activeDays: of('activeDays'),
    activeDayShare: of('activeDayShare'),
  };
}
