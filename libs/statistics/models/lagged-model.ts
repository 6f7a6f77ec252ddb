import jStat from 'jstat';
import { Matrix } from 'ml-matrix';
import { inverseOf } from './clustered-model.ts';
import { type Coefficient, coefficientOf, untold } from './coefficient.ts';
import { crossProduct, dot, firstDependent } from './design.matrix.ts';
import { type Detrend, type LaggedRow, type Panel, type PanelRow, panelOf } from './lagged-panel.ts';
import { type PanelTransform, type Transformed, transformed } from './panel-transform.ts';
import { type Fitted, isRefused, type Refused, refuseModel } from './refusal.ts';

export interface LaggedModelOptions {
  /** Homework of how many intervals back; 1 is the interval that ends with the outcome. */
  readonly lag?: number;
  readonly detrend?: Detrend;
  readonly transform?: PanelTransform;
  /** One step with robust errors, or two with Windmeijer’s (2005) correction. */
  readonly steps?: 1 | 2;
  readonly confidence?: number;
}

/** The lagged dynamic-panel model: next outcome on this one and on homework, each person with a level of their own. */
export interface LaggedModel {
  readonly transform: PanelTransform;
  readonly detrend: Detrend;
  readonly steps: 1 | 2;
  readonly lag: number;
  /** Of the outcome before: how much of it persists. */
  readonly persistence: Coefficient;
  /** Of homework: outcome units per unit of homework, within a person. */
  readonly homework: Coefficient;
  /** Hansen’s J of instruments beyond need: a small p speaks against them. */
  readonly overidentification: { readonly statistic: number; readonly df: number; readonly p: number };
  /** Where persistence may reach 0.9, past levels say little about change: the instruments are weak and β leans to least squares. */
  readonly caution: 'near-random-walk' | null;
  /** Intervals used, after the transformation. */
  readonly rows: number;
  /** People with two intervals or more. */
  readonly people: number;
  /** Intervals left out: something unknown, or alone. */
  readonly excluded: number;
}

const WEAK_FROM = 0.9;
const TERMS = ['before', 'homework'];

/**
 * Y(k+1) = a(person) + φ·Y(k) + β·H(k) + e by the generalised method of moments. Homework is predetermined: symptoms may
 * change later homework. Instruments are two collapsed lags of each, Y(k), Y(k−1), H(k), H(k−1) (Roodman 2009), for first
 * differences one lag further back for Y; standard errors allow for anything within a person; intervals are Student’s with
 * people − 2 degrees of freedom. Independence of people is assumed.
 * @throws RangeError for rows that are no panel: see `panelOf`
 */
export function laggedModel(rows: readonly LaggedRow[], options: LaggedModelOptions = {}): Fitted<LaggedModel> {
  const { lag = 1, detrend = 'occasions', transform = 'forward-orthogonal', steps = 1, confidence = 0.95 } = options;
  const panel = panelOf(rows, detrend, lag);
  if (isRefused(panel)) return panel;
  const data = transformed(panel, transform);
  const refusal = refusedPanel(panel, data);
  if (refusal !== null) return refusal;
  const fit = fitted(data, transform, steps);
  if (isRefused(fit)) return fit;
  const [persistence, homework] = TERMS.map((name, term) => {
    const estimate = fit.estimates.get(term, 0);
    const standardError = Math.sqrt(fit.covariance.get(term, term));
    return coefficientOf({ name, estimate, standardError, df: data.people - TERMS.length }, confidence);
  });
  if (persistence === undefined || homework === undefined) throw new RangeError('a coefficient is missing');
  const refused = untold([persistence, homework]);
  if (refused !== null) return refused;
  const used = data.outcome.length;
  return {
    ...{ transform, detrend, steps, lag, persistence, homework, overidentification: fit.overidentification },
    caution: persistence.upper >= WEAK_FROM ? 'near-random-walk' : null,
    ...{ rows: used, people: data.people, excluded: rows.length - used },
  };
}

function refusedPanel({ people }: Panel, data: Transformed): Refused | null {
  if (people.length < 2) return refuseModel('one-person', 'all complete intervals are of one person');
  if (data.people === 0) return refuseModel('no-repeats', 'nobody has two complete intervals');
  if (data.people <= data.instruments.length)
    return refuseModel(
      'too-few-rows',
      `${data.people} people with two complete intervals cannot carry four instruments`,
    );
  const varies = (read: (row: PanelRow) => number) =>
    people.some((own) => own.some((row) => read(row) !== read(own[0] ?? row)));
  if (!varies(({ after }) => after)) return refuseModel('constant-outcome', 'the outcome varies within nobody');
  if (!varies(({ homework }) => homework)) return refuseModel('constant-term', 'homework varies within nobody');
  return null;
}

