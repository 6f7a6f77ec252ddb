/** Every measure against its definition, written out in the slowest way, on small tables of any content. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Column, decode, encode, MISSING } from '../table/column.ts';
import { anonymity } from './k-anonymity.ts';
import { diversity, recursiveDiversityBound } from './l-diversity.ts';
import { equivalenceClasses, frequencies } from './missing-values.ts';
import { sensitiveClasses, type SensitiveMissing } from './sensitive-classes.ts';
import { specialUniques } from './suda.ts';
import { type GroundDistance, tCloseness } from './t-closeness.ts';

const ROWS = 9;
const cell = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: null });
const cells = fc.array(cell, { minLength: ROWS, maxLength: ROWS });
const tables = fc
  .array(cells, { minLength: 1, maxLength: 4 })
  .map((columns) => columns.map((column, index) => encode(`q${index}`, column)));
const sensitive = fc
  .array(fc.option(fc.integer({ min: 0, max: 4 }), { nil: null }), { minLength: ROWS, maxLength: ROWS })
  .map((codes): Column => ({
    name: 's',
    codes: Int32Array.from(codes, (code) => code ?? MISSING),
    values: ['0', '1', '2', '3', '4'],
  }));
const reading = fc.constantFrom<SensitiveMissing>('own-value', 'left-out');

const rowOf = (columns: readonly Column[], row: number) => columns.map((column) => decode(column)[row]);

/** Sensitive codes of each class, missing as the last value or left out. */
function classesOf(quasi: readonly Column[], column: Column, missing: SensitiveMissing): number[][] {
  const byKey = new Map<string, number[]>();
  column.codes.forEach((code, row) => {
    const key = JSON.stringify(rowOf(quasi, row));
    const own = byKey.get(key) ?? [];
    byKey.set(key, own);
    if (code !== MISSING) own.push(code);
    else if (missing === 'own-value') own.push(column.values.length);
  });
  return [...byKey.values()].filter((codes) => codes.length > 0);
}

const countsOf = (codes: readonly number[]): number[] =>
  [...new Set(codes)].map((code) => codes.filter((other) => other === code).length).sort((a, b) => b - a);

describe('k-anonymity by comparing every pair of rows', () => {
  it.each(['own-value', 'wildcard'] as const)('with missing as %s', (missing) => {
    fc.assert(
      fc.property(tables, (columns) => {
        const agree = (one: string | null | undefined, other: string | null | undefined) =>
          one === other || (missing === 'wildcard' && (one == null || other == null));
        const rows = Array.from({ length: ROWS }, (_, row) => rowOf(columns, row));
        const expected = rows.map((row) => rows.filter((other) => other.every((c, i) => agree(c, row[i]))).length);
        expect([...frequencies(columns, missing)]).toEqual(expected);
        const found = anonymity(columns, missing);
        expect(found.k).toBe(Math.min(...expected));
        expect(found.uniques).toBe(expected.filter((count) => count === 1).length);
        expect(found.histogram.reduce((sum, { rows: count }) => sum + count, 0)).toBe(ROWS);
      }),
    );
  });
});

describe('l-diversity by its formulas', () => {
  it('distinct, entropy and recursive', () => {
    fc.assert(
      fc.property(tables, sensitive, reading, fc.integer({ min: 1, max: 4 }), (quasi, column, missing, l) => {
        const counts = classesOf(quasi, column, missing).map(countsOf);
        const found = sensitiveClasses(equivalenceClasses(quasi), column, missing);
        const { distinct, entropy } = diversity(found);
        if (counts.length === 0) {
          expect([distinct, entropy, recursiveDiversityBound(found, l)]).toEqual([0, 0, 0]);
          return;
        }
        expect(distinct).toBe(Math.min(...counts.map(({ length }) => length)));
        const entropies = counts.map((own) => {
          const size = own.reduce((sum, n) => sum + n, 0);
          return -own.reduce((sum, n) => sum + (n / size) * Math.log(n / size), 0);
        });
        expect(entropy).toBeCloseTo(Math.exp(Math.min(...entropies)), 9);
        const bounds = counts.map((own) => own[0]! / own.slice(l - 1).reduce((sum, n) => sum + n, 0));
        expect(recursiveDiversityBound(found, l)).toBeCloseTo(Math.max(...bounds), 9);
      }),
    );
  });
});

/** The transport problem by cancelling negative cycles over whole units: p and q scaled to the same mass. */
function transport(p: readonly number[], q: readonly number[], distance: (i: number, j: number) => number): number {
  const [supply, demand] = [[...p], [...q]];
  const flow = p.map(() => q.map(() => 0));
  for (let i = 0; i < p.length; i += 1)
    for (let j = 0; j < q.length; j += 1) {
      const moved = Math.min(supply[i]!, demand[j]!);
      flow[i]![j] = moved;
      supply[i]! -= moved;
      demand[j]! -= moved;
    }
  for (let improved = true; improved;) improved = cancelCycle(flow, distance);
  return flow.reduce((sum, row, i) => sum + row.reduce((own, moved, j) => own + moved * distance(i, j), 0), 0);
}

