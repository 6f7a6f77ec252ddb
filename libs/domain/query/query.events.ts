import { z } from 'zod';
import type { EventOf, EventShapes } from '../kernel/event.ts';
import { NO_UPCASTS, type Upcasts } from '../kernel/upcast.ts';
import { freeText, id } from '../kernel/primitives.ts';
import { sealed } from '../kernel/sealed.ts';

/** What is doubted of an entry or a record (ICH E6(R3) 4.2.4; SCDM Good Clinical Data Management Practices). */
export const queryKind = z.enum([
  'missing',
  'implausible',
  'inconsistent',
  'out-of-window',
  'differs-from-source',
  'other',
]);

/** How a discrepancy was settled. */
export const queryOutcome = z.enum(['corrected', 'confirmed', 'cannot-be-resolved', 'opened-by-mistake']);

// These shapes are storage formats. Never edit one: raise its version and add an upcaster.
export const queryEvents = {
  QueryOpened: {
    version: 1,
    about: 'Somebody, or a rule, doubts something in a participant’s record and asks those who answer for it.',
    data: z.strictObject({
      queryId: id,
      participantId: id,
      /** The record doubted, such as `measure` and its id; none where something is not there at all. */
      category: id.optional(),
      recordId: id.optional(),
      entryId: id.optional(),
      field: id.optional(),
      kind: queryKind,
      /** The rule that found it; none where a person did. */
      ruleId: id.optional(),
      question: sealed(freeText),
    }),
  },
  QueryAnswered: {
    version: 1,
    about: 'Those who answer for the record said what they found.',
    data: z.strictObject({ answer: sealed(freeText) }),
  },
  QueryClosed: {
    version: 1,
    about: 'The discrepancy is settled, and how.',
    data: z.strictObject({ outcome: queryOutcome, note: sealed(freeText).optional() }),
  },
} as const satisfies EventShapes;

export type QueryEvent = EventOf<typeof queryEvents>;

export const queryUpcasts: Upcasts = NO_UPCASTS;
