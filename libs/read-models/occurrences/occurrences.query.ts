import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, type Range, equals, oneOf, within } from '../snapshot/condition.ts';
import { type ListOf, readPage, readPagesByParent } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { OccurrenceRow } from './occurrence.row.ts';

/** Every clause that is given must hold. */
export interface OccurrenceFilter {
  readonly assignmentIds?: readonly string[] | undefined;
  readonly participantIds?: readonly string[] | undefined;
  readonly studyIds?: readonly string[] | undefined;
  readonly siteIds?: readonly string[] | undefined;
  readonly state?: readonly NonNullable<OccurrenceRow['state']>[] | undefined;
  readonly reason?: readonly NonNullable<OccurrenceRow['reason']>[] | undefined;
  readonly reportedBy?: readonly NonNullable<OccurrenceRow['reportedBy']>[] | undefined;
  readonly asAssigned?: boolean | undefined;
  readonly reviewed?: boolean | undefined;
  readonly dueAt?: Range<string> | undefined;
  readonly dueDate?: Range<string> | undefined;
}

export type OccurrenceOrder = 'assignmentId' | 'occurrence' | 'dueAt' | 'state' | 'completedAt';

const list: ListOf<OccurrenceRow, OccurrenceOrder> = {
  entity: OccurrenceRow,
  orders: ['assignmentId', 'occurrence', 'dueAt', 'state', 'completedAt'],
  orderBy: { field: 'dueAt', direction: 'asc' },
};

function conditionsOf(filter: OccurrenceFilter): readonly Condition<OccurrenceRow>[] {
  return [
    ...oneOf<OccurrenceRow>('assignmentId', filter.assignmentIds),
    ...oneOf<OccurrenceRow>('participantId', filter.participantIds),
    ...oneOf<OccurrenceRow>('studyId', filter.studyIds),
    ...oneOf<OccurrenceRow>('siteId', filter.siteIds),
    ...oneOf<OccurrenceRow>('state', filter.state),
    ...oneOf<OccurrenceRow>('reason', filter.reason),
    ...oneOf<OccurrenceRow>('reportedBy', filter.reportedBy),
    ...equals<OccurrenceRow>('asAssigned', filter.asAssigned),
    ...equals<OccurrenceRow>('reviewed', filter.reviewed),
    ...within<OccurrenceRow>('dueAt', filter.dueAt),
    ...within<OccurrenceRow>('dueDate', filter.dueDate),
  ];
}

/** Obligations. @throws InvalidRead */
export class ListOccurrences extends Query<Page<OccurrenceRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: OccurrenceFilter,
    readonly page: PageRequest<OccurrenceOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListOccurrences)
export class ListOccurrencesHandler implements IQueryHandler<ListOccurrences> {
  execute({ snapshot, filter, page }: ListOccurrences): Promise<Page<OccurrenceRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}

/** Those of each assignment. @throws InvalidRead */
export class OccurrencesOfAssignments extends Query<ReadonlyMap<string, Page<OccurrenceRow>>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly ids: readonly string[],
    readonly filter: OccurrenceFilter,
    readonly page: PageRequest<OccurrenceOrder>,
  ) {
    super();
  }
}

@QueryHandler(OccurrencesOfAssignments)
export class OccurrencesOfAssignmentsHandler implements IQueryHandler<OccurrencesOfAssignments> {
  execute({
    snapshot,
    ids,
    filter,
    page,
  }: OccurrencesOfAssignments): Promise<ReadonlyMap<string, Page<OccurrenceRow>>> {
    return readPagesByParent(snapshot, list, { property: 'assignmentId', ids }, conditionsOf(filter), page);
  }
}

/** Those of each participant. @throws InvalidRead */
export class OccurrencesOfParticipants extends Query<ReadonlyMap<string, Page<OccurrenceRow>>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly ids: readonly string[],
    readonly filter: OccurrenceFilter,
    readonly page: PageRequest<OccurrenceOrder>,
  ) {
    super();
  }
}

@QueryHandler(OccurrencesOfParticipants)
export class OccurrencesOfParticipantsHandler implements IQueryHandler<OccurrencesOfParticipants> {
  execute({
    snapshot,
    ids,
    filter,
    page,
  }: OccurrencesOfParticipants): Promise<ReadonlyMap<string, Page<OccurrenceRow>>> {
    return readPagesByParent(snapshot, list, { property: 'participantId', ids }, conditionsOf(filter), page);
  }
}

/** Obligations of assignments by name, for data loaders: `assignmentId` and `occurrence` with a line feed between them. */
export class OccurrencesByName extends Query<ReadonlyMap<string, OccurrenceRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly names: readonly string[],
  ) {
    super();
  }
}

@QueryHandler(OccurrencesByName)
export class OccurrencesByNameHandler implements IQueryHandler<OccurrencesByName> {
  async execute({ snapshot, names }: OccurrencesByName): Promise<ReadonlyMap<string, OccurrenceRow>> {
    const table = snapshot.table(OccurrenceRow);
    const pairs = names.map((name) => name.split('\n'));
    const rows = await snapshot.sql(
      `SELECT o.* FROM ${table.name} o JOIN unnest($1::text[], $2::text[]) AS wanted(assignment_id, occurrence)
       ON o.assignment_id = wanted.assignment_id COLLATE "C" AND o.occurrence = wanted.occurrence COLLATE "C"`,
      [pairs.map(([assignmentId]) => assignmentId), pairs.map(([, occurrence]) => occurrence)],
    );
    const found = rows.map((row) => table.hydrate({ ...row }));
    return new Map(found.map((row) => [`${row.assignmentId}\n${row.occurrence}`, row]));
  }
}
