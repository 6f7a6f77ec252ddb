import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, type Range, equals, holds, oneOf, within } from '../snapshot/condition.ts';
import { type ListOf, readPage, readPagesByParent } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { SessionRow } from './session.row.ts';

/** Every clause that is given must hold. */
export interface SessionFilter {
  readonly sessionIds?: readonly NonNullable<SessionRow['sessionId']>[] | undefined;
  readonly participantIds?: readonly NonNullable<SessionRow['participantId']>[] | undefined;
  readonly studyIds?: readonly NonNullable<SessionRow['studyId']>[] | undefined;
  readonly siteIds?: readonly NonNullable<SessionRow['siteId']>[] | undefined;
  readonly state?: readonly SessionRow['state'][] | undefined;
  readonly attended?: NonNullable<SessionRow['attended']> | undefined;
  readonly modality?: readonly NonNullable<SessionRow['modality']>[] | undefined;
  readonly phase?: readonly NonNullable<SessionRow['phase']>[] | undefined;
  readonly deliverer?: string | undefined;
  readonly homeworkReviewed?: readonly NonNullable<SessionRow['homeworkReviewed']>[] | undefined;
  readonly homeworkAssigned?: readonly NonNullable<SessionRow['homeworkAssigned']>[] | undefined;
  readonly sessionNumber?: Range<number> | undefined;
  readonly occurredAt?: Range<string> | undefined;
}

export type SessionOrder = 'sessionId' | 'sessionNumber' | 'occurredAt' | 'minutes';

const list: ListOf<SessionRow, SessionOrder> = {
  entity: SessionRow,
  orders: ['sessionId', 'sessionNumber', 'occurredAt', 'minutes'],
  orderBy: { field: 'occurredAt', direction: 'asc' },
};

function conditionsOf(filter: SessionFilter): readonly Condition<SessionRow>[] {
  return [
    ...oneOf<SessionRow>('sessionId', filter.sessionIds),
    ...oneOf<SessionRow>('participantId', filter.participantIds),
    ...oneOf<SessionRow>('studyId', filter.studyIds),
    ...oneOf<SessionRow>('siteId', filter.siteIds),
    ...oneOf<SessionRow>('state', filter.state),
    ...equals<SessionRow>('attended', filter.attended),
    ...oneOf<SessionRow>('modality', filter.modality),
    ...oneOf<SessionRow>('phase', filter.phase),
    ...holds<SessionRow>('deliverers', filter.deliverer),
    ...oneOf<SessionRow>('homeworkReviewed', filter.homeworkReviewed),
    ...oneOf<SessionRow>('homeworkAssigned', filter.homeworkAssigned),
    ...within<SessionRow>('sessionNumber', filter.sessionNumber),
    ...within<SessionRow>('occurredAt', filter.occurredAt),
  ];
}

/** Sessions, one row a person. @throws InvalidRead */
export class ListSessions extends Query<Page<SessionRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: SessionFilter,
    readonly page: PageRequest<SessionOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListSessions)
export class ListSessionsHandler implements IQueryHandler<ListSessions> {
  execute({ snapshot, filter, page }: ListSessions): Promise<Page<SessionRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}

/** The sessions of each participant. @throws InvalidRead */
export class SessionsOfParticipants extends Query<ReadonlyMap<string, Page<SessionRow>>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly participantIds: readonly string[],
    readonly filter: SessionFilter,
    readonly page: PageRequest<SessionOrder>,
  ) {
    super();
  }
}

@QueryHandler(SessionsOfParticipants)
export class SessionsOfParticipantsHandler implements IQueryHandler<SessionsOfParticipants> {
  execute({
    snapshot,
    participantIds,
    filter,
    page,
  }: SessionsOfParticipants): Promise<ReadonlyMap<string, Page<SessionRow>>> {
    return readPagesByParent(
      snapshot,
      list,
      { property: 'participantId', ids: participantIds },
      conditionsOf(filter),
      page,
    );
  }
}
