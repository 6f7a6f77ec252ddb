import { z } from 'zod';

/**
 * Private content. A schema marks a field `sealed(…)`; outside the command handler the log and every read model hold an
 * envelope in its place, encrypted under the participant's key. Destroying the key leaves `ERASED`.
 */

/** What is left of a sealed field once its key is destroyed. */
export const erased = z.strictObject({ erased: z.literal(true) });
export type Erased = z.infer<typeof erased>;
export const ERASED: Erased = { erased: true };

/**
 * Stored form of a sealed field: AES-256-GCM, everything binary in base64url. `key` names the key's owner, `at` the event
 * and field it was sealed for, which is authenticated with the text. `length` is the plain text's, in UTF-16 code units.
 */
export const envelope = z.strictObject({
  sealed: z.literal('A256GCM'),
  key: z.string(),
  at: z.string(),
  iv: z.string(),
  text: z.string(),
  length: z.int().min(0),
});
export type Envelope = z.infer<typeof envelope>;

export type Sealed<T> = T | Erased;

const sealedFields = z.registry<{ sealed: true }>();

/** Marks a field as private. Deciders see the plain value or `ERASED`; stores and read models see an envelope. */
export function sealed<Inner extends z.ZodType>(inner: Inner): z.ZodType<Sealed<z.infer<Inner>>> {
  const schema = z.union([envelope, erased, inner]) as unknown as z.ZodType<Sealed<z.infer<Inner>>>;
  sealedFields.add(schema, { sealed: true });
  return schema;
}

export function isEnvelope(value: unknown): value is Envelope {
  return typeof value === 'object' && value !== null && (value as { sealed?: unknown }).sealed === 'A256GCM';
}

export function isErased(value: unknown): value is Erased {
  return typeof value === 'object' && value !== null && (value as { erased?: unknown }).erased === true;
}

export type FieldPath = readonly (string | number)[];

/**
 * Rebuilds `data` with `change` applied to every sealed field that `schema` declares, wherever it is nested.
 * `path` names the field, for authenticated data and for error messages.
 */
export function mapSealed(
  schema: z.ZodType,
  data: unknown,
  change: (value: unknown, path: FieldPath) => unknown,
  path: FieldPath = [],
): unknown {
  if (data === undefined || data === null) return data;
  if (sealedFields.has(schema)) return change(data, path);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return mapSealed(schema.unwrap() as z.ZodType, data, change, path);
  }
  if (schema instanceof z.ZodObject) return mapObject(schema, data as Record<string, unknown>, change, path);
  if (schema instanceof z.ZodArray) {
    const element = schema.element as z.ZodType;
    return (data as readonly unknown[]).map((item, index) => mapSealed(element, item, change, [...path, index]));
  }
  if (schema instanceof z.ZodUnion) {
    const option = (schema.options as z.ZodType[]).find((candidate) => candidate.safeParse(data).success);
    return option === undefined ? data : mapSealed(option, data, change, path);
  }
  return data;
}

function mapObject(
  schema: z.ZodObject,
  data: Record<string, unknown>,
  change: (value: unknown, path: FieldPath) => unknown,
  path: FieldPath,
): Record<string, unknown> {
  const mapped: Record<string, unknown> = { ...data };
  for (const [name, field] of Object.entries(schema.shape)) {
    if (name in mapped) mapped[name] = mapSealed(field as z.ZodType, mapped[name], change, [...path, name]);
  }
  return mapped;
}

/** Dotted paths of every sealed field a schema declares (`[]` for list elements): the catalogue prints them. */
export function sealedPaths(schema: z.ZodType, path = ''): string[] {
  if (sealedFields.has(schema)) return [path];
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return sealedPaths(schema.unwrap() as z.ZodType, path);
  if (schema instanceof z.ZodArray) return sealedPaths(schema.element as z.ZodType, `${path}[]`);
  if (schema instanceof z.ZodUnion) {
    return [...new Set((schema.options as z.ZodType[]).flatMap((option) => sealedPaths(option, path)))];
  }
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([name, field]) =>
      sealedPaths(field as z.ZodType, path === '' ? name : `${path}.${name}`),
    );
  }
  return [];
}
