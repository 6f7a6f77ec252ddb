import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { type Coefficient, coefficientOf, untold } from './coefficient.ts';
import { crossProduct, type Design, designOf, inOwnUnits, type ModelData } from './design.matrix.ts';
import { minimumBetween } from './golden-section.ts';
import { type Fitted, isRefused, refuseModel } from './refusal.ts';

/** Maximum likelihood, or restricted maximum likelihood. */
export type Likelihood = 'ML' | 'REML';

/** A linear mixed model with a random intercept for each person. */
export interface MixedModel {
  readonly likelihood: Likelihood;
  readonly coefficients: readonly Coefficient[];
  /** Standard deviation between people, in the outcome’s unit; 0 where nothing speaks for any. */
  readonly personSd: number;
  /** Standard deviation within people. */
  readonly residualSd: number;
  /** Share of the residual variance that lies between people. */
  readonly intraclass: number;
  readonly logLikelihood: number;
  readonly rows: number;
  readonly people: number;
  /** Rows left out for a missing value. */
  readonly excluded: number;
}

export interface MixedModelOptions {
  readonly likelihood?: Likelihood;
  readonly confidence?: number;
  /** `wald` by the normal distribution (lme4), `t` with the degrees of freedom of nlme (Pinheiro & Bates 2000, p. 91). */
  readonly intervals?: 'wald' | 't';
}

/**
 * Linear mixed model with a random intercept by ML or REML, y = Xβ + u(person) + e: the variance ratio by a profiled
 * search over [0, 1), the rest in closed form (Laird & Ware 1982; Pinheiro & Bates 2000, ch. 2). Time grows with the
 * number of rows once, not with the search.
 * @throws RangeError for lists of different length or values that are neither finite nor null
 */
export function mixedModel(data: ModelData, options: MixedModelOptions = {}): Fitted<MixedModel> {
  const design = designOf(data);
  if (isRefused(design)) return design;
  if (design.rows === design.people) return refuseModel('no-repeats', 'nobody has more than one complete row');
  const { likelihood = 'REML', confidence = 0.95, intervals = 'wald' } = options;
  const sums = sumsOf(design);
  const whole = sums.product.get(sums.product.rows - 1, sums.product.rows - 1);
  const value = (ratio: number) => profile(design, sums, ratio, likelihood).deviance;
  const { at: ratio } = minimumBetween(value, { low: 0, high: 1 - 1e-9 });
  const best = profile(design, sums, ratio, likelihood);
  if (!(best.residual > 1e-12 * whole) || ratio > 1 - 1e-8)
    return refuseModel('perfect-fit', 'nothing is left unexplained within people');
  const variance = best.residual / best.divisor;
  const own = inOwnUnits(design, best.estimates, best.inverse.mul(variance));
  const df = intervals === 't' ? degreesOfFreedom(design) : null;
  const coefficients = design.names.map((name, term) => {
    const standardError = Math.sqrt(own.covariance.get(term, term));
    return coefficientOf(
      { name, estimate: own.estimates[term] ?? 0, standardError, df: df?.[term] ?? null },
      confidence,
    );
  });
  return (
    untold(coefficients) ?? {
      ...{ likelihood, coefficients },
      personSd: Math.sqrt((variance * ratio) / (1 - ratio)),
      residualSd: Math.sqrt(variance),
      intraclass: ratio,
      logLikelihood: -0.5 * (best.deviance + best.divisor * (1 + Math.log(2 * Math.PI)) + scaling(design, likelihood)),
      ...{ rows: design.rows, people: design.people, excluded: design.excluded },
    }
  );
}

/** What scaling the terms took from log|X′V⁻¹X|. */
function scaling({ scales }: Design, likelihood: Likelihood): number {
  return likelihood === 'ML' ? 0 : 2 * scales.reduce((sum, scale) => sum + Math.log(scale), 0);
}

/** Cross products of the terms and the outcome: of all rows, and of the people’s sums by how many rows they have. */
interface Sums {
  readonly product: Matrix;
  readonly bySize: readonly { readonly size: number; readonly people: number; readonly product: Matrix }[];
}

function sumsOf({ columns, outcome, person, people }: Design): Sums {
  const all = [...columns, outcome];
  const sizes = new Float64Array(people);
  person.forEach((number) => (sizes[number] = (sizes[number] ?? 0) + 1));
  const sums = all.map((column) => {
    const own = new Float64Array(people);
    person.forEach((number, row) => (own[number] = (own[number] ?? 0) + (column[row] ?? 0)));
    return own;
  });
  const bySize = [...new Set(sizes)].map((size) => {
    const members = Array.from(sizes.keys()).filter((number) => sizes[number] === size);
    const own = sums.map((sum) => Float64Array.from(members, (number) => sum[number] ?? 0));
    return { size, people: members.length, product: crossProduct(own) };
  });
  return { product: crossProduct(all), bySize };
}

/** Everything that follows from one ratio of the variance between people to all variance. */
function profile({ rows, columns }: Design, { product, bySize }: Sums, ratio: number, likelihood: Likelihood) {
  const lambda = ratio / (1 - ratio);
  const weighted = product.clone();
  let determinant = 0;
  for (const { size, people, product: own } of bySize) {
    weighted.sub(Matrix.mul(own, lambda / (1 + size * lambda)));
    determinant += people * Math.log1p(size * lambda);
  }
  const last = columns.length;
  const normal = weighted.subMatrix(0, last - 1, 0, last - 1);
  const cholesky = new CholeskyDecomposition(normal);
  const right = weighted.subMatrix(0, last - 1, last, last);
  const estimates = cholesky.solve(right);
  const residual = Math.max(weighted.get(last, last) - right.transpose().mmul(estimates).get(0, 0), 0);
  const divisor = likelihood === 'ML' ? rows : rows - last;
  const restricted = likelihood === 'ML' ? 0 : logDeterminant(cholesky);
  return {
    estimates: estimates.to1DArray(),
    inverse: cholesky.solve(Matrix.eye(last, last)),
    ...{ residual, divisor, deviance: divisor * Math.log(residual / divisor) + determinant + restricted },
  };
}

function logDeterminant({ lowerTriangularMatrix }: CholeskyDecomposition): number {
  return 2 * lowerTriangularMatrix.diagonal().reduce((sum, value) => sum + Math.log(value), 0);
}

/** Terms that vary within nobody are tested among people, the others and the intercept among rows. */
function degreesOfFreedom({ columns, person, people, rows }: Design): readonly number[] {
  const outer = columns.map((column, term) => term > 0 && !variesWithin(column, person, people));
  const between = outer.filter(Boolean).length;
  const within = columns.length - 1 - between;
  return outer.map((isOuter) => Math.max(1, isOuter ? people - 1 - between : rows - people - within));
}

function variesWithin(column: Float64Array, person: Int32Array, people: number): boolean {
  const first = new Float64Array(people).fill(Number.NaN);
  return column.some((value, row) => {
    const number = person[row] ?? 0;
    const before = first[number] ?? Number.NaN;
    if (Number.isNaN(before)) first[number] = value;
    return value !== (first[number] ?? value);
  });
}
