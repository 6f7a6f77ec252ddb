import { commandResolver } from '../commands/command-resolver.factory.ts';

/** Commands that write to an assignment. */
export const AttemptCommandsResolver = commandResolver('AttemptCommandsResolver', {
  StartAttempt: {
    allow: 'attempt:write',
    does: 'Says that somebody began to do the homework.',
    takes: 'An attempt begins.',
    derives: 'attemptId',
  },
  RecordAttempt: {
    allow: 'attempt:write',
    does: 'Records an attempt and what came of it.',
    takes: 'An attempt and what came of it.',
    derives: 'attemptId',
  },
  AbandonAttempt: {
    allow: 'attempt:write',
    does: 'Says that a started attempt was given up, with its barriers.',
    takes: 'A started attempt is given up.',
  },
});
