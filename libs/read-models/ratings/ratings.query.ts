import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, type Range, equals, oneOf, within } from '../snapshot/condition.ts';
import { type ListOf, readPage, readPagesByParent } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { RatingRow } from './rating.row.ts';

/** Every clause that is given must hold. */
export interface RatingFilter {
  readonly ratingIds?: readonly NonNullable<RatingRow['ratingId']>[] | undefined;
  readonly participantIds?: readonly NonNullable<RatingRow['participantId']>[] | undefined;
  readonly studyIds?: readonly NonNullable<RatingRow['studyId']>[] | undefined;
  readonly formIds?: readonly NonNullable<RatingRow['formId']>[] | undefined;
  readonly raterRole?: readonly NonNullable<RatingRow['raterRole']>[] | undefined;
  readonly targetKind?: readonly NonNullable<RatingRow['targetKind']>[] | undefined;
  readonly targetAssignmentIds?: readonly NonNullable<RatingRow['targetAssignmentId']>[] | undefined;
  readonly targetSessionIds?: readonly NonNullable<RatingRow['targetSessionId']>[] | undefined;
  readonly retrospective?: NonNullable<RatingRow['retrospective']> | undefined;
  readonly occurredAt?: Range<string> | undefined;
}

export type RatingOrder = 'ratingId' | 'formId' | 'occurredAt' | 'recordedAt';

const list: ListOf<RatingRow, RatingOrder> = {
  entity: RatingRow,
  orders: ['ratingId', 'formId', 'occurredAt', 'recordedAt'],
  orderBy: { field: 'occurredAt', direction: 'asc' },
};

function conditionsOf(filter: RatingFilter): readonly Condition<RatingRow>[] {
  return [
    ...oneOf<RatingRow>('ratingId', filter.ratingIds),
    ...oneOf<RatingRow>('participantId', filter.participantIds),
    ...oneOf<RatingRow>('studyId', filter.studyIds),
    ...oneOf<RatingRow>('formId', filter.formIds),
    ...oneOf<RatingRow>('raterRole', filter.raterRole),
    ...oneOf<RatingRow>('targetKind', filter.targetKind),
    ...oneOf<RatingRow>('targetAssignmentId', filter.targetAssignmentIds),
    ...oneOf<RatingRow>('targetSessionId', filter.targetSessionIds),
    ...equals<RatingRow>('retrospective', filter.retrospective),
    ...within<RatingRow>('occurredAt', filter.occurredAt),
  ];
}

/** Ratings. @throws InvalidRead */
export class ListRatings extends Query<Page<RatingRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: RatingFilter,
    readonly page: PageRequest<RatingOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListRatings)
export class ListRatingsHandler implements IQueryHandler<ListRatings> {
  execute({ snapshot, filter, page }: ListRatings): Promise<Page<RatingRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}

/** The ratings about each participant. @throws InvalidRead */
export class RatingsOfParticipants extends Query<ReadonlyMap<string, Page<RatingRow>>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly participantIds: readonly string[],
    readonly filter: RatingFilter,
    readonly page: PageRequest<RatingOrder>,
  ) {
    super();
  }
}

@QueryHandler(RatingsOfParticipants)
export class RatingsOfParticipantsHandler implements IQueryHandler<RatingsOfParticipants> {
  execute({
    snapshot,
    participantIds,
    filter,
    page,
  }: RatingsOfParticipants): Promise<ReadonlyMap<string, Page<RatingRow>>> {
    return readPagesByParent(
      snapshot,
      list,
      { property: 'participantId', ids: participantIds },
      conditionsOf(filter),
      page,
    );
  }
}

/** The ratings of each assignment. @throws InvalidRead */
export class RatingsOfAssignments extends Query<ReadonlyMap<string, Page<RatingRow>>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly assignmentIds: readonly string[],
    readonly filter: RatingFilter,
    readonly page: PageRequest<RatingOrder>,
  ) {
    super();
  }
}

@QueryHandler(RatingsOfAssignments)
export class RatingsOfAssignmentsHandler implements IQueryHandler<RatingsOfAssignments> {
  execute({
    snapshot,
    assignmentIds,
    filter,
    page,
  }: RatingsOfAssignments): Promise<ReadonlyMap<string, Page<RatingRow>>> {
    return readPagesByParent(
      snapshot,
      list,
      { property: 'targetAssignmentId', ids: assignmentIds },
      conditionsOf(filter),
      page,
    );
  }
}

/** The ratings of each session. @throws InvalidRead */
export class RatingsOfSessions extends Query<ReadonlyMap<string, Page<RatingRow>>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly sessionIds: readonly string[],
    readonly filter: RatingFilter,
    readonly page: PageRequest<RatingOrder>,
  ) {
    super();
  }
}

@QueryHandler(RatingsOfSessions)
export class RatingsOfSessionsHandler implements IQueryHandler<RatingsOfSessions> {
  execute({ snapshot, sessionIds, filter, page }: RatingsOfSessions): Promise<ReadonlyMap<string, Page<RatingRow>>> {
    return readPagesByParent(
      snapshot,
      list,
      { property: 'targetSessionId', ids: sessionIds },
      conditionsOf(filter),
      page,
    );
  }
}
