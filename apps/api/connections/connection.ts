import type { Page, PageRequest, ReadSnapshot } from '#read-models';
import type { ConnectionShape } from './connection.factory.ts';
import type { Ordering } from './order.factory.ts';
import type { PageArgs } from './page.args.ts';

/** What GraphQL was asked, as read models are asked. */
export function pageRequest<Order extends string>(
  { first, after, last, before }: PageArgs,
  orderBy: Ordering<Order> | null | undefined,
): PageRequest<Order> {
  return {
    first: first ?? undefined,
    after: after ?? undefined,
    last: last ?? undefined,
    before: before ?? undefined,
    orderBy: orderBy ?? undefined,
  };
}

/** A page of a read model as a Relay connection. */
export function connection(page: Page<object>, { logIndex }: Pick<ReadSnapshot, 'logIndex'>): ConnectionShape {
  const edges = page.edges.map(({ row, cursor }) => ({ node: row, cursor }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    get totalCount() {
      return page.total();
    },
    logIndex,
  };
}
