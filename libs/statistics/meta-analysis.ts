import { smallSampleCorrection } from './effect-size.ts';

/** An effect and its sampling variance, as meta-analyses pool them. */
export interface EffectWithVariance {
  readonly effect: number;
  readonly variance: number;
}

/** The sizes of two independent groups; equal ones where they are not known. */
export interface GroupSizes {
  readonly n1: number;
  readonly n2: number;
}

/** d’s √(π²/3): the standard deviation of the logistic distribution. */
const LOGISTIC_SD = Math.PI / Math.sqrt(3);

function proper(name: string, holds: boolean, value: number): void {
  if (!holds) throw new RangeError(`${name} cannot be ${value}`);
}

function groups({ n1, n2 }: GroupSizes): void {
  proper('n1', n1 >= 2 && Number.isFinite(n1), n1);
  proper('n2', n2 >= 2 && Number.isFinite(n2), n2);
}

/** Point-biserial r from d: d/√(d² + a), a = (n₁ + n₂)²/(n₁n₂), 4 for equal groups (Borenstein et al. 2009, eq. 7.7–7.8). */
export function rFromD(d: number, sizes?: GroupSizes): number {
  proper('d', Number.isFinite(d), d);
  if (sizes !== undefined) groups(sizes);
  const a = sizes === undefined ? 4 : (sizes.n1 + sizes.n2) ** 2 / (sizes.n1 * sizes.n2);
  return d / Math.sqrt(d * d + a);
}

/** Sampling variance of d of two independent groups: (n₁ + n₂)/(n₁n₂) + d²/(2(n₁ + n₂)) (Borenstein et al. 2009, eq. 4.20). */
export function varianceOfD(d: number, sizes: GroupSizes): number {
  proper('d', Number.isFinite(d), d);
  groups(sizes);
  const { n1, n2 } = sizes;
  return (n1 + n2) / (n1 * n2) + (d * d) / (2 * (n1 + n2));
}

/** Hedges’ g and its variance from d and its own: both by J (Borenstein et al. 2009, eq. 4.23–4.24). */
export function gFromD({ effect, variance }: EffectWithVariance, { n1, n2 }: GroupSizes): EffectWithVariance {
  groups({ n1, n2 });
  const correction = smallSampleCorrection(n1 + n2);
  return { effect: correction * effect, variance: correction ** 2 * variance };
}

/** d and its variance from a correlation (Borenstein et al. 2009, eq. 7.5–7.6). @throws RangeError unless −1 < r < 1 */
export function dWithVarianceFromR({ effect: r, variance }: EffectWithVariance): EffectWithVariance {
  proper('r', Math.abs(r) < 1, r);
  return { effect: (2 * r) / Math.sqrt(1 - r * r), variance: (4 * variance) / (1 - r * r) ** 3 };
}

/** d and its variance from a log odds ratio: × √3/π (Hasselblad & Hedges 1995; Borenstein et al. 2009, eq. 7.1–7.2). */
export function dFromLogOdds({ effect, variance }: EffectWithVariance): EffectWithVariance {
  proper('a log odds ratio', Number.isFinite(effect), effect);
  return { effect: effect / LOGISTIC_SD, variance: variance / LOGISTIC_SD ** 2 };
}

/** Log odds ratio and its variance from d (Borenstein et al. 2009, eq. 7.3–7.4). */
export function logOddsFromD({ effect, variance }: EffectWithVariance): EffectWithVariance {
  proper('d', Number.isFinite(effect), effect);
  return { effect: effect * LOGISTIC_SD, variance: variance * LOGISTIC_SD ** 2 };
}

/** Fisher’s z of a correlation over n pairs, and its variance 1/(n − 3) (Fisher 1921). @throws RangeError unless −1 < r < 1 and n > 3 */
export function fisherZ(r: number, n: number): EffectWithVariance {
  proper('r', Math.abs(r) < 1, r);
  proper('n', n > 3, n);
  return { effect: Math.atanh(r), variance: 1 / (n - 3) };
}

/** Shares of success in two groups that a correlation stands for, 0.5 ± r/2: a display, not observed rates (Rosenthal & Rubin 1982). */
export function binomialEffectSizeDisplay(r: number): { readonly lower: number; readonly higher: number } {
  proper('r', Math.abs(r) <= 1, r);
  return { lower: 0.5 - Math.abs(r) / 2, higher: 0.5 + Math.abs(r) / 2 };
}

/** Standard error that a symmetric interval stands for: its width over twice the critical value (Higgins et al. 2019, 6.5.2.2). */
export function standardErrorFromInterval(lower: number, upper: number, critical: number): number {
  proper('upper', upper > lower, upper);
  proper('the critical value', critical > 0, critical);
  return (upper - lower) / (2 * critical);
}
