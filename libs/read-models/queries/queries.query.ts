import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, type Range, oneOf, within } from '../snapshot/condition.ts';
import { type ListOf, readPage } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { QueryRow } from './query.row.ts';

/** Every clause that is given must hold. */
export interface QueryFilter {
  readonly studyIds?: readonly string[] | undefined;
  readonly siteIds?: readonly string[] | undefined;
  readonly participantIds?: readonly string[] | undefined;
  readonly status?: readonly QueryRow['status'][] | undefined;
  readonly kinds?: readonly QueryRow['kind'][] | undefined;
  readonly openedAt?: Range<string> | undefined;
}

export type QueryOrder = 'openedAt' | 'status';

const list: ListOf<QueryRow, QueryOrder> = {
  entity: QueryRow,
  orders: ['openedAt', 'status'],
  orderBy: { field: 'openedAt', direction: 'asc' },
};

function conditionsOf(filter: QueryFilter): readonly Condition<QueryRow>[] {
  return [
    ...oneOf<QueryRow>('studyId', filter.studyIds),
    ...oneOf<QueryRow>('siteId', filter.siteIds),
    ...oneOf<QueryRow>('participantId', filter.participantIds),
    ...oneOf<QueryRow>('status', filter.status),
    ...oneOf<QueryRow>('kind', filter.kinds),
    ...within<QueryRow>('openedAt', filter.openedAt),
  ];
}

/** Discrepancy queries. @throws InvalidRead */
export class ListQueries extends Query<Page<QueryRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: QueryFilter,
    readonly page: PageRequest<QueryOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListQueries)
export class ListQueriesHandler implements IQueryHandler<ListQueries> {
  execute({ snapshot, filter, page }: ListQueries): Promise<Page<QueryRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}
