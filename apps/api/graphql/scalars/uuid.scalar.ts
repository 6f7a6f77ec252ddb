import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { z } from 'zod';

const uuid = z.uuid();

function uuidOf(value: unknown): string {
  const parsed = uuid.safeParse(value);
  if (parsed.success) return parsed.data.toLowerCase();
  throw new GraphQLError('expected a UUID, such as 018f3c1e-7b6a-7c3e-9a52-1f0d8c6b4e21');
}

/** In lower case, so that one id has one spelling. */
export const Uuid = new GraphQLScalarType<string, string>({
  name: 'UUID',
  description: 'A universally unique identifier, such as 018f3c1e-7b6a-7c3e-9a52-1f0d8c6b4e21.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc9562',
  serialize: (value) => String(value),
  parseValue: uuidOf,
  parseLiteral: (node: ValueNode) => uuidOf(node.kind === Kind.STRING ? node.value : undefined),
});
