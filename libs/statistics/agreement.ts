import { type Interval, fisherCritical, normalCritical } from './distributions.ts';
import { mean, requireFinite } from './descriptives.ts';

/**
 * Which intraclass correlation: the name says the model, then how many ratings a score rests on (Shrout & Fleiss 1979).
 * (1) each target by raters of its own; (2) raters a random sample, absolute agreement; (3) these raters and no others,
 * consistency. `1` for a single rating, `k` for the mean of k.
 */
export type IccForm = 'ICC(1,1)' | 'ICC(2,1)' | 'ICC(3,1)' | 'ICC(1,k)' | 'ICC(2,k)' | 'ICC(3,k)';

export const ICC_FORMS: readonly IccForm[] = ['ICC(1,1)', 'ICC(2,1)', 'ICC(3,1)', 'ICC(1,k)', 'ICC(2,k)', 'ICC(3,k)'];

export interface IntraclassCorrelation extends Interval {
  readonly form: IccForm;
  readonly targets: number;
  readonly raters: number;
}

interface MeanSquares {
  readonly n: number;
  readonly k: number;
  readonly between: number;
  readonly within: number;
  readonly raters: number;
  readonly error: number;
}

/** Mean squares of a complete targets × raters table. */
function meanSquares(table: readonly (readonly number[])[]): MeanSquares {
  const [n, k] = [table.length, table[0]?.length ?? 0];
  const grand = mean(table.flat());
  const rows = table.map(mean);
  const columns = Array.from({ length: k }, (_, rater) => mean(table.map((row) => row[rater] ?? Number.NaN)));
  const squares = (values: readonly number[], centre: number) =>
    values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  const total = squares(table.flat(), grand);
  const betweenTargets = k * squares(rows, grand);
  const betweenRaters = n * squares(columns, grand);
  return {
    ...{ n, k },
    between: betweenTargets / (n - 1),
    within: (total - betweenTargets) / (n * (k - 1)),
    raters: betweenRaters / (k - 1),
    error: (total - betweenTargets - betweenRaters) / ((n - 1) * (k - 1)),
  };
}

/**
 * An intraclass correlation of a complete table, one row a target, one column a rater, in any unit, with its interval
 * (Shrout & Fleiss 1979; McGraw & Wong 1996). Null where the ratings do not vary.
 * @throws RangeError for fewer than two targets or raters, rows of different length, or a value that is not finite
 */
export function intraclassCorrelation(
  table: readonly (readonly number[])[],
  form: IccForm,
  confidence = 0.95,
): IntraclassCorrelation | null {
  const raters = table[0]?.length ?? 0;
  if (table.length < 2) throw new RangeError(`an ICC needs two targets or more, not ${table.length}`);
  if (raters < 2) throw new RangeError(`an ICC needs two raters or more, not ${raters}`);
  const ragged = table.findIndex((row) => row.length !== raters);
  if (ragged >= 0) throw new RangeError(`target ${ragged} has another number of ratings than the first`);
  requireFinite(table.flat());
  const squares = meanSquares(table);
  const found = form.startsWith('ICC(2') ? absolute(squares, confidence) : oneRatio(squares, form, confidence);
  if (!Number.isFinite(found.estimate)) return null;
  const averaged = form.endsWith('k)') ? steppedUp(found, raters) : found;
  return { ...averaged, confidence, form, targets: table.length, raters };
}

type Limits = Pick<Interval, 'estimate' | 'lower' | 'upper'>;

/** Models 1 and 3: one F ratio carries estimate and limits. */
function oneRatio({ n, k, between, within, error }: MeanSquares, form: IccForm, confidence: number): Limits {
  const one = form.startsWith('ICC(1');
  const [noise, df] = one ? [within, n * (k - 1)] : [error, (n - 1) * (k - 1)];
  const single = (ratio: number) => (ratio - 1) / (ratio + k - 1);
  const ratio = between / noise;
  if (ratio === Number.POSITIVE_INFINITY) return { estimate: 1, lower: 1, upper: 1 };
  const lower = single(ratio / fisherCritical(confidence, n - 1, df));
  return { estimate: single(ratio), lower, upper: single(ratio * fisherCritical(confidence, df, n - 1)) };
}

/** Model 2. Its limits need Satterthwaite’s degrees of freedom. */
function absolute({ n, k, between, raters, error }: MeanSquares, confidence: number): Limits {
  const estimate = (between - error) / (between + (k - 1) * error + (k * (raters - error)) / n);
  if (error === 0 && raters === 0) return { estimate, lower: estimate, upper: estimate };
  const a = k * estimate * raters;
  const b = (n * (1 + (k - 1) * estimate) - k * estimate) * error;
  const df = ((n - 1) * (k - 1) * (a + b) ** 2) / ((n - 1) * a ** 2 + b ** 2);
  const low = fisherCritical(confidence, n - 1, df);
  const high = fisherCritical(confidence, df, n - 1);
  const rest = k * raters + (k * n - k - n) * error;
  return {
    estimate,
    lower: (n * (between - low * error)) / (low * rest + n * between),
    upper: (n * (high * between - error)) / (rest + n * high * between),
  };
}

