/** Process managers: reminders, expiry and safety, as consumers of the record that issue commands. */
export { EmailChannel } from './channels/email.channel.ts';
export { type CalendarText, calendarText } from './calendar/calendar.text.ts';
export { type CalendarOf, participantCalendar } from './calendar/participant.calendar.ts';
export { PushChannel, type PushSettings } from './channels/push.channel.ts';
export { ReminderLinks } from './channels/reminder.link.ts';
export { SmsChannel } from './channels/sms.channel.ts';
export { PROCESSES_CLOCK, ProcessesModule } from './processes.module.ts';
export { EmailNotifier } from './safety/email.notifier.ts';
export { askedBy, DataChecks, queryIdFor } from './checks/data-checks.ts';
export { AssignmentExpiry } from './expiry/assignment.expiry.ts';
export {
  type CaseloadMessage,
  type CaseloadNotifier,
  ScreenCaseloadNotifier,
} from './missed-work/caseload.notifier.ts';
export { MissedWork } from './missed-work/missed.work.ts';
export { pauseAfter } from './safety/alert.escalation.ts';
export { type Intention, type Outcome, type ProcessManager, Turn, type TurnParts } from './process.turn.ts';
export { Processes, type ProcessesParts, type ProcessesState } from './processes.ts';
export type { Delivery, Message, MessageChannel } from './reminders/message.channel.ts';
export type { ArmsOf } from './reminders/reachable.query.ts';
export { armsIn } from './reminders/study.arms.ts';
export { ReminderPlanner } from './reminders/reminder.planner.ts';
export { ReminderSender } from './reminders/reminder.sender.ts';
export { AlertEscalation } from './safety/alert.escalation.ts';
export { type AlertMessage, type AlertNotifier, ScreenNotifier } from './safety/alert.notifier.ts';
export { SafetyWatch } from './safety/safety.watch.ts';
export { takenBy } from './safety/taken.query.ts';
export { REPLAYED_OPEN_DAYS, type ReplayedAlert, replayOver, type StudyReplay } from './safety/study.replay.ts';
export { dutyRotas, reminderPolicies } from './watched.studies.ts';
export { engineSources, type EngineSourcesParts, previewSources, releaseKeyName } from './datasets/engine.sources.ts';
export { DatasetWorker, type DatasetWorkerParts } from './datasets/dataset.worker.ts';
export { ReleaseMaking, type ReleaseMakingParts, ReleaseNotDue, type ReleaseOrder } from './datasets/release.making.ts';
export { softwareVersion } from './datasets/software.version.ts';
export { DatasetsModule, exportsFolder } from './datasets/datasets.module.ts';
