import type { Field } from './field.schema.ts';
import { Column } from './question.schema.ts';
import { tableParts, type TableKind } from './table.parts.ts';

export type TableField = Extract<Field, { kind: 'rows' | TableKind }>;

const KINDS: ReadonlySet<string> = new Set(['rows', ...Object.keys(tableParts)]);

/** Whether the field is a table, its own or one that the field of psychotherapy knows by name. */
export function isTable(field: Field): field is TableField {
  return KINDS.has(field.kind);
}

/** The columns of a table, in order; those of a named table have the name of their part. */
export function columnsOf(field: TableField): readonly Column[] {
  if (field.kind === 'rows') return field.columns;
  const known: Readonly<Record<string, object>> = tableParts[field.kind].parts;
  return field.parts.map(({ part, label, hint }) =>
    Column.parse({ ...known[part], id: part, label, ...(hint === undefined ? {} : { hint }) }),
  );
}
