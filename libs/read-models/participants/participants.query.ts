import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, type Range, contains, oneOf, within } from '../snapshot/condition.ts';
import { type ListOf, readByIds, readPage, readPagesByParent } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { ParticipantRow } from './participant.row.ts';

/** Every clause that is given must hold. */
export interface ParticipantFilter {
  readonly participantIds?: readonly NonNullable<ParticipantRow['participantId']>[] | undefined;
  readonly studyIds?: readonly NonNullable<ParticipantRow['studyId']>[] | undefined;
  readonly siteIds?: readonly NonNullable<ParticipantRow['siteId']>[] | undefined;
  readonly codes?: readonly NonNullable<ParticipantRow['code']>[] | undefined;
  readonly code?: string | undefined;
  readonly status?: readonly NonNullable<ParticipantRow['status']>[] | undefined;
  readonly therapistIds?: readonly string[] | undefined;
  readonly sexes?: readonly string[] | undefined;
  readonly strata?: readonly string[] | undefined;
  readonly treatmentGroups?: readonly string[] | undefined;
  readonly endReason?: readonly NonNullable<ParticipantRow['endReason']>[] | undefined;
  readonly enrolledAt?: Range<string> | undefined;
  readonly endedAt?: Range<string> | undefined;
}

export type ParticipantOrder = 'participantId' | 'code' | 'siteId' | 'status' | 'enrolledAt' | 'endedAt' | 'updatedAt';

const list: ListOf<ParticipantRow, ParticipantOrder> = {
  entity: ParticipantRow,
  orders: ['participantId', 'code', 'siteId', 'status', 'enrolledAt', 'endedAt', 'updatedAt'],
  orderBy: { field: 'enrolledAt', direction: 'asc' },
};

function conditionsOf(filter: ParticipantFilter): readonly Condition<ParticipantRow>[] {
  return [
    ...oneOf<ParticipantRow>('participantId', filter.participantIds),
    ...oneOf<ParticipantRow>('studyId', filter.studyIds),
    ...oneOf<ParticipantRow>('siteId', filter.siteIds),
    ...oneOf<ParticipantRow>('code', filter.codes),
    ...contains<ParticipantRow>('code', filter.code),
    ...oneOf<ParticipantRow>('status', filter.status),
    ...oneOf<ParticipantRow>('therapistId', filter.therapistIds),
    ...oneOf<ParticipantRow>('sex', filter.sexes),
    ...oneOf<ParticipantRow>('stratum', filter.strata),
    ...oneOf<ParticipantRow>('treatmentGroup', filter.treatmentGroups),
    ...oneOf<ParticipantRow>('endReason', filter.endReason),
    ...within<ParticipantRow>('enrolledAt', filter.enrolledAt),
    ...within<ParticipantRow>('endedAt', filter.endedAt),
  ];
}

/** Participants. @throws InvalidRead */
export class ListParticipants extends Query<Page<ParticipantRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: ParticipantFilter,
    readonly page: PageRequest<ParticipantOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListParticipants)
export class ListParticipantsHandler implements IQueryHandler<ListParticipants> {
  execute({ snapshot, filter, page }: ListParticipants): Promise<Page<ParticipantRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}

/** The participants of each study. @throws InvalidRead */
export class ParticipantsOfStudies extends Query<ReadonlyMap<string, Page<ParticipantRow>>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyIds: readonly string[],
    readonly filter: ParticipantFilter,
    readonly page: PageRequest<ParticipantOrder>,
  ) {
    super();
  }
}

@QueryHandler(ParticipantsOfStudies)
export class ParticipantsOfStudiesHandler implements IQueryHandler<ParticipantsOfStudies> {
  execute({
    snapshot,
    studyIds,
    filter,
    page,
  }: ParticipantsOfStudies): Promise<ReadonlyMap<string, Page<ParticipantRow>>> {
    return readPagesByParent(snapshot, list, { property: 'studyId', ids: studyIds }, conditionsOf(filter), page);
  }
}

/** Participants by id. An id that is not there is not in the map. */
export class ParticipantsById extends Query<ReadonlyMap<string, ParticipantRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly ids: readonly string[],
  ) {
    super();
  }
}

@QueryHandler(ParticipantsById)
export class ParticipantsByIdHandler implements IQueryHandler<ParticipantsById> {
  execute({ snapshot, ids }: ParticipantsById): Promise<ReadonlyMap<string, ParticipantRow>> {
    return readByIds(snapshot, ParticipantRow, 'participantId', ids);
  }
}
