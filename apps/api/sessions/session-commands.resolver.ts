import { commandResolver } from '../commands/command-resolver.factory.ts';

/** Commands that write to a session. */
export const SessionCommandsResolver = commandResolver('SessionCommandsResolver', {
  HoldSession: {
    allow: 'session:write',
    does: 'Records a session that took place.',
    takes: 'A session that took place.',
    derives: 'sessionId',
  },
  MissSession: {
    allow: 'session:write',
    does: 'Records a session that did not take place.',
    takes: 'A session that did not take place.',
    derives: 'sessionId',
  },
  LogHomeworkSection: {
    allow: 'session:write',
    does: 'Records what a session said of homework.',
    takes: 'What a session said of homework.',
  },
  ScheduleSession: {
    allow: 'session:write',
    does: 'Arranges a session.',
    takes: 'A session to come.',
    derives: 'sessionId',
  },
  CancelSession: {
    allow: 'session:write',
    does: 'Calls off a scheduled session.',
    takes: 'Who called it off.',
  },
  MakeContact: {
    allow: 'session:write',
    does: 'Records contact between sessions.',
    takes: 'A contact.',
    derives: 'sessionId',
  },
});
