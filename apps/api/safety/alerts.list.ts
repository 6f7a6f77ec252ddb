import type { AlertFilter, AlertOrder } from '#read-models';
import { connectionOf } from '../connections/connection.factory.ts';
import { clause, filterOf } from '../connections/filter.factory.ts';
import { orderOf } from '../connections/order.factory.ts';
import { AlertGrade, AlertStatus } from '../graphql/schema/watch-enums.ts';
import { AlertModel } from './alert.model.ts';

export const AlertConnection = connectionOf('Alert', () => AlertModel);
export const AlertFilterInput = filterOf<AlertFilter>('Alert', {
  studyIds: clause.ids,
  siteIds: clause.ids,
  participantIds: clause.ids,
  alertIds: clause.ids,
  status: clause.oneOf(AlertStatus),
  grade: clause.oneOf(AlertGrade),
  ruleIds: clause.ids,
  late: clause.flag,
  raisedAt: clause.instants,
  answeredAt: clause.instants,
});
export const AlertOrderInput = orderOf<AlertOrder>('Alert', { raisedAt: true, waitingSince: true });
