import { z } from 'zod';
import { adjustmentTrigger, assignmentTerms, initiatedBy, removableTerm, visibility } from './assignment.terms.ts';
import type { EventOf, EventShapes } from '../kernel/event.ts';
import type { Upcasts } from '../kernel/upcast.ts';
import {
  barrier,
  doneQuantity,
  freeText,
  id,
  informant,
  instant,
  localDate,
  performer,
  suds,
  zeroToFour,
} from '../kernel/primitives.ts';
import { sealed } from '../kernel/sealed.ts';

/** The one obligation of work that does not recur. */
export const WHOLE = 'whole';

/** Which obligation of an assignment: a day of recurring work, or `whole`. */
export const occurrence = z.union([localDate, z.literal(WHOLE)]);

const version = z.int().min(1);
const note = sealed(freeText).optional();
const barriers = z.array(barrier).max(12);

// These shapes are storage formats. Never edit one: raise its version and add an upcaster.
export const assignmentEvents = {
  HomeworkProposed: {
    version: 1,
    about: 'Client or therapist suggested homework; nothing is agreed yet.',
    data: z.strictObject({ assignmentId: id, participantId: id, initiatedBy, terms: assignmentTerms }),
  },
  AssignmentDeclined: {
    version: 1,
    about: 'Proposed or assigned homework was turned down.',
    data: z.strictObject({
      by: z.enum(['client', 'therapist', 'caregiver']),
      reason: z.enum(['too-difficult', 'not-relevant', 'no-time', 'not-now', 'discomfort', 'other']),
      note,
    }),
  },
  HomeworkAssigned: {
    version: 1,
    about: 'A participant was given homework on these terms. Version 1 of the assignment.',
    data: z.strictObject({
      assignmentId: id,
      participantId: id,
      initiatedBy,
      terms: assignmentTerms,
      /** True where an analyst derived the assignment from a log in which nobody assigned it. */
      analystConstruction: z.literal(true).optional(),
    }),
  },
  AssignmentAdjusted: {
    version: 1,
    about: 'The terms changed. Holds the changed terms only; earlier work stays bound to its own version.',
    data: z.strictObject({
      version: z.int().min(2),
      terms: assignmentTerms.partial(),
      /** Terms taken away altogether. */
      removed: z.array(removableTerm).max(12).optional(),
      trigger: adjustmentTrigger,
      note,
    }),
  },
  HomeworkOpened: {
    version: 1,
    about: 'The homework was looked at on a device.',
    /** Version 0 is the proposal. */
    data: z.strictObject({ by: performer, version: z.int().min(0) }),
  },
  OccurrenceDue: {
    version: 1,
    about: 'One occurrence of recurring work fell due, under the version in force then.',
    data: z.strictObject({ occurrence, version, dueAt: instant, dueDate: localDate }),
  },
  AttemptStarted: {
    version: 1,
    about: 'Somebody began to do the homework; whether it came to anything is told later.',
    data: z.strictObject({ attemptId: id, occurrence: occurrence.optional(), version, performer, startedAt: instant }),
  },
  AttemptRecorded: {
    version: 1,
    about: 'An attempt and what came of it, as told by an informant.',
    data: z.strictObject({
      attemptId: id,
      occurrence: occurrence.optional(),
      /** The assignment version in force when the work was done. */
      version,
      performer,
      informant,
      startedAt: instant.optional(),
      endedAt: instant.optional(),
      outcome: z.enum(['full', 'part', 'alternative', 'unable']),
      done: doneQuantity.optional(),
      difficulty: zeroToFour.optional(),
      mastery: zeroToFour.optional(),
      pleasure: zeroToFour.optional(),
      helpfulness: zeroToFour.optional(),
      distressBefore: suds.optional(),
      distressAfter: suds.optional(),
      barriers: barriers.optional(),
      note,
    }),
  },
  AttemptAbandoned: {
    version: 1,
    about: 'A started attempt was given up, with coded barriers.',
    data: z.strictObject({
      attemptId: id,
      occurrence: occurrence.optional(),
      version,
      informant,
      barriers,
      note,
    }),
  },
  OccurrenceReported: {
    version: 2,
    about: 'An informant says how an obligation ended without recording an attempt. Unreported stays unknown.',
    data: z.strictObject({
      occurrence,
      informant,
      state: z.enum(['done', 'part', 'alternative', 'not-done']),
      done: doneQuantity.optional(),
      barriers: barriers.optional(),
      note,
    }),
  },
  OccurrenceVoided: {
    version: 1,
    about: 'An obligation did not apply after all, for a reason beyond the participant: it leaves the denominators.',
    data: z.strictObject({
      occurrence,
      reason: z.enum([
        'outage',
        'hospital',
        'bereavement',
        'holiday',
        'illness',
        'protocol',
        'entered-in-error',
        'other',
      ]),
      note,
    }),
  },
  ClarificationRequested: {
    version: 1,
    about: 'The participant asked what the homework means.',
    data: z.strictObject({ by: performer, question: sealed(freeText) }),
  },
  ClarificationGiven: {
    version: 1,
    about: 'The question was answered.',
    data: z.strictObject({ answer: sealed(freeText) }),
  },
  HomeworkReviewed: {
    version: 1,
    about: 'The work was gone through together, in a session or apart.',
    data: z.strictObject({
      version,
      sessionId: id.optional(),
      reviewer: informant,
      barriers: barriers.optional(),
      /** How helpful the client found it, looking back. */
      helpfulness: zeroToFour.optional(),
      note,
    }),
  },
  FeedbackGiven: {
    version: 1,
    about: 'The participant was told something about the work.',
    data: z.strictObject({
      by: z.enum(['therapist', 'supervisor', 'system']),
      attemptId: id.optional(),
      text: sealed(freeText),
    }),
  },
  SharingChanged: {
    version: 2,
    about: 'The participant changed who may read an entry, and with which linked people it is shared.',
    data: z.strictObject({
      attemptId: id.optional(),
      visibility,
      /** Ids of linked people; nobody when left out. */
      sharedWith: z.array(id).max(20).optional(),
    }),
  },
  HomeworkCompleted: {
    version: 1,
    about: 'The homework as a whole is done, by the word of an informant.',
    data: z.strictObject({ version, informant, late: z.boolean() }),
  },
  AssignmentExpired: {
    version: 1,
    about: 'The due moment passed. What nobody reported is unknown, not undone.',
    data: z.strictObject({ version, reported: z.boolean() }),
  },
  AssignmentWithdrawn: {
    version: 1,
    about: 'The homework was taken back before it was done.',
    data: z.strictObject({
      version,
      reason: z.enum([
        'no-longer-relevant',
        'too-difficult',
        'replaced',
        'adverse-effect',
        'client-request',
        'entered-in-error',
        'other',
      ]),
      note,
    }),
  },
} as const satisfies EventShapes;

export type AssignmentEvent = EventOf<typeof assignmentEvents>;

export const assignmentUpcasts: Upcasts = {
  renamed: {},
  lifts: {
    // Version 1 knew only work that does not recur.
    OccurrenceReported: { 1: (data) => ({ ...(data as object), occurrence: WHOLE }) },
    // Version 1 shared with nobody by name.
    SharingChanged: { 1: (data) => data },
  },
};
