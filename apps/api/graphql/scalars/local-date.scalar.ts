import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { localDate } from '#domain';

function dayOf(value: unknown): string {
  const parsed = localDate.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new GraphQLError('expected a day of the calendar, such as 2026-03-01');
}

/** A day on the participant’s calendar. */
export const LocalDate = new GraphQLScalarType<string, string>({
  name: 'LocalDate',
  description: 'A day on the participant’s own calendar, YYYY-MM-DD.',
  serialize: (value) => String(value),
  parseValue: dayOf,
  parseLiteral: (node: ValueNode) => dayOf(node.kind === Kind.STRING ? node.value : undefined),
});
