import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, type Range, equals, oneOf, within } from '../snapshot/condition.ts';
import { type ListOf, readPage, readPagesByParent } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { SuddenGainRow } from './sudden-gain.row.ts';

/** Every clause that is given must hold. */
export interface SuddenGainFilter {
  readonly participantIds?: readonly NonNullable<SuddenGainRow['participantId']>[] | undefined;
  readonly measureIds?: readonly NonNullable<SuddenGainRow['measureId']>[] | undefined;
  readonly studyIds?: readonly NonNullable<SuddenGainRow['studyId']>[] | undefined;
  readonly siteIds?: readonly NonNullable<SuddenGainRow['siteId']>[] | undefined;
  readonly instrumentIds?: readonly NonNullable<SuddenGainRow['instrumentId']>[] | undefined;
  readonly informant?: readonly NonNullable<SuddenGainRow['informant']>[] | undefined;
  readonly magnitude?: Range<number> | undefined;
  readonly reversed?: NonNullable<SuddenGainRow['reversed']> | undefined;
  readonly occurredAt?: Range<string> | undefined;
}

export type SuddenGainOrder = 'measureId' | 'magnitude' | 'occurredAt';

const list: ListOf<SuddenGainRow, SuddenGainOrder> = {
  entity: SuddenGainRow,
  orders: ['measureId', 'magnitude', 'occurredAt'],
  orderBy: { field: 'occurredAt', direction: 'asc' },
};

function conditionsOf(filter: SuddenGainFilter): readonly Condition<SuddenGainRow>[] {
  return [
    ...oneOf<SuddenGainRow>('participantId', filter.participantIds),
    ...oneOf<SuddenGainRow>('measureId', filter.measureIds),
    ...oneOf<SuddenGainRow>('studyId', filter.studyIds),
    ...oneOf<SuddenGainRow>('siteId', filter.siteIds),
    ...oneOf<SuddenGainRow>('instrumentId', filter.instrumentIds),
    ...oneOf<SuddenGainRow>('informant', filter.informant),
    ...within<SuddenGainRow>('magnitude', filter.magnitude),
    ...equals<SuddenGainRow>('reversed', filter.reversed),
    ...within<SuddenGainRow>('occurredAt', filter.occurredAt),
  ];
}

/** The sudden gains of a study. @throws InvalidRead */
export class ListSuddenGains extends Query<Page<SuddenGainRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: SuddenGainFilter,
    readonly page: PageRequest<SuddenGainOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListSuddenGains)
export class ListSuddenGainsHandler implements IQueryHandler<ListSuddenGains> {
  execute({ snapshot, filter, page }: ListSuddenGains): Promise<Page<SuddenGainRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}

/** The same of each participant. @throws InvalidRead */
export class SuddenGainsOfParticipants extends Query<ReadonlyMap<string, Page<SuddenGainRow>>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly participantIds: readonly string[],
    readonly filter: SuddenGainFilter,
    readonly page: PageRequest<SuddenGainOrder>,
  ) {
    super();
  }
}

@QueryHandler(SuddenGainsOfParticipants)
export class SuddenGainsOfParticipantsHandler implements IQueryHandler<SuddenGainsOfParticipants> {
  execute({
    snapshot,
    participantIds,
    filter,
    page,
  }: SuddenGainsOfParticipants): Promise<ReadonlyMap<string, Page<SuddenGainRow>>> {
    const parent = { property: 'participantId', ids: participantIds } as const;
    return readPagesByParent(snapshot, list, parent, conditionsOf(filter), page);
  }
}
