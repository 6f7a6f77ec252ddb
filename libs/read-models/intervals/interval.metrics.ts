import type { Dose, IntervalEvaluation, Metric, MetricResults, QuantityResult } from '#adherence';
import type { IntervalMetricColumns } from './interval-metric.columns.ts';

type Measured = Exclude<Metric, 'reportingRate'> | Dose;
type Columns<Name extends string> = Readonly<Record<Name | `${Name}Low` | `${Name}High`, number | null>>;

/** The names of every metric of an interval, as columns and answers know them. */
export const INTERVAL_METRICS = [
  'quantityUnit',
  'quantityUnitUncapped',
  'quantityAssignment',
  'attemptRate',
  'attemptRateOfOccurrences',
  'timeliness',
  'latenessCredit',
  'latenessMeanDays',
  'latenessMaxDays',
  'quality',
  'reviewRate',
  'adjustmentBurden',
  'complianceRating',
  'minutes',
  'attempts',
  'activeDays',
  'activeDayShare',
] as const satisfies readonly Measured[];
export type IntervalMetric = (typeof INTERVAL_METRICS)[number];

/** Results as columns; doses have no denominator of obligations and are the same under both. */
export function metricColumns(metrics: MetricResults, dose: IntervalEvaluation['dose']): IntervalMetricColumns {
  return {
    ...named('quantityUnit', metrics.quantityUnit),
    ...named('quantityUnitUncapped', metrics.quantityUnitUncapped),
    ...named('quantityAssignment', metrics.quantityAssignment),
    ...named('attemptRate', metrics.attemptRate),
    ...named('attemptRateOfOccurrences', metrics.attemptRateOfOccurrences),
    ...named('timeliness', metrics.timeliness),
    ...named('latenessCredit', metrics.latenessCredit),
    ...named('latenessMeanDays', metrics.latenessMeanDays),
    ...named('latenessMaxDays', metrics.latenessMaxDays),
    ...named('quality', metrics.quality),
    ...named('reviewRate', metrics.reviewRate),
    ...named('adjustmentBurden', metrics.adjustmentBurden),
    ...named('complianceRating', metrics.complianceRating),
    ...named('minutes', dose.minutes),
    ...named('attempts', dose.attempts),
    ...named('activeDays', dose.activeDays),
    ...named('activeDayShare', dose.activeDayShare),
  };
}

function named<Name extends IntervalMetric>(name: Name, result: QuantityResult | null): Columns<Name> {
  const { value = null, low = null, high = null } = result ?? {};
  // The compiler cannot tell that computed names are these three.
  return { [name]: value, [`${name}Low`]: low, [`${name}High`]: high } as Columns<Name>;
}

/** One metric out of a row. */
export function metricOf(row: IntervalMetricColumns, metric: IntervalMetric) {
  return { value: row[metric], low: row[`${metric}Low`], high: row[`${metric}High`] };
}
