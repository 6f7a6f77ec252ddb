import { z } from 'zod';
import {
  barrier,
  freeText,
  id,
  instant,
  label,
  localDate,
  percent,
  performer,
  phase,
  quantity,
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

export const initiatedBy = z.enum(['therapist', 'collaborative', 'client']);

export const weekday = z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']);

export const accessibilityNeed = z.enum([
  'large-print',
  'plain-language',
  'audio',
  'low-vision',
  'low-literacy',
  'motor',
  'translated',
]);

/** When the work is due. Recurring work has one occurrence a period on the participant's calendar. */
export const due = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open') }),
  z.strictObject({ kind: z.literal('next-session') }),
  z.strictObject({ kind: z.literal('by'), at: instant }),
  /** On each of these weekdays from one day to another, both included. Each occurrence is named by its day. */
  z.strictObject({
    kind: z.literal('recurring'),
    weekdays: z.array(weekday).min(1).max(7),
    from: localDate,
    to: localDate,
    /** Local time by which it is due, `HH:MM`; the end of the day when left out. */
    by: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .optional(),
  }),
]);
export type Due = z.infer<typeof due>;

/** Who may read what the participant writes. */
export const visibility = z.enum(['private', 'therapist', 'research']);

/** Everything agreed about one piece of homework. `dose` is what one occurrence asks for. */
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
  /** Coded mechanism the work should act on, in the study's own terms. */
  targetMechanism: id.optional(),
  phase: phase.optional(),
  rationale: sealed(freeText).optional(),
  instructions: sealed(freeText).optional(),
  example: sealed(freeText).optional(),
  accessibility: z.array(accessibilityNeed).max(7).optional(),
  performers: z.array(performer).min(1).max(3),
  setting: z.enum(['session', 'message', 'programme']),
  visibility,
  /** The client's confidence that it will be done, 0–100. */
  confidence: percent.optional(),
  foreseenObstacles: z.array(barrier).max(12).optional(),
});
export type AssignmentTerms = z.infer<typeof assignmentTerms>;

/** Terms that an adjustment can take away. */
export const removableTerm = z.enum([
  'template',
  'dose',
  'difficulty',
  'goal',
  'targetMechanism',
  'phase',
  'rationale',
  'instructions',
  'example',
  'accessibility',
  'confidence',
  'foreseenObstacles',
]);

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
