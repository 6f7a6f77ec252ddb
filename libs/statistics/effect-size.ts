import { correlation } from './correlation.ts';
import { mean, requireFinite, variance } from './descriptives.ts';
import { type Interval, normalCritical } from './distributions.ts';

/** Small-sample correction J = 1 − 3/(4·df − 1), with df = n₁ + n₂ − 2 (Hedges 1981): 1 − 3/(4N − 9) in terms of N. */
export function smallSampleCorrection(total: number): number {
  return 1 - 3 / (4 * total - 9);
}

export interface BetweenGroups extends Interval {
  /** Cohen's d with the pooled standard deviation, before the correction. */
  readonly d: number;
  readonly n1: number;
  readonly n2: number;
}

/**
 * Hedges' g: standardised difference of two independent means (first minus second), pooled standard deviation,
 * corrected by J. Interval by the large-sample variance (Hedges & Olkin 1985, p. 86). Unit: standard deviations.
 * Null where a group has fewer than two values, nobody differs from anybody, or values are too large to be squared.
 */
export function hedgesG(first: readonly number[], second: readonly number[], confidence = 0.95): BetweenGroups | null {
  requireFinite(first);
  requireFinite(second);
  const [n1, n2] = [first.length, second.length];
  if (n1 < 2 || n2 < 2) return null;
  const pooled = Math.sqrt(((n1 - 1) * variance(first) + (n2 - 1) * variance(second)) / (n1 + n2 - 2));
  if (pooled === 0 || !Number.isFinite(pooled)) return null;
  const d = (mean(first) - mean(second)) / pooled;
  const estimate = smallSampleCorrection(n1 + n2) * d;
  const margin = normalCritical(confidence) * Math.sqrt((n1 + n2) / (n1 * n2) + estimate ** 2 / (2 * (n1 + n2)));
  return { estimate, lower: estimate - margin, upper: estimate + margin, confidence, d, n1, n2 };
}

export interface PrePost {
  /** (pre − post) / SD of pre: positive when scores fell. Unit: baseline standard deviations. */
  readonly d: number;
  /** Correlation of pre and post, without which d cannot be compared or pooled; null where one of them does not vary. */
  readonly r: number | null;
  readonly n: number;
}

/**
 * Pre–post effect standardised by the *baseline* standard deviation, with its pre–post correlation (Morris & DeShon 2002).
 * Pairs only: the caller leaves out and counts whoever lacks one. Null for fewer than two pairs or a constant baseline.
 * @throws RangeError when the two differ in length.
 */
export function prePostD(pre: readonly number[], post: readonly number[]): PrePost | null {
  if (pre.length !== post.length) throw new RangeError(`${pre.length} values before but ${post.length} after`);
  requireFinite(pre);
  requireFinite(post);
  if (pre.length < 2) return null;
  const deviation = Math.sqrt(variance(pre));
  if (deviation === 0 || !Number.isFinite(deviation)) return null;
  return {
    d: (mean(pre) - mean(post)) / deviation,
    r: correlation(pre, post)?.estimate ?? null,
    n: pre.length,
  };
}

/** d from a point-biserial r with equal groups: d = 2r/√(1 − r²) (Rosenthal 1991). @throws RangeError unless −1 < r < 1. */
export function dFromR(r: number): number {
  if (!(Math.abs(r) < 1)) throw new RangeError(`r must lie between −1 and 1, not ${r}`);
  return (2 * r) / Math.sqrt(1 - r * r);
}
