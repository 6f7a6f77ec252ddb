import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import type { Position } from '#event-store';

/** PostgreSQL’s bigint; no position of any engine is larger. */
const LARGEST = 2n ** 63n - 1n;

/** @throws GraphQLError for what is no position */
export function positionOf(value: unknown): Position {
  if (typeof value === 'string' && /^\d{1,19}$/.test(value)) {
    const position = BigInt(value);
    if (position <= LARGEST) return position as Position;
  }
  throw new GraphQLError('expected the position of a receipt, as text');
}

/** Opaque to clients: it travels from a receipt to `after`. */
export const PositionScalar = new GraphQLScalarType<Position, string>({
  name: 'Position',
  description:
    'Where a write stands in the store. Take it from a receipt and give it to `after`; it means nothing else.',
  serialize: (value) => String(value),
  parseValue: positionOf,
  parseLiteral: (node: ValueNode) => positionOf(node.kind === Kind.STRING ? node.value : undefined),
});
