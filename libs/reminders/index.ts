/** When participants are reminded of what: the study’s policy, the person’s wishes, and the moment they come to. Pure. */
export {
  parseReminderPolicy,
  type PolicyError,
  REMINDER_FORMAT,
  ReminderPolicy,
  type ReminderPolicyInput,
} from './reminder.policy.ts';
export {
  type Owed,
  planReminders,
  type PlannedReminder,
  type Reachable,
  type ReminderWishes,
} from './reminder.plan.ts';
export { type PlannedTime, plannedTimes } from './planned.time.ts';
export { isQuiet, type QuietHours } from './quiet.hours.ts';
