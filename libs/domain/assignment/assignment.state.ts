import { type AssignmentEvent, WHOLE } from './assignment.events.ts';
import type { AssignmentTerms } from './assignment.terms.ts';

interface Attempt {
  readonly state: 'started' | 'recorded' | 'abandoned';
  readonly startedAt?: string | undefined;
}

export type AssignmentState =
  | { readonly status: 'none' }
  | {
      readonly status: 'proposed' | 'declined' | 'active' | 'completed' | 'expired' | 'withdrawn';
      readonly participantId: string;
      /** 0 while it is only proposed. */
      readonly version: number;
      readonly terms: AssignmentTerms;
      readonly attempts: Readonly<Record<string, Attempt>>;
      /** Occurrences that fell due, were reported, or were voided. */
      readonly occurrences: Readonly<Record<string, 'due' | 'reported' | 'void'>>;
      readonly unanswered: number;
      readonly reported: boolean;
    };
export type Assigned = Exclude<AssignmentState, { status: 'none' }>;

const FRESH = { attempts: {}, occurrences: {}, unanswered: 0, reported: false };

export function evolveAssignment(state: AssignmentState, event: AssignmentEvent): AssignmentState {
  if (event.type === 'HomeworkProposed') {
    const { participantId, terms } = event.data;
    return { ...FRESH, status: 'proposed', participantId, version: 0, terms };
  }
  if (event.type === 'HomeworkAssigned') {
    const { participantId, terms } = event.data;
    return { ...FRESH, status: 'active', participantId, version: 1, terms };
  }
  return state.status === 'none' ? state : evolveAssigned(state, event);
}

type Later = Exclude<AssignmentEvent, { type: 'HomeworkProposed' | 'HomeworkAssigned' }>;

function evolveAssigned(state: Assigned, event: Later): Assigned {
  switch (event.type) {
    case 'AssignmentDeclined':
      return { ...state, status: 'declined' };
    case 'AssignmentAdjusted':
      return { ...state, version: event.data.version, terms: adjusted(state.terms, event.data) };
    case 'AttemptStarted':
      return withAttempt(state, event.data.attemptId, { state: 'started', startedAt: event.data.startedAt });
    case 'AttemptRecorded':
      return { ...withAttempt(state, event.data.attemptId, { state: 'recorded' }), reported: true };
    case 'AttemptAbandoned':
      return { ...withAttempt(state, event.data.attemptId, { state: 'abandoned' }), reported: true };
    case 'OccurrenceDue':
      return withOccurrence(state, event.data.occurrence, 'due');
    case 'OccurrenceReported':
      return { ...withOccurrence(state, event.data.occurrence, 'reported'), reported: true };
    case 'OccurrenceVoided':
      return withOccurrence(state, event.data.occurrence, 'void');
    case 'ClarificationRequested':
      return { ...state, unanswered: state.unanswered + 1 };
    case 'ClarificationGiven':
      return { ...state, unanswered: 0 };
    case 'HomeworkCompleted':
      return { ...state, status: 'completed', reported: true };
    case 'AssignmentExpired':
      return { ...state, status: 'expired' };
    case 'AssignmentWithdrawn':
      return { ...state, status: 'withdrawn' };
    case 'HomeworkOpened':
    case 'HomeworkReviewed':
    case 'FeedbackGiven':
    case 'SharingChanged':
      return state;
  }
}

type Adjustment = Extract<AssignmentEvent, { type: 'AssignmentAdjusted' }>['data'];

/** Terms after an adjustment. */
export function adjusted(terms: AssignmentTerms, { terms: changed, removed = [] }: Adjustment): AssignmentTerms {
  const next: AssignmentTerms = Object.assign({}, terms, changed);
  for (const name of removed) delete next[name];
  return next;
}

function withAttempt(state: Assigned, attemptId: string, attempt: Attempt): Assigned {
  return { ...state, attempts: { ...state.attempts, [attemptId]: attempt } };
}

function withOccurrence(state: Assigned, occurrence: string, now: 'due' | 'reported' | 'void'): Assigned {
  return { ...state, occurrences: { ...state.occurrences, [occurrence]: now } };
}

/** Whether the assignment has this obligation: recurring work has days, other work only the whole. */
export function hasOccurrence(state: Assigned, occurrence: string): boolean {
  const { due } = state.terms;
  if (occurrence in state.occurrences) return true;
  if (due.kind !== 'recurring') return occurrence === WHOLE;
  return occurrence >= due.from && occurrence <= due.to && due.weekdays.includes(weekdayOf(occurrence));
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** Weekday of a calendar date, which no time zone changes. */
export function weekdayOf(date: string): (typeof WEEKDAYS)[number] {
  return WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 'sunday';
}
