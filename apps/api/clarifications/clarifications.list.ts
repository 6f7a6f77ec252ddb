import type { ClarificationFilter, ClarificationOrder } from '#read-models';
import { connectionOf } from '../connections/connection.factory.ts';
import { clause, filterOf } from '../connections/filter.factory.ts';
import { orderOf } from '../connections/order.factory.ts';
import { ClarificationModel } from './clarification.model.ts';

export const ClarificationConnection = connectionOf('Clarification', () => ClarificationModel);
export const ClarificationFilterInput = filterOf<ClarificationFilter>('Clarification', {
  assignmentIds: clause.ids,
  participantIds: clause.ids,
  studyIds: clause.ids,
  answered: clause.flag,
  askedAt: clause.instants,
});
export const ClarificationOrderInput = orderOf<ClarificationOrder>('Clarification', {
  assignmentId: true,
  askedAt: true,
});
