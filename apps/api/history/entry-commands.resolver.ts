import { commandResolver } from '../commands/command-resolver.factory.ts';

/** Commands that write to a record, whatever its kind. */
export const EntryCommandsResolver = commandResolver('EntryCommandsResolver', {
  CorrectEntry: {
    allow: 'entry:correct',
    does: 'Says that an earlier entry should read otherwise. The earlier entry stays in the log.',
    takes: 'An entry should read otherwise.',
  },
  VoidEntry: {
    allow: 'entry:correct',
    does: 'Says that an earlier entry should not have been made. It stays in the log and counts nowhere.',
    takes: 'An entry should not have been made.',
  },
  SignRecord: {
    allow: 'record:sign',
    recent: true,
    does: 'Vouches for a record as it stands.',
    takes: 'Somebody vouches for a record as it stands.',
  },
  FreezeRecord: {
    allow: 'record:freeze',
    does: 'Freezes one piece of homework, session, measure or rating: nothing is added to it or changed until it is released.',
    takes: 'A record that is as it should be.',
  },
  ReleaseRecord: {
    allow: 'record:freeze',
    does: 'Lets a record that was frozen by itself be added to and changed again.',
    takes: 'A record that was frozen, and why it is released.',
  },
});
