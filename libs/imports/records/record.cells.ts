import type { CsvRecord } from '../csv/csv.reader.ts';
import type { TableHeader } from '../csv/table.header.ts';
import type { Expression } from '../mapping/expression.schema.ts';
import type { RecordsTable } from '../mapping/records-table.schema.ts';
import { decimalNumber } from '../attempts/number.reader.ts';
import { type CellProblem, type Cells, cellsOf } from '../attempts/row.cells.ts';
import type { JoinedFile } from './joined.file.ts';

export interface RecordCellsSettings {
  readonly table: RecordsTable;
  readonly header: TableHeader;
  readonly joined: readonly JoinedFile[];
}

/** The cells of one record, with those of joined files and derived ones beside them. */
export function recordCells(settings: RecordCellsSettings): (
  record: CsvRecord,
  /** Values that stand in for what the file writes. */
  instead?: ReadonlyMap<string, string | undefined>,
) => Cells {
  const { table, header, joined } = settings;
  const derived = new Map(table.derived.map(({ name, value }) => [name, value]));
  return (record, instead) => {
    const own = cellsOf(record, header, table.missing);
    const problems: CellProblem[] = [];
    const values = new Map<string, string | undefined>(instead);
    const problem = (column: string, reason: string) => {
      const value =
        values.has(column) || derived.has(column) ? (values.get(column) ?? '') : header.textAt(record, column);
      problems.push({ column, value, reason });
      return undefined;
    };
    const optional = (column: string): string | undefined => {
      if (values.has(column)) return values.get(column);
      const expression = derived.get(column);
      if (expression === undefined) return presentIn(column, own.optional(column), table);
      values.set(column, undefined);
      const value = evaluate(expression, column, cells, table.decimal);
      values.set(column, value);
      return value;
    };
    const cells: Cells = {
      get problems() {
        return [...own.problems, ...problems];
      },
      optional,
      problem,
      required: (column, reason) => optional(column) ?? problem(column, reason),
      wrongWidth: (width) => own.wrongWidth(width),
    };
    for (const file of joined) for (const [name, value] of file.valuesFor(cells)) values.set(name, value);
    return cells;
  };
}

/** @returns undefined where the text stands for a missing value in this very column */
function presentIn(column: string, text: string | undefined, { missingIn }: RecordsTable): string | undefined {
  if (text === undefined || !Object.hasOwn(missingIn, column)) return text;
  return missingIn[column]?.includes(text) ? undefined : text;
}

/** @returns undefined where the value is missing, or cannot be told and a problem says why */
function evaluate(value: Expression, name: string, cells: Cells, decimal: '.' | ','): string | undefined {
  switch (value.kind) {
    case 'constant':
      return value.value;
    case 'concat': {
      const parts = value.of.map((column) => cells.optional(column));
      return parts.every((part) => part !== undefined) ? parts.join(value.separator) : undefined;
    }
    case 'first-present':
      return value.of.map((column) => cells.optional(column)).find((part) => part !== undefined);
    case 'slice':
      return cells.optional(value.of)?.slice(value.from, value.to) || undefined;
    case 'recode':
      return recoded(value, cells);
    case 'sum':
    case 'mean':
    case 'difference':
    case 'linear': {
      const number = computed(value, cells, decimal);
      return number === undefined ? undefined : written(number, name, cells, decimal);
    }
  }
}

function recoded({ of, values, otherwise }: Extract<Expression, { kind: 'recode' }>, cells: Cells): string | undefined {
  const text = cells.optional(of);
  if (text === undefined) return undefined;
  if (Object.hasOwn(values, text)) return values[text] ?? undefined;
  switch (otherwise) {
    case 'keep':
      return text;
    case 'missing':
      return undefined;
    case 'reject':
      return cells.problem(of, 'is not among the values of the mapping');
  }
}

type Arithmetic = Extract<Expression, { kind: 'sum' | 'mean' | 'difference' | 'linear' }>;

function computed(value: Arithmetic, cells: Cells, decimal: '.' | ','): number | undefined {
  const parts = [value.of].flat().map((column) => {
    const text = cells.optional(column);
    return text === undefined ? undefined : (decimalNumber(text, decimal) ?? cells.problem(column, 'is not a number'));
  });
  const there = parts.filter((part) => part !== undefined);
  const complete = there.length === parts.length;
  const total = there.reduce((sum, part) => sum + part, 0);
  switch (value.kind) {
    case 'sum':
      return complete || (value.whenMissing === 'skip' && there.length > 0) ? total : undefined;
    case 'mean':
      return there.length >= (value.atLeast ?? parts.length) ? total / there.length : undefined;
    case 'difference':
      return complete ? (there[0] ?? 0) - (there[1] ?? 0) : undefined;
    case 'linear':
      return complete ? total * value.times + value.plus : undefined;
  }
}

/** To twelve digits, which hides what binary fractions add to decimal ones. */
export function written(number: number, name: string, cells: Cells, decimal: '.' | ','): string | undefined {
  const text = String(Number(number.toPrecision(12)));
  if (!/^-?\d{1,15}(?:\.\d{1,15})?$/.test(text)) return cells.problem(name, 'is too large or too small a number');
  return decimal === ',' ? text.replace('.', ',') : text;
}
