import { Field, Float, ID, InputType, Int, type ReturnTypeFuncValue } from '@nestjs/graphql';
import { z } from 'zod';
import { envelope, id, instant, localDate, occurrence } from '#domain';
import { Instant } from '../scalars/instant.scalar.ts';
import { Json } from '../scalars/json.scalar.ts';
import { LocalDate } from '../scalars/local-date.scalar.ts';
import { Uuid } from '../scalars/uuid.scalar.ts';
import { unwrapped } from './command-schemas.ts';
import { enumFor, type EnumReference } from './enum.factory.ts';
import { fieldNotes } from './field-notes.ts';
import { ItemValueInput } from './item-value.input.ts';

/** A class that GraphQL knows as an input type. Its fields come from a schema, so the class itself declares none. */
export type InputClass = new () => object;

interface InputOptions {
  readonly description: string;
  /** Fields the caller does not give. */
  readonly omit?: readonly string[];
  /** Fields that are made from the command’s id when left out. */
  readonly derived?: readonly string[];
}

const nested = new Map<z.ZodType, InputClass>();

/**
 * Makes a GraphQL input type of an object schema of the domain: the same fields, in GraphQL’s types, so that no shape is
 * written twice. Nested objects must have been made before, with `nestedInput`.
 * @throws for a field no GraphQL type is known for, when the application starts.
 */
export function inputOf(name: string, schema: z.ZodObject, options: InputOptions): InputClass {
  const made = classCalled(name);
  for (const [field, fieldSchema] of Object.entries(schema.shape)) {
    if (options.omit?.includes(field)) continue;
    const derived = options.derived?.includes(field) ?? false;
    declare(made, field, fieldSchema as z.ZodType, derived || isOptional(fieldSchema as z.ZodType), derived);
  }
  InputType(name, { description: options.description })(made);
  return made;
}

/** An object that is part of other inputs. */
export function nestedInput(name: string, schema: z.ZodObject, description: string): InputClass {
  const made = inputOf(name, schema, { description });
  nested.set(schema, made);
  return made;
}

/** A union told apart by `kind`: one input with the kind and the fields of every kind, which the domain then checks. */
export function kindInput(
  name: string,
  union: z.ZodDiscriminatedUnion<readonly z.ZodObject[]>,
  kinds: EnumReference,
  description: string,
): InputClass {
  const made = classCalled(name);
  Field(() => kinds, {})(made.prototype as object, 'kind');
  for (const option of union.options) {
    const kind = String((option.shape['kind'] as z.ZodLiteral).value);
    for (const [field, schema] of Object.entries(option.shape)) {
      if (field === 'kind') continue;
      const type = typeOf(unwrapped(schema as z.ZodType), `${name}.${field}`);
      Field(() => type, { nullable: true, description: `With ${kind}.` })(made.prototype as object, field);
    }
  }
  InputType(name, { description })(made);
  nested.set(union, made);
  return made;
}

function classCalled(name: string): InputClass {
  const made = class {};
  Object.defineProperty(made, 'name', { value: name });
  return made;
}

function declare(made: InputClass, field: string, schema: z.ZodType, nullable: boolean, derived: boolean): void {
  const type = typeOf(unwrapped(schema), `${made.name}.${field}`);
  const note = derived ? 'Made from the command’s id when left out.' : fieldNotes[field];
  Field(() => type, { nullable, ...(note === undefined ? {} : { description: note }) })(
    made.prototype as object,
    field,
  );
}

const isOptional = (schema: z.ZodType): boolean => schema instanceof z.ZodOptional || schema instanceof z.ZodDefault;

const scalars = new Map<z.ZodType, ReturnTypeFuncValue>([
  [id, ID],
  [instant, Instant],
  [localDate, LocalDate],
  [occurrence, String],
]);

function typeOf(schema: z.ZodType, place: string): ReturnTypeFuncValue {
  const named = enumFor(schema) ?? nested.get(schema) ?? scalars.get(schema);
  if (named !== undefined) return named;
  if (schema instanceof z.ZodArray) return [typeOf(schema.element as z.ZodType, place)] as ReturnTypeFuncValue;
  if (isItemRecord(schema)) return [ItemValueInput];
  if (schema instanceof z.ZodRecord) return Json;
  const plain = sealedInner(schema) ?? schema;
  if (plain instanceof z.ZodUUID) return Uuid;
  if (plain instanceof z.ZodString) return String;
  if (plain instanceof z.ZodNumber) return plain.format === 'safeint' ? Int : Float;
  if (plain instanceof z.ZodBoolean || isLiteralTrue(plain)) return Boolean;
  throw new Error(`no GraphQL type is known for ${place}`);
}

const isLiteralTrue = (schema: z.ZodType) => schema instanceof z.ZodLiteral && schema.value === true;

/** Item code → number: a list of pairs in GraphQL, which has no maps. */
export function isItemRecord(schema: z.ZodType): schema is z.ZodRecord {
  return schema instanceof z.ZodRecord && unwrapped(schema.valueType as z.ZodType) instanceof z.ZodNumber;
}

/** What a caller writes into a sealed field; `undefined` when the field is not sealed. */
function sealedInner(schema: z.ZodType): z.ZodType | undefined {
  return schema instanceof z.ZodUnion && schema.options[0] === envelope ? (schema.options[2] as z.ZodType) : undefined;
}
