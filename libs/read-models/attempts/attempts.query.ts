import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, type Range, equals, holds, oneOf, within } from '../snapshot/condition.ts';
import { type ListOf, readPage, readPagesByParent } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { AttemptRow } from './attempt.row.ts';

/** Every clause that is given must hold. */
export interface AttemptFilter {
  readonly assignmentIds?: readonly NonNullable<AttemptRow['assignmentId']>[] | undefined;
  readonly participantIds?: readonly NonNullable<AttemptRow['participantId']>[] | undefined;
  readonly studyIds?: readonly NonNullable<AttemptRow['studyId']>[] | undefined;
  readonly siteIds?: readonly NonNullable<AttemptRow['siteId']>[] | undefined;
  readonly state?: readonly NonNullable<AttemptRow['state']>[] | undefined;
  readonly outcome?: readonly NonNullable<AttemptRow['outcome']>[] | undefined;
  readonly informant?: readonly NonNullable<AttemptRow['informant']>[] | undefined;
  readonly performer?: readonly NonNullable<AttemptRow['performer']>[] | undefined;
  readonly occurrences?: readonly string[] | undefined;
  readonly alternative?: boolean | undefined;
  readonly byProxy?: boolean | undefined;
  readonly barrier?: string | undefined;
  readonly occurredAt?: Range<string> | undefined;
  readonly startedAt?: Range<string> | undefined;
  readonly localDate?: Range<string> | undefined;
  readonly minutes?: Range<number> | undefined;
  readonly version?: Range<number> | undefined;
  readonly source?: readonly NonNullable<AttemptRow['source']>[] | undefined;
}

export type AttemptOrder =
  'attemptId' | 'participantId' | 'occurredAt' | 'startedAt' | 'endedAt' | 'minutes' | 'entryLagHours' | 'recordedAt';

const list: ListOf<AttemptRow, AttemptOrder> = {
  entity: AttemptRow,
  orders: [
    'attemptId',
    'participantId',
    'occurredAt',
    'startedAt',
    'endedAt',
    'minutes',
    'entryLagHours',
    'recordedAt',
  ],
  orderBy: { field: 'occurredAt', direction: 'asc' },
};

function conditionsOf(filter: AttemptFilter): readonly Condition<AttemptRow>[] {
  return [
    ...oneOf<AttemptRow>('assignmentId', filter.assignmentIds),
    ...oneOf<AttemptRow>('participantId', filter.participantIds),
    ...oneOf<AttemptRow>('studyId', filter.studyIds),
    ...oneOf<AttemptRow>('siteId', filter.siteIds),
    ...oneOf<AttemptRow>('state', filter.state),
    ...oneOf<AttemptRow>('outcome', filter.outcome),
    ...oneOf<AttemptRow>('informant', filter.informant),
    ...oneOf<AttemptRow>('performer', filter.performer),
    ...oneOf<AttemptRow>('occurrence', filter.occurrences),
    ...equals<AttemptRow>('alternative', filter.alternative),
    ...equals<AttemptRow>('byProxy', filter.byProxy),
    ...holds<AttemptRow>('barriers', filter.barrier),
    ...within<AttemptRow>('occurredAt', filter.occurredAt),
    ...within<AttemptRow>('startedAt', filter.startedAt),
    ...within<AttemptRow>('localDate', filter.localDate),
    ...within<AttemptRow>('minutes', filter.minutes),
    ...within<AttemptRow>('version', filter.version),
    ...oneOf<AttemptRow>('source', filter.source),
  ];
}

/** Attempts. @throws InvalidRead */
export class ListAttempts extends Query<Page<AttemptRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: AttemptFilter,
    readonly page: PageRequest<AttemptOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListAttempts)
export class ListAttemptsHandler implements IQueryHandler<ListAttempts> {
  execute({ snapshot, filter, page }: ListAttempts): Promise<Page<AttemptRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}

/** The attempts at each assignment. @throws InvalidRead */
export class AttemptsOfAssignments extends Query<ReadonlyMap<string, Page<AttemptRow>>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly assignmentIds: readonly string[],
    readonly filter: AttemptFilter,
    readonly page: PageRequest<AttemptOrder>,
  ) {
    super();
  }
}

@QueryHandler(AttemptsOfAssignments)
export class AttemptsOfAssignmentsHandler implements IQueryHandler<AttemptsOfAssignments> {
  execute({
    snapshot,
    assignmentIds,
    filter,
    page,
  }: AttemptsOfAssignments): Promise<ReadonlyMap<string, Page<AttemptRow>>> {
    return readPagesByParent(
      snapshot,
      list,
      { property: 'assignmentId', ids: assignmentIds },
      conditionsOf(filter),
      page,
    );
  }
}

/** The attempts of each participant. @throws InvalidRead */
export class AttemptsOfParticipants extends Query<ReadonlyMap<string, Page<AttemptRow>>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly participantIds: readonly string[],
    readonly filter: AttemptFilter,
    readonly page: PageRequest<AttemptOrder>,
  ) {
    super();
  }
}

@QueryHandler(AttemptsOfParticipants)
export class AttemptsOfParticipantsHandler implements IQueryHandler<AttemptsOfParticipants> {
  execute({
    snapshot,
    participantIds,
    filter,
    page,
  }: AttemptsOfParticipants): Promise<ReadonlyMap<string, Page<AttemptRow>>> {
    return readPagesByParent(
      snapshot,
      list,
      { property: 'participantId', ids: participantIds },
      conditionsOf(filter),
      page,
    );
  }
}
