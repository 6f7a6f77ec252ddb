import { z } from 'zod';
import { id } from '../kernel/primitives.ts';
import { type Decider, type Decision, type Given, everEnrolled, refuse } from '../kernel/decider.ts';
import { type SessionEvent, sessionEvents, sessionUpcasts } from './session.events.ts';

const base = { sessionId: id, studyId: id };

export const sessionCommands = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ScheduleSession'), ...base, ...sessionEvents.SessionScheduled.data.shape }),
  z.strictObject({ type: z.literal('CancelSession'), ...base, ...sessionEvents.SessionCancelled.data.shape }),
  z.strictObject({ type: z.literal('MakeContact'), ...base, ...sessionEvents.ContactMade.data.shape }),
  z.strictObject({ type: z.literal('HoldSession'), ...base, ...sessionEvents.SessionHeld.data.shape }),
  z.strictObject({ type: z.literal('MissSession'), ...base, ...sessionEvents.SessionMissed.data.shape }),
  z.strictObject({ type: z.literal('LogHomeworkSection'), ...base, ...sessionEvents.HomeworkSectionLogged.data.shape }),
]);
export type SessionCommand = z.infer<typeof sessionCommands>;

export interface SessionState {
  readonly status: 'none' | 'scheduled' | 'held' | 'missed' | 'cancelled' | 'contact';
  readonly participants: readonly string[];
  /** Participants whose homework section is logged. */
  readonly logged: readonly string[];
}

function decide(command: SessionCommand, state: SessionState, given: Given): Decision<SessionEvent> {
  const { study, participant } = given;
  if (!study.registered) return refuse('StudyNotRegistered', { studyId: command.studyId });
  if (participantOf(command, state) !== undefined) {
    if (!everEnrolled(participant)) return refuse('ParticipantNotEnrolled');
    if (participant.studyId !== command.studyId) return refuse('OtherStudy');
  }
  return command.type === 'LogHomeworkSection' ? logSection(command, state) : decideSession(command, state);
}

function decideSession(
  command: Exclude<SessionCommand, { type: 'LogHomeworkSection' }>,
  state: SessionState,
): Decision<SessionEvent> {
  if (state.status !== 'none' && state.status !== 'scheduled') {
    return refuse('SessionAlreadyLogged', { status: state.status });
  }
  switch (command.type) {
    case 'ScheduleSession':
      if (state.status === 'scheduled') return refuse('SessionAlreadyScheduled');
      return [{ type: 'SessionScheduled', data: content(command) }];
    case 'CancelSession': {
      if (state.status !== 'scheduled') return refuse('SessionNotScheduled');
      const { sessionId: _, ...data } = content(command);
      return [{ type: 'SessionCancelled', data }];
    }
    case 'HoldSession':
      return [{ type: 'SessionHeld', data: content(command) }];
    case 'MissSession':
      return [{ type: 'SessionMissed', data: content(command) }];
    case 'MakeContact':
      if (state.status === 'scheduled') return refuse('SessionAlreadyScheduled');
      return [{ type: 'ContactMade', data: content(command) }];
  }
}

function logSection(
  command: Extract<SessionCommand, { type: 'LogHomeworkSection' }>,
  state: SessionState,
): Decision<SessionEvent> {
  if (state.status !== 'held') return refuse('SessionNotHeld');
  if (!state.participants.includes(command.participantId)) return refuse('NotInSession');
  if (state.logged.includes(command.participantId)) return refuse('HomeworkSectionAlreadyLogged');
  const field = reasonMisfit(command);
  if (field !== undefined) return refuse('ReasonForNothing', { field });
  const { sessionId: _, ...data } = content(command);
  return [{ type: 'HomeworkSectionLogged', data }];
}

/** A reason why something was not done says that it was not. */
function reasonMisfit(section: Section): 'whyNot' | 'whyNotReviewed' | undefined {
  if (section.assigned === 'assigned' && section.whyNot !== undefined) return 'whyNot';
  return section.reviewed !== 'not-reviewed' && section.whyNotReviewed !== undefined ? 'whyNotReviewed' : undefined;
}
type Section = Pick<
  Extract<SessionEvent, { type: 'HomeworkSectionLogged' }>['data'],
  'assigned' | 'whyNot' | 'reviewed' | 'whyNotReviewed'
>;

/** What the command says, without the study that scopes it. */
function content<Command extends { readonly type: string; readonly studyId: string }>(command: Command) {
  const { type: _, studyId: __, ...data } = command;
  return data;
}

function evolve(state: SessionState, event: SessionEvent): SessionState {
  switch (event.type) {
    case 'SessionScheduled':
      return { ...state, status: 'scheduled', participants: event.data.participants };
    case 'SessionCancelled':
      return { ...state, status: 'cancelled' };
    case 'ContactMade':
      return { ...state, status: 'contact', participants: event.data.participants };
    case 'SessionHeld':
      return { ...state, status: 'held', participants: event.data.participants };
    case 'SessionMissed':
      return { ...state, status: 'missed', participants: event.data.participants };
    case 'HomeworkSectionLogged':
      return { ...state, logged: [...state.logged, event.data.participantId] };
  }
}

function misfit(state: SessionState, event: SessionEvent): string | undefined {
  switch (event.type) {
    case 'SessionScheduled':
    case 'ContactMade':
      return state.status === 'none' ? undefined : 'sessionId';
    case 'SessionHeld':
    case 'SessionMissed':
      return state.status === 'none' || state.status === 'scheduled' ? undefined : 'sessionId';
    case 'SessionCancelled':
      return state.status === 'scheduled' ? undefined : 'by';
    case 'HomeworkSectionLogged': {
      const { participantId } = event.data;
      const there = state.status === 'held' && state.participants.includes(participantId);
      return there && !state.logged.includes(participantId) ? reasonMisfit(event.data) : 'participantId';
    }
  }
}

/** A session with one participant belongs to that person's record; a group session to the study. */
function participantOf(command: SessionCommand, state: SessionState): string | undefined {
  if (command.type === 'LogHomeworkSection') return command.participantId;
  const { participants } = command.type === 'CancelSession' ? state : command;
  return participants.length === 1 ? participants[0] : undefined;
}

export const sessionDecider: Decider<SessionCommand, SessionState, SessionEvent> = {
  category: 'session',
  events: sessionEvents,
  upcasts: sessionUpcasts,
  keys: ['sessionId', 'participantId'],
  commands: sessionCommands,
  initialState: { status: 'none', participants: [], logged: [] },
  idOf: (command) => command.sessionId,
  subjectOf: (command, state) => ({ studyId: command.studyId, participantId: participantOf(command, state) }),
  decide,
  evolve,
  misfit,
};
