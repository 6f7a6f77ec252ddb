import type { WorksheetAnswerFilter, WorksheetAnswerOrder } from '#read-models';
import { connectionOf } from '../connections/connection.factory.ts';
import { clause, filterOf } from '../connections/filter.factory.ts';
import { orderOf } from '../connections/order.factory.ts';
import { WorksheetAnswerModel } from './worksheet-answer.model.ts';

export const WorksheetAnswerConnection = connectionOf('WorksheetAnswer', () => WorksheetAnswerModel);
export const WorksheetAnswerFilterInput = filterOf<WorksheetAnswerFilter>('WorksheetAnswer', {
  assignmentIds: clause.ids,
  attemptIds: clause.ids,
  participantIds: clause.ids,
  studyIds: clause.ids,
  templateIds: clause.ids,
  occurredAt: clause.instants,
});
export const WorksheetAnswerOrderInput = orderOf<WorksheetAnswerOrder>('WorksheetAnswer', {
  assignmentId: true,
  occurredAt: true,
  recordedAt: true,
});
