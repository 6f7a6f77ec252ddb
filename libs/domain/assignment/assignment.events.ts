import { z } from 'zod';
import type { EventOf, EventShapes } from '../kernel/event.ts';
import { NO_UPCASTS, type Upcasts } from '../kernel/upcast.ts';
import {
  barrier,
  doneQuantity,
  freeText,
  id,
  informant,
  instant,
  label,
  percent,
  performer,
  quantity,
  suds,
  zeroToFour,
} from '../kernel/primitives.ts';
import { sealed } from '../kernel/sealed.ts';

/** What kind of change the work aims at (cf. Conklin, Strunk & Cooper 2018: cognitive, behavioural, self-monitoring). */
export const focus = z.enum(['cognitive', 'behavioural', 'self-monitoring', 'experiential', 'interpersonal', 'mixed']);

export const medium = z.enum([
  'worksheet',
  'practice',
  'journal',
  'questionnaire',
  'drawing',
  'outside-resource',
  'programme',
  'free',
]);

/** When the work is due. Recurring work has one occurrence a period on the participant's calendar. */
export const due = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open') }),
  z.strictObject({ kind: z.literal('next-session') }),
  z.strictObject({ kind: z.literal('by'), at: instant }),
]);

/** Everything agreed about one piece of homework. */
export const assignmentTerms = z.strictObject({
  title: sealed(label),
  focus,
  medium,
  template: z.strictObject({ templateId: id, version: z.int().min(1) }).optional(),
  /** The dose asked for; none for open-ended work. */
  dose: quantity.optional(),
  due,
  difficulty: zeroToFour.optional(),
  goal: sealed(freeText).optional(),
  rationale: sealed(freeText).optional(),
  instructions: sealed(freeText).optional(),
  performers: z.array(performer).min(1).max(3),
  setting: z.enum(['session', 'message', 'programme']),
  visibility: z.enum(['private', 'therapist', 'research']),
  /** The client's confidence that it will be done, 0–100. */
  confidence: percent.optional(),
  foreseenObstacles: z.array(barrier).max(12).optional(),
});
export type AssignmentTerms = z.infer<typeof assignmentTerms>;

export const initiatedBy = z.enum(['therapist', 'collaborative', 'client']);

export const adjustmentTrigger = z.enum([
  'too-difficult',
  'too-easy',
  'not-done',
  'done-early',
  'clinical-change',
  'client-request',
  'practical',
  'protocol',
]);

const reasonNote = sealed(freeText).optional();

// These shapes are storage formats. Never edit one: raise its version and add an upcaster.
export const assignmentEvents = {
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
      trigger: adjustmentTrigger,
      note: reasonNote,
    }),
  },
  AttemptStarted: {
    version: 1,
    about: 'Somebody began to do the homework; whether it came to anything is told later.',
    data: z.strictObject({ attemptId: id, version: z.int().min(1), performer, startedAt: instant }),
  },
  AttemptRecorded: {
    version: 1,
    about: 'An attempt and what came of it, as told by an informant.',
    data: z.strictObject({
      attemptId: id,
      /** The assignment version in force when the work was done. */
      version: z.int().min(1),
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
      barriers: z.array(barrier).max(12).optional(),
      note: sealed(freeText).optional(),
    }),
  },
  AttemptAbandoned: {
    version: 1,
    about: 'A started attempt was given up, with coded barriers.',
    data: z.strictObject({
      attemptId: id,
      version: z.int().min(1),
      informant,
      barriers: z.array(barrier).max(12),
      note: sealed(freeText).optional(),
    }),
  },
  OccurrenceReported: {
    version: 1,
    about: 'An informant says how an obligation ended without recording an attempt. Unreported stays unknown.',
    data: z.strictObject({
      informant,
      state: z.enum(['done', 'part', 'alternative', 'not-done']),
      done: doneQuantity.optional(),
      barriers: z.array(barrier).max(12).optional(),
      note: sealed(freeText).optional(),
    }),
  },
  HomeworkCompleted: {
    version: 1,
    about: 'The homework as a whole is done, by the word of an informant.',
    data: z.strictObject({ version: z.int().min(1), informant, late: z.boolean() }),
  },
  AssignmentExpired: {
    version: 1,
    about: 'The due moment passed. What nobody reported is unknown, not undone.',
    data: z.strictObject({ version: z.int().min(1), reported: z.boolean() }),
  },
  AssignmentWithdrawn: {
    version: 1,
    about: 'The homework was taken back before it was done.',
    data: z.strictObject({
      version: z.int().min(1),
      reason: z.enum([
        'no-longer-relevant',
        'too-difficult',
        'replaced',
        'adverse-effect',
        'client-request',
        'entered-in-error',
        'other',
      ]),
      note: reasonNote,
    }),
  },
} as const satisfies EventShapes;

export type AssignmentEvent = EventOf<typeof assignmentEvents>;

export const assignmentUpcasts: Upcasts = NO_UPCASTS;
