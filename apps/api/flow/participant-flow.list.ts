import type { ParticipantFlowFilter, ParticipantFlowOrder } from '#read-models';
import { connectionOf } from '../connections/connection.factory.ts';
import { clause, filterOf } from '../connections/filter.factory.ts';
import { orderOf } from '../connections/order.factory.ts';
import { DiscontinuationReason } from '../graphql/schema/enums.ts';
import { ParticipantFlowModel } from './participant-flow.model.ts';

export const ParticipantFlowConnection = connectionOf('ParticipantFlow', () => ParticipantFlowModel);
export const ParticipantFlowFilterInput = filterOf<ParticipantFlowFilter>('ParticipantFlow', {
  participantIds: clause.ids,
  studyIds: clause.ids,
  siteIds: clause.ids,
  screenedAt: clause.instants,
  eligible: clause.flag,
  enrolledAt: clause.instants,
  leftInterventionReason: clause.oneOf(DiscontinuationReason),
  leftStudyReason: clause.oneOf(DiscontinuationReason),
  completedAt: clause.instants,
});
export const ParticipantFlowOrderInput = orderOf<ParticipantFlowOrder>('ParticipantFlow', { participantId: true });
