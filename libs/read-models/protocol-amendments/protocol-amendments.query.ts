import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, type Range, oneOf, within } from '../snapshot/condition.ts';
import { type ListOf, readPage } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { ProtocolAmendmentRow } from './protocol-amendment.row.ts';

/** Every clause that is given must hold. */
export interface ProtocolAmendmentFilter {
  readonly studyIds?: readonly NonNullable<ProtocolAmendmentRow['studyId']>[] | undefined;
  readonly version?: Range<number> | undefined;
  readonly publishedAt?: Range<string> | undefined;
}

export type ProtocolAmendmentOrder = 'version' | 'publishedAt' | 'recordedAt';

const list: ListOf<ProtocolAmendmentRow, ProtocolAmendmentOrder> = {
  entity: ProtocolAmendmentRow,
  orders: ['version', 'publishedAt', 'recordedAt'],
  orderBy: { field: 'version', direction: 'asc' },
};

function conditionsOf(filter: ProtocolAmendmentFilter): readonly Condition<ProtocolAmendmentRow>[] {
  return [
    ...oneOf<ProtocolAmendmentRow>('studyId', filter.studyIds),
    ...within<ProtocolAmendmentRow>('version', filter.version),
    ...within<ProtocolAmendmentRow>('publishedAt', filter.publishedAt),
  ];
}

/** The protocol versions of a study. @throws InvalidRead */
export class ListProtocolAmendments extends Query<Page<ProtocolAmendmentRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: ProtocolAmendmentFilter,
    readonly page: PageRequest<ProtocolAmendmentOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListProtocolAmendments)
export class ListProtocolAmendmentsHandler implements IQueryHandler<ListProtocolAmendments> {
  execute({ snapshot, filter, page }: ListProtocolAmendments): Promise<Page<ProtocolAmendmentRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}
