import { GraphQLError } from 'graphql';

export type LimitCode = 'DEPTH_LIMIT' | 'FIELD_LIMIT' | 'ROOT_FIELD_LIMIT' | 'ALIAS_LIMIT' | 'COMPLEXITY_LIMIT';

/** A document that asks for more than one request may. Tells how much was asked and what the limit is. */
export function limitError(code: LimitCode, what: string, asked: number, limit: number): GraphQLError {
  const counted = Number.isFinite(asked) ? Math.ceil(asked) : 'unboundedly many';
  return new GraphQLError(`The query has ${counted} ${what}; at most ${limit} are answered. Ask for less at once.`, {
    // Apollo gives every error of a rule its own code.
    extensions: { code, limitCode: code, limit, http: { status: 400 } },
  });
}
