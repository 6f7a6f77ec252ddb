import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { type Coefficient, coefficientOf, untold } from './coefficient.ts';
import { crossProduct, type Design, designOf, dot, inOwnUnits, type ModelData } from './design.matrix.ts';
import { type Fitted, isRefused, refuseModel } from './refusal.ts';

/**
 * How errors that hang together within a person enter the standard errors. CR0: as they are (Liang & Zeger 1986).
 * CR1: times G/(G − 1) · (N − 1)/(N − p), as Stata has it. CR2: each person’s residuals by their leverage (Bell &
 * McCaffrey 2002), with degrees of freedom of its own for each coefficient.
 */
export type ClusterCorrection = 'CR0' | 'CR1' | 'CR2';

/** Least squares with standard errors that allow for people. */
export interface ClusteredModel {
  readonly correction: ClusterCorrection;
  readonly coefficients: readonly Coefficient[];
  readonly residualSd: number;
  readonly rows: number;
  readonly people: number;
  /** Rows left out for a missing value. */
  readonly excluded: number;
}

/** Beyond it, people's own leverage is no more than rounding. */
const MOST_LEVERAGED = 50_000;

export interface ClusteredModelOptions {
  readonly correction?: ClusterCorrection;
  readonly confidence?: number;
}

/**
 * Linear model by least squares with cluster-robust standard errors, people being the clusters. Intervals are Student’s:
 * G − 1 degrees of freedom for CR0 and CR1, Satterthwaite’s for CR2 (Pustejovsky & Tipton 2018, with an identity working model).
 * @throws RangeError for lists of different length or values that are neither finite nor null
 */
export function clusteredModel(data: ModelData, options: ClusteredModelOptions = {}): Fitted<ClusteredModel> {
  const design = designOf(data);
  if (isRefused(design)) return design;
  const { correction = 'CR2', confidence = 0.95 } = options;
  const { columns, outcome, rows, people, names } = design;
  const bread = inverseOf(crossProduct(columns));
  const estimates = bread.mmul(Matrix.columnVector(columns.map((column) => dot(column, outcome))));
  const fitted = estimates.to1DArray();
  const residuals = outcome.map(
    (value, row) => value - columns.reduce((sum, own, j) => sum + (own[row] ?? 0) * (fitted[j] ?? 0), 0),
  );
  const left = dot(residuals, residuals);
  if (!(left > 1e-20 * dot(outcome, outcome)))
    return refuseModel('perfect-fit', 'the terms explain every row entirely');
  if (correction === 'CR2' && people > MOST_LEVERAGED)
    return refuseModel('too-large', `CR2 is for ${MOST_LEVERAGED} people at most; CR1 says the same of ${people}`);
  const { meat, df } =
    correction === 'CR2' ? leveraged(design, residuals, bread) : plain(design, residuals, correction);
  const own = inOwnUnits(design, fitted, bread.mmul(meat).mmul(bread));
  const coefficients = names.map((name, term) => {
    const standardError = Math.sqrt(own.covariance.get(term, term));
    return coefficientOf({ name, estimate: own.estimates[term] ?? 0, standardError, df: df[term] ?? 1 }, confidence);
  });
  return (
    untold(coefficients) ?? {
      ...{ correction, coefficients },
      residualSd: Math.sqrt(left / (rows - columns.length)),
      ...{ rows, people, excluded: design.excluded },
    }
  );
}

/** Inverse of a symmetric positive matrix. */
export function inverseOf(matrix: Matrix): Matrix {
  const { realEigenvalues: diagonal, eigenvectorMatrix: vectors } = symmetric(matrix);
  return vectors.mmul(Matrix.diag(diagonal.map((value) => 1 / value))).mmul(vectors.transpose());
}

/** The middle of the sandwich, and the degrees of freedom that go with it. */
interface Meat {
  readonly meat: Matrix;
  readonly df: readonly number[];
}