/** Bellman–Ford on the residual graph: suppliers 0 … m − 1, demands m … 2m − 1. */
function cancelCycle(flow: number[][], distance: (i: number, j: number) => number): boolean {
  const m = flow.length;
  const [cost, from] = [new Array<number>(2 * m).fill(0), new Array<number>(2 * m).fill(-1)];
  let last = -1;
  for (let round = 0; round < 2 * m; round += 1) {
    last = -1;
    for (let i = 0; i < m; i += 1)
      for (let j = 0; j < m; j += 1) {
        if (cost[i]! + distance(i, j) < cost[m + j]! - 1e-9) {
          [cost[m + j], from[m + j], last] = [cost[i]! + distance(i, j), i, m + j];
        }
        if (flow[i]![j]! > 0 && cost[m + j]! - distance(i, j) < cost[i]! - 1e-9) {
          [cost[i], from[i], last] = [cost[m + j]! - distance(i, j), m + j, i];
        }
      }
  }
  if (last < 0) return false;
  for (let step = 0; step < 2 * m; step += 1) last = from[last]!;
  const cycle = [last];
  for (let node = from[last]!; node !== last; node = from[node]!) cycle.push(node);
  const arcs = cycle.map((node) => [from[node]!, node] as const);
  const back = arcs.filter(([tail]) => tail >= m).map(([tail, head]) => flow[head]![tail - m]!);
  const amount = Math.min(...back);
  for (const [tail, head] of arcs)
    if (tail < m) flow[tail]![head - m]! += amount;
    else flow[head]![tail - m]! -= amount;
  return true;
}

/** 0, 1, 2 under one node, 3, 4 and missing under another, and one root. */
const TREE = [Int32Array.of(0, 0, 0, 1, 1, 1), Int32Array.of(0, 0, 0, 0, 0, 0)];
const GROUND: readonly (readonly [GroundDistance, (i: number, j: number, m: number) => number])[] = [
  [{ kind: 'equal' }, (i, j) => (i === j ? 0 : 1)],
  [{ kind: 'ordered' }, (i, j, m) => Math.abs(i - j) / (m - 1)],
  [{ kind: 'hierarchical', tree: TREE }, (i, j) => (i === j ? 0 : TREE[0]![i] === TREE[0]![j] ? 0.5 : 1)],
];

describe('t-closeness by moving earth', () => {
  it.each(GROUND)('with distance %j', (ground, distance) => {
    fc.assert(
      fc.property(tables, sensitive, reading, (quasi, column, missing) => {
        const classes = classesOf(quasi, column, missing);
        const all = classes.flat();
        const m = 5 + (missing === 'own-value' && column.codes.includes(MISSING) ? 1 : 0);
        const histogram = (codes: readonly number[]) =>
          Array.from({ length: m }, (_, value) => codes.filter((code) => code === value).length);
        const distances = classes.map((codes) => {
          const [own, whole] = [histogram(codes), histogram(all)];
          const work = transport(
            own.map((n) => n * all.length),
            whole.map((n) => n * codes.length),
            (i, j) => distance(i, j, m),
          );
          return work / (codes.length * all.length);
        });
        const found = tCloseness(sensitiveClasses(equivalenceClasses(quasi), column, missing), ground);
        expect(found).toBeCloseTo(Math.max(0, ...distances), 9);
      }),
      { numRuns: 60 },
    );
  });
});

describe('minimal sample uniques by trying every set of columns', () => {
  it('finds the same sets', () => {
    fc.assert(
      fc.property(
        tables.filter((columns) => columns.length > 1),
        fc.integer({ min: 1, max: 3 }),
        (columns, size) => {
          const maxSize = Math.min(size, columns.length - 1);
          const key = (row: number, set: readonly number[]) =>
            JSON.stringify(set.map((index) => columns[index]!.codes[row]));
          const rows = [...Array.from({ length: ROWS }).keys()];
          const unique = (row: number, set: readonly number[]) =>
            rows.filter((other) => key(other, set) === key(row, set)).length === 1;
          const sets = Array.from({ length: 2 ** columns.length - 1 }, (_, bits) =>
            columns.flatMap((_column, index) => (((bits + 1) >> index) & 1 ? [index] : [])),
          );
          const expected = rows.flatMap((row) =>
            sets
              .filter((set) => set.length <= maxSize && unique(row, set))
              .filter((set) =>
                set.every(
                  (left) =>
                    set.length === 1 ||
                    !unique(
                      row,
                      set.filter((i) => i !== left),
                    ),
                ),
              )
              .map((set) => `${row}: ${set.join()}`),
          );
          const found = specialUniques(columns, maxSize).minimalUniques.map(
            (own) => `${own.row}: ${own.columns.join()}`,
          );
          expect(found.sort()).toEqual(expected.sort());
        },
      ),
    );
  });
});
