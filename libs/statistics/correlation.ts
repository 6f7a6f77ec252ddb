import { isConstant, mean, requireFinite } from './descriptives.ts';
import { type Interval, normalCritical } from './distributions.ts';

export interface Correlation extends Interval {
  readonly n: number;
}

/**
 * Pearson's r with Fisher's z interval (Fisher 1915, 1921). Limits are −1 and 1 for n = 3, where the interval is unbounded.
 * Null for fewer than three pairs, where one side does not vary, and for values too large or too small to be squared.
 * @throws RangeError when the two differ in length.
 */
export function correlation(x: readonly number[], y: readonly number[], confidence = 0.95): Correlation | null {
  if (x.length !== y.length) throw new RangeError(`${x.length} values of x but ${y.length} of y`);
  requireFinite(x);
  requireFinite(y);
  const n = x.length;
  if (n < 3 || isConstant(x) || isConstant(y)) return null;
  const [meanX, meanY] = [mean(x), mean(y)];
  let [sxx, syy, sxy] = [0, 0, 0];
  x.forEach((value, index) => {
    const dx = value - meanX;
    const dy = (y[index] ?? Number.NaN) - meanY;
    sxx += dx * dx;
    syy += dy * dy;
    sxy += dx * dy;
  });
  if (sxx === 0 || syy === 0) return null;
  const estimate = Math.max(-1, Math.min(1, sxy / Math.sqrt(sxx * syy)));
  if (!Number.isFinite(estimate)) return null;
  if (n === 3) return { estimate, lower: -1, upper: 1, confidence, n };
  const margin = normalCritical(confidence) / Math.sqrt(n - 3);
  const z = Math.atanh(estimate);
  return { estimate, lower: Math.tanh(z - margin), upper: Math.tanh(z + margin), confidence, n };
}