function plain(design: Design, residuals: Float64Array, correction: 'CR0' | 'CR1'): Meat {
  const { rows, people, columns, person } = design;
  const scores = columns.map((column) => {
    const own = new Float64Array(people);
    person.forEach((number, row) => (own[number] = (own[number] ?? 0) + (column[row] ?? 0) * (residuals[row] ?? 0)));
    return own;
  });
  const factor = correction === 'CR1' ? (people / (people - 1)) * ((rows - 1) / (rows - columns.length)) : 1;
  return { meat: crossProduct(scores).mul(factor), df: columns.map(() => people - 1) };
}

/** One person: X′X, and X′A in terms of X′ alone. */
interface Cluster {
  readonly product: Matrix;
  readonly turn: Matrix;
}

function leveraged(design: Design, residuals: Float64Array, bread: Matrix): Meat {
  const { columns, person, people } = design;
  const places: number[][] = Array.from({ length: people }, () => []);
  person.forEach((number, row) => places[number]?.push(row));
  const root = rootOf(bread);
  const meat = Matrix.zeros(bread.rows, bread.rows);
  const clusters = places.map((own): Cluster => {
    const mine = columns.map((column) => Float64Array.from(own, (row) => column[row] ?? 0));
    const left = Float64Array.from(own, (row) => residuals[row] ?? 0);
    const product = crossProduct(mine);
    const turn = adjustment(product, root);
    const score = turn.mmul(Matrix.columnVector(mine.map((column) => dot(column, left))));
    meat.add(score.mmul(score.transpose()));
    return { product, turn };
  });
  return { meat, df: satterthwaite(clusters, bread, design) };
}

/** Of A = (I − XMX′)^(−1/2), which has the rank of the terms, so that no matrix of rows is made; `root` is M’s. */
function adjustment(product: Matrix, root: Matrix): Matrix {
  const { realEigenvalues: diagonal, eigenvectorMatrix: vectors } = symmetric(root.mmul(product).mmul(root));
  const weights = diagonal.map((leverage) => {
    if (leverage < 1e-12) return 0.5;
    const rest = 1 - leverage;
    return ((rest < 1e-10 ? 0 : 1 / Math.sqrt(rest)) - 1) / leverage;
  });
  const inner = root.mmul(vectors).mmul(Matrix.diag(weights)).mmul(vectors.transpose()).mmul(root);
  return Matrix.eye(root.rows, root.rows).add(product.mmul(inner));
}

function symmetric(matrix: Matrix): EigenvalueDecomposition {
  return new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
}

function rootOf(matrix: Matrix): Matrix {
  const { realEigenvalues: diagonal, eigenvectorMatrix: vectors } = symmetric(matrix);
  return vectors.mmul(Matrix.diag(diagonal.map((value) => Math.sqrt(Math.max(value, 0))))).mmul(vectors.transpose());
}

/** Satterthwaite’s degrees of freedom of each coefficient: (tr P)² / tr P², P the covariance of the people’s shares. */
function satterthwaite(clusters: readonly Cluster[], bread: Matrix, design: Design): readonly number[] {
  return design.names.map((_, term) => {
    const contrast = bread.mmul(unitOf(design, term));
    let [trace, squares] = [0, 0];
    const spread = Matrix.zeros(bread.rows, bread.rows);
    clusters.forEach(({ product, turn }) => {
      const share = turn.mmul(product).mmul(contrast);
      const own = contrast.transpose().mmul(turn).mmul(product).mmul(turn.transpose()).mmul(contrast).get(0, 0);
      const common = share.transpose().mmul(bread).mmul(share).get(0, 0);
      trace += own - common;
      squares += own * own - 2 * own * common;
      spread.add(share.mmul(share.transpose()));
    });
    const mixed = bread.mmul(spread);
    return (trace * trace) / (squares + mixed.mmul(mixed).trace());
  });
}

/** The scaled coefficients that make up one of the data’s own units. */
function unitOf({ means, scales }: Design, term: number): Matrix {
  return Matrix.columnVector(
    scales.map((scale, place) => {
      if (term === 0) return place === 0 ? 1 : -(means[place] ?? 0) / scale;
      return place === term ? 1 / scale : 0;
    }),
  );
}
