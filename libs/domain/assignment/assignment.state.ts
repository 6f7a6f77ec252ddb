import { type AssignmentEvent, WHOLE } from './assignment.events.ts';
import { type Said, lastSaid } from '../kernel/last-said.ts';
import type { AssignmentTerms } from './assignment.terms.ts';

interface Attempt {
  readonly state: 'started' | 'recorded' | 'abandoned';
  readonly startedAt?: string | undefined;
  readonly occurrence?: string | undefined;
  /** Whether its worksheet answers are on record. */
  readonly answered?: true;
}

interface Occurrence {
  /** Whether the log says that it fell due. */
  readonly due: boolean;
  readonly end: 'open' | 'reported' | 'void';
}

/** The terms from a moment on. */
interface Version {
  readonly version: number;
  readonly terms: AssignmentTerms;
  readonly from: string;
}

export type AssignmentState =
  | { readonly status: 'none' }
  | {
      readonly status: 'proposed' | 'declined' | 'active' | 'completed' | 'expired' | 'withdrawn';
      readonly participantId: string;
      /** The newest; 0 until the homework is assigned. */
      readonly version: number;
      /** The newest. */
      readonly terms: AssignmentTerms;
      /** What was agreed, in order; empty until the homework is assigned. */
      readonly versions: readonly Version[];
      readonly attempts: Said<Attempt> | undefined;
      /** Occurrences that fell due, were reported, or were voided. */
      readonly occurrences: Said<Occurrence> | undefined;
      /** Questions of the participant that wait for an answer. */
      readonly unanswered: number;
      readonly reported: boolean;
      readonly goalIds: readonly string[];
      readonly attachmentIds: Said<true> | undefined;
      /** What stands in its place. */
      readonly substituteId?: string | undefined;
      /** When the homework ended, if it has. */
      readonly endedAt?: string | undefined;
    };
export type Assigned = Exclude<AssignmentState, { status: 'none' }>;

const FRESH = {
  versions: [],
  attempts: undefined,
  occurrences: undefined,
  unanswered: 0,
  reported: false,
  goalIds: [],
  attachmentIds: undefined,
};

/** Folds an assignment's events into what its decisions need; `at` is when each happened. */
export function evolveAssignment(state: AssignmentState, event: AssignmentEvent, at: string): AssignmentState {
  if (event.type === 'HomeworkProposed') {
    const { participantId, terms } = event.data;
    return { ...FRESH, status: 'proposed', participantId, version: 0, terms };
  }
  if (event.type === 'HomeworkAssigned') {
    const { participantId, terms } = event.data;
    const before = state.status === 'none' ? FRESH : state;
    return { ...before, ...agreed([], 1, terms, at), status: 'active', participantId };
  }
  return state.status === 'none' ? state : evolveAssigned(state, event, at);
}

function agreed(versions: readonly Version[], version: number, terms: AssignmentTerms, from: string) {
  return { version, terms, versions: [...versions, { version, terms, from }] };
}

type Later = Exclude<AssignmentEvent, { type: 'HomeworkProposed' | 'HomeworkAssigned' }>;

function evolveAssigned(state: Assigned, event: Later, at: string): Assigned {
  switch (event.type) {
    case 'AssignmentAdjusted':
      return { ...state, ...agreed(state.versions, event.data.version, adjusted(state.terms, event.data), at) };
    case 'AttemptStarted':
    case 'AttemptRecorded':
    case 'AttemptAbandoned':
      return withAttempt(state, event);
    case 'OccurrenceDue':
      return withOccurrence(state, event.data.occurrence, (now) => ({ ...now, due: true }));
    case 'OccurrenceReported':
      return { ...withOccurrence(state, event.data.occurrence, orVoid('reported')), reported: true };
    case 'OccurrenceVoided':
      return withOccurrence(state, event.data.occurrence, orVoid('void'));
    case 'ClarificationRequested':
      return { ...state, unanswered: state.unanswered + 1 };
    case 'ClarificationGiven':
      return { ...state, unanswered: 0 };
    case 'AssignmentDeclined':
      return { ...state, status: 'declined', endedAt: at };
    case 'HomeworkCompleted':
      return { ...state, status: 'completed', reported: true, endedAt: at };
    case 'AssignmentExpired':
      return { ...state, status: 'expired', endedAt: at };
    case 'AssignmentWithdrawn':
      return { ...state, status: 'withdrawn', endedAt: at };
    case 'HomeworkLinkedToGoals':
    case 'AttachmentStored':
    case 'AssignmentSubstituted':
    case 'WorksheetAnswered':
      return withBelonging(state, event);
    case 'PlanMade':
    case 'HomeworkOpened':
    case 'HomeworkReviewed':
    case 'FeedbackGiven':
    case 'SharingChanged':
      return state;
  }
}

