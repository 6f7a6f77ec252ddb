import type { SessionFilter, SessionOrder } from '#read-models';
import { connectionOf } from '../connections/connection.factory.ts';
import { clause, filterOf } from '../connections/filter.factory.ts';
import { orderOf } from '../connections/order.factory.ts';
import { HomeworkReviewed, HomeworkSet, Modality, Phase } from '../graphql/schema/enums.ts';
import { SessionState } from '../graphql/schema/row-enums.ts';
import { SessionModel } from './session.model.ts';

export const SessionConnection = connectionOf('Session', () => SessionModel);
export const SessionFilterInput = filterOf<SessionFilter>('Session', {
  sessionIds: clause.ids,
  participantIds: clause.ids,
  studyIds: clause.ids,
  siteIds: clause.ids,
  state: clause.oneOf(SessionState),
  attended: clause.flag,
  modality: clause.oneOf(Modality),
  phase: clause.oneOf(Phase),
  deliverer: clause.id,
  homeworkReviewed: clause.oneOf(HomeworkReviewed),
  homeworkAssigned: clause.oneOf(HomeworkSet),
  sessionNumber: clause.counts,
  occurredAt: clause.instants,
});
export const SessionOrderInput = orderOf<SessionOrder>('Session', {
  sessionId: true,
  sessionNumber: true,
  occurredAt: true,
  minutes: true,
});
