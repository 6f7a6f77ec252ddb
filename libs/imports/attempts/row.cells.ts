import type { CsvRecord } from '../csv/csv.reader.ts';
import type { TableHeader } from '../csv/table.header.ts';

/** What is wrong with one cell. The reason never repeats the value, which may be private. */
export interface CellProblem {
  /** Empty where the row as a whole is wrong. */
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

/** The cells of one record by the names of their columns, and what was found wrong with them so far. */
export interface Cells {
  readonly problems: readonly CellProblem[];
  /** Without white space around it; undefined where the value is missing. */
  optional(column: string): string | undefined;
  /** As `optional`; notes a problem where the value is missing. */
  required(column: string, reason: string): string | undefined;
  /** Notes a problem. */
  problem(column: string, reason: string): undefined;
  /** Notes that the record has another number of fields than the header. */
  wrongWidth(width: number): undefined;
}

/** @param missing what a cell without a value may hold */
export function cellsOf(record: CsvRecord, header: TableHeader, missing: readonly string[]): Cells {
  const problems: CellProblem[] = [];
  const textOf = (column: string) => (record.fields[header.placeOf(column)] ?? '').trim();
  const problem = (column: string, reason: string) => void problems.push({ column, value: textOf(column), reason });
  const optional = (column: string) => {
    const text = textOf(column);
    return text === '' || missing.includes(text) ? undefined : text;
  };
  return {
    problems,
    optional,
    problem,
    required: (column, reason) => optional(column) ?? problem(column, reason),
    wrongWidth: (width) =>
      void problems.push({ column: '', value: '', reason: `has ${width} fields, and the header has ${header.width}` }),
  };
}
