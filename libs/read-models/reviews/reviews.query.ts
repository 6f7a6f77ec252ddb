import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, type Range, holds, oneOf, within } from '../snapshot/condition.ts';
import { type ListOf, readPage, readPagesByParent } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { ReviewRow } from './review.row.ts';

/** Every clause that is given must hold. */
export interface ReviewFilter {
  readonly assignmentIds?: readonly string[] | undefined;
  readonly sessionIds?: readonly string[] | undefined;
  readonly participantIds?: readonly string[] | undefined;
  readonly studyIds?: readonly string[] | undefined;
  readonly siteIds?: readonly string[] | undefined;
  readonly reviewerRole?: readonly NonNullable<ReviewRow['reviewerRole']>[] | undefined;
  readonly barrier?: string | undefined;
  readonly sessionNumber?: Range<number> | undefined;
  readonly helpfulness?: Range<number> | undefined;
  readonly occurredAt?: Range<string> | undefined;
}

export type ReviewOrder = 'reviewId' | 'assignmentId' | 'sessionNumber' | 'occurredAt' | 'helpfulness';

const list: ListOf<ReviewRow, ReviewOrder> = {
  entity: ReviewRow,
  orders: ['reviewId', 'assignmentId', 'sessionNumber', 'occurredAt', 'helpfulness'],
  orderBy: { field: 'occurredAt', direction: 'asc' },
};

function conditionsOf(filter: ReviewFilter): readonly Condition<ReviewRow>[] {
  return [
    ...oneOf<ReviewRow>('assignmentId', filter.assignmentIds),
    ...oneOf<ReviewRow>('sessionId', filter.sessionIds),
    ...oneOf<ReviewRow>('participantId', filter.participantIds),
    ...oneOf<ReviewRow>('studyId', filter.studyIds),
    ...oneOf<ReviewRow>('siteId', filter.siteIds),
    ...oneOf<ReviewRow>('reviewerRole', filter.reviewerRole),
    ...holds<ReviewRow>('barriers', filter.barrier),
    ...within<ReviewRow>('sessionNumber', filter.sessionNumber),
    ...within<ReviewRow>('helpfulness', filter.helpfulness),
    ...within<ReviewRow>('occurredAt', filter.occurredAt),
  ];
}

/** Reviews of homework. @throws InvalidRead */
export class ListReviews extends Query<Page<ReviewRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: ReviewFilter,
    readonly page: PageRequest<ReviewOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListReviews)
export class ListReviewsHandler implements IQueryHandler<ListReviews> {
  execute({ snapshot, filter, page }: ListReviews): Promise<Page<ReviewRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}

/** Those of each assignment. @throws InvalidRead */
export class ReviewsOfAssignments extends Query<ReadonlyMap<string, Page<ReviewRow>>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly ids: readonly string[],
    readonly filter: ReviewFilter,
    readonly page: PageRequest<ReviewOrder>,
  ) {
    super();
  }
}

@QueryHandler(ReviewsOfAssignments)
export class ReviewsOfAssignmentsHandler implements IQueryHandler<ReviewsOfAssignments> {
  execute({ snapshot, ids, filter, page }: ReviewsOfAssignments): Promise<ReadonlyMap<string, Page<ReviewRow>>> {
    return readPagesByParent(snapshot, list, { property: 'assignmentId', ids }, conditionsOf(filter), page);
  }
}

/** Those of each participant. @throws InvalidRead */
export class ReviewsOfParticipants extends Query<ReadonlyMap<string, Page<ReviewRow>>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly ids: readonly string[],
    readonly filter: ReviewFilter,
    readonly page: PageRequest<ReviewOrder>,
  ) {
    super();
  }
}

@QueryHandler(ReviewsOfParticipants)
export class ReviewsOfParticipantsHandler implements IQueryHandler<ReviewsOfParticipants> {
  execute({ snapshot, ids, filter, page }: ReviewsOfParticipants): Promise<ReadonlyMap<string, Page<ReviewRow>>> {
    return readPagesByParent(snapshot, list, { property: 'participantId', ids }, conditionsOf(filter), page);
  }
}
