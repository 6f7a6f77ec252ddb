/** The parameters of reliable change, and where they come from: results differ with them, so they travel with every answer. */
export interface ChangeParameters {
  /** Standard deviation of the scores before treatment, in points. */
  readonly sd: number;
  /** Reliability of the measure, 0–1. */
  readonly reliability: number;
  /** Two-sided confidence; 1.96 goes with 0.95. */
  readonly z: number;
  readonly better: 'lower' | 'higher';
  /** Such as "all baselines of this study" or a paper. */
  readonly source: string;
}

export interface ReliableChange {
  /** Standard error of measurement: s₁√(1 − r). Points. */
  readonly standardError: number;
  /** Standard error of a difference: √2 · standard error. Points. */
  readonly differenceError: number;
  /** Reliable change index: (post − pre) / difference error. */
  readonly index: number;
  readonly direction: 'improved' | 'unchanged' | 'deteriorated';
}

/**
 * Reliable change index of one person (Jacobson & Truax 1991).
 * @throws RangeError unless sd > 0 and 0 < reliability < 1.
 */
export function reliableChange(pre: number, post: number, parameters: ChangeParameters): ReliableChange {
  const { sd, reliability, z, better } = parameters;
  if (!(sd > 0)) throw new RangeError(`sd must be above 0, not ${sd}`);
  if (!(reliability > 0 && reliability < 1))
    throw new RangeError(`reliability must lie between 0 and 1, not ${reliability}`);
  const standardError = sd * Math.sqrt(1 - reliability);
  const differenceError = Math.SQRT2 * standardError;
  const index = (post - pre) / differenceError;
  const gain = better === 'lower' ? -index : index;
  const direction = gain >= z ? 'improved' : gain <= -z ? 'deteriorated' : 'unchanged';
  return { standardError, differenceError, index, direction };
}

/** Means and standard deviations of two populations, in points. */
export interface Norms {
  readonly clinicalMean: number;
  readonly clinicalSd: number;
  readonly normalMean: number;
  readonly normalSd: number;
}

/**
 * Cut-offs a, b and c of clinically significant change (Jacobson & Truax 1991): two standard deviations beyond the
 * clinical mean, within two of the normal mean, and where the two distributions cross.
 */
export function clinicalCutOffs(norms: Norms, better: 'lower' | 'higher'): { a: number; b: number; c: number } {
  const { clinicalMean, clinicalSd, normalMean, normalSd } = norms;
  const sign = better === 'lower' ? -1 : 1;
  return {
    a: clinicalMean + sign * 2 * clinicalSd,
    b: normalMean - sign * 2 * normalSd,
    c: (normalSd * clinicalMean + clinicalSd * normalMean) / (normalSd + clinicalSd),
  };
}

export type ChangeCategory = 'recovered' | 'improved' | 'unchanged' | 'deteriorated' | 'not-clinical-at-start';

/**
 * Recovered = reliably improved *and* crossed the cut-off from the clinical side; only those who start on the clinical
 * side can recover. `cutOff` is the first clinical score where lower is better, the last where higher is.
 */
export function changeCategory(
  pre: number,
  post: number,
  cutOff: number,
  parameters: ChangeParameters,
): ChangeCategory {
  const { direction } = reliableChange(pre, post, parameters);
  return categoryOf({ pre, post, direction }, cutOff, parameters.better);
}

/** The category of a change whose reliability is known by whatever rule. `cutOff` as in `changeCategory`. */
export function categoryOf(
  { pre, post, direction }: { readonly pre: number; readonly post: number } & Pick<ReliableChange, 'direction'>,
  cutOff: number,
  better: ChangeParameters['better'],
): ChangeCategory {
  const clinical = (score: number): boolean => (better === 'lower' ? score >= cutOff : score <= cutOff);
  if (direction === 'deteriorated') return 'deteriorated';
  if (!clinical(pre)) return 'not-clinical-at-start';
  if (direction === 'unchanged') return 'unchanged';
  return clinical(post) ? 'improved' : 'recovered';
}

/** Share of the baseline by which a score fell (or rose, where higher is better): 0.5 is the usual mark of response. Null at a baseline of 0. */
export function proportionalImprovement(pre: number, post: number, better: 'lower' | 'higher'): number | null {
  if (pre === 0) return null;
  return (better === 'lower' ? pre - post : post - pre) / Math.abs(pre);
}
