import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, oneOf, type Range, within } from '../snapshot/condition.ts';
import { type ListOf, readPage } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { ReminderRow } from './reminder.row.ts';

/** Every clause that is given must hold. */
export interface ReminderFilter {
  readonly studyIds?: readonly string[] | undefined;
  readonly siteIds?: readonly string[] | undefined;
  readonly participantIds?: readonly string[] | undefined;
  readonly status?: readonly ReminderRow['status'][] | undefined;
  readonly channel?: readonly ReminderRow['channel'][] | undefined;
  readonly plannedFor?: Range<string> | undefined;
}

export type ReminderOrder = 'plannedFor' | 'localDate';

const list: ListOf<ReminderRow, ReminderOrder> = {
  entity: ReminderRow,
  orders: ['plannedFor', 'localDate'],
  orderBy: { field: 'plannedFor', direction: 'asc' },
};

function conditionsOf(filter: ReminderFilter): readonly Condition<ReminderRow>[] {
  return [
    ...oneOf<ReminderRow>('studyId', filter.studyIds),
    ...oneOf<ReminderRow>('siteId', filter.siteIds),
    ...oneOf<ReminderRow>('participantId', filter.participantIds),
    ...oneOf<ReminderRow>('status', filter.status),
    ...oneOf<ReminderRow>('channel', filter.channel),
    ...within<ReminderRow>('plannedFor', filter.plannedFor),
  ];
}

/** Messages of a study, with what came of each. @throws InvalidRead */
export class ListReminders extends Query<Page<ReminderRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: ReminderFilter,
    readonly page: PageRequest<ReminderOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListReminders)
export class ListRemindersHandler implements IQueryHandler<ListReminders> {
  execute({ snapshot, filter, page }: ListReminders): Promise<Page<ReminderRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}
