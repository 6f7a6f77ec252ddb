import type { QueryFilter, QueryOrder } from '#read-models';
import { connectionOf } from '../connections/connection.factory.ts';
import { clause, filterOf } from '../connections/filter.factory.ts';
import { orderOf } from '../connections/order.factory.ts';
import { QueryKind } from '../graphql/schema/enums.ts';
import { QueryStatus } from '../graphql/schema/row-enums.ts';
import { QueryModel } from './query.model.ts';

export const QueryConnection = connectionOf('DiscrepancyQuery', () => QueryModel);
export const QueryFilterInput = filterOf<QueryFilter>('DiscrepancyQuery', {
  studyIds: clause.ids,
  siteIds: clause.ids,
  participantIds: clause.ids,
  status: clause.oneOf(QueryStatus),
  kinds: clause.oneOf(QueryKind),
  openedAt: clause.instants,
});
export const QueryOrderInput = orderOf<QueryOrder>('DiscrepancyQuery', { openedAt: true, status: true });
