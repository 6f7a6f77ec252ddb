import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { feasibleRanges, protectTable, type SmallCellRule } from './small-cells.ts';

const rule: SmallCellRule = { threshold: 11, zeros: 'shown' };
const countsOf = (counts: number[][], own = rule) =>
  protectTable(counts, own).cells.map((row) => row.map(({ count }) => count));
const hiddenOf = (counts: number[][], own: SmallCellRule) =>
  protectTable(counts, own).cells.map((row) => row.map(({ state }) => state !== 'shown'));

describe('small cells', () => {
  it('leave alone what has none, and show nobody where asked to', () => {
    expect(
      countsOf([
        [20, 0],
        [30, 11],
      ]),
    ).toEqual([
      [20, 0, 20],
      [30, 11, 41],
      [50, 11, 61],
    ]);
  });

  it('need company in their row and column', () => {
    expect(
      countsOf([
        [20, 3],
        [40, 60],
      ]),
    ).toEqual([
      [null, null, 23],
      [null, null, 100],
      [60, 63, 123],
    ]);
    expect(
      protectTable(
        [
          [20, 3],
          [40, 60],
        ],
        rule,
      ),
    ).toMatchObject({ small: 1, complementary: 3 });
  });

  it('are not given away by a sum that two of them leave no room in: 1 + 1 = 2', () => {
    const counts = [
      [1, 1, 50],
      [1, 1, 50],
      [50, 50, 50],
    ];
    for (const { low, high } of feasibleRanges(counts, hiddenOf(counts, rule), rule).filter(
      ({ row, column }) => row < 2 && column < 2,
    )) {
      expect(low).toBeLessThanOrEqual(1);
      expect(high).toBeGreaterThanOrEqual(10);
    }
  });

  it('take the total with them in a table of one row', () => {
    expect(countsOf([[5]])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(countsOf([[5, 30, 12]])[0]).toEqual([null, 30, null, 47]);
  });

  it('refuse what is no table of counts', () => {
    expect(() => protectTable([], rule)).toThrow('counts: the table is empty');
    expect(() => protectTable([[1, 2], [1]], rule)).toThrow('row 1 has 1 cells');
    expect(() => protectTable([[1, 2.5]], rule)).toThrow('row 0, column 1 is no count');
    expect(() => protectTable([[1]], { ...rule, threshold: 1 })).toThrow('threshold: 1');
    expect(() => feasibleRanges([[1]], [[true]], rule)).toThrow('hidden: not 2 rows of 2');
  });

  const rules = fc.record<SmallCellRule>({
    threshold: fc.integer({ min: 2, max: 11 }),
    zeros: fc.constantFrom('shown', 'suppressed'),
  });
  const tables = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })).chain(([rows, columns]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

  it('stay anything from the least to the threshold, in every table', () => {
    fc.assert(
      fc.property(tables, rules, (counts, own) => {
        const { cells } = protectTable(counts, own);
        for (const { row, column, low, high } of feasibleRanges(counts, hiddenOf(counts, own), own)) {
          if (cells[row]![column]!.state !== 'small') continue;
          // A total is at least as many as its suppressed cells, each known to hold somebody.
          const inner = row < counts.length && column < counts[0]!.length;
          if (inner) expect(low).toBeLessThanOrEqual(own.zeros === 'shown' ? 1 : 0);
          expect(high).toBeGreaterThanOrEqual(own.threshold - 1);
        }
        expect(cells.flat().every(({ count }) => count === null || count === 0 || count >= own.threshold)).toBe(true);
      }),
    );
  });
});

/** Every way to fill the suppressed inner cells with counts up to `most` that fits the totals shown. */
function* fillings(counts: number[][], hidden: boolean[][], floor: number, most: number): Generator<number[][]> {
  const open = counts.flatMap((row, i) => row.flatMap((_, j) => (hidden[i]![j]! ? [[i, j] as const] : [])));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const fits = (filled: number[][]) => {
    const rows = filled.map(sum);
    const columns = filled[0]!.map((_, j) => sum(filled.map((row) => row[j]!)));
    const [rowSums, columnSums] = [counts.map(sum), counts[0]!.map((_, j) => sum(counts.map((row) => row[j]!)))];
    const bottom = hidden[counts.length]!;
    return (
      rows.every((value, i) => (hidden[i]!.at(-1)! ? value >= floor : value === rowSums[i])) &&
      columns.every((value, j) => (bottom[j]! ? value >= floor : value === columnSums[j])) &&
      (bottom.at(-1)! ? sum(rows) >= floor : sum(rows) === sum(rowSums))
    );
  };
  for (let code = 0; code < (most - floor + 1) ** open.length; code += 1) {
    const filled = counts.map((row) => [...row]);
    let rest = code;
    for (const [i, j] of open) {
      filled[i]![j] = floor + (rest % (most - floor + 1));
      rest = Math.floor(rest / (most - floor + 1));
    }
    if (fits(filled)) yield filled;
  }
}

describe('feasible ranges', () => {
  it('are what trying every filling gives', () => {
    const cell = fc.integer({ min: 0, max: 4 });
    const grid = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 2 });
    const mask = fc.array(fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 });
    const most = 16;
    fc.assert(
      fc.property(
        grid,
        mask,
        fc.constantFrom<'shown' | 'suppressed'>('shown', 'suppressed'),
        (counts, wanted, zeros) => {
          const floor = zeros === 'shown' ? 1 : 0;
          const cells = [...counts.map((row) => [...row, row[0]! + row[1]!])];
          cells.push([0, 1, 2].map((j) => cells[0]![j]! + cells[1]![j]!));
          // A reader who is shown zeros takes no hidden cell for one.
          const hidden = wanted.map((row, i) => row.map((isHidden, j) => isHidden && cells[i]![j]! >= floor));
          const found = feasibleRanges(counts, hidden, { threshold: 2, zeros });
          const all = [...fillings(counts, hidden, floor, most)];
          for (const { row, column, low, high } of found) {
            if (row > 1 || column > 1) continue;
            const values = all.map((filled) => filled[row]![column]!);
            expect(low).toBe(Math.min(...values));
            expect(Math.min(high, most)).toBe(Math.max(...values));
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
