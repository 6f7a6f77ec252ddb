import { z } from 'zod';
import { id } from '../kernel/primitives.ts';
import { type Decider, type Decision, type Given, refuse } from '../kernel/decider.ts';
import { type TherapistEvent, therapistEvents, therapistUpcasts } from './therapist.events.ts';

const base = { therapistId: id };

export const therapistCommands = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('RegisterTherapist'), ...therapistEvents.TherapistRegistered.data.shape }),
  z.strictObject({
    type: z.literal('GiveTherapistConsent'),
    ...base,
    ...therapistEvents.TherapistConsentGiven.data.shape,
  }),
  z.strictObject({ type: z.literal('CertifyRater'), ...base, ...therapistEvents.RaterCertified.data.shape }),
  z.strictObject({ type: z.literal('HoldSupervision'), ...base, ...therapistEvents.SupervisionHeld.data.shape }),
]);
export type TherapistCommand = z.infer<typeof therapistCommands>;

export interface TherapistState {
  readonly studyId?: string;
  readonly siteId?: string | undefined;
}

/** What the command says, without what names the record. */
function content<Command extends { readonly type: string; readonly therapistId: string }>(command: Command) {
  const { type: _, therapistId: __, ...data } = command;
  return data;
}

function decide(command: TherapistCommand, state: TherapistState, given: Given): Decision<TherapistEvent> {
  if (command.type === 'RegisterTherapist') {
    if (state.studyId !== undefined) return refuse('TherapistExists');
    if (!given.study.registered) return refuse('StudyNotRegistered', { studyId: command.studyId });
    const { siteId } = command;
    if (siteId !== undefined && !given.study.openSites.includes(siteId)) return refuse('SiteNotOpen', { siteId });
    const { type: _, ...data } = command;
    return [{ type: 'TherapistRegistered', data }];
  }
  if (state.studyId === undefined) return refuse('TherapistNotRegistered');
  switch (command.type) {
    case 'GiveTherapistConsent':
      return [{ type: 'TherapistConsentGiven', data: content(command) }];
    case 'CertifyRater':
      return [{ type: 'RaterCertified', data: content(command) }];
    case 'HoldSupervision':
      return [{ type: 'SupervisionHeld', data: content(command) }];
  }
}

function evolve(state: TherapistState, event: TherapistEvent): TherapistState {
  switch (event.type) {
    case 'TherapistRegistered':
      return { studyId: event.data.studyId, siteId: event.data.siteId };
    case 'TherapistConsentGiven':
    case 'RaterCertified':
    case 'SupervisionHeld':
      return state;
  }
}

export const therapistDecider: Decider<TherapistCommand, TherapistState, TherapistEvent> = {
  category: 'therapist',
  events: therapistEvents,
  upcasts: therapistUpcasts,
  keys: ['therapistId', 'studyId'],
  commands: therapistCommands,
  initialState: {},
  idOf: (command) => command.therapistId,
  subjectOf: (command, state) => {
    const { studyId, siteId } = command.type === 'RegisterTherapist' ? command : state;
    return { studyId, siteId };
  },
  decide,
  evolve,
  misfit: (state, { type }) => {
    const registers = type === 'TherapistRegistered';
    return registers === (state.studyId === undefined) ? undefined : 'therapistId';
  },
};