/** From one rating to the mean of k (Spearman & Brown). */
function steppedUp({ estimate, lower, upper }: Limits, k: number): Limits {
  const up = (value: number) => (k * value) / (1 + (k - 1) * value);
  return { estimate: up(estimate), lower: up(lower), upper: up(upper) };
}

/** How much a disagreement weighs by its distance: not at all unless equal, in proportion, or by its square. */
export type KappaWeights = 'unweighted' | 'linear' | 'quadratic';

export interface WeightedKappa extends Interval {
  readonly weights: KappaWeights;
  readonly n: number;
  /** Share of agreement, weighted, 0–1. */
  readonly observed: number;
  /** What chance alone would give. */
  readonly expected: number;
  readonly standardError: number;
}

/**
 * Cohen’s kappa of two raters on ordered categories (Cohen 1968), with the large-sample interval of Fleiss, Cohen & Everitt
 * (1969). Distances are counted in steps between categories. Null where chance alone would agree entirely.
 * @param pairs both raters’ category of each target
 * @param categories all that the form has, in order, so that ones nobody used still count as steps
 * @throws RangeError for no pairs, fewer than two categories, or a rating outside them
 */
export function weightedKappa(
  pairs: readonly (readonly [number, number])[],
  categories: readonly number[],
  weights: KappaWeights,
  confidence = 0.95,
): WeightedKappa | null {
  if (pairs.length === 0) throw new RangeError('kappa needs a pair of ratings');
  if (categories.length < 2) throw new RangeError('kappa needs two categories or more');
  const place = new Map(categories.map((category, index) => [category, index]));
  const cells = pairs.map((pair) => pair.map((rating) => place.get(rating) ?? outside(rating)));
  const steps = categories.length;
  const shares = Array.from({ length: steps }, () => Array.from({ length: steps }, () => 0));
  for (const [one = 0, other = 0] of cells) {
    const row = shares[one];
    if (row !== undefined) row[other] = (row[other] ?? 0) + 1 / pairs.length;
  }
  const weigh = (one: number, other: number) => weightOf(weights, Math.abs(one - other) / (steps - 1));
  const table = agreementOf(shares, weigh);
  if (table === null) return null;
  const { kappa: estimate, observed, expected, spread } = table;
  const standardError = Math.sqrt(Math.max(0, spread) / pairs.length) / (1 - expected);
  const margin = normalCritical(confidence) * standardError;
  return {
    ...{ estimate, lower: estimate - margin, upper: estimate + margin, confidence },
    ...{ weights, n: pairs.length, observed, expected, standardError },
  };
}

function outside(rating: number): never {
  throw new RangeError(`${rating} is not one of the categories`);
}

function weightOf(weights: KappaWeights, distance: number): number {
  switch (weights) {
    case 'unweighted':
      return distance === 0 ? 1 : 0;
    case 'linear':
      return 1 - distance;
    case 'quadratic':
      return 1 - distance ** 2;
  }
}

type Weigh = (one: number, other: number) => number;

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

function agreementOf(shares: readonly (readonly number[])[], weigh: Weigh) {
  const rows = shares.map(total);
  const columns = shares.map((_, column) => total(shares.map((row) => row[column] ?? 0)));
  const over = (value: (row: number, column: number) => number) =>
    total(shares.flatMap((_, row) => columns.map((__, column) => value(row, column))));
  const share = (row: number, column: number) => shares[row]?.[column] ?? 0;
  const observed = over((row, column) => weigh(row, column) * share(row, column));
  const expected = over((row, column) => weigh(row, column) * (rows[row] ?? 0) * (columns[column] ?? 0));
  if (1 - expected < 1e-12) return null;
  const kappa = (observed - expected) / (1 - expected);
  const byRow = shares.map((_, row) => total(columns.map((part, column) => part * weigh(row, column))));
  const byColumn = columns.map((_, column) => total(rows.map((part, row) => part * weigh(row, column))));
  const deviation = (row: number, column: number) =>
    weigh(row, column) - ((byRow[row] ?? 0) + (byColumn[column] ?? 0)) * (1 - kappa);
  const spread =
    over((row, column) => share(row, column) * deviation(row, column) ** 2) - (kappa - expected * (1 - kappa)) ** 2;
  return { kappa, observed, expected, spread };
}
