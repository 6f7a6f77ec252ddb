import type { ComplianceFilter, ComplianceOrder } from '#read-models';
import { connectionOf } from '../connections/connection.factory.ts';
import { clause, filterOf } from '../connections/filter.factory.ts';
import { orderOf } from '../connections/order.factory.ts';
import { ComplianceModel } from './compliance.model.ts';

export const ComplianceConnection = connectionOf('Compliance', () => ComplianceModel);
export const ComplianceFilterInput = filterOf<ComplianceFilter>('Compliance', {
  assignmentIds: clause.ids,
  participantIds: clause.ids,
  studyIds: clause.ids,
  siteIds: clause.ids,
  rating: clause.counts,
  dueAt: clause.instants,
});
export const ComplianceOrderInput = orderOf<ComplianceOrder>('Compliance', {
  assignmentId: true,
  occurrence: true,
  rating: true,
  dueAt: true,
});
