import type { AssignmentEvent } from './assignment.events.ts';
import {
  type Assigned,
  type AssignmentState,
  attemptOf,
  hasAttachment,
  hasOccurrence,
  occurrenceOf,
} from './assignment.state.ts';
import { termsProblem } from './terms.problem.ts';

/** @returns the field in which an event does not fit the assignment as it stands before it */
export function assignmentMisfit(state: AssignmentState, event: AssignmentEvent): string | undefined {
  if (event.type === 'HomeworkProposed' || event.type === 'HomeworkAssigned') {
    const free = state.status === 'none' || (state.status === 'proposed' && event.type === 'HomeworkAssigned');
    if (!free) return 'assignmentId';
    return termsProblem(event.data.terms) === undefined ? undefined : 'terms.due';
  }
  if (state.status === 'none') return 'assignmentId';
  if (event.type === 'ClarificationGiven') return state.unanswered > 0 ? undefined : 'answer';
  if (state.version === 0) return isOfProposals(event) ? undefined : 'assignmentId';
  return laterMisfit(state, event);
}

type Later = Exclude<AssignmentEvent, { type: 'HomeworkProposed' | 'HomeworkAssigned' | 'ClarificationGiven' }>;

const OF_PROPOSALS: readonly Later['type'][] = [
  ...(['AssignmentDeclined', 'HomeworkOpened', 'ClarificationRequested'] as const),
  ...(['HomeworkLinkedToGoals', 'PlanMade'] as const),
];

function isOfProposals({ type }: Later): boolean {
  return OF_PROPOSALS.includes(type);
}

function laterMisfit(state: Assigned, event: Later): string | undefined {
  switch (event.type) {
    case 'AssignmentAdjusted':
      return event.data.version === state.version + 1 ? undefined : 'version';
    case 'AttemptStarted':
    case 'AttemptRecorded':
    case 'AttemptAbandoned':
      return attemptMisfit(state, event);
    case 'OccurrenceDue':
      if (occurrenceOf(state, event.data.occurrence).due) return 'occurrence';
      return versionMisfit(state, event.data) ?? occurrenceMisfit(state, event.data);
    case 'OccurrenceVoided':
      if (occurrenceOf(state, event.data.occurrence).end === 'void') return 'occurrence';
      return occurrenceMisfit(state, event.data);
    case 'OccurrenceReported':
      return occurrenceMisfit(state, event.data);
    case 'FeedbackGiven':
    case 'SharingChanged': {
      const { attemptId } = event.data;
      return attemptId === undefined || attemptOf(state, attemptId) !== undefined ? undefined : 'attemptId';
    }
    case 'WorksheetAnswered':
    case 'AttachmentStored':
    case 'AssignmentSubstituted':
      return belongingMisfit(state, event);
    case 'HomeworkOpened':
    case 'HomeworkReviewed':
    case 'HomeworkCompleted':
    case 'AssignmentExpired':
    case 'AssignmentWithdrawn':
      return versionMisfit(state, event.data);
    case 'HomeworkLinkedToGoals':
    case 'PlanMade':
    case 'AssignmentDeclined':
    case 'ClarificationRequested':
      return undefined;
  }
}

type Belonging = Extract<AssignmentEvent, { type: 'WorksheetAnswered' | 'AttachmentStored' | 'AssignmentSubstituted' }>;

function belongingMisfit(state: Assigned, event: Belonging): string | undefined {
  switch (event.type) {
    case 'WorksheetAnswered': {
      const attempt = attemptOf(state, event.data.attemptId);
      return attempt?.state === 'recorded' && attempt.answered === undefined ? undefined : 'attemptId';
    }
    case 'AttachmentStored':
      return hasAttachment(state, event.data.attachmentId) ? 'attachmentId' : undefined;
    case 'AssignmentSubstituted':
      return state.status === 'withdrawn' && state.substituteId === undefined ? undefined : 'substituteId';
  }
}

type AttemptEvent = Extract<AssignmentEvent, { type: 'AttemptStarted' | 'AttemptRecorded' | 'AttemptAbandoned' }>;

function attemptMisfit(state: Assigned, { type, data }: AttemptEvent): string | undefined {
  const known = attemptOf(state, data.attemptId);
  const free = known === undefined || (known.state === 'started' && type !== 'AttemptStarted');
  if (!free) return 'attemptId';
  if (type === 'AttemptRecorded' && data.startedAt !== undefined && data.endedAt !== undefined) {
    if (data.endedAt < data.startedAt) return 'endedAt';
  }
  return versionMisfit(state, data) ?? occurrenceMisfit(state, data);
}

function versionMisfit(state: Assigned, { version }: { readonly version: number }): string | undefined {
  return version <= state.version ? undefined : 'version';
}

function occurrenceMisfit(state: Assigned, { occurrence }: { readonly occurrence?: string | undefined }) {
  return occurrence === undefined || hasOccurrence(state, occurrence) ? undefined : 'occurrence';
}
