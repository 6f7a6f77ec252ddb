import { type CountGrid, CountNetwork, gridOf } from './count.network.ts';

export interface SmallCellRule {
  /** Counts from 1 to below this are not shown; 11 by default in the release format. */
  readonly threshold: number;
  /** Whether nobody is a small count too. */
  readonly zeros: 'shown' | 'suppressed';
}

export type CellState = 'shown' | 'small' | 'complementary';

/** A count, or why there is none. Only `count` may leave; whether a cell was small or complementary may not. */
export interface ProtectedCell {
  readonly count: number | null;
  readonly state: CellState;
}

/** A table with totals: one more row and column than was given, the last of each. */
export interface ProtectedTable {
  readonly cells: readonly (readonly ProtectedCell[])[];
  readonly small: number;
  readonly complementary: number;
}

/**
 * Suppresses small counts of a table of two dimensions (one is a table of one row), and further cells, totals if need be,
 * so that no small count can be solved back: what the table shows leaves each of them anything from the least a reader
 * knows a suppressed cell to hold (0, or 1 where zeros are shown, so that a total holds one for each) up to threshold − 1. Complementary cells are chosen by
 * their counts, the fewest people first, by cheapest circulations one small cell at a time (Gusfield, SIAM J. Comput.
 * 17(3), 1988; Cox, JASA 90, 1995): protection is certain, a least total is not.
 * Tables of more dimensions need all their margins protected together: publish one pair of dimensions of them.
 * @throws RangeError for rows of different length, a count that is no whole number from 0, or a threshold below 2.
 */
export function protectTable(counts: readonly (readonly number[])[], rule: SmallCellRule): ProtectedTable {
  checkCounts(counts, rule);
  const grid = gridOf(counts);
  const small = grid.counts.map((count) => count < rule.threshold && (count > 0 || rule.zeros === 'suppressed'));
  const hidden = [...small];
  const floor = floorOf(rule);
  const network = new CountNetwork(grid, floor);
  const byCount = [...small.keys()].filter((cell) => small[cell]);
  for (const cell of byCount) {
    const count = grid.counts[cell] ?? 0;
    for (const [direction, wanted] of [
      ['up', rule.threshold - 1 - count],
      ['down', count - floor],
    ] as const) {
      const { cells } = network.detour(cell, direction, wanted, costsOf(grid, hidden, floor));
      for (const other of cells) hidden[other] = true;
    }
  }
  return shaped(grid, (cell) => (small[cell] ? 'small' : hidden[cell] ? 'complementary' : 'shown'));
}

/** Lowest and highest count that what is shown leaves possible. */
export interface FeasibleRange {
  readonly row: number;
  readonly column: number;
  readonly low: number;
  readonly high: number;
}

/**
 * What a reader can work out about each suppressed cell from the sums of a protected table: the exact interval, totals
 * included. An audit of `protectTable`, or of a table suppressed by other means.
 * @param hidden For each cell of the table with its totals, whether it is suppressed.
 * @throws RangeError as `protectTable`, and where `hidden` is of another shape.
 */
export function feasibleRanges(
  counts: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
  rule: SmallCellRule,
): FeasibleRange[] {
  checkCounts(counts, rule);
  const grid = gridOf(counts);
  const width = grid.columns + 1;
  if (hidden.length !== grid.rows + 1 || hidden.some(({ length }) => length !== width))
    throw new RangeError(`hidden: not ${grid.rows + 1} rows of ${width}`);
  const network = new CountNetwork(grid, floorOf(rule));
  const costs = hidden.flat().map((isHidden) => (isHidden ? 0 : undefined));
  return costs.flatMap((cost, cell) => {
    if (cost === undefined) return [];
    const count = grid.counts[cell] ?? 0;
    const low = count - network.detour(cell, 'down', Math.max(count - floorOf(rule), 0), costs).amount;
    const high = count + network.detour(cell, 'up', Infinity, costs).amount;
    return [{ row: Math.floor(cell / width), column: cell % width, low, high }];
  });
}

const floorOf = ({ zeros }: SmallCellRule): number => (zeros === 'shown' ? 1 : 0);

/** What is hidden already costs nothing; an empty cell that would be shown cannot hide anybody. */
function costsOf(grid: CountGrid, hidden: readonly boolean[], floor: number): (number | undefined)[] {
  return grid.counts.map((count, cell) => (hidden[cell] ? 0 : count < floor ? undefined : count + 1));
}

function checkCounts(counts: readonly (readonly number[])[], { threshold }: SmallCellRule): void {
  if (!Number.isInteger(threshold) || threshold < 2)
    throw new RangeError(`threshold: ${threshold} is not a whole number from 2`);
  const width = counts[0]?.length ?? 0;
  if (width === 0) throw new RangeError('counts: the table is empty');
  counts.forEach((row, index) => {
    if (row.length !== width) throw new RangeError(`counts: row ${index} has ${row.length} cells, the first ${width}`);
    const wrong = row.findIndex((count) => !Number.isSafeInteger(count) || count < 0);
    if (wrong >= 0) throw new RangeError(`counts: row ${index}, column ${wrong} is no count`);
  });
}

function shaped(grid: CountGrid, stateOf: (cell: number) => CellState): ProtectedTable {
  const width = grid.columns + 1;
  const states = grid.counts.map((_, cell) => stateOf(cell));
  const cells = Array.from({ length: grid.rows + 1 }, (_, row) =>
    states.slice(row * width, (row + 1) * width).map((state, column) => ({
      count: state === 'shown' ? (grid.counts[row * width + column] ?? 0) : null,
      state,
    })),
  );
  const of = (wanted: CellState) => states.filter((state) => state === wanted).length;
  return { cells, small: of('small'), complementary: of('complementary') };
}
