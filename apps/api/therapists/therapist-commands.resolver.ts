import { commandResolver } from '../commands/command-resolver.factory.ts';

/** Commands that write to the record of a therapist. */
export const TherapistCommandsResolver = commandResolver('TherapistCommandsResolver', {
  RegisterTherapist: {
    allow: 'therapist:write',
    does: 'Registers somebody who delivers the treatment.',
    takes: 'A therapist: profession, training, experience.',
  },
  GiveTherapistConsent: {
    allow: 'therapist:write',
    does: 'Records what a therapist agreed to.',
    takes: 'A consent.',
  },
  CertifyRater: {
    allow: 'therapist:write',
    does: 'Certifies a rater for a form.',
    takes: 'A form and the day.',
  },
  HoldSupervision: {
    allow: 'supervision:write',
    does: 'Records a supervision.',
    takes: 'A supervision.',
  },
});
