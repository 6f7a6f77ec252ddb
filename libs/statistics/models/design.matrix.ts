import { Matrix } from 'ml-matrix';
import { type Fitted, refuseModel } from './refusal.ts';

/** One explaining variable. Null is a missing value: its row is left out and counted. */
export interface Term {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/** Rows of a model, column by column: all lists are of one length. An intercept is added. */
export interface ModelData {
  readonly outcome: readonly (number | null)[];
  readonly terms: readonly Term[];
  /** Whose row it is: the cluster. */
  readonly person: readonly string[];
}

/** Name of the added constant, as R has it. */
export const INTERCEPT = '(Intercept)';

/** Complete rows: columns centred and scaled, so that neither a large offset nor a large unit costs precision. */
export interface Design {
  readonly rows: number;
  readonly excluded: number;
  /** The intercept, then the terms. */
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
  readonly means: readonly number[];
  readonly scales: readonly number[];
  readonly outcome: Float64Array;
  readonly outcomeMean: number;
  /** Person of each row, counted from 0. */
  readonly person: Int32Array;
  readonly people: number;
}

const MOST_TERMS = 100;
/** Share of a column that earlier columns leave unexplained, below which it says nothing new. */
const SAID_ALREADY = 1e-10;

/**
 * Complete rows of a model as a design, or why there is none: nobody complete, one person, a constant, one term said by
 * the others, no more rows than coefficients.
 * @throws RangeError for lists of different length, more than 100 terms, or a value that is neither finite nor null
 */
export function designOf(data: ModelData): Fitted<Design> {
  const places = completeRows(data);
  if (places.length === 0)
    return refuseModel('nothing-complete', 'no row has a value of the outcome and of every term');
  const { person, people } = numberedPeople(data.person, places);
  if (people < 2) return refuseModel('one-person', 'all rows are of one person');
  const rows = places.length;
  if (rows <= data.terms.length + 1)
    return refuseModel('too-few-rows', `${rows} complete rows cannot tell ${data.terms.length + 1} coefficients`);
  const outcome = standardised(data.outcome, places);
  if (outcome.scale === 0) return refuseModel('constant-outcome', 'the outcome does not vary');
  const terms = data.terms.map(({ name, values }) => ({ name, ...standardised(values, places) }));
  const constant = terms.find(({ scale }) => scale === 0);
  if (constant !== undefined) return refuseModel('constant-term', `${constant.name} does not vary`);
  const columns = [new Float64Array(rows).fill(1), ...terms.map(({ column }) => column)];
  const design: Design = {
    ...{ rows, excluded: data.outcome.length - rows, columns, person, people },
    names: [INTERCEPT, ...terms.map(({ name }) => name)],
    means: [0, ...terms.map(({ mean }) => mean)],
    scales: [1, ...terms.map(({ scale }) => scale)],
    outcome: outcome.column.map((value) => value * outcome.scale),
    outcomeMean: outcome.mean,
  };
  const dependent = firstDependent(crossProduct(columns));
  if (dependent === null) return design;
  return refuseModel('collinear', `${design.names[dependent] ?? 'a term'} is said by the terms before it`);
}

function completeRows({ outcome, terms, person }: ModelData): Int32Array {
  if (terms.length > MOST_TERMS) throw new RangeError(`${terms.length} terms are more than ${MOST_TERMS}`);
  const columns = [{ name: 'outcome', values: outcome }, ...terms];
  if (person.length !== outcome.length) throw new RangeError(`${person.length} people of ${outcome.length} rows`);
  for (const { name, values } of columns) {
    if (values.length !== outcome.length)
      throw new RangeError(`${name} has ${values.length} values, not ${outcome.length}`);
    const wrong = values.findIndex((value) => value !== null && !Number.isFinite(value));
    if (wrong >= 0) throw new RangeError(`${name}: value ${wrong} is not a finite number`);
  }
  const places = new Int32Array(outcome.length);
  let complete = 0;
  for (let row = 0; row < outcome.length; row += 1) {
    if (columns.every(({ values }) => values[row] !== null)) places[complete++] = row;
  }
  return places.subarray(0, complete);
}

function numberedPeople(ids: readonly string[], places: Int32Array): { person: Int32Array; people: number } {
  const numbers = new Map<string, number>();
  const person = new Int32Array(places.length);
  places.forEach((place, row) => {
    const id = ids[place] ?? '';
    const number = numbers.get(id) ?? numbers.size;
    numbers.set(id, number);
    person[row] = number;
  });
  return { person, people: numbers.size };
}

/** Values less their mean over their standard deviation; a scale of 0 where they do not vary beyond rounding. */
function standardised(values: readonly (number | null)[], places: Int32Array) {
  const column = Float64Array.from(places, (place) => values[place] ?? 0);
  const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
  const squares = column.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const spread = Math.sqrt(squares / Math.max(1, column.length - 1));
  const scale = spread <= 1e-12 * Math.max(Math.abs(mean), Number.MIN_VALUE) ? 0 : spread;
  return { column: column.map((value) => (value - mean) / (scale || 1)), mean, scale };
}

/** X′X of columns. */
export function crossProduct(columns: readonly Float64Array[]): Matrix {
  const size = columns.length;
  const product = Matrix.zeros(size, size);
  columns.forEach((one, i) => {
    for (let j = i; j < size; j += 1) {
      const sum = dot(one, columns[j] ?? one);
      product.set(i, j, sum);
      product.set(j, i, sum);
    }
  });
  return product;
}

/** Sum of products of two columns of one length. */
export function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < one.length; row += 1) sum += (one[row] ?? 0) * (other[row] ?? 0);
  return sum;
}

/** The first column of a cross product that those before it explain, by Cholesky’s pivots; null where none is. */
export function firstDependent(product: Matrix): number | null {
  const rest = product.clone();
  for (let pivot = 0; pivot < rest.rows; pivot += 1) {
    const left = rest.get(pivot, pivot);
    if (!(left > SAID_ALREADY * product.get(pivot, pivot))) return pivot;
    for (let row = pivot + 1; row < rest.rows; row += 1) {
      const factor = rest.get(row, pivot) / left;
      for (let column = pivot + 1; column < rest.rows; column += 1)
        rest.set(row, column, rest.get(row, column) - factor * rest.get(pivot, column));
    }
  }
  return null;
}

/** Coefficients and their covariance as the data’s own units have them. */
export function inOwnUnits(
  { means, scales, outcomeMean }: Design,
  estimates: readonly number[],
  covariance: Matrix,
): { estimates: readonly number[]; covariance: Matrix } {
  const back = Matrix.zeros(scales.length, scales.length);
  scales.forEach((scale, term) => {
    back.set(term, term, 1 / scale);
    if (term > 0) back.set(0, term, -(means[term] ?? 0) / scale);
  });
  const own = back.mmul(Matrix.columnVector([...estimates])).to1DArray();
  return {
    estimates: own.map((estimate, term) => (term === 0 ? estimate + outcomeMean : estimate)),
    covariance: back.mmul(covariance).mmul(back.transpose()),
  };
}
