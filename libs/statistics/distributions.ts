import jStat from 'jstat';

/** An estimate between two limits; all three in the estimate's own unit. */
export interface Interval {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  /** Coverage asked for, such as 0.95. */
  readonly confidence: number;
}

/** The z that leaves (1 − confidence)/2 in each tail of the standard normal distribution; 1.959964 for 0.95. */
export function normalCritical(confidence: number): number {
  return jStat.normal.inv(0.5 + requireConfidence(confidence) / 2, 0, 1);
}

/** The t that leaves (1 − confidence)/2 in each tail of Student's distribution with `df` degrees of freedom. */
export function studentCritical(confidence: number, df: number): number {
  return jStat.studentt.inv(0.5 + requireConfidence(confidence) / 2, df);
}

/** The F that leaves (1 − confidence)/2 in the upper tail of Fisher's distribution. */
export function fisherCritical(confidence: number, df1: number, df2: number): number {
  return jStat.centralF.inv(0.5 + requireConfidence(confidence) / 2, df1, df2);
}

/** @throws RangeError unless 0 < confidence < 1. */
function requireConfidence(confidence: number): number {
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`confidence must lie between 0 and 1, not ${confidence}`);
  return confidence;
}
