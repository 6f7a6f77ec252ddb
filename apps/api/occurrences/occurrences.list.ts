import type { OccurrenceFilter, OccurrenceOrder } from '#read-models';
import { connectionOf } from '../connections/connection.factory.ts';
import { clause, filterOf } from '../connections/filter.factory.ts';
import { orderOf } from '../connections/order.factory.ts';
import { Informant, VoidReason } from '../graphql/schema/enums.ts';
import { OccurrenceStanding } from '../graphql/schema/row-enums.ts';
import { OccurrenceModel } from './occurrence.model.ts';

export const OccurrenceConnection = connectionOf('Occurrence', () => OccurrenceModel);
export const OccurrenceFilterInput = filterOf<OccurrenceFilter>('Occurrence', {
  assignmentIds: clause.ids,
  participantIds: clause.ids,
  studyIds: clause.ids,
  siteIds: clause.ids,
  state: clause.oneOf(OccurrenceStanding),
  reason: clause.oneOf(VoidReason),
  reportedBy: clause.oneOf(Informant),
  asAssigned: clause.flag,
  reviewed: clause.flag,
  dueAt: clause.instants,
  dueDate: clause.days,
});
export const OccurrenceOrderInput = orderOf<OccurrenceOrder>('Occurrence', {
  assignmentId: true,
  occurrence: true,
  dueAt: true,
  state: true,
  completedAt: true,
});
