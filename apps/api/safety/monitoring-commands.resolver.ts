import { commandResolver } from '../commands/command-resolver.factory.ts';
import { checkDutyRota, checkReminderPolicy } from './watch-documents.ts';

/** Commands that say how a study is watched over between sessions. */
export const MonitoringCommandsResolver = commandResolver('MonitoringCommandsResolver', {
  PublishReminderPolicy: {
    allow: 'study:write',
    does: 'Publishes the next version of when the study reminds of what.',
    takes: 'The next version of a reminder policy, in the format intersession.reminders/1.',
    check: checkReminderPolicy,
  },
  PublishDutyRota: {
    allow: 'study:write',
    does: 'Publishes the next version of who is on duty for safety alerts. A rota with a gap is refused.',
    takes: 'The next version of a duty rota, in the format intersession.duty/1.',
    check: checkDutyRota,
  },
  SwitchOnSafetyRule: {
    allow: 'study:write',
    does: 'Lets a safety rule raise alerts from now on, after the server has replayed it over the study’s history. A rule that would flood those on duty is refused.',
    takes: 'The rule and why it is switched on.',
    omits: ['replayed'],
  },
  SwitchOffSafetyRule: {
    allow: 'study:write',
    does: 'Lets a safety rule raise no more alerts. Those that are open stay open.',
    takes: 'The rule and why it is switched off.',
  },
  SwitchOnDataCheck: {
    allow: 'study:write',
    does: 'Lets a data check of the protocol open discrepancy queries, after the server has rehearsed it over the study’s history. Asks about what is recorded from now on, and about history and imports only where that is asked for.',
    takes: 'The rule, whether it looks at history, and why it is switched on.',
    omits: ['rehearsed'],
  },
  SwitchOffDataCheck: {
    allow: 'study:write',
    does: 'Lets a data check open no more queries. Those that are open stay open.',
    takes: 'The rule and why it is switched off.',
  },
});
