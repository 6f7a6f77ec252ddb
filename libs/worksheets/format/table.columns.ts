import type { Field } from './field.schema.ts';
import type { Column } from './question.schema.ts';
import { type Part, tableParts, type TableKind } from './table.parts.ts';

export type TableField = Extract<Field, { kind: 'rows' | TableKind }>;

const KINDS: ReadonlySet<string> = new Set(['rows', ...Object.keys(tableParts)]);

/** Whether the field is a table, its own or one that the field of psychotherapy knows by name. */
export function isTable(field: Field): field is TableField {
  return KINDS.has(field.kind);
}

/** The columns of a table, in order; those of a named table have the name of their part. */
export function columnsOf(field: TableField): readonly Column[] {
  if (field.kind === 'rows') return field.columns;
  const known: Readonly<Record<string, Part>> = tableParts[field.kind].parts;
  return field.parts.flatMap(({ part, label, hint }) => {
    const kind = known[part];
    // The parser lets through only the parts that the table knows.
    return kind === undefined ? [] : [{ ...kind, id: part, label, ...(hint === undefined ? {} : { hint }) }];
  });
}
