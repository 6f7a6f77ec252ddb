import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import {
  clusteredModel,
  isRefused,
  laggedModel,
  type LaggedRow,
  mixedModel,
  type ModelData,
  personMeanCentredModel,
} from '../index.ts';

const people = (n: number, each: number) => Array.from({ length: n * each }, (_, row) => `p${Math.floor(row / each)}`);
const wave = (n: number, speed: number) =>
  Array.from({ length: n }, (_, row) => Math.sin(row * speed) + Math.cos(row * row));
const usual: ModelData = { outcome: wave(40, 1), person: people(8, 5), terms: [{ name: 'x', values: wave(40, 2) }] };
const MILLION = million(20_000, 50);
const code = (fitted: object) => ('refused' in fitted ? fitted.refused : 'fitted');

/** Rows of a congruential generator: no two columns hang together. */
function million(persons: number, each: number): ModelData {
  const size = persons * each;
  const [outcome, values, person] = [new Array<number>(size), new Array<number>(size), new Array<string>(size)];
  let state = 1;
  const next = () => (state = (state * 48_271) % 2_147_483_647);
  for (let row = 0; row < size; row += 1) {
    outcome[row] = next() % 28;
    values[row] = next() % 5;
    person[row] = `p${row % persons}`;
  }
  return { outcome, person, terms: [{ name: 'x', values }] };
}

describe.each([
  ['mixed model', mixedModel],
  ['clustered model', clusteredModel],
] as const)('%s', (_, model) => {
  it.each<[string, ModelData, string]>([
    ['nothing', { outcome: [], person: [], terms: [] }, 'nothing-complete'],
    ['all missing', { ...usual, terms: [{ name: 'x', values: usual.outcome.map(() => null) }] }, 'nothing-complete'],
    ['one person', { ...usual, person: usual.person.map(() => 'p') }, 'one-person'],
    ['a constant outcome', { ...usual, outcome: usual.outcome.map(() => 0.1) }, 'constant-outcome'],
    ['a constant term', { ...usual, terms: [{ name: 'x', values: usual.outcome.map(() => 3) }] }, 'constant-term'],
    ['a term twice', { ...usual, terms: [...usual.terms, ...usual.terms] }, 'collinear'],
    ['an outcome that is the term', { ...usual, terms: [{ name: 'x', values: usual.outcome }] }, 'perfect-fit'],
    [
      'three rows of two people',
      {
        outcome: [1, 2, 4],
        person: ['a', 'a', 'b'],
        terms: [
          { name: 'x', values: [1, 2, 1] },
          { name: 'z', values: [3, 5, 8] },
        ],
      },
      'too-few-rows',
    ],
  ])('refuses %s', (__, data, wanted) => {
    const fitted = model(data);
    expect(code(fitted)).toBe(wanted);
    expect(isRefused(fitted) && fitted.detail.length > 10).toBe(true);
  });

  it('names what is no table', () => {
    expect(() => model({ ...usual, person: ['p'] })).toThrow('1 people of 40');
    expect(() => model({ ...usual, terms: [{ name: 'dose', values: [1] }] })).toThrow('dose');
    expect(() =>
      model({ ...usual, outcome: usual.outcome.map((value, row) => (row === 7 ? Number.NaN : value)) }),
    ).toThrow('outcome: value 7');
  });

  it('gives numbers or a reason, never NaN', () => {
    const cell = fc.option(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(1e9, -1e9, 1e-9)), {
      nil: null,
      freq: 6,
    });
    const row = fc.record({ y: cell, x: cell, z: cell, who: fc.constantFrom('a', 'b', 'c', 'd') });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 24 }), (rows) => {
        const terms = [
          { name: 'x', values: rows.map(({ x }) => x) },
          { name: 'z', values: rows.map(({ z }) => z) },
        ];
        const fitted = model({ outcome: rows.map(({ y }) => y), person: rows.map(({ who }) => who), terms });
        if (isRefused(fitted)) return;
        for (const { estimate, standardError, lower, upper, p } of fitted.coefficients)
          expect([estimate, standardError, lower, upper, p].every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 120 },
    );
  });

  it('takes a million rows', () => {
    expect(model(MILLION)).toMatchObject({ rows: MILLION.outcome.length, people: 20_000 });
  });
});

