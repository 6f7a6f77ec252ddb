import { frequencies, equivalenceClasses, keyed, type MissingReading } from '../risk/missing-values.ts';
import { type Column, ColumnError } from '../table/column.ts';
import { groupRows, groupSizes } from '../table/grouping.ts';
import { suppressCells, suppressedCells } from './suppressed.value.ts';

export interface LocalSuppressionAim {
  readonly k: number;
  readonly missing: MissingReading;
  /** What suppressing a cell costs, by column; 1 unless said otherwise, above 0. Cheaper columns give way first. */
  readonly costs?: Readonly<Record<string, number>>;
}

export interface LocallySuppressed {
  readonly outcome: 'reached';
  /** The quasi-identifiers with `SUPPRESSED` where a value was taken out. No record is. */
  readonly columns: readonly Column[];
  /** Cells taken out by this call, in all and by column. */
  readonly cells: number;
  readonly byColumn: Readonly<Record<string, number>>;
}

/** There are fewer than k records. */
export interface SuppressionUnreachable {
  readonly outcome: 'unreachable';
  readonly records: number;
}

const MOST_COLUMNS = 16;

/**
 * Takes out single cells until every record shares its quasi-identifiers with k − 1 others, under the reading of missing
 * values given. As wildcards (sdcMicro's localSuppression; Templ 2017, section 4.2.3) a record in need gives the cheapest
 * set of cells without which k records agree with it; cells that others gave count, so later records give less. As own
 * values, at least k records in need give the same cells together, since only they look alike afterwards. Greedy: k is
 * reached, a smallest number of cells is not promised. Ties go to the columns named first, then to the first records.
 * @throws RangeError for k below 1; ColumnError naming a column that costs nothing, or the seventeenth.
 */
export function suppressLocally(
  columns: readonly Column[],
  { k, missing, costs = {} }: LocalSuppressionAim,
): LocallySuppressed | SuppressionUnreachable {
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`k: ${k} is not a whole number from 1`);
  const tooMany = columns[MOST_COLUMNS];
  if (tooMany !== undefined) throw new ColumnError(tooMany.name, `more than ${MOST_COLUMNS} quasi-identifiers`);
  const prices = columns.map(({ name }) => costs[name] ?? 1);
  const free = columns.find((_, index) => !((prices[index] ?? 0) > 0));
  if (free !== undefined) throw new ColumnError(free.name, 'its cost is not above 0');
  const records = columns[0]?.codes.length ?? 0;
  if (records > 0 && records < k) return { outcome: 'unreachable', records };
  const suppressed = missing === 'wildcard' ? giveToWildcards(columns, k, prices) : giveTogether(columns, k, prices);
  const byColumn = Object.fromEntries(
    columns.map((column, index) => [
      column.name,
      suppressedCells(suppressed[index] ?? column) - suppressedCells(column),
    ]),
  );
  const cells = Object.values(byColumn).reduce((sum, count) => sum + count, 0);
  return { outcome: 'reached', columns: suppressed, cells, byColumn };
}

interface Offer {
  /** Columns to give, by index. */
  readonly given: readonly number[];
  readonly kept: readonly number[];
  readonly price: number;
}

/** Every set of cells a record can give, the cheapest first. */
function offers(prices: readonly number[]): Offer[] {
  const indexes = [...prices.keys()];
  const all = Array.from({ length: 2 ** prices.length - 1 }, (_, index) => {
    const isGiven = (column: number) => (((index + 1) >> column) & 1) === 1;
    const given = indexes.filter(isGiven);
    const price = given.reduce((sum, column) => sum + (prices[column] ?? 0), 0);
    return { given, kept: indexes.filter((column) => !isGiven(column)), price };
  });
  return all.sort((one, other) => one.price - other.price || one.given.length - other.given.length);
}

/** Rows that agree in the columns kept; how many there are of each. */
function agreeing(columns: readonly Column[], rows: number): (row: number) => number {
  const grouping = groupRows(columns.map(keyed), rows);
  const sizes = groupSizes(grouping);
  return (row) => sizes[grouping.of[row] ?? 0] ?? 0;
}

const rowsBelow = (counts: Int32Array, k: number): number[] => {
  const rows: number[] = [];
  for (let row = 0; row < counts.length; row += 1) if ((counts[row] ?? 0) < k) rows.push(row);
  return rows;
};

function giveToWildcards(columns: readonly Column[], k: number, prices: readonly number[]): Column[] {
  let current = [...columns];
  let needy = rowsBelow(frequencies(current, 'wildcard'), k);
  let price = 0;
  let changed = false;
  for (const offer of offers(prices)) {
    if (changed && offer.price > price) {
      needy = rowsBelow(frequencies(current, 'wildcard'), k);
      changed = false;
    }
    if (needy.length === 0) break;
    price = offer.price;
    // Agreement of what was given before can only be wider: counting the original cells errs on the safe side.
    const count = agreeing(
      offer.kept.flatMap((index) => columns[index] ?? []),
      columns[0]?.codes.length ?? 0,
    );
    const giving = needy.filter((row) => count(row) >= k);
    if (giving.length === 0) continue;
    current = current.map((column, index) => (offer.given.includes(index) ? suppressCells(column, giving) : column));
    needy = needy.filter((row) => count(row) < k);
    changed = true;
  }
  return current;
}

function giveTogether(columns: readonly Column[], k: number, prices: readonly number[]): Column[] {
  let current = [...columns];
  let needy = rowsBelow(frequencies(current, 'own-value'), k);
  for (const { given, kept } of offers(prices)) {
    if (needy.length < k) break;
    const among = kept.flatMap((index) => {
      const column = columns[index];
      return column === undefined
        ? []
        : [{ ...column, codes: Int32Array.from(needy, (row) => column.codes[row] ?? -1) }];
    });
    const count = agreeing(among, needy.length);
    const giving = needy.filter((_, index) => count(index) >= k);
    if (giving.length === 0) continue;
    current = current.map((column, index) => (given.includes(index) ? suppressCells(column, giving) : column));
    needy = needy.filter((_, index) => count(index) < k);
  }
  return joinLast(current, needy, k);
}

/** Fewer than k records are left: they give everything, and others join them, from classes that can spare them first. */
function joinLast(columns: Column[], needy: readonly number[], k: number): Column[] {
  if (needy.length === 0) return columns;
  const { of, count } = equivalenceClasses(columns);
  const left = new Set(needy);
  const members = Array.from({ length: count }, () => [] as number[]);
  of.forEach((number, row) => {
    if (!left.has(row)) members[number]?.push(row);
  });
  const classes = members.filter((rows) => rows.length > 0).sort((one, other) => other.length - one.length);
  let joining = [...needy];
  const largest = classes[0] ?? [];
  if (largest.length - (k - joining.length) >= k) joining = joining.concat(largest.slice(0, k - joining.length));
  for (const rows of classes.toReversed()) if (joining.length < k) joining = joining.concat(rows);
  return columns.map((column) => suppressCells(column, joining));
}
