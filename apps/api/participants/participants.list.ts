import type { ParticipantFilter, ParticipantOrder } from '#read-models';
import { connectionOf } from '../connections/connection.factory.ts';
import { clause, filterOf } from '../connections/filter.factory.ts';
import { orderOf } from '../connections/order.factory.ts';
import { DiscontinuationReason } from '../graphql/schema/enums.ts';
import { ParticipantStatus } from '../graphql/schema/row-enums.ts';
import { ParticipantModel } from './participant.model.ts';

export const ParticipantConnection = connectionOf('Participant', () => ParticipantModel);
export const ParticipantFilterInput = filterOf<ParticipantFilter>('Participant', {
  participantIds: clause.ids,
  studyIds: clause.ids,
  siteIds: clause.ids,
  codes: clause.ids,
  code: clause.text,
  status: clause.oneOf(ParticipantStatus),
  therapistIds: clause.ids,
  sexes: clause.texts,
  strata: clause.texts,
  treatmentGroups: clause.texts,
  endReason: clause.oneOf(DiscontinuationReason),
  enrolledAt: clause.instants,
  endedAt: clause.instants,
});
export const ParticipantOrderInput = orderOf<ParticipantOrder>('Participant', {
  participantId: true,
  code: true,
  siteId: true,
  status: true,
  enrolledAt: true,
  endedAt: true,
  updatedAt: true,
});
