import { z } from 'zod';
import { type Decider, type Decision, everEnrolled, type Given, refuse } from '../kernel/decider.ts';
import { id } from '../kernel/primitives.ts';
import { ALERT_GRADES, type AlertEvent, alertEvents, type AlertGrade, alertUpcasts } from './alert.events.ts';

const told = alertEvents;
export const alertCommands = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('RaiseSafetyAlert'), ...told.SafetyAlertRaised.data.shape }),
  z.strictObject({ type: z.literal('RaiseConcern'), ...told.ConcernRaised.data.shape }),
  z.strictObject({ type: z.literal('RecurSafetyAlert'), ...told.SafetyAlertRecurred.data.shape }),
  z.strictObject({ type: z.literal('SendSafetyAlert'), ...told.SafetyAlertSent.data.shape }),
  z.strictObject({ type: z.literal('AcknowledgeSafetyAlert'), alertId: id, staffId: id }),
  z.strictObject({ type: z.literal('EscalateSafetyAlert'), ...told.SafetyAlertEscalated.data.shape }),
  z.strictObject({
    type: z.literal('PassOnSafetyAlert'),
    alertId: id,
    staffId: id,
    to: told.SafetyAlertEscalated.data.shape.to,
  }),
  z.strictObject({ type: z.literal('AssessRisk'), ...told.RiskAssessed.data.shape }),
  z.strictObject({ type: z.literal('CloseSafetyAlert'), ...told.SafetyAlertClosed.data.shape }),
]);
export type AlertCommand = z.infer<typeof alertCommands>;

export interface AlertState {
  readonly status: 'none' | 'open' | 'acknowledged' | 'closed';
  readonly participantId?: string;
  readonly grade: AlertGrade;
  /** Whether a rule raised it, rather than a person: only then can it recur. */
  readonly byRule: boolean;
  readonly assessmentAsked: boolean;
  readonly assessed: boolean;
  /** How often it was passed on. */
  readonly level: number;
  /** What it recurred on: one answer is told once. */
  readonly measures: readonly string[];
}

/** As far as the record counts how often an alert was passed on; everybody has been told long before. */
export const MOST_ALERT_LEVELS = 20;

const rank = (grade: AlertGrade): number => ALERT_GRADES.indexOf(grade);

function decide(command: AlertCommand, state: AlertState, given: Given): Decision<AlertEvent> {
  switch (command.type) {
    case 'RaiseSafetyAlert':
    case 'RaiseConcern':
      return raise(command, state, given);
    case 'RecurSafetyAlert':
    case 'SendSafetyAlert':
    case 'AcknowledgeSafetyAlert':
    case 'EscalateSafetyAlert':
    case 'PassOnSafetyAlert':
    case 'AssessRisk':
    case 'CloseSafetyAlert':
      if (state.status === 'none') return refuse('AlertNotFound');
      if (state.status === 'closed') return refuse('AlertIsClosed');
      return goOn(command, state);
  }
}

type Raising = Extract<AlertCommand, { type: 'RaiseSafetyAlert' | 'RaiseConcern' }>;

/** Also for those who have left: somebody who worries is always heard. */
function raise(command: Raising, state: AlertState, given: Given): Decision<AlertEvent> {
  if (!everEnrolled(given.participant)) return refuse('ParticipantNotEnrolled');
  if (state.status !== 'none') return refuse('AlertExists', { status: state.status });
  if (command.type === 'RaiseConcern') {
    const { type: _, ...data } = command;
    return [{ type: 'ConcernRaised', data }];
  }
  const { type: _, ...data } = command;
  return [{ type: 'SafetyAlertRaised', data }];
}

function goOn(command: Exclude<AlertCommand, Raising>, state: AlertState): Decision<AlertEvent> {
  switch (command.type) {
    case 'RecurSafetyAlert': {
      if (!state.byRule) return refuse('NotRaisedByRule');
      if (state.measures.includes(command.source.measureId)) return refuse('AlreadyTold');
      const { type: _, ...data } = command;
      return [{ type: 'SafetyAlertRecurred', data }];
    }
    case 'SendSafetyAlert': {
      if (command.level > state.level) return refuse('NotEscalatedSoFar', { level: state.level });
      const { type: _, ...data } = command;
      return [{ type: 'SafetyAlertSent', data }];
    }
    case 'AcknowledgeSafetyAlert': {
      if (state.status === 'acknowledged') return refuse('AlertAlreadyAcknowledged');
      return [{ type: 'SafetyAlertAcknowledged', data: { alertId: command.alertId, staffId: command.staffId } }];
    }
    case 'EscalateSafetyAlert': {
      if (command.level !== state.level + 1) return refuse('EscalatedOutOfOrder', { next: state.level + 1 });
      const { type: _, ...data } = command;
      return [{ type: 'SafetyAlertEscalated', data }];
    }
    case 'PassOnSafetyAlert': {
      const { alertId, to } = command;
      if (state.level === MOST_ALERT_LEVELS) return refuse('EndOfTheLine', { level: state.level });
      return [{ type: 'SafetyAlertEscalated', data: { alertId, level: state.level + 1, because: 'asked-for', to } }];
    }
    case 'AssessRisk': {
      const { type: _, ...data } = command;
      return [{ type: 'RiskAssessed', data }];
    }
    case 'CloseSafetyAlert': {
      if (state.status !== 'acknowledged') return refuse('AlertNotAcknowledged');
      if (state.assessmentAsked && !state.assessed) return refuse('RiskNotAssessed');
      const { type: _, ...data } = command;
      return [{ type: 'SafetyAlertClosed', data }];
    }
  }
}

