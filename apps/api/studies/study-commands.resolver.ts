import { commandResolver } from '../commands/command-resolver.factory.ts';

/** Commands that write to a study. */
export const StudyCommandsResolver = commandResolver('StudyCommandsResolver', {
  RegisterStudy: {
    allow: 'study:write',
    does: 'Registers a study.',
    takes: 'A study and the calendar its days are counted on.',
  },
  PublishProtocol: {
    allow: 'study:write',
    does: 'Publishes the next protocol version, saying what changed and why.',
    takes: 'The next version of the protocol.',
  },
  OpenSite: {
    allow: 'study:write',
    does: 'Opens a site of a study.',
    takes: 'A site that may enrol participants.',
  },
});