interface GmmFit {
  readonly estimates: Matrix;
  readonly covariance: Matrix;
  readonly overidentification: LaggedModel['overidentification'];
}

function fitted(data: Transformed, transform: PanelTransform, steps: 1 | 2): Fitted<GmmFit> {
  const { instruments, terms, outcome } = data;
  const zx = products(instruments, terms);
  const zy = products(instruments, [outcome]);
  const weights = transform === 'forward-orthogonal' ? crossProduct(instruments) : neighbouring(data);
  if (
    [crossProduct(instruments), crossProduct(terms), zx.transpose().mmul(zx)].some(
      (each) => firstDependent(each) !== null,
    )
  )
    return refuseModel('not-identified', 'the instruments do not tell the outcome before from homework');
  const weight = inverseOf(weights);
  const first = solved(zx, zy, weight);
  const scores = scoresOf(data, errorsOf(data, first.estimates));
  const spread = crossProduct(scores);
  if (firstDependent(spread) !== null) return refuseModel('perfect-fit', 'nothing is left unexplained');
  const robust = first.bread.mmul(zx.transpose()).mmul(weight).mmul(spread).mmul(weight).mmul(zx).mmul(first.bread);
  const efficient = inverseOf(spread);
  const second = solved(zx, zy, efficient);
  const left = products(instruments, [errorsOf(data, second.estimates)]);
  const overidentification = hansen(left, efficient);
  if (steps === 1) return { estimates: first.estimates, covariance: robust, overidentification };
  const covariance = windmeijer(data, { zx, efficient, robust, scores, left, bread: second.bread });
  return { estimates: second.estimates, covariance, overidentification };
}

/** A′B of columns. */
function products(one: readonly Float64Array[], other: readonly Float64Array[]): Matrix {
  return new Matrix(one.map((left) => other.map((right) => dot(left, right))));
}

function solved(zx: Matrix, zy: Matrix, weight: Matrix): { estimates: Matrix; bread: Matrix } {
  const turn = zx.transpose().mmul(weight);
  const bread = inverseOf(turn.mmul(zx));
  return { estimates: bread.mmul(turn).mmul(zy), bread };
}

/** Z′HZ where differences of independent errors make a moving average: 2 on the diagonal, −1 beside it. */
function neighbouring({ instruments, person }: Transformed): Matrix {
  const shifted = instruments.map((column) =>
    column.map((_, row) => (row > 0 && person[row - 1] === person[row] ? (column[row - 1] ?? 0) : 0)),
  );
  const beside = products(instruments, shifted);
  return crossProduct(instruments).mul(2).sub(beside).sub(beside.transpose());
}

function errorsOf({ outcome, terms }: Transformed, estimates: Matrix): Float64Array {
  const slopes = estimates.to1DArray();
  return outcome.map((value, row) =>
    terms.reduce((left, term, place) => left - (term[row] ?? 0) * (slopes[place] ?? 0), value),
  );
}

/** Each instrument times a column, summed within people. */
function scoresOf({ instruments, person, people }: Transformed, column: Float64Array): readonly Float64Array[] {
  return instruments.map((instrument) => {
    const own = new Float64Array(people);
    person.forEach((number, row) => (own[number] = (own[number] ?? 0) + (instrument[row] ?? 0) * (column[row] ?? 0)));
    return own;
  });
}

function hansen(left: Matrix, efficient: Matrix): LaggedModel['overidentification'] {
  const statistic = Math.max(0, left.transpose().mmul(efficient).mmul(left).get(0, 0));
  const df = efficient.rows - TERMS.length;
  return { statistic, df, p: 1 - jStat.chisquare.cdf(statistic, df) };
}

interface TwoSteps {
  readonly zx: Matrix;
  readonly efficient: Matrix;
  readonly robust: Matrix;
  readonly bread: Matrix;
  /** Of the first step, by person. */
  readonly scores: readonly Float64Array[];
  /** Instruments times the second step’s errors. */
  readonly left: Matrix;
}

/** The second step’s covariance with what its estimated weights add (Windmeijer 2005, eq. 2.7). */
function windmeijer(data: Transformed, { zx, efficient, robust, bread, scores, left }: TwoSteps): Matrix {
  const slope = Matrix.zeros(TERMS.length, TERMS.length);
  data.terms.forEach((column, term) => {
    const crossed = products(scoresOf(data, column), scores);
    const change = Matrix.add(crossed, crossed.transpose());
    slope.setColumn(term, bread.mmul(zx.transpose()).mmul(efficient).mmul(change).mmul(efficient).mmul(left));
  });
  const crossed = slope.mmul(bread);
  return Matrix.add(bread, crossed).add(crossed.transpose()).add(slope.mmul(robust).mmul(slope.transpose()));
}
