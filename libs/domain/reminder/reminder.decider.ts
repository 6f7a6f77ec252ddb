import { z } from 'zod';
import { type Decider, type Decision, everEnrolled, type Given, refuse } from '../kernel/decider.ts';
import { id } from '../kernel/primitives.ts';
import { type ReminderEvent, reminderEvents, reminderUpcasts } from './reminder.events.ts';

const told = reminderEvents;
export const reminderCommands = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('PlanReminder'), ...told.ReminderPlanned.data.shape }),
  z.strictObject({ type: z.literal('MoveReminder'), ...told.ReminderMoved.data.shape }),
  z.strictObject({ type: z.literal('BeginSendingReminder'), reminderId: id }),
  z.strictObject({ type: z.literal('ConfirmReminderSent'), reminderId: id }),
  z.strictObject({ type: z.literal('LoseReminderOutcome'), reminderId: id }),
  z.strictObject({ type: z.literal('FailReminder'), ...told.ReminderFailed.data.shape }),
  z.strictObject({ type: z.literal('OpenReminder'), reminderId: id }),
  z.strictObject({ type: z.literal('CancelReminder'), ...told.ReminderCancelled.data.shape }),
]);
export type ReminderCommand = z.infer<typeof reminderCommands>;

/** How often a message that certainly did not leave is tried again. */
export const MOST_REMINDER_ATTEMPTS = 5;

export interface ReminderState {
  readonly status: 'none' | 'planned' | 'sending' | 'sent' | 'unknown' | 'failed' | 'cancelled';
  readonly participantId?: string;
  readonly at?: string;
  readonly attempts: number;
  /** A failure that trying again would not mend. */
  readonly permanent: boolean;
  readonly opened: boolean;
}

function decide(command: ReminderCommand, state: ReminderState, given: Given): Decision<ReminderEvent> {
  if (command.type === 'PlanReminder') return plan(command, state, given);
  if (state.status === 'none') return refuse('ReminderNotFound');
  const { reminderId } = command;
  switch (command.type) {
    case 'MoveReminder': {
      if (state.status !== 'planned') return refuse('ReminderNotPlanned', { status: state.status });
      if (state.at === command.at) return refuse('NothingToMove');
      return [{ type: 'ReminderMoved', data: { reminderId, at: command.at, localDate: command.localDate } }];
    }
    case 'BeginSendingReminder':
      if (!mayBeSent(state)) return refuse('ReminderNotPlanned', { status: state.status });
      return [{ type: 'ReminderSending', data: { reminderId, attempt: state.attempts + 1 } }];
    case 'ConfirmReminderSent':
      if (state.status !== 'sending') return refuse('ReminderNotSending', { status: state.status });
      return [{ type: 'ReminderSent', data: { reminderId } }];
    case 'LoseReminderOutcome':
      if (state.status !== 'sending') return refuse('ReminderNotSending', { status: state.status });
      return [{ type: 'ReminderOutcomeUnknown', data: { reminderId } }];
    case 'FailReminder':
      if (!mayFail(state, command.failure)) return refuse('ReminderNotSending', { status: state.status });
      return [{ type: 'ReminderFailed', data: { reminderId, failure: command.failure, permanent: command.permanent } }];
    case 'OpenReminder':
      if (!hasLeft(state)) return refuse('ReminderNotSent', { status: state.status });
      return state.opened ? refuse('ReminderAlreadyOpened') : [{ type: 'ReminderOpened', data: { reminderId } }];
    case 'CancelReminder':
      if (!mayBeSent(state)) return refuse('ReminderNotPlanned', { status: state.status });
      return [{ type: 'ReminderCancelled', data: { reminderId, because: command.because } }];
  }
}

type Planning = Extract<ReminderCommand, { type: 'PlanReminder' }>;

function plan(command: Planning, state: ReminderState, given: Given): Decision<ReminderEvent> {
  if (!everEnrolled(given.participant)) return refuse('ParticipantNotEnrolled');
  if (state.status !== 'none') return refuse('ReminderExists', { status: state.status });
  const { type: _, ...data } = command;
  return [{ type: 'ReminderPlanned', data }];
}

/** What certainly did not arrive may be tried again; what may have arrived never is. */
function mayBeSent({ status, permanent, attempts }: ReminderState): boolean {
  return status === 'planned' || (status === 'failed' && !permanent && attempts < MOST_REMINDER_ATTEMPTS);
}

type Failure = Extract<ReminderEvent, { type: 'ReminderFailed' }>['data']['failure'];

/** A message may come back after it was taken, and so show that it had left where nobody knew. */
function mayFail({ status }: ReminderState, failure: Failure): boolean {
  return status === 'sending' || status === 'sent' || (status === 'unknown' && failure === 'bounced');
}

/** Somebody who opens a message shows that it arrived, whatever we knew. */
function hasLeft({ status }: ReminderState): boolean {
  return status === 'sending' || status === 'sent' || status === 'unknown';
}

function evolve(state: ReminderState, event: ReminderEvent): ReminderState {
  switch (event.type) {
    case 'ReminderPlanned':
      return { ...state, status: 'planned', participantId: event.data.participantId, at: event.data.at };
    case 'ReminderMoved':
      return { ...state, at: event.data.at };
    case 'ReminderSending':
      return { ...state, status: 'sending', attempts: event.data.attempt };
    case 'ReminderSent':
      return { ...state, status: 'sent' };
    case 'ReminderOutcomeUnknown':
      return { ...state, status: 'unknown' };
    case 'ReminderFailed':
      // What came back after it was taken may have been read on the way: it is not sent again.
      return { ...state, status: 'failed', permanent: event.data.permanent || state.status !== 'sending' };
    case 'ReminderOpened':
      return { ...state, opened: true };
    case 'ReminderCancelled':
      return { ...state, status: 'cancelled' };
  }
}

function misfit(state: ReminderState, event: ReminderEvent): string | undefined {
  if (event.type === 'ReminderPlanned') return state.status === 'none' ? undefined : 'reminderId';
  return fits(state, event) ? undefined : 'reminderId';
}

function fits(state: ReminderState, event: Exclude<ReminderEvent, { type: 'ReminderPlanned' }>): boolean {
  switch (event.type) {
    case 'ReminderMoved':
      return state.status === 'planned';
    case 'ReminderSending':
      return mayBeSent(state) && event.data.attempt === state.attempts + 1;
    case 'ReminderSent':
    case 'ReminderOutcomeUnknown':
      return state.status === 'sending';
    case 'ReminderFailed':
      return mayFail(state, event.data.failure);
    case 'ReminderOpened':
      return hasLeft(state) && !state.opened;
    case 'ReminderCancelled':
      return mayBeSent(state);
  }
}

/**
 * One message about one obligation through one channel: at most one arrives. It is on the record as sending before it is
 * handed over, so that a crash in between leaves an unknown and never a second message.
 */
export const reminderDecider: Decider<ReminderCommand, ReminderState, ReminderEvent> = {
  category: 'reminder',
  events: reminderEvents,
  upcasts: reminderUpcasts,
  keys: ['reminderId', 'participantId'],
  // What was sent was sent.
  entriesAreFinal: true,
  commands: reminderCommands,
  initialState: { status: 'none', attempts: 0, permanent: false, opened: false },
  idOf: (command) => command.reminderId,
  subjectOf: (command, state) => ({
    participantId: command.type === 'PlanReminder' ? command.participantId : state.participantId,
  }),
  decide,
  evolve,
  misfit,
};
