import { Field, Float, ID, InputType, Int, type ReturnTypeFuncValue } from '@nestjs/graphql';
import { BadInput } from '../graphql/errors/bad-input.error.ts';
import { LIMITS } from '../graphql/limits/limits.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';
import { LocalDate } from '../graphql/scalars/local-date.scalar.ts';
import type { EnumReference } from '../graphql/schema/enum.factory.ts';

interface Range {
  readonly from?: unknown;
  readonly to?: unknown;
}

function rangeOf(name: string, type: ReturnTypeFuncValue): abstract new () => Range {
  @InputType(name, { description: 'Inclusive at both ends; open where an end is left out.' })
  abstract class RangeInput {
    @Field(() => type, { nullable: true })
    readonly from?: unknown;

    @Field(() => type, { nullable: true })
    readonly to?: unknown;
  }
  return RangeInput;
}

/** The types a clause of a filter can have. */
export const clause = {
  ids: [ID],
  id: ID,
  text: String,
  texts: [String],
  flag: Boolean,
  instants: rangeOf('InstantRange', Instant),
  days: rangeOf('LocalDateRange', LocalDate),
  numbers: rangeOf('NumberRange', Float),
  counts: rangeOf('CountRange', Int),
  int: Int,
  oneOf: (values: EnumReference): [EnumReference] => [values],
} as const;

type Clauses<Filter> = { readonly [Name in keyof Filter]-?: ReturnTypeFuncValue };

/** Makes the input of a read model’s filter; the compiler sees to it that every clause is there. */
export function filterOf<Filter extends object>(name: string, clauses: Clauses<Filter>): abstract new () => Filter {
  abstract class FilterInput {}
  Object.defineProperty(FilterInput, 'name', { value: `${name}Filter` });
  for (const [field, type] of Object.entries<ReturnTypeFuncValue>(clauses)) {
    Field(() => type, { nullable: true })(FilterInput.prototype, field);
  }
  InputType(`${name}Filter`, { description: 'Every clause that is given must hold.' })(FilterInput);
  // The class is a type for GraphQL only: what resolvers are handed has the shape of the read model’s filter.
  return FilterInput as abstract new () => Filter;
}

/**
 * A filter as read models take it: nulls count as left out.
 * @throws BadInput for a list that is too long
 */
export function cleaned<Filter extends object>(filter: Filter | null | undefined): Filter {
  return withoutNulls(filter ?? {}, 'filter') as Filter;
}

function withoutNulls(value: object, field: string): object {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null && inner !== undefined)
      .map(([name, inner]: [string, unknown]) => {
        if (Array.isArray(inner) && inner.length > LIMITS.list) {
          throw new BadInput([{ field: `${field}.${name}`, problem: `may have at most ${LIMITS.list} values` }]);
        }
        const nested = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
        return [name, nested ? withoutNulls(inner, `${field}.${name}`) : inner];
      }),
  );
}
