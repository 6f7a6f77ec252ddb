import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, type Range, equals, oneOf, within } from '../snapshot/condition.ts';
import { type ListOf, readPage, readPagesByParent } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { RatingScoreRow } from './rating-score.row.ts';

/** Every clause that is given must hold. */
export interface RatingScoreFilter {
  readonly participantIds?: readonly NonNullable<RatingScoreRow['participantId']>[] | undefined;
  readonly ratingIds?: readonly NonNullable<RatingScoreRow['ratingId']>[] | undefined;
  readonly kind?: readonly NonNullable<RatingScoreRow['kind']>[] | undefined;
  readonly names?: readonly NonNullable<RatingScoreRow['name']>[] | undefined;
  readonly studyIds?: readonly NonNullable<RatingScoreRow['studyId']>[] | undefined;
  readonly siteIds?: readonly NonNullable<RatingScoreRow['siteId']>[] | undefined;
  readonly formIds?: readonly NonNullable<RatingScoreRow['formId']>[] | undefined;
  readonly raterIds?: readonly NonNullable<RatingScoreRow['raterId']>[] | undefined;
  readonly raterRole?: readonly NonNullable<RatingScoreRow['raterRole']>[] | undefined;
  readonly targetKind?: readonly NonNullable<RatingScoreRow['targetKind']>[] | undefined;
  readonly targetAssignmentIds?: readonly NonNullable<RatingScoreRow['targetAssignmentId']>[] | undefined;
  readonly targetSessionIds?: readonly NonNullable<RatingScoreRow['targetSessionId']>[] | undefined;
  readonly retrospective?: NonNullable<RatingScoreRow['retrospective']> | undefined;
  readonly value?: Range<number> | undefined;
  readonly occurredAt?: Range<string> | undefined;
}

export type RatingScoreOrder = 'ratingId' | 'name' | 'formId' | 'value' | 'occurredAt';

const list: ListOf<RatingScoreRow, RatingScoreOrder> = {
  entity: RatingScoreRow,
  orders: ['ratingId', 'name', 'formId', 'value', 'occurredAt'],
  orderBy: { field: 'ratingId', direction: 'asc' },
};

function conditionsOf(filter: RatingScoreFilter): readonly Condition<RatingScoreRow>[] {
  return [
    ...oneOf<RatingScoreRow>('participantId', filter.participantIds),
    ...oneOf<RatingScoreRow>('ratingId', filter.ratingIds),
    ...oneOf<RatingScoreRow>('kind', filter.kind),
    ...oneOf<RatingScoreRow>('name', filter.names),
    ...oneOf<RatingScoreRow>('studyId', filter.studyIds),
    ...oneOf<RatingScoreRow>('siteId', filter.siteIds),
    ...oneOf<RatingScoreRow>('formId', filter.formIds),
    ...oneOf<RatingScoreRow>('raterId', filter.raterIds),
    ...oneOf<RatingScoreRow>('raterRole', filter.raterRole),
    ...oneOf<RatingScoreRow>('targetKind', filter.targetKind),
    ...oneOf<RatingScoreRow>('targetAssignmentId', filter.targetAssignmentIds),
    ...oneOf<RatingScoreRow>('targetSessionId', filter.targetSessionIds),
    ...equals<RatingScoreRow>('retrospective', filter.retrospective),
    ...within<RatingScoreRow>('value', filter.value),
    ...within<RatingScoreRow>('occurredAt', filter.occurredAt),
  ];
}

/** The ratings of a study by item and scale. @throws InvalidRead */
export class ListRatingScores extends Query<Page<RatingScoreRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: RatingScoreFilter,
    readonly page: PageRequest<RatingScoreOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListRatingScores)
export class ListRatingScoresHandler implements IQueryHandler<ListRatingScores> {
  execute({ snapshot, filter, page }: ListRatingScores): Promise<Page<RatingScoreRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}

/** The same of each participant. @throws InvalidRead */
export class RatingScoresOfParticipants extends Query<ReadonlyMap<string, Page<RatingScoreRow>>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly participantIds: readonly string[],
    readonly filter: RatingScoreFilter,
    readonly page: PageRequest<RatingScoreOrder>,
  ) {
    super();
  }
}

@QueryHandler(RatingScoresOfParticipants)
export class RatingScoresOfParticipantsHandler implements IQueryHandler<RatingScoresOfParticipants> {
  execute({
    snapshot,
    participantIds,
    filter,
    page,
  }: RatingScoresOfParticipants): Promise<ReadonlyMap<string, Page<RatingScoreRow>>> {
    const parent = { property: 'participantId', ids: participantIds } as const;
    return readPagesByParent(snapshot, list, parent, conditionsOf(filter), page);
  }
}
