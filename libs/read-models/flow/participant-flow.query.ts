import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Condition, type Range, equals, oneOf, within } from '../snapshot/condition.ts';
import { type ListOf, readPage } from '../snapshot/list.ts';
import type { Page, PageRequest } from '../snapshot/page.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { ParticipantFlowRow } from './participant-flow.row.ts';

/** Every clause that is given must hold. */
export interface ParticipantFlowFilter {
  readonly participantIds?: readonly NonNullable<ParticipantFlowRow['participantId']>[] | undefined;
  readonly studyIds?: readonly NonNullable<ParticipantFlowRow['studyId']>[] | undefined;
  readonly siteIds?: readonly NonNullable<ParticipantFlowRow['siteId']>[] | undefined;
  readonly screenedAt?: Range<string> | undefined;
  readonly eligible?: NonNullable<ParticipantFlowRow['eligible']> | undefined;
  readonly enrolledAt?: Range<string> | undefined;
  readonly leftInterventionReason?: readonly NonNullable<ParticipantFlowRow['leftInterventionReason']>[] | undefined;
  readonly leftStudyReason?: readonly NonNullable<ParticipantFlowRow['leftStudyReason']>[] | undefined;
  readonly completedAt?: Range<string> | undefined;
}

export type ParticipantFlowOrder = 'participantId';

const list: ListOf<ParticipantFlowRow, ParticipantFlowOrder> = {
  entity: ParticipantFlowRow,
  orders: ['participantId'],
  orderBy: { field: 'participantId', direction: 'asc' },
};

function conditionsOf(filter: ParticipantFlowFilter): readonly Condition<ParticipantFlowRow>[] {
  return [
    ...oneOf<ParticipantFlowRow>('participantId', filter.participantIds),
    ...oneOf<ParticipantFlowRow>('studyId', filter.studyIds),
    ...oneOf<ParticipantFlowRow>('siteId', filter.siteIds),
    ...within<ParticipantFlowRow>('screenedAt', filter.screenedAt),
    ...equals<ParticipantFlowRow>('eligible', filter.eligible),
    ...within<ParticipantFlowRow>('enrolledAt', filter.enrolledAt),
    ...oneOf<ParticipantFlowRow>('leftInterventionReason', filter.leftInterventionReason),
    ...oneOf<ParticipantFlowRow>('leftStudyReason', filter.leftStudyReason),
    ...within<ParticipantFlowRow>('completedAt', filter.completedAt),
  ];
}

/** How far everybody came, also those who were only screened. @throws InvalidRead */
export class ListParticipantFlows extends Query<Page<ParticipantFlowRow>> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly filter: ParticipantFlowFilter,
    readonly page: PageRequest<ParticipantFlowOrder>,
  ) {
    super();
  }
}

@QueryHandler(ListParticipantFlows)
export class ListParticipantFlowsHandler implements IQueryHandler<ListParticipantFlows> {
  execute({ snapshot, filter, page }: ListParticipantFlows): Promise<Page<ParticipantFlowRow>> {
    return readPage(snapshot, list, conditionsOf(filter), page);
  }
}
