import { type Interval, normalCritical } from './distributions.ts';

export interface Proportion extends Interval {
  readonly count: number;
  readonly n: number;
}

/**
 * A proportion with Wilson's score interval (Wilson 1927). Null for n = 0: a share of nobody is neither 0 nor 1.
 * @throws RangeError unless count and n are whole and 0 ≤ count ≤ n.
 */
export function proportion(count: number, n: number, confidence = 0.95): Proportion | null {
  if (!Number.isInteger(count) || !Number.isInteger(n) || count < 0 || count > n) {
    throw new RangeError(`${count} of ${n} is not a proportion`);
  }
  if (n === 0) return null;
  const z2 = normalCritical(confidence) ** 2;
  const estimate = count / n;
  const centre = (estimate + z2 / (2 * n)) / (1 + z2 / n);
  const margin = Math.sqrt((z2 * estimate * (1 - estimate)) / n + z2 ** 2 / (4 * n * n)) / (1 + z2 / n);
  return { estimate, lower: Math.max(0, centre - margin), upper: Math.min(1, centre + margin), confidence, count, n };
}
