import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, type Range, equals, oneOf, within } from '../snapshot/condition.ts';
import { type ListOf, readPage, readPagesByParent } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { PersonSummaryRow } from './person-summary.row.ts';

/** Every clause that is given must hold. */
export interface PersonSummaryFilter {
  readonly participantIds?: readonly NonNullable<PersonSummaryRow['participantId']>[] | undefined;
  readonly instrumentIds?: readonly NonNullable<PersonSummaryRow['instrumentId']>[] | undefined;
  readonly informant?: readonly NonNullable<PersonSummaryRow['informant']>[] | undefined;
  readonly studyIds?: readonly NonNullable<PersonSummaryRow['studyId']>[] | undefined;
  readonly siteIds?: readonly NonNullable<PersonSummaryRow['siteId']>[] | undefined;
  readonly scored?: Range<number> | undefined;
  readonly pre?: Range<number> | undefined;
  readonly post?: Range<number> | undefined;
  readonly change?: Range<number> | undefined;
  readonly reliableByIndex?: readonly NonNullable<PersonSummaryRow['reliableByIndex']>[] | undefined;
  readonly reliableByPoints?: readonly NonNullable<PersonSummaryRow['reliableByPoints']>[] | undefined;
  readonly category?: readonly NonNullable<PersonSummaryRow['category']>[] | undefined;
  readonly response?: NonNullable<PersonSummaryRow['response']> | undefined;
  readonly remission?: NonNullable<PersonSummaryRow['remission']> | undefined;
  readonly casenessStart?: NonNullable<PersonSummaryRow['casenessStart']> | undefined;
  readonly casenessEnd?: NonNullable<PersonSummaryRow['casenessEnd']> | undefined;
  readonly reason?: readonly NonNullable<PersonSummaryRow['reason']>[] | undefined;
}

export type PersonSummaryOrder =
  'participantId' | 'instrumentId' | 'scored' | 'pre' | 'post' | 'change' | 'reliableChangeIndex';

const list: ListOf<PersonSummaryRow, PersonSummaryOrder> = {
  entity: PersonSummaryRow,
  orders: ['participantId', 'instrumentId', 'scored', 'pre', 'post', 'change', 'reliableChangeIndex'],
  orderBy: { field: 'participantId', direction: 'asc' },
};

function conditionsOf(filter: PersonSummaryFilter): readonly Condition<PersonSummaryRow>[] {
  return [
    ...oneOf<PersonSummaryRow>('participantId', filter.participantIds),
    ...oneOf<PersonSummaryRow>('instrumentId', filter.instrumentIds),
    ...oneOf<PersonSummaryRow>('informant', filter.informant),
    ...oneOf<PersonSummaryRow>('studyId', filter.studyIds),
    ...oneOf<PersonSummaryRow>('siteId', filter.siteIds),
    ...within<PersonSummaryRow>('scored', filter.scored),
    ...within<PersonSummaryRow>('pre', filter.pre),
    ...within<PersonSummaryRow>('post', filter.post),
    ...within<PersonSummaryRow>('change', filter.change),
    ...oneOf<PersonSummaryRow>('reliableByIndex', filter.reliableByIndex),
    ...oneOf<PersonSummaryRow>('reliableByPoints', filter.reliableByPoints),
    ...oneOf<PersonSummaryRow>('category', filter.category),
    ...equals<PersonSummaryRow>('response', filter.response),
    ...equals<PersonSummaryRow>('remission', filter.remission),
    ...equals<PersonSummaryRow>('casenessStart', filter.casenessStart),
    ...equals<PersonSummaryRow>('casenessEnd', filter.casenessEnd),
    ...oneOf<PersonSummaryRow>('reason', filter.reason),
  ];
}

/** Every person’s change in a study, each informant apart. @throws InvalidRead */
export class ListPersonSummaries extends Query<Page<PersonSummaryRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: PersonSummaryFilter,
    readonly page: PageRequest<PersonSummaryOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListPersonSummaries)
export class ListPersonSummariesHandler implements IQueryHandler<ListPersonSummaries> {
  execute({ snapshot, filter, page }: ListPersonSummaries): Promise<Page<PersonSummaryRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}

/** The same of each participant. @throws InvalidRead */
export class PersonSummariesOfParticipants extends Query<ReadonlyMap<string, Page<PersonSummaryRow>>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly participantIds: readonly string[],
    readonly filter: PersonSummaryFilter,
    readonly page: PageRequest<PersonSummaryOrder>,
  ) {
    super();
  }
}

@QueryHandler(PersonSummariesOfParticipants)
export class PersonSummariesOfParticipantsHandler implements IQueryHandler<PersonSummariesOfParticipants> {
  execute({
    snapshot,
    participantIds,
    filter,
    page,
  }: PersonSummariesOfParticipants): Promise<ReadonlyMap<string, Page<PersonSummaryRow>>> {
    const parent = { property: 'participantId', ids: participantIds } as const;
    return readPagesByParent(snapshot, list, parent, conditionsOf(filter), page);
  }
}
