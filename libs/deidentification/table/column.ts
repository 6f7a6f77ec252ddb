/** The code of a value that is not there. */
export const MISSING = -1;

/** A column as a dictionary and, for each row, an index into it; −1 (`MISSING`) where there is no value. */
export interface Column {
  readonly name: string;
  readonly codes: Int32Array;
  /** Every value once. Columns made by `encodeNumbers` and `ordered` have it in ascending order. */
  readonly values: readonly string[];
}

/** Columns of equal length under different names. One row is one person, unless a caller says otherwise. */
export interface Table {
  readonly rows: number;
  readonly columns: readonly Column[];
}

/** What was asked cannot be done with this column; nothing of its content is in the message. */
export class ColumnError extends RangeError {
  override readonly name = 'ColumnError';

  constructor(
    readonly column: string,
    problem: string,
  ) {
    super(`column ${column}: ${problem}`);
  }
}

/** Encodes text, in the order of first appearance; null and undefined are missing, the empty string is a value. */
export function encode(name: string, cells: readonly (string | null | undefined)[]): Column {
  const index = new Map<string, number>();
  const codes = new Int32Array(cells.length).fill(MISSING);
  cells.forEach((cell, row) => {
    if (cell == null) return;
    const known = index.get(cell);
    codes[row] = known ?? index.size;
    if (known === undefined) index.set(cell, index.size);
  });
  return { name, codes, values: [...index.keys()] };
}

/**
 * Encodes numbers in ascending order; null, undefined and NaN are missing. −0 is 0.
 * @throws ColumnError for an infinite number.
 */
export function encodeNumbers(name: string, cells: ArrayLike<number | null | undefined>): Column {
  const numbers = Array.from(cells, (cell) => (cell == null || Number.isNaN(cell) ? null : cell + 0));
  if (numbers.some((cell) => cell !== null && !Number.isFinite(cell))) throw new ColumnError(name, 'infinite number');
  const present = numbers.filter((cell) => cell !== null);
  const values = [...new Set(present)].sort((a, b) => a - b);
  const index = new Map(values.map((value, code) => [value, code]));
  const codes = Int32Array.from(numbers, (cell) => (cell === null ? MISSING : (index.get(cell) ?? MISSING)));
  return { name, codes, values: values.map(String) };
}

/** The same cells with the dictionary in the order of `compare`: ranks for the ordered distance of t-closeness. */
export function ordered(column: Column, compare: (one: string, other: string) => number): Column {
  const order = column.values.map((_, code) => code);
  order.sort((a, b) => compare(column.values[a] ?? '', column.values[b] ?? ''));
  const rank = new Int32Array(order.length);
  order.forEach((code, position) => {
    rank[code] = position;
  });
  const codes = column.codes.map((code) => (code === MISSING ? MISSING : (rank[code] ?? MISSING)));
  return { name: column.name, codes, values: order.map((code) => column.values[code] ?? '') };
}

/** The cells again; null where one is missing. */
export function decode({ codes, values }: Column): (string | null)[] {
  return Array.from(codes, (code) => values[code] ?? null);
}

/**
 * A table of columns.
 * @throws ColumnError naming a column that comes twice, is of another length, or holds a code outside its dictionary.
 */
export function tableOf(columns: readonly Column[]): Table {
  const rows = columns[0]?.codes.length ?? 0;
  const names = new Set<string>();
  for (const { name, codes, values } of columns) {
    if (names.has(name)) throw new ColumnError(name, 'comes twice');
    names.add(name);
    if (codes.length !== rows) throw new ColumnError(name, `has ${codes.length} rows, the first column ${rows}`);
    if (codes.some((code) => code < MISSING || code >= values.length))
      throw new ColumnError(name, 'holds a code outside its dictionary');
  }
  return { rows, columns };
}

/**
 * Columns of a table by name, in the order asked for.
 * @throws ColumnError naming one that is not there.
 */
export function columnsOf(table: Table, names: readonly string[]): Column[] {
  return names.map((name) => {
    const column = table.columns.find((candidate) => candidate.name === name);
    if (column === undefined) throw new ColumnError(name, 'is not in the table');
    return column;
  });
}
