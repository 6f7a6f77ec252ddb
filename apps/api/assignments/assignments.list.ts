import type { AssignmentFilter, AssignmentOrder, AssignmentVersionFilter, AssignmentVersionOrder } from '#read-models';
import { connectionOf } from '../connections/connection.factory.ts';
import { clause, filterOf } from '../connections/filter.factory.ts';
import { orderOf } from '../connections/order.factory.ts';
import { AdjustmentTrigger, Focus, InitiatedBy, Medium, Visibility } from '../graphql/schema/enums.ts';
import { AssignmentStatus, AssignmentVersionStatus } from '../graphql/schema/row-enums.ts';
import { AssignmentModel } from './assignment.model.ts';
import { AssignmentVersionModel } from './assignment-version.model.ts';

export const AssignmentConnection = connectionOf('Assignment', () => AssignmentModel);
export const AssignmentFilterInput = filterOf<AssignmentFilter>('Assignment', {
  assignmentIds: clause.ids,
  participantIds: clause.ids,
  studyIds: clause.ids,
  siteIds: clause.ids,
  status: clause.oneOf(AssignmentStatus),
  focus: clause.oneOf(Focus),
  medium: clause.oneOf(Medium),
  initiatedBy: clause.oneOf(InitiatedBy),
  templateIds: clause.ids,
  visibility: clause.oneOf(Visibility),
  reported: clause.flag,
  late: clause.flag,
  analystConstruction: clause.flag,
  adjustments: clause.counts,
  assignedAt: clause.instants,
  dueAt: clause.instants,
  completedAt: clause.instants,
});
export const AssignmentOrderInput = orderOf<AssignmentOrder>('Assignment', {
  assignmentId: true,
  participantId: true,
  status: true,
  assignedAt: true,
  dueAt: true,
  completedAt: true,
  lastAttemptAt: true,
  attemptsRecorded: true,
  adjustments: true,
  version: true,
  updatedAt: true,
});

export const AssignmentVersionConnection = connectionOf('AssignmentVersion', () => AssignmentVersionModel);
export const AssignmentVersionFilterInput = filterOf<AssignmentVersionFilter>('AssignmentVersion', {
  participantIds: clause.ids,
  studyIds: clause.ids,
  trigger: clause.oneOf(AdjustmentTrigger),
  status: clause.oneOf(AssignmentVersionStatus),
  inForceFrom: clause.instants,
});
export const AssignmentVersionOrderInput = orderOf<AssignmentVersionOrder>('AssignmentVersion', {
  version: true,
  inForceFrom: true,
  assignmentId: true,
});
