import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, type Range, oneOf, within } from '../snapshot/condition.ts';
import { type ListOf, readPage, readPagesByParent } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { ComplianceRow } from './compliance.row.ts';

/** Every clause that is given must hold. */
export interface ComplianceFilter {
  readonly assignmentIds?: readonly string[] | undefined;
  readonly participantIds?: readonly string[] | undefined;
  readonly studyIds?: readonly string[] | undefined;
  readonly siteIds?: readonly string[] | undefined;
  readonly rating?: Range<number> | undefined;
  readonly dueAt?: Range<string> | undefined;
}

export type ComplianceOrder = 'assignmentId' | 'occurrence' | 'rating' | 'dueAt';

const list: ListOf<ComplianceRow, ComplianceOrder> = {
  entity: ComplianceRow,
  orders: ['assignmentId', 'occurrence', 'rating', 'dueAt'],
  orderBy: { field: 'dueAt', direction: 'asc' },
};

function conditionsOf(filter: ComplianceFilter): readonly Condition<ComplianceRow>[] {
  return [
    ...oneOf<ComplianceRow>('assignmentId', filter.assignmentIds),
    ...oneOf<ComplianceRow>('participantId', filter.participantIds),
    ...oneOf<ComplianceRow>('studyId', filter.studyIds),
    ...oneOf<ComplianceRow>('siteId', filter.siteIds),
    ...within<ComplianceRow>('rating', filter.rating),
    ...within<ComplianceRow>('dueAt', filter.dueAt),
  ];
}

/** Event-derived compliance ratings. @throws InvalidRead */
export class ListCompliance extends Query<Page<ComplianceRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: ComplianceFilter,
    readonly page: PageRequest<ComplianceOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListCompliance)
export class ListComplianceHandler implements IQueryHandler<ListCompliance> {
  execute({ snapshot, filter, page }: ListCompliance): Promise<Page<ComplianceRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}

/** Those of each assignment. @throws InvalidRead */
export class ComplianceOfAssignments extends Query<ReadonlyMap<string, Page<ComplianceRow>>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly ids: readonly string[],
    readonly filter: ComplianceFilter,
    readonly page: PageRequest<ComplianceOrder>,
  ) {
    super();
  }
}

@QueryHandler(ComplianceOfAssignments)
export class ComplianceOfAssignmentsHandler implements IQueryHandler<ComplianceOfAssignments> {
  execute({ snapshot, ids, filter, page }: ComplianceOfAssignments): Promise<ReadonlyMap<string, Page<ComplianceRow>>> {
    return readPagesByParent(snapshot, list, { property: 'assignmentId', ids }, conditionsOf(filter), page);
  }
}

/** Those of each participant. @throws InvalidRead */
export class ComplianceOfParticipants extends Query<ReadonlyMap<string, Page<ComplianceRow>>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly ids: readonly string[],
    readonly filter: ComplianceFilter,
    readonly page: PageRequest<ComplianceOrder>,
  ) {
    super();
  }
}

@QueryHandler(ComplianceOfParticipants)
export class ComplianceOfParticipantsHandler implements IQueryHandler<ComplianceOfParticipants> {
  execute({
    snapshot,
    ids,
    filter,
    page,
  }: ComplianceOfParticipants): Promise<ReadonlyMap<string, Page<ComplianceRow>>> {
    return readPagesByParent(snapshot, list, { property: 'participantId', ids }, conditionsOf(filter), page);
  }
}
