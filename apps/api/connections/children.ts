import type { Page, PageRequest, ReadSnapshot } from '#read-models';
import { childPage } from '../snapshots/loaders.ts';
import { connection, pageRequest } from './connection.ts';
import type { ConnectionShape } from './connection.factory.ts';
import { cleaned } from './filter.factory.ts';
import type { Ordering } from './order.factory.ts';
import type { PageArgs } from './page.args.ts';

/** What a list of children is asked for. */
export interface ListRequest<Filter, Order extends string> {
  readonly page: PageArgs;
  readonly filter: Filter | null | undefined;
  readonly orderBy: Ordering<Order> | null | undefined;
}

interface Parent {
  readonly snapshot: ReadSnapshot;
  readonly id: string;
}

/**
 * The children of one parent as a connection. The same request of many parents is one statement.
 * @param name of the kind of children, unique among all kinds
 */
export async function children<Row extends object, Filter extends object, Order extends string>(
  name: string,
  { snapshot, id }: Parent,
  { page, filter, orderBy }: ListRequest<Filter, Order>,
  ask: (
    snapshot: ReadSnapshot,
    ids: readonly string[],
    filter: Filter,
    request: PageRequest<Order>,
  ) => Promise<ReadonlyMap<string, Page<Row>>>,
): Promise<ConnectionShape> {
  const request = pageRequest(page, orderBy);
  const wanted = cleaned(filter);
  const key = JSON.stringify([name, request, wanted]);
  const found = await childPage(snapshot, key, id, (at, ids) => ask(at, ids, wanted, request));
  return connection(found, snapshot);
}
