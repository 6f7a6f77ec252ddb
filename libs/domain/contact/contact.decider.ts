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
]);
export type ContactCommand = z.infer<typeof contactCommands>;

type Data<Type extends ContactEvent['type']> = Extract<ContactEvent, { type: Type }>['data'];

export interface ContactState {
  readonly preferences?: Data<'ReminderPreferencesSet'>;
  /** What is in force, or will be. */
  readonly pause?: Data<'RemindersPaused'>;
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
  }
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
