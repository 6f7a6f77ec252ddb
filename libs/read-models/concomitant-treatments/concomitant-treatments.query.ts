import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, type Range, oneOf, within } from '../snapshot/condition.ts';
import { type ListOf, readPage, readPagesByParent } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { ConcomitantTreatmentRow } from './concomitant-treatment.row.ts';

/** Every clause that is given must hold. */
export interface ConcomitantTreatmentFilter {
  readonly entryIds?: readonly NonNullable<ConcomitantTreatmentRow['entryId']>[] | undefined;
  readonly participantIds?: readonly NonNullable<ConcomitantTreatmentRow['participantId']>[] | undefined;
  readonly studyIds?: readonly NonNullable<ConcomitantTreatmentRow['studyId']>[] | undefined;
  readonly siteIds?: readonly NonNullable<ConcomitantTreatmentRow['siteId']>[] | undefined;
  readonly treatments?: readonly NonNullable<ConcomitantTreatmentRow['treatment']>[] | undefined;
  readonly kind?: readonly NonNullable<ConcomitantTreatmentRow['kind']>[] | undefined;
  readonly change?: readonly NonNullable<ConcomitantTreatmentRow['change']>[] | undefined;
  readonly changedOn?: Range<string> | undefined;
  readonly occurredAt?: Range<string> | undefined;
}

export type ConcomitantTreatmentOrder = 'entryId' | 'treatment' | 'changedOn' | 'occurredAt' | 'recordedAt';

const list: ListOf<ConcomitantTreatmentRow, ConcomitantTreatmentOrder> = {
  entity: ConcomitantTreatmentRow,
  orders: ['entryId', 'treatment', 'changedOn', 'occurredAt', 'recordedAt'],
  orderBy: { field: 'occurredAt', direction: 'asc' },
};

function conditionsOf(filter: ConcomitantTreatmentFilter): readonly Condition<ConcomitantTreatmentRow>[] {
  return [
    ...oneOf<ConcomitantTreatmentRow>('entryId', filter.entryIds),
    ...oneOf<ConcomitantTreatmentRow>('participantId', filter.participantIds),
    ...oneOf<ConcomitantTreatmentRow>('studyId', filter.studyIds),
    ...oneOf<ConcomitantTreatmentRow>('siteId', filter.siteIds),
    ...oneOf<ConcomitantTreatmentRow>('treatment', filter.treatments),
    ...oneOf<ConcomitantTreatmentRow>('kind', filter.kind),
    ...oneOf<ConcomitantTreatmentRow>('change', filter.change),
    ...within<ConcomitantTreatmentRow>('changedOn', filter.changedOn),
    ...within<ConcomitantTreatmentRow>('occurredAt', filter.occurredAt),
  ];
}

/** Changes of concomitant treatments in a study. @throws InvalidRead */
export class ListConcomitantTreatments extends Query<Page<ConcomitantTreatmentRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: ConcomitantTreatmentFilter,
    readonly page: PageRequest<ConcomitantTreatmentOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListConcomitantTreatments)
export class ListConcomitantTreatmentsHandler implements IQueryHandler<ListConcomitantTreatments> {
  execute({ snapshot, filter, page }: ListConcomitantTreatments): Promise<Page<ConcomitantTreatmentRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}

/** The same of each participant. @throws InvalidRead */
export class ConcomitantTreatmentsOfParticipants extends Query<ReadonlyMap<string, Page<ConcomitantTreatmentRow>>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly participantIds: readonly string[],
    readonly filter: ConcomitantTreatmentFilter,
    readonly page: PageRequest<ConcomitantTreatmentOrder>,
  ) {
    super();
  }
}

@QueryHandler(ConcomitantTreatmentsOfParticipants)
export class ConcomitantTreatmentsOfParticipantsHandler implements IQueryHandler<ConcomitantTreatmentsOfParticipants> {
  execute({
    snapshot,
    participantIds,
    filter,
    page,
  }: ConcomitantTreatmentsOfParticipants): Promise<ReadonlyMap<string, Page<ConcomitantTreatmentRow>>> {
    const parent = { property: 'participantId', ids: participantIds } as const;
    return readPagesByParent(snapshot, list, parent, conditionsOf(filter), page);
  }
}
