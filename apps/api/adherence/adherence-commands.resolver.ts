import { commandResolver } from '../commands/command-resolver.factory.ts';
import { checkPublication } from './definition-input.ts';

/** Commands that write adherence definitions to a study. */
export const AdherenceCommandsResolver = commandResolver('AdherenceCommandsResolver', {
  PublishAdherenceDefinition: {
    allow: 'adherence:publish',
    does: 'Publishes the next version of an adherence definition, after checking that it can be evaluated.',
    takes: 'The next version of an adherence definition.',
    check: checkPublication,
  },
});
