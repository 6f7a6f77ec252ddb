import { z } from 'zod';
import type { EventShapes } from '../kernel/event.ts';
import { barrier, freeText, id, percent } from '../kernel/primitives.ts';
import { sealed } from '../kernel/sealed.ts';
import { adjustmentTrigger } from './assignment.terms.ts';

/** A version of a template of the study, or of a worksheet of the built-in library. */
export const worksheetVersion = z.strictObject({ templateId: id, version: z.int().min(1) });

/** Two megabytes of JSON, drawings included; photos and sound are kept apart. */
const answersText = z.string().max(2_000_000);

// These shapes are storage formats. Never edit one: raise its version and add an upcaster.
/** What is agreed on homework besides its terms, and what belongs to it. */
export const planEvents = {
  HomeworkLinkedToGoals: {
    version: 1,
    about: 'The homework serves these goals of the participant, and no others.',
    data: z.strictObject({ goalIds: z.array(id).max(12) }),
  },
  PlanMade: {
    version: 1,
    about: 'How it will be done was agreed: if this situation comes, then that (an implementation intention).',
    data: z.strictObject({
      situation: sealed(freeText),
      action: sealed(freeText),
      /** Obstacles the plan is made against. */
      obstacles: z.array(barrier).max(12),
      confidence: percent.optional(),
    }),
  },
  WorksheetAnswered: {
    version: 1,
    about: 'The answers that belong to an attempt, bound to the version of the worksheet they were given to.',
    data: z.strictObject({
      attemptId: id,
      worksheet: worksheetVersion,
      /** Questions that have an answer. */
      answered: z.int().min(0),
      /** As JSON text. */
      answers: sealed(answersText),
    }),
  },
  AttachmentStored: {
    version: 1,
    about: 'A photo or a recording that belongs to the homework is kept, encrypted, beside the log.',
    data: z.strictObject({
      attachmentId: id,
      attemptId: id.optional(),
      kind: z.enum(['photo', 'audio', 'video']),
      mediaType: z.string().regex(/^(image|audio|video)\/[a-z0-9.+-]{1,60}$/),
      bytes: z.int().min(1),
      /** Of what was sent, in hexadecimal: it would tell a known picture from others. */
      sha256: sealed(z.string().regex(/^[0-9a-f]{64}$/)),
      description: sealed(freeText).optional(),
    }),
  },
  AssignmentSubstituted: {
    version: 1,
    about: 'Withdrawn homework has another one in its place, and why.',
    data: z.strictObject({ substituteId: id, trigger: adjustmentTrigger }),
  },
} as const satisfies EventShapes;
