import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, equals, oneOf, type Range, within } from '../snapshot/condition.ts';
import { type ListOf, readPage } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { AlertRow } from './alert.row.ts';

/** Every clause that is given must hold. */
export interface AlertFilter {
  readonly studyIds?: readonly string[] | undefined;
  readonly siteIds?: readonly string[] | undefined;
  readonly participantIds?: readonly string[] | undefined;
  readonly alertIds?: readonly string[] | undefined;
  readonly status?: readonly AlertRow['status'][] | undefined;
  readonly grade?: readonly AlertRow['grade'][] | undefined;
  readonly ruleIds?: readonly string[] | undefined;
  readonly late?: boolean | undefined;
  readonly raisedAt?: Range<string> | undefined;
  readonly answeredAt?: Range<string> | undefined;
}

export type AlertOrder = 'raisedAt' | 'waitingSince';

const list: ListOf<AlertRow, AlertOrder> = {
  entity: AlertRow,
  orders: ['raisedAt', 'waitingSince'],
  orderBy: { field: 'waitingSince', direction: 'asc' },
};

function conditionsOf(filter: AlertFilter): readonly Condition<AlertRow>[] {
  return [
    ...oneOf<AlertRow>('studyId', filter.studyIds),
    ...oneOf<AlertRow>('siteId', filter.siteIds),
    ...oneOf<AlertRow>('participantId', filter.participantIds),
    ...oneOf<AlertRow>('alertId', filter.alertIds),
    ...oneOf<AlertRow>('status', filter.status),
    ...oneOf<AlertRow>('grade', filter.grade),
    ...oneOf<AlertRow>('ruleId', filter.ruleIds),
    ...equals<AlertRow>('late', filter.late),
    ...within<AlertRow>('raisedAt', filter.raisedAt),
    ...within<AlertRow>('answeredAt', filter.answeredAt),
  ];
}

/** Safety alerts and concerns of a study, those that wait longest first. @throws InvalidRead */
export class ListAlerts extends Query<Page<AlertRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: AlertFilter,
    readonly page: PageRequest<AlertOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListAlerts)
export class ListAlertsHandler implements IQueryHandler<ListAlerts> {
  execute({ snapshot, filter, page }: ListAlerts): Promise<Page<AlertRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}
