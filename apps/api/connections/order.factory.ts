import { Field, InputType, registerEnumType } from '@nestjs/graphql';
import type { Direction } from '#read-models';
import type { EnumReference } from '../graphql/schema/enum.factory.ts';

const OrderDirection = { ASC: 'asc', DESC: 'desc' } as const satisfies Record<string, Direction>;
registerEnumType(OrderDirection, { name: 'OrderDirection', description: 'Empty values come last either way.' });

/** How a list is to be ordered. */
export interface Ordering<Order extends string> {
  readonly field: Order;
  readonly direction: Direction;
}

/** `assignedAt` → `ASSIGNED_AT`. */
const fieldName = (property: string): string => property.replace(/([a-z0-9])([A-Z])/g, '$1-$2');

/** Makes the input that orders a kind of list; the compiler sees to it that every order of the read model is there. */
export function orderOf<Order extends string>(
  name: string,
  orders: Readonly<Record<Order, true>>,
): abstract new () => Ordering<Order> {
  const fields: EnumReference = orderFields(name, Object.keys(orders));
  @InputType(`${name}Order`, {
    description: 'Ties are broken by the key of the row, so that no row is met twice or missed.',
  })
  abstract class OrderInput {
    @Field(() => fields)
    readonly field!: Order;

    @Field(() => OrderDirection)
    readonly direction!: Direction;
  }
  return OrderInput;
}

function orderFields(name: string, orders: readonly string[]): EnumReference {
  const named = Object.fromEntries(orders.map((order) => [fieldName(order).replaceAll('-', '_').toUpperCase(), order]));
  registerEnumType(named, { name: `${name}OrderField`, description: 'What a list can be ordered by.' });
  return named;
}
