import { commandResolver } from '../commands/command-resolver.factory.ts';

/** Commands that people write to a safety alert. Rules raise, send and pass on alerts by themselves. */
export const AlertCommandsResolver = commandResolver('AlertCommandsResolver', {
  RaiseConcern: {
    allow: 'concern:raise',
    does: 'Asks for somebody to look at a participant, as whoever reads their work may. This is no crisis service: `watch` says whom to turn to.',
    takes: 'A worry about a participant.',
    derives: 'alertId',
  },
  AcknowledgeSafetyAlert: {
    allow: 'alert:answer',
    does: 'Takes an alert on: the caller has seen it and looks after it.',
    takes: 'The alert.',
    omits: ['staffId'],
  },
  PassOnSafetyAlert: {
    allow: 'alert:answer',
    does: 'Passes an alert on to the next in the rota now, without waiting: the deputy, then everybody. Whoever passes it on looks after it no longer.',
    takes: 'The alert.',
    omits: ['staffId', 'to'],
  },
  AssessRisk: {
    allow: 'alert:answer',
    does: 'Puts the caller’s assessment of a participant’s risk on the record, with what was done.',
    takes: 'What an assessment found, and what was done.',
    omits: ['staffId'],
  },
  CloseSafetyAlert: {
    allow: 'alert:answer',
    does: 'Closes an alert that was acknowledged and, where it asks for it, assessed.',
    takes: 'How an alert was dealt with.',
    omits: ['staffId'],
  },
});
