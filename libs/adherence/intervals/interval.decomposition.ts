/** A person's series split into where the person lies and how each interval departs from it. */
export interface Decomposition {
  /** H_mean: the mean over the intervals that have a value; between persons. Null when none has. */
  readonly mean: number | null;
  /** H_dev: value − mean, in the order given; within the person. Null where there is no value. They add up to 0. */
  readonly deviations: readonly (number | null)[];
  /** How many intervals have a value. */
  readonly n: number;
  readonly missing: number;
}

/**
 * Person-mean centring: H_ik = H_mean_i + H_dev_ik. The mean is over the whole course, so a later interval moves the deviations
 * of earlier ones; use it to describe, not for a lagged model.
 */
export function decompose(values: readonly (number | null)[]): Decomposition {
  const known = values.flatMap((value) => (value === null ? [] : [value]));
  const mean = known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
  return {
    mean,
    deviations: values.map((value) => (value === null || mean === null ? null : value - mean)),
    n: known.length,
    missing: values.length - known.length,
  };
}
