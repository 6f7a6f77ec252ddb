import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, type Range, oneOf, within } from '../snapshot/condition.ts';
import { type ListOf, readPage, readPagesByParent } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { AssignmentVersionRow } from './assignment-version.row.ts';

/** Every clause that is given must hold. */
export interface AssignmentVersionFilter {
  readonly participantIds?: readonly NonNullable<AssignmentVersionRow['participantId']>[] | undefined;
  readonly studyIds?: readonly NonNullable<AssignmentVersionRow['studyId']>[] | undefined;
  readonly trigger?: readonly NonNullable<AssignmentVersionRow['trigger']>[] | undefined;
  readonly status?: readonly NonNullable<AssignmentVersionRow['status']>[] | undefined;
  readonly inForceFrom?: Range<string> | undefined;
}

export type AssignmentVersionOrder = 'version' | 'inForceFrom' | 'assignmentId';

const list: ListOf<AssignmentVersionRow, AssignmentVersionOrder> = {
  entity: AssignmentVersionRow,
  orders: ['version', 'inForceFrom', 'assignmentId'],
  orderBy: { field: 'version', direction: 'asc' },
};

function conditionsOf(filter: AssignmentVersionFilter): readonly Condition<AssignmentVersionRow>[] {
  return [
    ...oneOf<AssignmentVersionRow>('participantId', filter.participantIds),
    ...oneOf<AssignmentVersionRow>('studyId', filter.studyIds),
    ...oneOf<AssignmentVersionRow>('trigger', filter.trigger),
    ...oneOf<AssignmentVersionRow>('status', filter.status),
    ...within<AssignmentVersionRow>('inForceFrom', filter.inForceFrom),
  ];
}

/** Assignment versions, the grain analysts get. @throws InvalidRead */
export class ListAssignmentVersions extends Query<Page<AssignmentVersionRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: AssignmentVersionFilter,
    readonly page: PageRequest<AssignmentVersionOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListAssignmentVersions)
export class ListAssignmentVersionsHandler implements IQueryHandler<ListAssignmentVersions> {
  execute({ snapshot, filter, page }: ListAssignmentVersions): Promise<Page<AssignmentVersionRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}

/** The versions of each assignment. @throws InvalidRead */
export class VersionsOfAssignments extends Query<ReadonlyMap<string, Page<AssignmentVersionRow>>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly assignmentIds: readonly string[],
    readonly filter: AssignmentVersionFilter,
    readonly page: PageRequest<AssignmentVersionOrder>,
  ) {
    super();
  }
}

@QueryHandler(VersionsOfAssignments)
export class VersionsOfAssignmentsHandler implements IQueryHandler<VersionsOfAssignments> {
  execute({
    snapshot,
    assignmentIds,
    filter,
    page,
  }: VersionsOfAssignments): Promise<ReadonlyMap<string, Page<AssignmentVersionRow>>> {
    return readPagesByParent(
      snapshot,
      list,
      { property: 'assignmentId', ids: assignmentIds },
      conditionsOf(filter),
      page,
    );
  }
}
