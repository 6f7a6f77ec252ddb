import { type Interval, studentCritical } from './distributions.ts';

/** Summary of a sample; every figure is null where the sample is too small to have it. */
export interface Descriptives {
  readonly n: number;
  readonly mean: number | null;
  /** Sample standard deviation, divisor n − 1. */
  readonly sd: number | null;
  readonly median: number | null;
  readonly min: number | null;
  readonly max: number | null;
}

/**
 * Describes finite numbers, in any unit. An empty sample has n = 0 and nulls, never zeros.
 * @throws RangeError for a value that is not finite: missing values are the caller's to leave out and count.
 */
export function describe(values: readonly number[]): Descriptives {
  requireFinite(values);
  const n = values.length;
  if (n === 0) return { n, mean: null, sd: null, median: null, min: null, max: null };
  const sorted = [...values].sort((a, b) => a - b);
  return {
    n,
    mean: finiteOrNull(mean(values)),
    sd: n < 2 ? null : finiteOrNull(Math.sqrt(variance(values))),
    median: quantile(sorted, 0.5),
    min: sorted[0] ?? null,
    max: sorted.at(-1) ?? null,
  };
}

/** Arithmetic mean of a non-empty sample. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Sample variance (divisor n − 1) of two values or more, by the two-pass formula; exactly 0 where all are the same. */
export function variance(values: readonly number[]): number {
  if (isConstant(values)) return 0;
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
}

/** Whether nobody differs from anybody: rounding makes the deviations of equal values from their mean something else than 0. */
export function isConstant(values: readonly number[]): boolean {
  return values.every((value) => value === values[0]);
}

/** Nothing where the arithmetic has run out of numbers: no answer is better than an infinite one. */
export function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** Quantile of a sorted, non-empty sample by linear interpolation: type 7 of Hyndman & Fan (1996), R's default. */
export function quantile(sorted: readonly number[], probability: number): number {
  const rank = (sorted.length - 1) * probability;
  const below = sorted[Math.floor(rank)] ?? Number.NaN;
  const above = sorted[Math.ceil(rank)] ?? Number.NaN;
  return below + (above - below) * (rank - Math.floor(rank));
}

/** Mean with its t interval; null for fewer than two values, and for values too large to be squared. */
export function meanInterval(values: readonly number[], confidence = 0.95): Interval | null {
  requireFinite(values);
  const n = values.length;
  if (n < 2) return null;
  const estimate = mean(values);
  const margin = studentCritical(confidence, n - 1) * Math.sqrt(variance(values) / n);
  if (!Number.isFinite(margin)) return null;
  return { estimate, lower: estimate - margin, upper: estimate + margin, confidence };
}

/** @throws RangeError naming the first index that holds no finite number. */
export function requireFinite(values: readonly number[]): void {
  const index = values.findIndex((value) => !Number.isFinite(value));
  if (index >= 0) throw new RangeError(`value ${index} is not a finite number`);
}
