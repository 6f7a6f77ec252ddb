import { registerEnumType } from '@nestjs/graphql';
import type { z } from 'zod';

/** What `@Field` accepts as the type of a value. */
export type EnumReference = Readonly<Record<string, string>>;

const registered = new Map<z.ZodType, EnumReference>();

/** `too-difficult` → `TOO_DIFFICULT`: GraphQL names hold no hyphens. */
export function enumNameOf(value: string): string {
  return value.toUpperCase().replaceAll('-', '_');
}

/**
 * Makes a GraphQL enum of one of the domain’s, which stays the one source of its values. Resolvers and the domain see
 * the domain’s spelling, clients the GraphQL one.
 */
export function enumOf(name: string, schema: z.ZodEnum, description: string): EnumReference {
  const reference = enumOfValues(name, schema.options.map(String), description);
  registered.set(schema, reference);
  return reference;
}

/** The same for values that are no enum of their own, such as the kinds of a union. */
export function enumOfValues(name: string, values: readonly string[], description: string): EnumReference {
  const reference = Object.fromEntries(values.map((value) => [enumNameOf(value), value]));
  registerEnumType(reference, { name, description });
  return reference;
}

/** The GraphQL enum of a domain enum, or of any schema that takes its values. */
export function registerAs(schema: z.ZodType, reference: EnumReference): void {
  registered.set(schema, reference);
}

export function enumFor(schema: z.ZodType): EnumReference | undefined {
  return registered.get(schema);
}

/** An enum that comes from a read model. The keys are held equal to the model’s union by the compiler. */
export function enumOfUnion<Value extends string>(name: string, values: Record<Value, true>, description: string) {
  return enumOfValues(name, Object.keys(values), description);
}
