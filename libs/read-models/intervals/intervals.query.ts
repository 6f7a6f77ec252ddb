import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, type Range, equals, oneOf, within } from '../snapshot/condition.ts';
import { type ListOf, readPage, readPagesByParent } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { IntervalRow } from './interval.row.ts';

/** Every clause that is given must hold. */
export interface IntervalFilter {
  readonly participantIds?: readonly string[] | undefined;
  readonly studyIds?: readonly string[] | undefined;
  readonly siteIds?: readonly string[] | undefined;
  readonly definitionIds?: readonly string[] | undefined;
  readonly definitionVersion?: number | undefined;
  readonly denominator?: readonly NonNullable<IntervalRow['denominator']>[] | undefined;
  readonly closedBy?: readonly NonNullable<IntervalRow['closedBy']>[] | undefined;
  readonly adherent?: readonly NonNullable<IntervalRow['adherent']>[] | undefined;
  readonly interval?: Range<number> | undefined;
  readonly lengthDays?: Range<number> | undefined;
  readonly reportingRate?: Range<number> | undefined;
}

export type IntervalOrder =
  'interval' | 'participantId' | 'fromDate' | 'lengthDays' | 'reportingRate' | 'quantityUnit' | 'value';

const list: ListOf<IntervalRow, IntervalOrder> = {
  entity: IntervalRow,
  orders: ['interval', 'participantId', 'fromDate', 'lengthDays', 'reportingRate', 'quantityUnit', 'value'],
  orderBy: { field: 'interval', direction: 'asc' },
};

function conditionsOf(filter: IntervalFilter): readonly Condition<IntervalRow>[] {
  return [
    ...oneOf<IntervalRow>('participantId', filter.participantIds),
    ...oneOf<IntervalRow>('studyId', filter.studyIds),
    ...oneOf<IntervalRow>('siteId', filter.siteIds),
    ...oneOf<IntervalRow>('definitionId', filter.definitionIds),
    ...equals<IntervalRow>('definitionVersion', filter.definitionVersion),
    ...oneOf<IntervalRow>('denominator', filter.denominator),
    ...oneOf<IntervalRow>('closedBy', filter.closedBy),
    ...oneOf<IntervalRow>('adherent', filter.adherent),
    ...within<IntervalRow>('interval', filter.interval),
    ...within<IntervalRow>('lengthDays', filter.lengthDays),
    ...within<IntervalRow>('reportingRate', filter.reportingRate),
  ];
}

/** Intervals. @throws InvalidRead */
export class ListIntervals extends Query<Page<IntervalRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: IntervalFilter,
    readonly page: PageRequest<IntervalOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListIntervals)
export class ListIntervalsHandler implements IQueryHandler<ListIntervals> {
  execute({ snapshot, filter, page }: ListIntervals): Promise<Page<IntervalRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}

/** Those of each participant. @throws InvalidRead */
export class IntervalsOfParticipants extends Query<ReadonlyMap<string, Page<IntervalRow>>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly ids: readonly string[],
    readonly filter: IntervalFilter,
    readonly page: PageRequest<IntervalOrder>,
  ) {
    super();
  }
}

@QueryHandler(IntervalsOfParticipants)
export class IntervalsOfParticipantsHandler implements IQueryHandler<IntervalsOfParticipants> {
  execute({ snapshot, ids, filter, page }: IntervalsOfParticipants): Promise<ReadonlyMap<string, Page<IntervalRow>>> {
    return readPagesByParent(snapshot, list, { property: 'participantId', ids }, conditionsOf(filter), page);
  }
}
