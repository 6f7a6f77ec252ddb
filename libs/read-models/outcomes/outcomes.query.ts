import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, type Range, equals, oneOf, within } from '../snapshot/condition.ts';
import { type ListOf, readPage, readPagesByParent } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { OutcomeRow } from './outcome.row.ts';

/** Every clause that is given must hold. */
export interface OutcomeFilter {
  readonly participantIds?: readonly NonNullable<OutcomeRow['participantId']>[] | undefined;
  readonly measureIds?: readonly NonNullable<OutcomeRow['measureId']>[] | undefined;
  readonly studyIds?: readonly NonNullable<OutcomeRow['studyId']>[] | undefined;
  readonly siteIds?: readonly NonNullable<OutcomeRow['siteId']>[] | undefined;
  readonly instrumentIds?: readonly NonNullable<OutcomeRow['instrumentId']>[] | undefined;
  readonly instrumentSource?: readonly NonNullable<OutcomeRow['instrumentSource']>[] | undefined;
  readonly occasions?: readonly NonNullable<OutcomeRow['occasion']>[] | undefined;
  readonly day?: Range<number> | undefined;
  readonly timing?: readonly NonNullable<OutcomeRow['timing']>[] | undefined;
  readonly recallOverlaps?: NonNullable<OutcomeRow['recallOverlaps']> | undefined;
  readonly informant?: readonly NonNullable<OutcomeRow['informant']>[] | undefined;
  readonly assessorBlind?: NonNullable<OutcomeRow['assessorBlind']> | undefined;
  readonly windowOk?: NonNullable<OutcomeRow['windowOk']> | undefined;
  readonly total?: Range<number> | undefined;
  readonly itemsMissing?: Range<number> | undefined;
  readonly severity?: readonly NonNullable<OutcomeRow['severity']>[] | undefined;
  readonly problem?: readonly NonNullable<OutcomeRow['problem']>[] | undefined;
  readonly occurredAt?: Range<string> | undefined;
}

export type OutcomeOrder = 'measureId' | 'instrumentId' | 'occasion' | 'day' | 'total' | 'occurredAt' | 'recordedAt';

const list: ListOf<OutcomeRow, OutcomeOrder> = {
  entity: OutcomeRow,
  orders: ['measureId', 'instrumentId', 'occasion', 'day', 'total', 'occurredAt', 'recordedAt'],
  orderBy: { field: 'occurredAt', direction: 'asc' },
};

function conditionsOf(filter: OutcomeFilter): readonly Condition<OutcomeRow>[] {
  return [
    ...oneOf<OutcomeRow>('participantId', filter.participantIds),
    ...oneOf<OutcomeRow>('measureId', filter.measureIds),
    ...oneOf<OutcomeRow>('studyId', filter.studyIds),
    ...oneOf<OutcomeRow>('siteId', filter.siteIds),
    ...oneOf<OutcomeRow>('instrumentId', filter.instrumentIds),
    ...oneOf<OutcomeRow>('instrumentSource', filter.instrumentSource),
    ...oneOf<OutcomeRow>('occasion', filter.occasions),
    ...within<OutcomeRow>('day', filter.day),
    ...oneOf<OutcomeRow>('timing', filter.timing),
    ...equals<OutcomeRow>('recallOverlaps', filter.recallOverlaps),
    ...oneOf<OutcomeRow>('informant', filter.informant),
    ...equals<OutcomeRow>('assessorBlind', filter.assessorBlind),
    ...equals<OutcomeRow>('windowOk', filter.windowOk),
    ...within<OutcomeRow>('total', filter.total),
    ...within<OutcomeRow>('itemsMissing', filter.itemsMissing),
    ...oneOf<OutcomeRow>('severity', filter.severity),
    ...oneOf<OutcomeRow>('problem', filter.problem),
    ...within<OutcomeRow>('occurredAt', filter.occurredAt),
  ];
}

/** The scored outcome measures of a study. @throws InvalidRead */
export class ListOutcomes extends Query<Page<OutcomeRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: OutcomeFilter,
    readonly page: PageRequest<OutcomeOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListOutcomes)
export class ListOutcomesHandler implements IQueryHandler<ListOutcomes> {
  execute({ snapshot, filter, page }: ListOutcomes): Promise<Page<OutcomeRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}

/** The same of each participant. @throws InvalidRead */
export class OutcomesOfParticipants extends Query<ReadonlyMap<string, Page<OutcomeRow>>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly participantIds: readonly string[],
    readonly filter: OutcomeFilter,
    readonly page: PageRequest<OutcomeOrder>,
  ) {
    super();
  }
}

@QueryHandler(OutcomesOfParticipants)
export class OutcomesOfParticipantsHandler implements IQueryHandler<OutcomesOfParticipants> {
  execute({
    snapshot,
    participantIds,
    filter,
    page,
  }: OutcomesOfParticipants): Promise<ReadonlyMap<string, Page<OutcomeRow>>> {
    const parent = { property: 'participantId', ids: participantIds } as const;
    return readPagesByParent(snapshot, list, parent, conditionsOf(filter), page);
  }
}
