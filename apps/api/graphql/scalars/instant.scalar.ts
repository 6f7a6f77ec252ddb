import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

const INSTANT = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?([Zz]|[+-]\d\d:\d\d)$/;

/** Any offset is read; what goes on is UTC with milliseconds, as the log writes it. */
function instantOf(value: unknown): string {
  if (typeof value === 'string' && INSTANT.test(value)) {
    const milliseconds = Date.parse(value);
    if (Number.isFinite(milliseconds)) return new Date(milliseconds).toISOString();
  }
  throw new GraphQLError('expected a moment with its offset, such as 2026-03-01T09:30:00+01:00');
}

/** A moment: ISO 8601 with an offset in, UTC with milliseconds out. */
export const Instant = new GraphQLScalarType<string, string>({
  name: 'Instant',
  description: 'A moment. Written as ISO 8601 with an offset; answered in UTC with milliseconds.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
  parseValue: instantOf,
  parseLiteral: (node: ValueNode) => instantOf(node.kind === Kind.STRING ? node.value : undefined),
});