describe('mixed model', () => {
  it('refuses people with one row each', () => {
    expect(code(mixedModel({ ...usual, person: usual.person.map((_, row) => `p${row}`) }))).toBe('no-repeats');
  });
});

const course = (
  persons: number,
  intervals: number,
  of: (person: number, interval: number) => Partial<LaggedRow>,
): LaggedRow[] =>
  Array.from({ length: persons }, (_, person) =>
    Array.from({ length: intervals }, (__, place) => ({
      ...{
        person: `p${person}`,
        interval: place + 1,
        before: Math.sin(person * 7 + place),
        after: Math.sin(person * 7 + place + 1),
      },
      ...{ homework: Math.cos(person * 3 + place * place), ...of(person, place + 1) },
    })),
  ).flat();

describe('lagged model', () => {
  it.each<[string, LaggedRow[], string]>([
    ['nothing', [], 'nothing-complete'],
    ['no homework known', course(9, 5, () => ({ homework: null })), 'nothing-complete'],
    ['one person', course(1, 9, () => ({})), 'one-person'],
    ['one interval each', course(9, 1, () => ({})), 'no-repeats'],
    ['four people', course(4, 5, () => ({})), 'too-few-rows'],
    ['homework that never changes', course(9, 5, () => ({ homework: 1 })), 'constant-term'],
    ['an outcome that never changes', course(9, 5, () => ({ before: 4, after: 4 })), 'constant-outcome'],
    [
      'homework that is the outcome',
      course(9, 5, (person, interval) => ({ homework: Math.sin(person * 7 + interval - 1) })),
      'not-identified',
    ],
  ])('refuses %s', (_, rows, wanted) => {
    expect(code(laggedModel(rows, { detrend: 'none' }))).toBe(wanted);
  });

  it('names the row that is wrong', () => {
    const rows = course(9, 5, () => ({}));
    expect(() => laggedModel([...rows, ...rows.slice(0, 1)])).toThrow('row 45: a second row of interval 1');
    expect(() => laggedModel(course(2, 2, () => ({ interval: 1.5 })))).toThrow('row 0: interval 1.5');
    expect(() => laggedModel(course(2, 2, () => ({ after: Number.POSITIVE_INFINITY })))).toThrow('row 0: after');
    expect(() => laggedModel(rows, { lag: 0 })).toThrow('lag');
  });

  it('gives numbers or a reason, never NaN, and so does its comparator', () => {
    const cell = fc.option(fc.integer({ min: 0, max: 4 }), { nil: null, freq: 8 });
    const values = fc.array(fc.record({ level: cell, homework: cell }), { minLength: 30, maxLength: 60 });
    fc.assert(
      fc.property(
        values,
        fc.constantFrom('none' as const, 'occasions' as const),
        fc.constantFrom(1 as const, 2 as const),
        (drawn, detrend, steps) => {
          const rows = drawn.slice(1).map(({ level, homework }, place) => ({
            ...{
              person: `p${Math.floor(place / 5)}`,
              interval: place % 5,
              before: drawn[place]?.level ?? null,
              homework,
              after: level,
            },
          }));
          const model = laggedModel(rows, { detrend, steps });
          const found = isRefused(model) ? [] : [model.homework, model.persistence];
          const other = personMeanCentredModel(rows);
          for (const each of [...found, ...(isRefused(other) ? [] : other.coefficients)])
            expect([each.estimate, each.standardError, each.lower, each.p].every(Number.isFinite)).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('takes a hundred thousand rows', () => {
    expect(laggedModel(course(2_000, 50, () => ({})))).toMatchObject({ people: 2_000 });
  });
});
