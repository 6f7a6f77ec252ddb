import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, type Range, equals, oneOf, within } from '../snapshot/condition.ts';
import { type ListOf, readPage } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { ClarificationRow } from './clarification.row.ts';

/** Every clause that is given must hold. */
export interface ClarificationFilter {
  readonly assignmentIds?: readonly NonNullable<ClarificationRow['assignmentId']>[] | undefined;
  readonly participantIds?: readonly NonNullable<ClarificationRow['participantId']>[] | undefined;
  readonly studyIds?: readonly NonNullable<ClarificationRow['studyId']>[] | undefined;
  readonly answered?: NonNullable<ClarificationRow['answered']> | undefined;
  readonly askedAt?: Range<string> | undefined;
}

export type ClarificationOrder = 'assignmentId' | 'askedAt';

const list: ListOf<ClarificationRow, ClarificationOrder> = {
  entity: ClarificationRow,
  orders: ['assignmentId', 'askedAt'],
  orderBy: { field: 'askedAt', direction: 'asc' },
};

function conditionsOf(filter: ClarificationFilter): readonly Condition<ClarificationRow>[] {
  return [
    ...oneOf<ClarificationRow>('assignmentId', filter.assignmentIds),
    ...oneOf<ClarificationRow>('participantId', filter.participantIds),
    ...oneOf<ClarificationRow>('studyId', filter.studyIds),
    ...equals<ClarificationRow>('answered', filter.answered),
    ...within<ClarificationRow>('askedAt', filter.askedAt),
  ];
}

/** Questions about the homework of a study, answered and not. @throws InvalidRead */
export class ListClarifications extends Query<Page<ClarificationRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: ClarificationFilter,
    readonly page: PageRequest<ClarificationOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListClarifications)
export class ListClarificationsHandler implements IQueryHandler<ListClarifications> {
  execute({ snapshot, filter, page }: ListClarifications): Promise<Page<ClarificationRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}
