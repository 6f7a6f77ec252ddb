import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, type Range, equals, oneOf, within } from '../snapshot/condition.ts';
import { type ListOf, readPage, readPagesByParent } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { MeasureReceiptRow } from './measure-receipt.row.ts';

/** Every clause that is given must hold. */
export interface MeasureReceiptFilter {
  readonly participantIds?: readonly NonNullable<MeasureReceiptRow['participantId']>[] | undefined;
  readonly measureIds?: readonly NonNullable<MeasureReceiptRow['measureId']>[] | undefined;
  readonly studyIds?: readonly NonNullable<MeasureReceiptRow['studyId']>[] | undefined;
  readonly siteIds?: readonly NonNullable<MeasureReceiptRow['siteId']>[] | undefined;
  readonly instrumentIds?: readonly NonNullable<MeasureReceiptRow['instrumentId']>[] | undefined;
  readonly occasions?: readonly NonNullable<MeasureReceiptRow['occasion']>[] | undefined;
  readonly scheduled?: NonNullable<MeasureReceiptRow['scheduled']> | undefined;
  readonly dueDate?: Range<string> | undefined;
  readonly windowTo?: Range<string> | undefined;
  readonly status?: readonly NonNullable<MeasureReceiptRow['status']>[] | undefined;
  readonly receivedDate?: Range<string> | undefined;
  readonly reason?: readonly NonNullable<MeasureReceiptRow['reason']>[] | undefined;
}

export type MeasureReceiptOrder = 'measureId' | 'instrumentId' | 'occasion' | 'dueDate';

const list: ListOf<MeasureReceiptRow, MeasureReceiptOrder> = {
  entity: MeasureReceiptRow,
  orders: ['measureId', 'instrumentId', 'occasion', 'dueDate'],
  orderBy: { field: 'measureId', direction: 'asc' },
};

function conditionsOf(filter: MeasureReceiptFilter): readonly Condition<MeasureReceiptRow>[] {
  return [
    ...oneOf<MeasureReceiptRow>('participantId', filter.participantIds),
    ...oneOf<MeasureReceiptRow>('measureId', filter.measureIds),
    ...oneOf<MeasureReceiptRow>('studyId', filter.studyIds),
    ...oneOf<MeasureReceiptRow>('siteId', filter.siteIds),
    ...oneOf<MeasureReceiptRow>('instrumentId', filter.instrumentIds),
    ...oneOf<MeasureReceiptRow>('occasion', filter.occasions),
    ...equals<MeasureReceiptRow>('scheduled', filter.scheduled),
    ...within<MeasureReceiptRow>('dueDate', filter.dueDate),
    ...within<MeasureReceiptRow>('windowTo', filter.windowTo),
    ...oneOf<MeasureReceiptRow>('status', filter.status),
    ...within<MeasureReceiptRow>('receivedDate', filter.receivedDate),
    ...oneOf<MeasureReceiptRow>('reason', filter.reason),
  ];
}

/** What was expected of whom, what came, and why the rest did not. @throws InvalidRead */
export class ListMeasureReceipts extends Query<Page<MeasureReceiptRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: MeasureReceiptFilter,
    readonly page: PageRequest<MeasureReceiptOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListMeasureReceipts)
export class ListMeasureReceiptsHandler implements IQueryHandler<ListMeasureReceipts> {
  execute({ snapshot, filter, page }: ListMeasureReceipts): Promise<Page<MeasureReceiptRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}

/** The same of each participant. @throws InvalidRead */
export class MeasureReceiptsOfParticipants extends Query<ReadonlyMap<string, Page<MeasureReceiptRow>>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly participantIds: readonly string[],
    readonly filter: MeasureReceiptFilter,
    readonly page: PageRequest<MeasureReceiptOrder>,
  ) {
    super();
  }
}

@QueryHandler(MeasureReceiptsOfParticipants)
export class MeasureReceiptsOfParticipantsHandler implements IQueryHandler<MeasureReceiptsOfParticipants> {
  execute({
    snapshot,
    participantIds,
    filter,
    page,
  }: MeasureReceiptsOfParticipants): Promise<ReadonlyMap<string, Page<MeasureReceiptRow>>> {
    const parent = { property: 'participantId', ids: participantIds } as const;
    return readPagesByParent(snapshot, list, parent, conditionsOf(filter), page);
  }
}
