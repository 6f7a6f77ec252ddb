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
});
