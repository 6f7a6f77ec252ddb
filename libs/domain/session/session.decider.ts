import { z } from 'zod';
import { id } from '../kernel/primitives.ts';
import { type Decider, type Decision, type Given, refuse } from '../kernel/decider.ts';
import { type SessionEvent, sessionEvents, sessionUpcasts } from './session.events.ts';

const base = { sessionId: id, studyId: id };

export const sessionCommands = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('HoldSession'), ...base, ...sessionEvents.SessionHeld.data.shape }),
  z.strictObject({ type: z.literal('MissSession'), ...base, ...sessionEvents.SessionMissed.data.shape }),
  z.strictObject({ type: z.literal('LogHomeworkSection'), ...base, ...sessionEvents.HomeworkSectionLogged.data.shape }),
]);
export type SessionCommand = z.infer<typeof sessionCommands>;

export interface SessionState {
  readonly status: 'none' | 'held' | 'missed';
  readonly participants: readonly string[];
  /** Participants whose homework section is logged. */
  readonly logged: readonly string[];
}

function decide(command: SessionCommand, state: SessionState, given: Given): Decision<SessionEvent> {
  const { study, participant } = given;
  if (!study.registered) return refuse('StudyNotRegistered', { studyId: command.studyId });
  if (participantOf(command) !== undefined) {
    if (participant.status === 'unknown') return refuse('ParticipantNotEnrolled');
    if (participant.studyId !== command.studyId) return refuse('OtherStudy');
  }
  switch (command.type) {
    case 'HoldSession': {
      if (state.status !== 'none') return refuse('SessionAlreadyLogged', { status: state.status });
      const { type: _, studyId: __, ...data } = command;
      return [{ type: 'SessionHeld', data }];
    }
    case 'MissSession': {
      if (state.status !== 'none') return refuse('SessionAlreadyLogged', { status: state.status });
      const { type: _, studyId: __, ...data } = command;
      return [{ type: 'SessionMissed', data }];
    }
    case 'LogHomeworkSection': {
      if (state.status !== 'held') return refuse('SessionNotHeld');
      if (!state.participants.includes(command.participantId)) return refuse('NotInSession');
      if (state.logged.includes(command.participantId)) return refuse('HomeworkSectionAlreadyLogged');
      const { type: _, studyId: __, sessionId: ___, ...data } = command;
      return [{ type: 'HomeworkSectionLogged', data }];
    }
  }
}

function evolve(state: SessionState, event: SessionEvent): SessionState {
  switch (event.type) {
    case 'SessionHeld':
      return { ...state, status: 'held', participants: event.data.participants };
    case 'SessionMissed':
      return { ...state, status: 'missed', participants: event.data.participants };
    case 'HomeworkSectionLogged':
      return { ...state, logged: [...state.logged, event.data.participantId] };
  }
}

/** A session with one participant belongs to that person's record; a group session to the study. */
function participantOf(command: SessionCommand): string | undefined {
  if (command.type === 'LogHomeworkSection') return command.participantId;
  return command.participants.length === 1 ? command.participants[0] : undefined;
}

export const sessionDecider: Decider<SessionCommand, SessionState, SessionEvent> = {
  category: 'session',
  events: sessionEvents,
  upcasts: sessionUpcasts,
  commands: sessionCommands,
  initialState: { status: 'none', participants: [], logged: [] },
  idOf: (command) => command.sessionId,
  subjectOf: (command) => ({ studyId: command.studyId, participantId: participantOf(command) }),
  decide,
  evolve,
};
