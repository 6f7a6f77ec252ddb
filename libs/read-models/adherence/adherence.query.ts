import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, type Range, equals, oneOf, within } from '../snapshot/condition.ts';
import { type ListOf, readPage, readPagesByParent } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { AdherenceRow } from './adherence.row.ts';

/** Every clause that is given must hold. */
export interface AdherenceFilter {
  readonly participantIds?: readonly NonNullable<AdherenceRow['participantId']>[] | undefined;
  readonly studyIds?: readonly NonNullable<AdherenceRow['studyId']>[] | undefined;
  readonly siteIds?: readonly NonNullable<AdherenceRow['siteId']>[] | undefined;
  readonly definitionIds?: readonly NonNullable<AdherenceRow['definitionId']>[] | undefined;
  readonly definitionVersion?: NonNullable<AdherenceRow['definitionVersion']> | undefined;
  readonly adherent?: readonly NonNullable<AdherenceRow['adherent']>[] | undefined;
  readonly settled?: NonNullable<AdherenceRow['settled']> | undefined;
  readonly value?: Range<number> | undefined;
  readonly reportingRate?: Range<number> | undefined;
}

export type AdherenceOrder = 'participantId' | 'value' | 'best' | 'worst' | 'reportingRate' | 'adherent';

const list: ListOf<AdherenceRow, AdherenceOrder> = {
  entity: AdherenceRow,
  orders: ['participantId', 'value', 'best', 'worst', 'reportingRate', 'adherent'],
  orderBy: { field: 'participantId', direction: 'asc' },
};

function conditionsOf(filter: AdherenceFilter): readonly Condition<AdherenceRow>[] {
  return [
    ...oneOf<AdherenceRow>('participantId', filter.participantIds),
    ...oneOf<AdherenceRow>('studyId', filter.studyIds),
    ...oneOf<AdherenceRow>('siteId', filter.siteIds),
    ...oneOf<AdherenceRow>('definitionId', filter.definitionIds),
    ...equals<AdherenceRow>('definitionVersion', filter.definitionVersion),
    ...oneOf<AdherenceRow>('adherent', filter.adherent),
    ...equals<AdherenceRow>('settled', filter.settled),
    ...within<AdherenceRow>('value', filter.value),
    ...within<AdherenceRow>('reportingRate', filter.reportingRate),
  ];
}

/** People under published definitions. @throws InvalidRead */
export class ListAdherence extends Query<Page<AdherenceRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: AdherenceFilter,
    readonly page: PageRequest<AdherenceOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListAdherence)
export class ListAdherenceHandler implements IQueryHandler<ListAdherence> {
  execute({ snapshot, filter, page }: ListAdherence): Promise<Page<AdherenceRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}

/** Every judgement of each participant. @throws InvalidRead */
export class AdherenceOfParticipants extends Query<ReadonlyMap<string, Page<AdherenceRow>>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly participantIds: readonly string[],
    readonly filter: AdherenceFilter,
    readonly page: PageRequest<AdherenceOrder>,
  ) {
    super();
  }
}

@QueryHandler(AdherenceOfParticipants)
export class AdherenceOfParticipantsHandler implements IQueryHandler<AdherenceOfParticipants> {
  execute({
    snapshot,
    participantIds,
    filter,
    page,
  }: AdherenceOfParticipants): Promise<ReadonlyMap<string, Page<AdherenceRow>>> {
    return readPagesByParent(
      snapshot,
      list,
      { property: 'participantId', ids: participantIds },
      conditionsOf(filter),
      page,
    );
  }
}
