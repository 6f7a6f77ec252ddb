import { GraphQLError, GraphQLScalarType, Kind, valueFromASTUntyped, type ValueNode } from 'graphql';

const DEEPEST = 40;

/** Refuses what is too deep to be read safely, and keys that would reach an object’s prototype. */
function jsonOf(value: unknown, depth = 0): unknown {
  if (depth > DEEPEST) throw new GraphQLError(`expected JSON nested at most ${DEEPEST} levels`);
  if (Array.isArray(value)) return value.map((item) => jsonOf(item, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      if (key === '__proto__') throw new GraphQLError('expected JSON without a key called __proto__');
      return [key, jsonOf(item, depth + 1)];
    }),
  );
}

/** Any JSON value. */
export const Json = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: 'Any JSON value.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259',
  serialize: (value) => value,
  parseValue: (value) => jsonOf(value),
  parseLiteral: (node: ValueNode, variables) =>
    node.kind === Kind.VARIABLE ? undefined : jsonOf(valueFromASTUntyped(node, variables)),
});
