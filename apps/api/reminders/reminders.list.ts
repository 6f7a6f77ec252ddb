import type { ReminderFilter, ReminderOrder } from '#read-models';
import { connectionOf } from '../connections/connection.factory.ts';
import { clause, filterOf } from '../connections/filter.factory.ts';
import { orderOf } from '../connections/order.factory.ts';
import { ReminderChannel, ReminderStatus } from '../graphql/schema/watch-enums.ts';
import { ReminderModel } from './reminder.model.ts';

export const ReminderConnection = connectionOf('Reminder', () => ReminderModel);
export const ReminderFilterInput = filterOf<ReminderFilter>('Reminder', {
  studyIds: clause.ids,
  siteIds: clause.ids,
  participantIds: clause.ids,
  status: clause.oneOf(ReminderStatus),
  channel: clause.oneOf(ReminderChannel),
  plannedFor: clause.instants,
});
export const ReminderOrderInput = orderOf<ReminderOrder>('Reminder', { plannedFor: true, localDate: true });
