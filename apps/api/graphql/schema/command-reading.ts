import { fieldPath, fieldProblems, isEnvelope, isErased } from '#domain';
import { z } from 'zod';
import { BadInput } from '../errors/bad-input.error.ts';
import { type ApiCommand, commandField, commandSchema, type CommandType, unwrapped } from './command-schemas.ts';
import { isItemRecord } from './input.factory.ts';

export type CommandOf<Type extends CommandType> = Extract<ApiCommand, { type: Type }>;

/**
 * Turns a GraphQL input into the command it stands for, checked by the domain’s schema. A null counts as left out, except
 * among changed terms, where it would be mistaken for taking a term away.
 * @throws BadInput naming every field that is wrong.
 */
export function readCommand<Type extends CommandType>(type: Type, input: object): CommandOf<Type> {
  const schema = commandSchema(type);
  refuseSealed(input, ['input']);
  const parsed = schema.safeParse({ ...(read(schema, input, ['input']) as object), type });
  if (!parsed.success) {
    throw new BadInput(
      fieldProblems(parsed.error).map(({ field, problem }) => ({
        field: field === '' ? 'input' : `input.${field}`,
        problem,
      })),
    );
  }
  return parsed.data as unknown as CommandOf<Type>;
}

type Path = readonly PropertyKey[];

function read(schema: z.ZodType, value: unknown, path: Path): unknown {
  const inner = unwrapped(schema);
  if (Array.isArray(value)) {
    if (isItemRecord(inner)) return readItems(value, path);
    if (!(inner instanceof z.ZodArray)) return value;
    return value.map((item, index) => read(inner.element as z.ZodType, item, [...path, index]));
  }
  if (typeof value !== 'object' || value === null || inner instanceof z.ZodRecord) return value;
  const fields = inner instanceof z.ZodObject ? (inner.shape as Record<string, z.ZodType>) : {};
  const given = Object.entries(value).filter(
    ([, item]) => item !== undefined && (item !== null || inner === changedTerms),
  );
  return Object.fromEntries(
    given.map(([name, item]) => {
      const field = fields[name];
      return [name, field === undefined ? item : read(field, item, [...path, name])];
    }),
  );
}

const changedTerms = commandField('AdjustAssignment', 'terms');

function readItems(pairs: readonly unknown[], path: Path): Record<string, unknown> {
  const items = new Map<string, unknown>();
  for (const [index, pair] of pairs.entries()) {
    const { item, value } = pair as { item: string; value?: number | null };
    if (items.has(item)) {
      throw new BadInput([{ field: fieldPath([...path, index, 'item']), problem: 'is given twice' }]);
    }
    items.set(item, value ?? null);
  }
  return Object.fromEntries(items);
}

/** Only the command handler makes envelopes; one from outside would enter the log unread. */
function refuseSealed(value: unknown, path: Path): void {
  if (typeof value !== 'object' || value === null) return;
  if (isEnvelope(value) || isErased(value)) {
    throw new BadInput([{ field: fieldPath(path), problem: 'must be plain text: sealing is done by the server' }]);
  }
  for (const [name, item] of Object.entries(value)) refuseSealed(item, [...path, name]);
}