function evolve(state: AlertState, event: AlertEvent): AlertState {
  switch (event.type) {
    case 'SafetyAlertRaised': {
      const { participantId, grade, assessmentAsked, source } = event.data;
      return {
        ...state,
        status: 'open',
        participantId,
        grade,
        byRule: true,
        assessmentAsked,
        measures: [source.measureId],
      };
    }
    case 'ConcernRaised':
      return { ...state, status: 'open', participantId: event.data.participantId, grade: event.data.grade };
    case 'SafetyAlertRecurred':
      return recurred(state, event.data);
    case 'SafetyAlertSent':
      return state;
    case 'SafetyAlertAcknowledged':
      return { ...state, status: 'acknowledged' };
    case 'SafetyAlertEscalated': {
      const { level, because } = event.data;
      // Whoever passes it on looks after it no longer.
      return { ...state, level, ...(because === 'asked-for' ? { status: 'open' as const } : {}) };
    }
    case 'RiskAssessed':
      return { ...state, assessed: event.data.risk !== 'could-not-assess' };
    case 'SafetyAlertClosed':
      return { ...state, status: 'closed' };
  }
}

type Recurrence = Extract<AlertEvent, { type: 'SafetyAlertRecurred' }>['data'];

/** What has become more pressing has to be seen and assessed anew. */
function recurred(state: AlertState, { grade, source }: Recurrence): AlertState {
  const worse = rank(grade) > rank(state.grade);
  return {
    ...state,
    measures: [...state.measures, source.measureId],
    ...(worse ? { grade, status: 'open' as const, assessed: false } : {}),
  };
}

function misfit(state: AlertState, event: AlertEvent): string | undefined {
  switch (event.type) {
    case 'SafetyAlertRaised':
    case 'ConcernRaised':
      return state.status === 'none' ? undefined : 'alertId';
    case 'SafetyAlertRecurred':
      if (!isOpen(state) || !state.byRule) return 'alertId';
      return state.measures.includes(event.data.source.measureId) ? 'source' : undefined;
    case 'SafetyAlertSent':
      if (!isOpen(state)) return 'alertId';
      return event.data.level <= state.level ? undefined : 'level';
    case 'SafetyAlertAcknowledged':
      return state.status === 'open' ? undefined : 'alertId';
    case 'SafetyAlertEscalated':
      if (!isOpen(state)) return 'alertId';
      return event.data.level === state.level + 1 ? undefined : 'level';
    case 'RiskAssessed':
      return isOpen(state) ? undefined : 'alertId';
    case 'SafetyAlertClosed':
      if (state.status !== 'acknowledged') return 'alertId';
      return state.assessmentAsked && !state.assessed ? 'outcome' : undefined;
  }
}

function isOpen({ status }: AlertState): boolean {
  return status === 'open' || status === 'acknowledged';
}

function subjectOf(command: AlertCommand, state: AlertState): { participantId?: string | undefined } {
  return { participantId: 'participantId' in command ? command.participantId : state.participantId };
}

/** A worry about one participant, from its first sign to its closing note. Nothing but people close it. */
export const alertDecider: Decider<AlertCommand, AlertState, AlertEvent> = {
  category: 'alert',
  events: alertEvents,
  upcasts: alertUpcasts,
  keys: ['alertId', 'participantId'],
  // A worry that was voided would be a worry gone quiet.
  entriesAreFinal: true,
  commands: alertCommands,
  initialState: {
    status: 'none',
    grade: 'low',
    byRule: false,
    assessmentAsked: false,
    assessed: false,
    level: 0,
    measures: [],
  },
  idOf: (command) => command.alertId,
  subjectOf,
  decide,
  evolve,
  misfit,
};
