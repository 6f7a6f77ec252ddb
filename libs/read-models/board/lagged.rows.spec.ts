import { describe, expect, it } from '@jest/globals';
import { answerOf, type AssociationModel } from './lagged.association.ts';
import { HOMEWORK_METRICS, type HomeworkInterval, type HomeworkMetric, laggedRows } from './lagged.rows.ts';
import { runGrid, specificationCurve, type SpecificationGrid, specificationsOf } from './specification.grid.ts';

const DAY = 86_400_000;
const HOUR = DAY / 24;
const week = (number: number): number => number * 7 * DAY;

const NONE = Object.fromEntries(Object.keys(HOMEWORK_METRICS).map((name) => [name, null])) as Record<
  HomeworkMetric,
  number | null
>;
const interval = (number: number, value: number | null, more: Partial<HomeworkInterval> = {}): HomeworkInterval => ({
  ...{ person: 'p', interval: number, from: week(number), to: week(number + 1), metrics: { ...NONE, value } },
  ...more,
});
const scored = (...scores: readonly (readonly [at: number, total: number])[]) =>
  new Map([['p', scores.map(([at, total]) => ({ at, total }))]]);

describe('rows of the lagged models', () => {
  it('take the last total about either end of an interval, up to a day after it', () => {
    const scores = scored([week(1), 14], [week(2) + 20 * HOUR, 11]);
    const [row] = laggedRows([interval(1, 0.5)], scores, 'value');
    expect(row).toEqual({ person: 'p', interval: 1, homework: 0.5, before: 14, after: 11 });
    const [late] = laggedRows([interval(1, 0.5)], scored([week(1), 14], [week(2) + 25 * HOUR, 11]), 'value');
    expect(late?.after).toBeNull();
  });

  it('never take one total for both ends, nor one older than two weeks', () => {
    const short = interval(1, 1, { to: week(1) + 12 * HOUR });
    expect(laggedRows([short], scored([week(1), 14]), 'value')[0]).toMatchObject({ before: 14, after: null });
    const old = scored([week(1) - 15 * DAY, 20]);
    expect(laggedRows([interval(1, 1)], old, 'value')[0]).toMatchObject({ before: null, after: null });
  });

  it('leave what is open, unknown or of somebody without totals unknown, never zero', () => {
    const open = interval(1, null, { to: null });
    expect(laggedRows([open], scored([week(1), 9]), 'value')[0]).toMatchObject({
      homework: null,
      before: 9,
      after: null,
    });
    expect(laggedRows([interval(1, 0)], new Map(), 'value')[0]).toMatchObject({
      homework: 0,
      before: null,
      after: null,
    });
    expect(laggedRows([], scored([0, 1]), 'minutes')).toEqual([]);
  });
});

const MODELS: readonly AssociationModel[] = ['lagged-panel', 'person-mean-centred', 'least-squares'];
const course = (
  people: number,
  weeks: number,
  of: (person: number, week: number) => readonly [number | null, number | null],
) =>
  Array.from({ length: people * weeks }, (_, place) => {
    const [person, at] = [Math.floor(place / weeks), place % weeks];
    const [homework, after] = of(person, at);
    return { person: `p${person}`, interval: at + 1, homework, before: of(person, Math.max(0, at - 1))[1], after };
  });

describe('an answer about homework', () => {
  it.each([
    ['nothing', []],
    ['one person', course(1, 8, (_, at) => [at % 3, 20 - at])],
    ['homework that never changes', course(9, 6, (person, at) => [1, person + (at % 4)])],
    ['an outcome that never changes', course(9, 6, (person, at) => [(person + at) % 3, 7])],
    ['cells that are all missing', course(9, 6, () => [null, null])],
    [
      'homework that tells the outcome entirely',
      course(9, 6, (person, at) => [(person * 3 + at) % 5, (person * 3 + at) % 5]),
    ],
  ])('is a reason and no number over %s', (_, rows) => {
    for (const model of MODELS) {
      const { coefficient, perSd, refused, rows: used } = answerOf(rows, { lag: 1, model });
      if (coefficient !== null) {
        expect([coefficient.estimate, coefficient.lower, coefficient.upper, coefficient.p].every(Number.isFinite)).toBe(
          true,
        );
        continue;
      }
      expect({ perSd, used }).toEqual({ perSd: null, used: 0 });
      expect(refused?.length).toBeGreaterThan(10);
    }
  });

  it('moves homework back by the intervals of its lag, and leaves the first ones out', () => {
    const rows = course(12, 6, (person, at) => [(person * 5 + at * at) % 7, (person + at * 3) % 11]);
    const [one, three] = [1, 3].map((lag) => answerOf(rows, { lag, model: 'least-squares' }));
    expect(one?.rows).toBe(72);
    expect(three?.rows).toBe(12 * 4);
  });
});

const GRID: SpecificationGrid = {
  ...{
    studyId: 's',
    siteId: null,
    instrumentId: 'phq-9',
    informants: ['client'],
    definitionIds: ['standard'],
    lags: [1, 2],
  },
  ...{ denominators: ['as-adjusted'], metrics: ['value', 'minutes'], models: ['least-squares'] },
};

describe('a grid of specifications', () => {
  it('counts each choice once, and refuses lists that are empty and grids beyond reading', () => {
    expect(specificationsOf({ ...GRID, lags: [1, 1, 2] })).toHaveLength(4);
    expect(() => specificationsOf({ ...GRID, metrics: [] })).toThrow('metrics');
    expect(() => specificationsOf({ ...GRID, lags: [13] })).toThrow('lag');
    const many = Array.from({ length: 600 }, (_, place) => `d${place}`);
    expect(() => specificationsOf({ ...GRID, definitionIds: many })).toThrow('2400 specifications; 2000 are the most');
  });

  it('puts answers in order, counts the signs, and tells how many have none', () => {
    const metrics = (value: number): HomeworkInterval['metrics'] => ({ ...NONE, value });
    const people = Array.from({ length: 9 * 6 }, (_, place) => {
      const [person, number] = [`p${Math.floor(place / 6)}`, (place % 6) + 1];
      return interval(number, null, { person, metrics: metrics((place * place) % 5) });
    });
    const scores = new Map(
      Array.from({ length: 9 }, (_, person) => [
        `p${person}`,
        Array.from({ length: 8 }, (__, at) => ({ at: week(at), total: (person * 3 + at * at * 2) % 17 })),
      ]),
    );
    const intervals = new Map([[JSON.stringify(['standard', 'as-adjusted']), people]]);
    const answers = [...runGrid(GRID, { logIndex: 1, intervals, scores: new Map([['client', scores]]) })];
    const { rows, figures, excluded } = specificationCurve(GRID, answers);
    expect(figures).toMatchObject({ asked: 4, fitted: 2, refused: 2 });
    expect(excluded).toEqual([{ reason: 'specifications-refused', people: 2 }]);
    const values = rows.map((row) => Number(row[7]));
    expect(values).toEqual(values.toSorted((one, other) => one - other));
    for (const [value, lower, upper] of rows.map((row) => [row[7], row[8], row[9]]))
      expect(Number(lower) <= Number(value) && Number(value) <= Number(upper)).toBe(true);
    expect(specificationCurve(GRID, []).figures).toMatchObject({ asked: 0, sameSign: null, median: null });
  });
});
