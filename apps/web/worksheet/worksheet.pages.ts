import {
  type AnswerValues,
  type Column,
  columnsOf,
  type Field,
  isAnswer,
  isTable,
  stateOf,
  type TableField,
  type TableRow,
  type Worksheet,
} from '#worksheets/filling';

/** One screen of a worksheet: a question, one box of a row, or the rows of a table taken together. */
export type WorksheetPage =
  | { readonly kind: 'field'; readonly id: string; readonly field: Field }
  | {
      readonly kind: 'cell';
      readonly id: string;
      readonly field: TableField;
      readonly row: number;
      readonly column: Column;
    }
  | { readonly kind: 'rows'; readonly id: string; readonly field: TableField }
  | { readonly kind: 'slots'; readonly id: string; readonly field: TableField };

/** The rows of a table as far as they are filled in. */
export function rowsOf(values: AnswerValues, field: string): readonly TableRow[] {
  const value = values[field];
  if (!Array.isArray(value)) return [];
  const entries: readonly unknown[] = value;
  return entries.map((entry) => (isRow(entry) ? entry : {}));
}

const isRow = (entry: unknown): entry is TableRow =>
  typeof entry === 'object' && entry !== null && !Array.isArray(entry);

/** The screens that are in sight over these answers, in order. A table without set rows has at least one. */
export function pagesOf(worksheet: Pick<Worksheet, 'fields'>, values: AnswerValues): readonly WorksheetPage[] {
  return stateOf(worksheet, values).visible.flatMap((field) =>
    isTable(field) ? tablePages(field, values) : page(field),
  );
}

const page = (field: Field): readonly WorksheetPage[] => [{ kind: 'field', id: field.id, field }];

function tablePages(field: TableField, values: AnswerValues): readonly WorksheetPage[] {
  if (field.slots !== undefined) return [{ kind: 'slots', id: field.id, field }];
  const count = Math.max(1, rowsOf(values, field.id).length);
  const cells = Array.from({ length: count }, (_, row) => rowPages(field, row)).flat();
  // A table for one row has no list of rows to look at.
  return field.maxRows === 1 ? cells : [...cells, { kind: 'rows', id: `${field.id}/rows`, field }];
}

function rowPages(field: TableField, row: number): readonly WorksheetPage[] {
  return columnsOf(field).map((column) => ({
    kind: 'cell',
    id: cellId(field.id, row, column.id),
    ...{ field, row, column },
  }));
}

export const cellId = (field: string, row: number, column: string): string => `${field}/${row}/${column}`;

/** The first screen of a row. */
export function firstOfRow(field: TableField, row: number): string {
  const [first] = columnsOf(field);
  return cellId(field.id, row, first?.id ?? '');
}

/** The same answers with one of them changed; what was emptied goes. */
export function withAnswer(values: AnswerValues, field: string, value: AnswerValues[string] | undefined): AnswerValues {
  const { [field]: _, ...others } = values;
  return value === undefined || (!isAnswer(value) && !Array.isArray(value)) ? others : { ...others, [field]: value };
}

/** The same answers with one box of a row changed. */
export function withCell(
  values: AnswerValues,
  { field, row, column }: { readonly field: string; readonly row: number; readonly column: string },
  value: TableRow[string] | undefined,
): AnswerValues {
  const rows = [...rowsOf(values, field)];
  while (rows.length <= row) rows.push({});
  const { [column]: _, ...others } = rows[row] ?? {};
  rows[row] = value === undefined || value === '' ? others : { ...others, [column]: value };
  return { ...values, [field]: rows };
}

/** The same answers without a row. */
export function withoutRow(values: AnswerValues, field: string, row: number): AnswerValues {
  return { ...values, [field]: rowsOf(values, field).filter((_, index) => index !== row) };
}
