import type { Cells } from '../attempts/row.cells.ts';
import type { RecordsTable } from '../mapping/records-table.schema.ts';
import type { ImportRow } from '../rows/import.row.ts';
import { written } from './record.cells.ts';

/** The rows of one key. */
export interface Repetition {
  readonly lines: Set<number>;
  readonly first: number;
  last: number;
  readonly sums: number[];
  readonly counts: number[];
  /** What the rows say besides what is averaged. */
  readonly rest: string | undefined;
  /** The first line that says something else besides. */
  contradicting: number | undefined;
}

/** Row id → the rows of that key; only keys that are there more than once. */
export type RepeatedRows = ReadonlyMap<string, Repetition>;

/** Adds a row to those of its key. */
export function addRepetition(known: Map<string, Repetition>, row: ImportRow): void {
  const { averaged } = row;
  const repetition = known.get(row.rowId) ?? {
    lines: new Set<number>(),
    first: row.line,
    last: row.line,
    sums: averaged?.values.map(() => 0) ?? [],
    counts: averaged?.values.map(() => 0) ?? [],
    rest: averaged?.rest,
    contradicting: undefined,
  };
  known.set(row.rowId, repetition);
  repetition.lines.add(row.line);
  repetition.last = row.line;
  if (averaged?.rest !== repetition.rest) repetition.contradicting ??= row.line;
  averaged?.values.forEach((value, place) => {
    if (value === undefined) return;
    repetition.sums[place] = (repetition.sums[place] ?? 0) + value;
    repetition.counts[place] = (repetition.counts[place] ?? 0) + 1;
  });
}

type Rule = RecordsTable['duplicates']['kind'];

/** What becomes of one of the rows of a key. Rows that could not be read are not among them. */
export function standingOf(
  repetition: Repetition | undefined,
  line: number,
  rule: Rule,
): { readonly kind: 'taken' | 'merged' } | { readonly kind: 'rejected'; readonly reason: string } {
  if (repetition === undefined || !repetition.lines.has(line)) return { kind: 'taken' };
  const { first, last, contradicting } = repetition;
  switch (rule) {
    case 'refuse':
    case 'keep-first':
      return line === first ? { kind: 'taken' } : { kind: 'rejected', reason: `has the key of line ${first}` };
    case 'keep-last': {
      return line === last
        ? { kind: 'taken' }
        : { kind: 'rejected', reason: `line ${last} has the same key and is kept` };
    }
    case 'mean':
      if (contradicting !== undefined) {
        return {
          kind: 'rejected',
          reason: `lines ${first} and ${contradicting} have the same key and differ in more than what is averaged`,
        };
      }
      return { kind: line === first ? 'taken' : 'merged' };
  }
}

/** The means of the averaged columns; a column that all rows lack stays missing. */
export function meanOf(
  { sums, counts }: Repetition,
  columns: readonly string[],
  cells: Cells,
  decimal: '.' | ',',
): ReadonlyMap<string, string | undefined> {
  return new Map(
    columns.map((column, place) => {
      const [sum = 0, count = 0] = [sums[place], counts[place]];
      return [column, count === 0 ? undefined : written(sum / count, column, cells, decimal)];
    }),
  );
}
