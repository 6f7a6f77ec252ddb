import { fieldsOf } from '../answers/condition.evaluation.ts';
import type { Operand } from './expression.schema.ts';
import type { Field } from './field.schema.ts';
import { pathText } from './input.limits.ts';
import { columnsOf, isTable } from './table.columns.ts';

interface CheckError {
  readonly path: string;
  readonly message: string;
}

/** Show-if rules and calculations must name fields that are there and that are answered or computed. */
export function referenceErrors(fields: readonly Field[]): readonly CheckError[] {
  const known = new Map(fields.map((field) => [field.id, field]));
  return fields.flatMap((field, index) => {
    const shown = field.showIf === undefined ? [] : fieldsOf(field.showIf);
    const path = (part: string) => pathText(['fields', index, part], 'worksheet');
    return [
      ...shown.flatMap((name) => missing(known, name, path('showIf'))),
      ...operandsOf(field).flatMap((operand) => operandErrors(known, operand, path('value'))),
    ];
  });
}

function missing(known: ReadonlyMap<string, Field>, name: string, path: string): CheckError[] {
  const field = known.get(name);
  if (field === undefined) return [{ path, message: `asks about ${name}, which is no field of this worksheet` }];
  return field.kind === 'information' || field.kind === 'demonstration'
    ? [{ path, message: `asks about ${name}, which nobody answers` }]
    : [];
}

function operandErrors(
  known: ReadonlyMap<string, Field>,
  { field: name, column }: Operand,
  path: string,
): CheckError[] {
  const absent = missing(known, name, path);
  const field = known.get(name);
  if (absent.length > 0 || field === undefined || column === undefined) return absent;
  if (!isTable(field)) return [{ path, message: `asks for a column of ${name}, which is no table` }];
  return columnsOf(field).some(({ id }) => id === column)
    ? []
    : [{ path, message: `asks for ${column}, which is no column of ${name}` }];
}

function operandsOf(field: Field): readonly Operand[] {
  if (field.kind !== 'computed') return [];
  return field.value.kind === 'difference' ? [field.value.from, field.value.subtract] : field.value.of;
}

/** Which fields each field needs to know before it can be shown or computed. */
const needsOf = (field: Field): readonly string[] => [
  ...(field.showIf === undefined ? [] : fieldsOf(field.showIf)),
  ...operandsOf(field).map((operand) => operand.field),
];

/** Every loop of show-if rules and calculations, named once by the way round: `a → b → a`. */
export function dependencyLoops(fields: readonly Field[]): readonly CheckError[] {
  const needs = new Map(fields.map((field) => [field.id, needsOf(field)]));
  const done = new Set<string>();
  const errors: CheckError[] = [];
  const walk = (id: string, way: readonly string[]): void => {
    const begin = way.indexOf(id);
    if (begin >= 0) {
      errors.push(loop(fields, [...way.slice(begin), id]));
      return;
    }
    if (done.has(id)) return;
    for (const next of needs.get(id) ?? []) walk(next, [...way, id]);
    done.add(id);
  };
  for (const { id } of fields) walk(id, []);
  return errors;
}

function loop(fields: readonly Field[], way: readonly string[]): CheckError {
  const index = fields.findIndex(({ id }) => id === way[0]);
  const part = fields[index]?.kind === 'computed' ? 'value' : 'showIf';
  return {
    path: pathText(['fields', index, part], 'worksheet'),
    message: `goes round in a loop: ${way.join(' → ')}`,
  };
}
