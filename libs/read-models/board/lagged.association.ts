import type { Informant } from '#domain';
import {
  clusteredModel,
  type Coefficient,
  COMPARATOR_TERMS,
  describe,
  isRefused,
  laggedModel,
  type LaggedRow,
  personMeanCentredModel,
} from '#statistics';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { InvalidRead } from '../snapshot/read.error.ts';
import { type BoardTable, columnsOf, ofSiteOnly, short } from './board.table.ts';
import { type HomeworkMeasure, versionOf } from './heat-map.query.ts';
import {
  HOMEWORK_METRICS,
  type HomeworkMetric,
  intervalsOf,
  type LaggedPlace,
  laggedRows,
  timedScores,
} from './lagged.rows.ts';

export { HOMEWORK_METRICS, type HomeworkMetric };

/** The primary model, the comparator that papers report, and least squares of the next outcome on this one and homework. */
export type AssociationModel = 'lagged-panel' | 'person-mean-centred' | 'least-squares';

/** What is asked of homework and the outcome that follows. */
export interface LaggedQuestion extends LaggedPlace {
  readonly instrumentId: string;
  readonly informant: Informant;
  readonly homework: HomeworkMeasure;
  readonly metric: HomeworkMetric;
  /** Intervals from homework to the outcome; 1 is the outcome at the end of its own interval. */
  readonly lag: number;
  readonly model: AssociationModel;
}

/** A model's answer about homework, or why there is none. */
export interface LaggedAnswer {
  /** Outcome points per unit of the metric. */
  readonly coefficient: Coefficient | null;
  /** Outcome points per standard deviation of the metric: comparable between metrics. */
  readonly perSd: number | null;
  readonly rows: number;
  readonly people: number;
  readonly excluded: number;
  readonly refused: string | null;
  readonly caution: string | null;
}

/** Fits one model to rows whose homework is that of the interval itself. */
export function answerOf(
  rows: readonly LaggedRow[],
  { lag, model }: Pick<LaggedQuestion, 'lag' | 'model'>,
): LaggedAnswer {
  const moved = model === 'lagged-panel' ? rows : movedBy(rows, lag);
  const spread = describe(moved.flatMap(({ homework }) => homework ?? [])).sd;
  const fit = fitted(moved, lag, model);
  const { coefficient } = fit;
  return { ...fit, perSd: coefficient === null || spread === null ? null : coefficient.estimate * spread };
}

type Fit = Omit<LaggedAnswer, 'perSd'>;

function fitted(rows: readonly LaggedRow[], lag: number, model: AssociationModel): Fit {
  switch (model) {
    case 'lagged-panel': {
      const found = laggedModel(rows, { lag });
      if (isRefused(found)) return refusedFit(rows, found.detail);
      const { homework, people, excluded, caution } = found;
      return { coefficient: homework, rows: found.rows, people, excluded, refused: null, caution };
    }
    case 'person-mean-centred': {
      const found = personMeanCentredModel(rows);
      if (isRefused(found)) return refusedFit(rows, found.detail);
      return { ...told(found, COMPARATOR_TERMS.within), caution: 'biased-under-feedback' };
    }
    case 'least-squares': {
      const column = (name: 'before' | 'homework' | 'interval') => ({ name, values: rows.map((row) => row[name]) });
      const found = clusteredModel({
        outcome: rows.map(({ after }) => after),
        person: rows.map(({ person }) => person),
        terms: [column('before'), column('homework'), column('interval')],
      });
      if (isRefused(found)) return refusedFit(rows, found.detail);
      return { ...told(found, 'homework'), caution: 'within-and-between-mixed' };
    }
  }
}

interface Told {
  readonly coefficients: readonly Coefficient[];
  readonly rows: number;
  readonly people: number;
  readonly excluded: number;
}

function told({ coefficients, rows, people, excluded }: Told, name: string): Omit<Fit, 'caution'> {
  const coefficient = coefficients.find((each) => each.name === name) ?? null;
  return { coefficient, rows, people, excluded, refused: null };
}

function refusedFit(rows: readonly LaggedRow[], detail: string): Fit {
  return { coefficient: null, rows: 0, people: 0, excluded: rows.length, refused: detail, caution: null };
}

