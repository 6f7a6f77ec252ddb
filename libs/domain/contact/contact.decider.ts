import { z } from 'zod';
import { type Decider, type Decision, everEnrolled, type Given, refuse } from '../kernel/decider.ts';
import { id } from '../kernel/primitives.ts';
import { sameContent } from '../kernel/same-content.ts';
import { type ContactEvent, contactEvents, contactUpcasts } from './contact.events.ts';

const person = { participantId: id };
const told = contactEvents;
export const contactCommands = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('SetReminderPreferences'), ...person, ...told.ReminderPreferencesSet.data.shape }),
  z.strictObject({ type: z.literal('PauseReminders'), ...person, ...told.RemindersPaused.data.shape }),
  z.strictObject({ type: z.literal('ResumeReminders'), ...person, ...told.RemindersResumed.data.shape }),
  z.strictObject({ type: z.literal('NoticeMissedWork'), ...person, ...told.MissedWorkNoticed.data.shape }),
  z.strictObject({ type: z.literal('TellClinician'), ...person, ...told.ClinicianTold.data.shape }),
]);
export type ContactCommand = z.infer<typeof contactCommands>;

type Data<Type extends ContactEvent['type']> = Extract<ContactEvent, { type: Type }>['data'];

export interface ContactState {
  readonly preferences?: Data<'ReminderPreferencesSet'>;
  /** What is in force, or will be. */
  readonly pause?: Data<'RemindersPaused'>;
  /** The newest run of missed work that was noticed. */
  readonly missed?: Pick<Data<'MissedWorkNoticed'>, 'since' | 'through'> & { readonly told: boolean };
}

function decide(command: ContactCommand, state: ContactState, given: Given): Decision<ContactEvent> {
  if (!everEnrolled(given.participant)) return refuse('ParticipantNotEnrolled');
  switch (command.type) {
    case 'SetReminderPreferences': {
      const { channels, times, quiet } = command;
      const data = { channels, times, ...(quiet === undefined ? {} : { quiet }) };
      if (state.preferences !== undefined && sameContent(state.preferences, data))
        return refuse('PreferencesUnchanged');
      return [{ type: 'ReminderPreferencesSet', data }];
    }
    case 'PauseReminders': {
      const { from, to } = command;
      if (to !== undefined && to < from) return refuse('PeriodEndsBeforeItStarts');
      const data = { from, ...(to === undefined ? {} : { to }) };
      if (state.pause !== undefined && sameContent(state.pause, data)) return refuse('RemindersAlreadyPaused');
      return [{ type: 'RemindersPaused', data }];
    }
    case 'ResumeReminders':
      if (state.pause === undefined) return refuse('RemindersNotPaused');
      return [{ type: 'RemindersResumed', data: { from: command.from } }];
    case 'NoticeMissedWork':
      return noticeMissedWork(command, state);
    case 'TellClinician':
      return tellClinician(command, state);
  }
}

type Of<Type extends ContactCommand['type']> = Extract<ContactCommand, { type: Type }>;

/** A run is noticed once, though it grows, or loses its beginning to a correction. */
function noticeMissedWork(command: Of<'NoticeMissedWork'>, { missed: known }: ContactState): Decision<ContactEvent> {
  const { missed, since, through, policyVersion } = command;
  if (through < since) return refuse('PeriodEndsBeforeItStarts');
  if (known !== undefined && since <= known.through) return refuse('MissedWorkAlreadyNoticed');
  return [{ type: 'MissedWorkNoticed', data: { missed, since, through, policyVersion } }];
}

function tellClinician(command: Of<'TellClinician'>, { missed }: ContactState): Decision<ContactEvent> {
  if (missed?.since !== command.since) return refuse('NoMissedWork');
  if (missed.told) return refuse('ClinicianAlreadyTold');
  const { since, to, channel, outcome } = command;
  return [{ type: 'ClinicianTold', data: { since, to, channel, outcome } }];
}

function evolve(state: ContactState, event: ContactEvent): ContactState {
  switch (event.type) {
    case 'ReminderPreferencesSet':
      return { ...state, preferences: event.data };
    case 'RemindersPaused':
      return { ...state, pause: event.data };
    case 'RemindersResumed': {
      const { pause: _, ...rest } = state;
      return rest;
    }
    case 'MissedWorkNoticed': {
      const { since, through } = event.data;
      return { ...state, missed: { since, through, told: false } };
    }
    case 'ClinicianTold':
      if (state.missed === undefined) return state;
      return { ...state, missed: { ...state.missed, told: state.missed.told || event.data.outcome === 'sent' } };
  }
}

function misfit(state: ContactState, event: ContactEvent): string | undefined {
  switch (event.type) {
    case 'ReminderPreferencesSet':
      return undefined;
    case 'RemindersPaused':
      return event.data.to !== undefined && event.data.to < event.data.from ? 'to' : undefined;
    case 'RemindersResumed':
      return state.pause === undefined ? 'from' : undefined;
    case 'MissedWorkNoticed':
      if (event.data.through < event.data.since) return 'through';
      return state.missed !== undefined && event.data.since <= state.missed.through ? 'since' : undefined;
    case 'ClinicianTold':
      return state.missed?.since === event.data.since && !state.missed.told ? undefined : 'since';
  }
}

/** How a participant may be reached between sessions. Addresses are not here: they live in the identity vault. */
export const contactDecider: Decider<ContactCommand, ContactState, ContactEvent> = {
  category: 'contact',
  events: contactEvents,
  upcasts: contactUpcasts,
  keys: ['participantId'],
  entriesAreFinal: true,
  commands: contactCommands,
  initialState: {},
  idOf: (command) => command.participantId,
  subjectOf: (command) => ({ participantId: command.participantId }),
  decide,
  evolve,
  misfit,
};
