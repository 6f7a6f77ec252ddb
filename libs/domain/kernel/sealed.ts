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

/** Whose key a field is sealed under. */
export type SealOwner = 'participant' | 'study';

const sealedFields = z.registry<{ owner: SealOwner }>();

/** Marks a field as private. Deciders see the plain value or `ERASED`; stores and read models see an envelope. */
export function sealed<Inner extends z.ZodType>(inner: Inner): z.ZodType<Sealed<z.infer<Inner>>> {
  return sealedFor('participant', inner);
}

/** Marks a field as private to those who may know the arms: sealed under the study's key, not a participant's. */
export function sealedForStudy<Inner extends z.ZodType>(inner: Inner): z.ZodType<Sealed<z.infer<Inner>>> {
  return sealedFor('study', inner);
}

function sealedFor<Inner extends z.ZodType>(owner: SealOwner, inner: Inner): z.ZodType<Sealed<z.infer<Inner>>> {
  const schema = z.union([envelope, erased, inner]) as unknown as z.ZodType<Sealed<z.infer<Inner>>>;
  sealedFields.add(schema, { owner });
  return schema;
}

export function isEnvelope(value: unknown): value is Envelope {
  return typeof value === 'object' && value !== null && (value as { sealed?: unknown }).sealed === 'A256GCM';
}

export function isErased(value: unknown): value is Erased {
  return typeof value === 'object' && value !== null && (value as { erased?: unknown }).erased === true;
}

export type FieldPath = readonly (string | number)[];

type Change = (value: unknown, path: FieldPath, owner: SealOwner) => unknown;
/** Visits the sealed fields of one schema and nothing else. */
type Walk = (data: unknown, change: Change, path: FieldPath) => unknown;

/**
 * Rebuilds `data` with `change` applied to every sealed field that `schema` declares, wherever it is nested.
 * `path` names the field, for authenticated data and for error messages.
 */
export function mapSealed(schema: z.ZodType, data: unknown, change: Change, path: FieldPath = []): unknown {
  const walk = walkOf(schema);
  return walk === undefined ? data : walk(data, change, path);
}

/** Whether a value of this schema may hold a sealed field at all. */
export function holdsSealed(schema: z.ZodType): boolean {
  return walkOf(schema) !== undefined;
}

/** Schemas are walked once: every event is opened whenever its stream is read. */
const walks = new WeakMap<z.ZodType, { readonly walk: Walk | undefined }>();

function walkOf(schema: z.ZodType): Walk | undefined {
  const known = walks.get(schema);
  if (known !== undefined) return known.walk;
  const walk = planWalk(schema);
  walks.set(schema, { walk });
  return walk;
}

function planWalk(schema: z.ZodType): Walk | undefined {
  const owner = sealedFields.get(schema)?.owner;
  if (owner !== undefined) return present((data, change, path) => change(data, path, owner));
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return walkOf(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodObject) return walkFields(schema);
  if (schema instanceof z.ZodArray) {
    const walk = walkOf(schema.element as z.ZodType);
    if (walk === undefined) return undefined;
    return present((data, change, path) =>
      (data as readonly unknown[]).map((item, index) => walk(item, change, [...path, index])),
    );
  }
  if (schema instanceof z.ZodUnion) {
    const options = schema.options as readonly z.ZodType[];
    if (!options.some(holdsSealed)) return undefined;
    return present((data, change, path) => {
      const option = options.find((candidate) => candidate.safeParse(data).success);
      return option === undefined ? data : mapSealed(option, data, change, path);
    });
  }
  return undefined;
}

function walkFields(schema: z.ZodObject): Walk | undefined {
  const fields = Object.entries(schema.shape).flatMap(([name, field]) => {
    const walk = walkOf(field as z.ZodType);
    return walk === undefined ? [] : [{ name, walk }];
  });
  if (fields.length === 0) return undefined;
  return present((data, change, path) => {
    const mapped = { ...(data as Readonly<Record<string, unknown>>) };
    for (const { name, walk } of fields) {
      if (name in mapped) mapped[name] = walk(mapped[name], change, [...path, name]);
    }
    return mapped;
  });
}

function present(walk: Walk): Walk {
  return (data, change, path) => (data === undefined || data === null ? data : walk(data, change, path));
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
