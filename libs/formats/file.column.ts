/** A cell: null is missing. Dates are ISO 8601 (`2026-03-09`); integers beyond ±2⁵³ are bigint. */
export type Cell = string | number | bigint | boolean | null;

/** `integer` fits 32 bits; `long` fits 64 and arrives as bigint or number. */
export type CellType = 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'long';

/** A value and what it stands for. */
export interface CodeLabel {
  readonly value: string | number;
  readonly label: string;
}

/** What every format is told about a column. */
export interface FileColumn {
  readonly name: string;
  readonly label: string;
  readonly type: CellType;
  readonly unit?: string;
  /** Codes of a category. */
  readonly codes?: readonly CodeLabel[];
  /** Values that mean that there is none, and why: suppressed, not asked, refused. */
  readonly missing?: readonly CodeLabel[];
  /** Of `text`: bytes of the longest value in UTF-8, from `measure`. For formats of fixed width. */
  readonly bytes?: number;
}

/** Some rows, by column. */
export interface Batch {
  readonly rows: number;
  readonly columns: readonly (readonly Cell[])[];
}

/** Turns batches into the bytes of a file, holding no more than one of them. The same batches give the same bytes. */
export interface TableWriter {
  /** What a file begins with. Once, before any batch. */
  begin(): Uint8Array;
  /** @throws FormatError naming the column of a cell that the format or its type cannot hold. */
  write(batch: Batch): Uint8Array;
  /** What a file ends with. Once. */
  end(): Uint8Array;
}

/** A column or cell that a format cannot hold. The cell itself is not in the message. */
export class FormatError extends RangeError {
  override readonly name = 'FormatError';

  constructor(
    readonly column: string,
    problem: string,
  ) {
    super(`column ${column}: ${problem}`);
  }
}

const [LEAST_INT32, MOST_INT32] = [-(2 ** 31), 2 ** 31 - 1];
const [LEAST_INT64, MOST_INT64] = [-(2n ** 63n), 2n ** 63n - 1n];

/** What is wrong with a cell for its column's type; undefined if nothing is. */
export function cellFault(cell: Cell, type: CellType): string | undefined {
  if (cell === null) return undefined;
  switch (type) {
    case 'text':
      return typeof cell === 'string' ? undefined : `a ${typeof cell} where text is expected`;
    case 'boolean':
      return typeof cell === 'boolean' ? undefined : `a ${typeof cell} where a boolean is expected`;
    case 'number':
      return typeof cell === 'number' && Number.isFinite(cell) ? undefined : 'no finite number';
    case 'integer':
      return Number.isInteger(cell) && Number(cell) >= LEAST_INT32 && Number(cell) <= MOST_INT32
        ? undefined
        : 'no integer of 32 bits';
    case 'long': {
      const whole = typeof cell === 'bigint' || Number.isSafeInteger(cell);
      return whole && BigInt(cell) >= LEAST_INT64 && BigInt(cell) <= MOST_INT64 ? undefined : 'no integer of 64 bits';
    }
    case 'date':
      return typeof cell === 'string' && dateMilliseconds(cell) !== undefined ? undefined : 'no ISO date';
  }
}

/** Dates come again and again, and reading one is slow: those met so far, as long as they are few. */
const knownDates = new Map<string, number>();
const MOST_DATES = 20_000;

/** Milliseconds since 1970 of an ISO date; undefined for what is none. */
export function dateMilliseconds(date: string): number | undefined {
  const known = knownDates.get(date);
  if (known !== undefined) return known;
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return undefined;
  const time = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date) return undefined;
  if (knownDates.size < MOST_DATES) knownDates.set(date, time);
  return time;
}

/** Checks a batch's shape and every cell. @throws FormatError naming the column and the row within the batch. */
export function checkBatch(columns: readonly FileColumn[], batch: Batch): void {
  columns.forEach(({ name, type }, index) => {
    const cells = batch.columns[index];
    if (cells?.length !== batch.rows) throw new FormatError(name, `${cells?.length ?? 0} cells for ${batch.rows} rows`);
    for (let row = 0; row < cells.length; row += 1) {
      const cell = cells[row] ?? null;
      // The usual cells first: this runs for every one.
      if (cell === null || (type === 'text' && typeof cell === 'string')) continue;
      if (type === 'integer' && typeof cell === 'number' && (cell | 0) === cell) continue;
      if (type === 'number' && typeof cell === 'number' && Number.isFinite(cell)) continue;
      const fault = cellFault(cell, type);
      if (fault !== undefined) throw new FormatError(name, `row ${row} of its batch holds ${fault}`);
    }
  });
}

/** The columns with `bytes` of their longest text, codes included, from a first pass over the batches. */
export function measure(columns: readonly FileColumn[], batches: Iterable<Batch>): FileColumn[] {
  const encoder = new TextEncoder();
  const widths = columns.map(({ codes = [], missing = [] }) =>
    [...codes, ...missing].reduce((most, { value }) => Math.max(most, encoder.encode(String(value)).length), 1),
  );
  for (const batch of batches)
    columns.forEach(({ type }, index) => {
      if (type !== 'text') return;
      let most = widths[index] ?? 1;
      // UTF-8 takes at most three bytes for a unit of UTF-16.
      for (const cell of batch.columns[index] ?? [])
        if (typeof cell === 'string' && cell.length * 3 > most) most = Math.max(most, encoder.encode(cell).length);
      widths[index] = most;
    });
  return columns.map((column, index) => (column.type === 'text' ? { ...column, bytes: widths[index] ?? 1 } : column));
}
