import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, type Range, equals, oneOf, within } from '../snapshot/condition.ts';
import { type ListOf, readPage, readPagesByParent } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { MeasureRow } from './measure.row.ts';

/** Every clause that is given must hold. */
export interface MeasureFilter {
  readonly measureIds?: readonly NonNullable<MeasureRow['measureId']>[] | undefined;
  readonly participantIds?: readonly NonNullable<MeasureRow['participantId']>[] | undefined;
  readonly studyIds?: readonly NonNullable<MeasureRow['studyId']>[] | undefined;
  readonly siteIds?: readonly NonNullable<MeasureRow['siteId']>[] | undefined;
  readonly instrumentIds?: readonly NonNullable<MeasureRow['instrumentId']>[] | undefined;
  readonly occasions?: readonly NonNullable<MeasureRow['occasion']>[] | undefined;
  readonly status?: readonly NonNullable<MeasureRow['status']>[] | undefined;
  readonly missedReason?: readonly NonNullable<MeasureRow['missedReason']>[] | undefined;
  readonly informant?: readonly NonNullable<MeasureRow['informant']>[] | undefined;
  readonly assessorBlind?: NonNullable<MeasureRow['assessorBlind']> | undefined;
  readonly occurredAt?: Range<string> | undefined;
}

export type MeasureOrder = 'measureId' | 'instrumentId' | 'occasion' | 'occurredAt' | 'reportedTotal' | 'recordedAt';

const list: ListOf<MeasureRow, MeasureOrder> = {
  entity: MeasureRow,
  orders: ['measureId', 'instrumentId', 'occasion', 'occurredAt', 'reportedTotal', 'recordedAt'],
  orderBy: { field: 'occurredAt', direction: 'asc' },
};

function conditionsOf(filter: MeasureFilter): readonly Condition<MeasureRow>[] {
  return [
    ...oneOf<MeasureRow>('measureId', filter.measureIds),
    ...oneOf<MeasureRow>('participantId', filter.participantIds),
    ...oneOf<MeasureRow>('studyId', filter.studyIds),
    ...oneOf<MeasureRow>('siteId', filter.siteIds),
    ...oneOf<MeasureRow>('instrumentId', filter.instrumentIds),
    ...oneOf<MeasureRow>('occasion', filter.occasions),
    ...oneOf<MeasureRow>('status', filter.status),
    ...oneOf<MeasureRow>('missedReason', filter.missedReason),
    ...oneOf<MeasureRow>('informant', filter.informant),
    ...equals<MeasureRow>('assessorBlind', filter.assessorBlind),
    ...within<MeasureRow>('occurredAt', filter.occurredAt),
  ];
}

/** Outcome measures. @throws InvalidRead */
export class ListMeasures extends Query<Page<MeasureRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: MeasureFilter,
    readonly page: PageRequest<MeasureOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListMeasures)
export class ListMeasuresHandler implements IQueryHandler<ListMeasures> {
  execute({ snapshot, filter, page }: ListMeasures): Promise<Page<MeasureRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}

/** The outcome measures of each participant. @throws InvalidRead */
export class MeasuresOfParticipants extends Query<ReadonlyMap<string, Page<MeasureRow>>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly participantIds: readonly string[],
    readonly filter: MeasureFilter,
    readonly page: PageRequest<MeasureOrder>,
  ) {
    super();
  }
}

@QueryHandler(MeasuresOfParticipants)
export class MeasuresOfParticipantsHandler implements IQueryHandler<MeasuresOfParticipants> {
  execute({
    snapshot,
    participantIds,
    filter,
    page,
  }: MeasuresOfParticipants): Promise<ReadonlyMap<string, Page<MeasureRow>>> {
    return readPagesByParent(
      snapshot,
      list,
      { property: 'participantId', ids: participantIds },
      conditionsOf(filter),
      page,
    );
  }
}
