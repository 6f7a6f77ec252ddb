import type { GoalFilter, GoalOrder } from '#read-models';
import { connectionOf } from '../connections/connection.factory.ts';
import { clause, filterOf } from '../connections/filter.factory.ts';
import { orderOf } from '../connections/order.factory.ts';
import { GoalStatus } from '../graphql/schema/row-enums.ts';
import { GoalModel } from './goal.model.ts';

export const GoalConnection = connectionOf('Goal', () => GoalModel);
export const GoalFilterInput = filterOf<GoalFilter>('Goal', {
  goalIds: clause.ids,
  participantIds: clause.ids,
  studyIds: clause.ids,
  status: clause.oneOf(GoalStatus),
  setAt: clause.instants,
});
export const GoalOrderInput = orderOf<GoalOrder>('Goal', {
  goalId: true,
  setAt: true,
  recordedAt: true,
});