type Belonging = Extract<
  AssignmentEvent,
  { type: 'HomeworkLinkedToGoals' | 'AttachmentStored' | 'AssignmentSubstituted' | 'WorksheetAnswered' }
>;

function withBelonging(state: Assigned, event: Belonging): Assigned {
  switch (event.type) {
    case 'HomeworkLinkedToGoals':
      return { ...state, goalIds: event.data.goalIds };
    case 'AttachmentStored':
      return withAttachment(state, event.data.attachmentId);
    case 'AssignmentSubstituted':
      return { ...state, substituteId: event.data.substituteId };
    case 'WorksheetAnswered':
      return withAnswers(state, event.data.attemptId);
  }
}

type Adjustment = Extract<AssignmentEvent, { type: 'AssignmentAdjusted' }>['data'];

/** Terms after an adjustment. */
export function adjusted(terms: AssignmentTerms, { terms: changed, removed = [] }: Adjustment): AssignmentTerms {
  const next: AssignmentTerms = Object.assign({}, terms, changed);
  for (const name of removed) delete next[name];
  return next;
}

type AttemptEvent = Extract<AssignmentEvent, { type: 'AttemptStarted' | 'AttemptRecorded' | 'AttemptAbandoned' }>;

function withAttempt(state: Assigned, { type, data }: AttemptEvent): Assigned {
  const { attemptId, occurrence } = data;
  const next: Attempt =
    type === 'AttemptStarted'
      ? { state: 'started', startedAt: data.startedAt, occurrence }
      : { state: type === 'AttemptRecorded' ? 'recorded' : 'abandoned' };
  const attempts = { name: attemptId, value: next, before: state.attempts };
  return { ...state, attempts, reported: state.reported || type !== 'AttemptStarted' };
}

function withAnswers(state: Assigned, attemptId: string): Assigned {
  const known = attemptOf(state, attemptId);
  if (known === undefined) return state;
  return { ...state, attempts: { name: attemptId, value: { ...known, answered: true }, before: state.attempts } };
}

function withAttachment(state: Assigned, attachmentId: string): Assigned {
  return { ...state, attachmentIds: { name: attachmentId, value: true, before: state.attachmentIds } };
}

/** Whether a file of this name belongs to the homework. */
export function hasAttachment({ attachmentIds }: Assigned, attachmentId: string): boolean {
  return lastSaid(attachmentIds, attachmentId) ?? false;
}

const UNTOLD: Occurrence = { due: false, end: 'open' };

function withOccurrence(state: Assigned, occurrence: string, change: (now: Occurrence) => Occurrence): Assigned {
  const value = change(occurrenceOf(state, occurrence));
  return { ...state, occurrences: { name: occurrence, value, before: state.occurrences } };
}

/** What is known of an attempt; nothing when it is new. */
export function attemptOf({ attempts }: Assigned, attemptId: string): Attempt | undefined {
  return lastSaid(attempts, attemptId);
}

/** What is known of an occurrence. */
export function occurrenceOf({ occurrences }: Assigned, occurrence: string): Occurrence {
  return lastSaid(occurrences, occurrence) ?? UNTOLD;
}

/** What was voided stays void, whatever is reported of it. */
const orVoid =
  (end: 'reported' | 'void') =>
  (now: Occurrence): Occurrence => ({ ...now, end: now.end === 'void' ? 'void' : end });

/** The version in force at a moment. Work before the agreement counts under the first version. */
export function inForce({ versions, version, terms }: Assigned, at: string): Omit<Version, 'from'> {
  return versions.findLast(({ from }) => from <= at) ?? versions[0] ?? { version, terms };
}

/** Whether the assignment has, or had under an earlier version, this obligation. */
export function hasOccurrence(state: Assigned, occurrence: string): boolean {
  return [...state.versions, state].some(({ terms }) => asksFor(terms, occurrence));
}

/** Whether terms ask for this obligation: recurring work has days, other work only the whole. */
export function asksFor({ due }: AssignmentTerms, occurrence: string): boolean {
  if (due.kind !== 'recurring') return occurrence === WHOLE;
  return occurrence >= due.from && occurrence <= due.to && due.weekdays.includes(weekdayOf(occurrence));
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** Weekday of a calendar date, which no time zone changes. */
export function weekdayOf(date: string): (typeof WEEKDAYS)[number] {
  return WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 'sunday';
}
