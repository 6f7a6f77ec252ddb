import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, type Range, equals, oneOf, within } from '../snapshot/condition.ts';
import { type ListOf, readByIds, readPage, readPagesByParent } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { AssignmentRow } from './assignment.row.ts';

/** Every clause that is given must hold. */
export interface AssignmentFilter {
  readonly assignmentIds?: readonly NonNullable<AssignmentRow['assignmentId']>[] | undefined;
  readonly participantIds?: readonly NonNullable<AssignmentRow['participantId']>[] | undefined;
  readonly studyIds?: readonly NonNullable<AssignmentRow['studyId']>[] | undefined;
  readonly siteIds?: readonly NonNullable<AssignmentRow['siteId']>[] | undefined;
  readonly status?: readonly NonNullable<AssignmentRow['status']>[] | undefined;
  readonly focus?: readonly NonNullable<AssignmentRow['focus']>[] | undefined;
  readonly medium?: readonly NonNullable<AssignmentRow['medium']>[] | undefined;
  readonly initiatedBy?: readonly NonNullable<AssignmentRow['initiatedBy']>[] | undefined;
  readonly templateIds?: readonly NonNullable<AssignmentRow['templateId']>[] | undefined;
  readonly visibility?: readonly NonNullable<AssignmentRow['visibility']>[] | undefined;
  readonly reported?: NonNullable<AssignmentRow['reported']> | undefined;
  readonly late?: NonNullable<AssignmentRow['late']> | undefined;
  readonly analystConstruction?: NonNullable<AssignmentRow['analystConstruction']> | undefined;
  readonly adjustments?: Range<number> | undefined;
  readonly assignedAt?: Range<string> | undefined;
  readonly dueAt?: Range<string> | undefined;
  readonly completedAt?: Range<string> | undefined;
}

export type AssignmentOrder =
  | 'assignmentId'
  | 'participantId'
  | 'status'
  | 'assignedAt'
  | 'dueAt'
  | 'completedAt'
  | 'lastAttemptAt'
  | 'attemptsRecorded'
  | 'adjustments'
  | 'version'
  | 'updatedAt';

const list: ListOf<AssignmentRow, AssignmentOrder> = {
  entity: AssignmentRow,
  orders: [
    'assignmentId',
    'participantId',
    'status',
    'assignedAt',
    'dueAt',
    'completedAt',
    'lastAttemptAt',
    'attemptsRecorded',
    'adjustments',
    'version',
    'updatedAt',
  ],
  orderBy: { field: 'assignedAt', direction: 'asc' },
};

function conditionsOf(filter: AssignmentFilter): readonly Condition<AssignmentRow>[] {
  return [
    ...oneOf<AssignmentRow>('assignmentId', filter.assignmentIds),
    ...oneOf<AssignmentRow>('participantId', filter.participantIds),
    ...oneOf<AssignmentRow>('studyId', filter.studyIds),
    ...oneOf<AssignmentRow>('siteId', filter.siteIds),
    ...oneOf<AssignmentRow>('status', filter.status),
    ...oneOf<AssignmentRow>('focus', filter.focus),
    ...oneOf<AssignmentRow>('medium', filter.medium),
    ...oneOf<AssignmentRow>('initiatedBy', filter.initiatedBy),
    ...oneOf<AssignmentRow>('templateId', filter.templateIds),
    ...oneOf<AssignmentRow>('visibility', filter.visibility),
    ...equals<AssignmentRow>('reported', filter.reported),
    ...equals<AssignmentRow>('late', filter.late),
    ...equals<AssignmentRow>('analystConstruction', filter.analystConstruction),
    ...within<AssignmentRow>('adjustments', filter.adjustments),
    ...within<AssignmentRow>('assignedAt', filter.assignedAt),
    ...within<AssignmentRow>('dueAt', filter.dueAt),
    ...within<AssignmentRow>('completedAt', filter.completedAt),
  ];
}

/** Assignments as they stand. @throws InvalidRead */
export class ListAssignments extends Query<Page<AssignmentRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: AssignmentFilter,
    readonly page: PageRequest<AssignmentOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListAssignments)
export class ListAssignmentsHandler implements IQueryHandler<ListAssignments> {
  execute({ snapshot, filter, page }: ListAssignments): Promise<Page<AssignmentRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}

/** The assignments of each participant. @throws InvalidRead */
export class AssignmentsOfParticipants extends Query<ReadonlyMap<string, Page<AssignmentRow>>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly participantIds: readonly string[],
    readonly filter: AssignmentFilter,
    readonly page: PageRequest<AssignmentOrder>,
  ) {
    super();
  }
}

@QueryHandler(AssignmentsOfParticipants)
export class AssignmentsOfParticipantsHandler implements IQueryHandler<AssignmentsOfParticipants> {
  execute({
    snapshot,
    participantIds,
    filter,
    page,
  }: AssignmentsOfParticipants): Promise<ReadonlyMap<string, Page<AssignmentRow>>> {
    return readPagesByParent(
      snapshot,
      list,
      { property: 'participantId', ids: participantIds },
      conditionsOf(filter),
      page,
    );
  }
}

/** Assignments by id. An id that is not there is not in the map. */
export class AssignmentsById extends Query<ReadonlyMap<string, AssignmentRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly ids: readonly string[],
  ) {
    super();
  }
}

@QueryHandler(AssignmentsById)
export class AssignmentsByIdHandler implements IQueryHandler<AssignmentsById> {
  execute({ snapshot, ids }: AssignmentsById): Promise<ReadonlyMap<string, AssignmentRow>> {
    return readByIds(snapshot, AssignmentRow, 'assignmentId', ids);
  }
}
