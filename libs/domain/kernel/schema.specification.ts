import fc from 'fast-check';
import { z } from 'zod';
import { EXAMPLE_DATASET } from '../dataset/dataset.specification.ts';
import { EXAMPLE_PROTOCOL } from '../protocol/protocol.specification.ts';

/** Test support: values that fit a schema, drawn from few, so that commands meet one another. */

const TEXTS = [
  'one',
  'two',
  'constructor',
  '2026-03-01T10:00:00.000Z',
  '2026-03-01T12:00:00.000Z',
  '2026-03-09T20:00:00.000Z',
  '2026-03-02',
  '2026-03-09',
  '2026-03-15',
  'UTC',
  'Asia/Kathmandu',
  '08:30',
  'sv',
  'whole',
  'image/png',
  'a1'.repeat(32),
  'ab'.repeat(32),
];
const NUMBERS = [1, 2, 0, 3, 0.5, 100];
/** Of texts and numbers that fit, the first so many. */
const FEW = 2;
/** Of the words of an enumeration. */
const SOME = 4;

/** @throws Error for a kind of schema that the domain did not use when this was written */
export function valueOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodOptional) {
    return fc.option(valueOf(schema.unwrap() as z.ZodType), { nil: undefined });
  }
  if (schema instanceof z.ZodDefault) return valueOf(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodNullable) return fc.option(valueOf(schema.unwrap() as z.ZodType));
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values);
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options.slice(0, SOME));
  if (schema instanceof z.ZodNull) return fc.constant(null);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNumber) return fitting(NUMBERS, schema);
  if (schema instanceof z.ZodString || schema instanceof z.ZodISODate || schema instanceof z.ZodISODateTime) {
    return fitting(TEXTS, schema);
  }
  return valueOfMany(schema);
}

function valueOfMany(schema: z.ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodArray) {
    const items = fc.array(valueOf(schema.element as z.ZodType), { maxLength: 2 });
    return items.filter((list) => schema.safeParse(list).success);
  }
  if (schema instanceof z.ZodRecord) {
    const value = schema.valueType as z.ZodType;
    return value instanceof z.ZodLazy
      ? fc.constantFrom({ one: 1 }, EXAMPLE_PROTOCOL, EXAMPLE_DATASET)
      : fc.dictionary(fc.constant('one'), valueOf(value));
  }
  if (schema instanceof z.ZodUnion) {
    // Sealed fields are written plain: the last option is that form.
    const plain = (schema.options as z.ZodType[]).filter((option) => !option.safeParse({ erased: true }).success);
    const sealable = plain.length < schema.options.length;
    const options = (sealable ? plain.slice(-1) : plain).map(valueOf);
    return fc.oneof(...options);
  }
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(schema.shape).map(([name, field]) => [name, valueOf(field as z.ZodType)]);
    return fc.record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>).map(withoutAbsent);
  }
  throw new Error(`no values are known for a ${schema.def.type}`);
}

function fitting(values: readonly unknown[], schema: z.ZodType): fc.Arbitrary<unknown> {
  const fit = values.filter((value) => schema.safeParse(value).success).slice(0, FEW);
  return fc.constantFrom(...fit);
}

function withoutAbsent(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined));
}

/** One of the commands of a stream; fields that place an entry in its record mostly say the same. */
export function commandOf(commands: z.ZodType, keys: readonly string[]): fc.Arbitrary<{ readonly type: string }> {
  const schemas = (commands instanceof z.ZodUnion ? commands.options : [commands]) as z.ZodObject[];
  const key = fc.constantFrom('one', 'one', 'two', 'constructor');
  return fc.oneof(
    ...schemas.map((schema) => {
      const fixed = Object.fromEntries(keys.filter((name) => name in schema.shape).map((name) => [name, key]));
      return fc
        .tuple(valueOf(schema), fc.record(fixed))
        .map(([command, record]) => ({ ...(command as { type: string }), ...record }))
        .filter((command) => schema.safeParse(command).success);
    }),
  );
}