/** Homework of `lag − 1` intervals before, where it is known. */
function movedBy(rows: readonly LaggedRow[], lag: number): readonly LaggedRow[] {
  if (lag === 1) return rows;
  const known = new Map(rows.map(({ person, interval, homework }) => [`${person} ${interval}`, homework]));
  return rows.map((row) => ({ ...row, homework: known.get(`${row.person} ${row.interval - lag + 1}`) ?? null }));
}

/** @throws InvalidRead for a lag that is not from 1 to 12 */
export function checkedLag(lag: number): number {
  if (!Number.isInteger(lag) || lag < 1 || lag > 12)
    throw new InvalidRead('lag', 'must be a whole number from 1 to 12');
  return lag;
}

const MODEL_WORDS: Readonly<Record<AssociationModel, string>> = {
  'lagged-panel':
    'next outcome on this one and on homework, everybody with a level of their own (forward orthogonal deviations, two collapsed lags, robust errors, occasion means taken out)',
  'person-mean-centred':
    'comparator: next outcome on this one, on homework about its whole-course person mean, on that mean and on time, random intercept, REML',
  'least-squares': 'next outcome on this one, on homework and on time by least squares, errors by person (CR2)',
};

/** Homework of each interval beside the change that followed, with a model of it. Association only. @throws InvalidRead, TooManyRows */
export async function laggedAssociation(snapshot: ReadSnapshot, question: LaggedQuestion): Promise<BoardTable> {
  const { studyId, homework, metric, instrumentId, informant, model } = question;
  const lag = checkedLag(question.lag);
  const version = await versionOf(snapshot, studyId, homework);
  const intervals = await intervalsOf(snapshot, question, { ...homework, version });
  const scores = await timedScores(snapshot, question, { instrumentId, informant });
  const rows = laggedRows(intervals, scores, metric);
  const answer = answerOf(rows, { lag, model });
  const points = movedBy(rows, lag).flatMap(({ person, interval, homework: done, before, after }) =>
    done === null || before === null || after === null
      ? []
      : [[person, interval, short(done), before, after, after - before]],
  );
  const { coefficient, perSd, refused, caution, people } = answer;
  const left = rows.length - points.length;
  return {
    title: 'Homework and the change that follows',
    definition: `${metric} under ${homework.definitionId} version ${version}, ${homework.denominator}, ${lag} interval(s) before ${instrumentId} as ${informant} tells it; ${MODEL_WORDS[model]}${ofSiteOnly(question.siteId)}`,
    denominator: 'intervals with homework, an outcome before and one after',
    n: people,
    excluded: left === 0 ? [] : [{ reason: 'intervals-with-something-unknown', people: left }],
    columns: columnsOf(
      ['person', 'id'],
      ['interval', 'counted from 1'],
      ['homework', metric],
      ['before', 'points'],
      ['after', 'points'],
      ['change', 'after − before, points'],
    ),
    rows: points,
    figures: {
      ...{ model, lag, metric, refused, caution, perSd: short(perSd), version },
      ...{ estimate: short(coefficient?.estimate ?? null), lower: short(coefficient?.lower ?? null) },
      ...{ upper: short(coefficient?.upper ?? null), p: short(coefficient?.p ?? null) },
      ...{ intervals: answer.rows, ...lineOf(points) },
    },
  };
}

/** The plain line through the points, for the eye: not the model. */
function lineOf(points: readonly (readonly (string | number | null)[])[]) {
  const x = points.map((point) => Number(point[2]));
  const y = points.map((point) => Number(point[5]));
  const [meanX, meanY] = [describe(x).mean ?? 0, describe(y).mean ?? 0];
  const sxx = x.reduce((sum, value) => sum + (value - meanX) ** 2, 0);
  if (sxx === 0 || x.every((value) => value === x[0])) return { slope: null, intercept: null };
  const slope = x.reduce((sum, value, at) => sum + (value - meanX) * ((y[at] ?? meanY) - meanY), 0) / sxx;
  return { slope: short(slope), intercept: short(meanY - slope * meanX) };
}
