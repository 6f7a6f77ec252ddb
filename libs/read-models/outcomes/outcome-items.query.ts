import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, type Range, equals, oneOf, within } from '../snapshot/condition.ts';
import { type ListOf, readPage, readPagesByParent } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { OutcomeItemRow } from './outcome-item.row.ts';

/** Every clause that is given must hold. */
export interface OutcomeItemFilter {
  readonly participantIds?: readonly NonNullable<OutcomeItemRow['participantId']>[] | undefined;
  readonly measureIds?: readonly NonNullable<OutcomeItemRow['measureId']>[] | undefined;
  readonly items?: readonly NonNullable<OutcomeItemRow['item']>[] | undefined;
  readonly studyIds?: readonly NonNullable<OutcomeItemRow['studyId']>[] | undefined;
  readonly siteIds?: readonly NonNullable<OutcomeItemRow['siteId']>[] | undefined;
  readonly instrumentIds?: readonly NonNullable<OutcomeItemRow['instrumentId']>[] | undefined;
  readonly occasions?: readonly NonNullable<OutcomeItemRow['occasion']>[] | undefined;
  readonly informant?: readonly NonNullable<OutcomeItemRow['informant']>[] | undefined;
  readonly value?: Range<number> | undefined;
  readonly risk?: NonNullable<OutcomeItemRow['risk']> | undefined;
}

export type OutcomeItemOrder = 'measureId' | 'item' | 'instrumentId' | 'itemNumber';

const list: ListOf<OutcomeItemRow, OutcomeItemOrder> = {
  entity: OutcomeItemRow,
  orders: ['measureId', 'item', 'instrumentId', 'itemNumber'],
  orderBy: { field: 'measureId', direction: 'asc' },
};

function conditionsOf(filter: OutcomeItemFilter): readonly Condition<OutcomeItemRow>[] {
  return [
    ...oneOf<OutcomeItemRow>('participantId', filter.participantIds),
    ...oneOf<OutcomeItemRow>('measureId', filter.measureIds),
    ...oneOf<OutcomeItemRow>('item', filter.items),
    ...oneOf<OutcomeItemRow>('studyId', filter.studyIds),
    ...oneOf<OutcomeItemRow>('siteId', filter.siteIds),
    ...oneOf<OutcomeItemRow>('instrumentId', filter.instrumentIds),
    ...oneOf<OutcomeItemRow>('occasion', filter.occasions),
    ...oneOf<OutcomeItemRow>('informant', filter.informant),
    ...within<OutcomeItemRow>('value', filter.value),
    ...equals<OutcomeItemRow>('risk', filter.risk),
  ];
}

/** The answers of a study’s outcome measures. @throws InvalidRead */
export class ListOutcomeItems extends Query<Page<OutcomeItemRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: OutcomeItemFilter,
    readonly page: PageRequest<OutcomeItemOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListOutcomeItems)
export class ListOutcomeItemsHandler implements IQueryHandler<ListOutcomeItems> {
  execute({ snapshot, filter, page }: ListOutcomeItems): Promise<Page<OutcomeItemRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}

/** The same of each participant. @throws InvalidRead */
export class OutcomeItemsOfParticipants extends Query<ReadonlyMap<string, Page<OutcomeItemRow>>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly participantIds: readonly string[],
    readonly filter: OutcomeItemFilter,
    readonly page: PageRequest<OutcomeItemOrder>,
  ) {
    super();
  }
}

@QueryHandler(OutcomeItemsOfParticipants)
export class OutcomeItemsOfParticipantsHandler implements IQueryHandler<OutcomeItemsOfParticipants> {
  execute({
    snapshot,
    participantIds,
    filter,
    page,
  }: OutcomeItemsOfParticipants): Promise<ReadonlyMap<string, Page<OutcomeItemRow>>> {
    const parent = { property: 'participantId', ids: participantIds } as const;
    return readPagesByParent(snapshot, list, parent, conditionsOf(filter), page);
  }
}
