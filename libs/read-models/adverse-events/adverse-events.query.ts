import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, type Range, equals, oneOf, within } from '../snapshot/condition.ts';
import { type ListOf, readPage, readPagesByParent } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { AdverseEventRow } from './adverse-event.row.ts';

/** Every clause that is given must hold. */
export interface AdverseEventFilter {
  readonly participantIds?: readonly NonNullable<AdverseEventRow['participantId']>[] | undefined;
  readonly adverseEventIds?: readonly NonNullable<AdverseEventRow['adverseEventId']>[] | undefined;
  readonly studyIds?: readonly NonNullable<AdverseEventRow['studyId']>[] | undefined;
  readonly siteIds?: readonly NonNullable<AdverseEventRow['siteId']>[] | undefined;
  readonly serious?: NonNullable<AdverseEventRow['serious']> | undefined;
  readonly severity?: readonly NonNullable<AdverseEventRow['severity']>[] | undefined;
  readonly relatedness?: readonly NonNullable<AdverseEventRow['relatedness']>[] | undefined;
  readonly expected?: NonNullable<AdverseEventRow['expected']> | undefined;
  readonly onset?: Range<string> | undefined;
  readonly outcome?: readonly NonNullable<AdverseEventRow['outcome']>[] | undefined;
  readonly occurredAt?: Range<string> | undefined;
}

export type AdverseEventOrder = 'adverseEventId' | 'onset' | 'recordedAt';

const list: ListOf<AdverseEventRow, AdverseEventOrder> = {
  entity: AdverseEventRow,
  orders: ['adverseEventId', 'onset', 'recordedAt'],
  orderBy: { field: 'onset', direction: 'asc' },
};

function conditionsOf(filter: AdverseEventFilter): readonly Condition<AdverseEventRow>[] {
  return [
    ...oneOf<AdverseEventRow>('participantId', filter.participantIds),
    ...oneOf<AdverseEventRow>('adverseEventId', filter.adverseEventIds),
    ...oneOf<AdverseEventRow>('studyId', filter.studyIds),
    ...oneOf<AdverseEventRow>('siteId', filter.siteIds),
    ...equals<AdverseEventRow>('serious', filter.serious),
    ...oneOf<AdverseEventRow>('severity', filter.severity),
    ...oneOf<AdverseEventRow>('relatedness', filter.relatedness),
    ...equals<AdverseEventRow>('expected', filter.expected),
    ...within<AdverseEventRow>('onset', filter.onset),
    ...oneOf<AdverseEventRow>('outcome', filter.outcome),
    ...within<AdverseEventRow>('occurredAt', filter.occurredAt),
  ];
}

/** The adverse events of a study. @throws InvalidRead */
export class ListAdverseEvents extends Query<Page<AdverseEventRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: AdverseEventFilter,
    readonly page: PageRequest<AdverseEventOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListAdverseEvents)
export class ListAdverseEventsHandler implements IQueryHandler<ListAdverseEvents> {
  execute({ snapshot, filter, page }: ListAdverseEvents): Promise<Page<AdverseEventRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}

/** The same of each participant. @throws InvalidRead */
export class AdverseEventsOfParticipants extends Query<ReadonlyMap<string, Page<AdverseEventRow>>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly participantIds: readonly string[],
    readonly filter: AdverseEventFilter,
    readonly page: PageRequest<AdverseEventOrder>,
  ) {
    super();
  }
}

@QueryHandler(AdverseEventsOfParticipants)
export class AdverseEventsOfParticipantsHandler implements IQueryHandler<AdverseEventsOfParticipants> {
  execute({
    snapshot,
    participantIds,
    filter,
    page,
  }: AdverseEventsOfParticipants): Promise<ReadonlyMap<string, Page<AdverseEventRow>>> {
    const parent = { property: 'participantId', ids: participantIds } as const;
    return readPagesByParent(snapshot, list, parent, conditionsOf(filter), page);
  }
}
