import type { HomeworkPlanFilter, HomeworkPlanOrder } from '#read-models';
import { connectionOf } from '../connections/connection.factory.ts';
import { clause, filterOf } from '../connections/filter.factory.ts';
import { orderOf } from '../connections/order.factory.ts';
import { HomeworkPlanModel } from './homework-plan.model.ts';

export const HomeworkPlanConnection = connectionOf('HomeworkPlan', () => HomeworkPlanModel);
export const HomeworkPlanFilterInput = filterOf<HomeworkPlanFilter>('HomeworkPlan', {
  assignmentIds: clause.ids,
  participantIds: clause.ids,
  studyIds: clause.ids,
  updatedAt: clause.instants,
});
export const HomeworkPlanOrderInput = orderOf<HomeworkPlanOrder>('HomeworkPlan', {
  assignmentId: true,
  updatedAt: true,
});
