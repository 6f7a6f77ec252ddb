import { commandResolver } from '../commands/command-resolver.factory.ts';
import { checkInstrument } from './instrument-input.ts';

/** Commands that write instruments to a study. */
export const InstrumentCommandsResolver = commandResolver('InstrumentCommandsResolver', {
  PublishInstrument: {
    allow: 'study:write',
    does: 'Publishes the next version of an instrument of the study’s own, after checking that it can be scored.',
    takes: 'The next version of a questionnaire, as data.',
    check: checkInstrument,
  },
});
