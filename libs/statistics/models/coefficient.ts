import jStat from 'jstat';
import { type Refused, refuseModel } from './refusal.ts';
import { type Interval, normalCritical, studentCritical } from '../distributions.ts';

/** One coefficient of a model in the outcome’s unit per unit of its term. */
export interface Coefficient extends Interval {
  readonly name: string;
  readonly standardError: number;
  /** Of Student’s t; null where the interval is Wald’s, by the normal distribution. */
  readonly df: number | null;
  /** Estimate over standard error. */
  readonly statistic: number;
  /** Two-sided, of no effect. */
  readonly p: number;
}

/** An estimate, its standard error, and Student’s degrees of freedom where they are known. */
export interface Estimated {
  readonly name: string;
  readonly estimate: number;
  readonly standardError: number;
  readonly df: number | null;
}

/** An estimate with its interval: Student’s t with `df` degrees of freedom, or Wald’s. */
export function coefficientOf({ name, estimate, standardError, df }: Estimated, confidence: number): Coefficient {
  const critical = df === null ? normalCritical(confidence) : studentCritical(confidence, df);
  const statistic = estimate / standardError;
  const tail =
    df === null ? jStat.normal.cdf(-Math.abs(statistic), 0, 1) : jStat.studentt.cdf(-Math.abs(statistic), df);
  const margin = critical * standardError;
  return {
    ...{ name, estimate, standardError, df, confidence, statistic },
    ...{ lower: estimate - margin, upper: estimate + margin, p: Math.min(1, 2 * tail) },
  };
}

/** Why coefficients cannot be told, where one has no error to judge it by; null where all have. */
export function untold(coefficients: readonly Coefficient[]): Refused | null {
  const without = coefficients.find(
    ({ estimate, standardError, lower, upper }) =>
      !(standardError > 0 && [estimate, lower, upper].every(Number.isFinite)),
  );
  return without === undefined
    ? null
    : refuseModel('not-identified', `too few people to tell the error of ${without.name}`);
}
