import { z } from 'zod';
import type { EventOf, EventShapes } from '../kernel/event.ts';
import { NO_UPCASTS, type Upcasts } from '../kernel/upcast.ts';
import { freeText, id, informant, localDate } from '../kernel/primitives.ts';
import { sealed } from '../kernel/sealed.ts';

/** What a rating speaks of. Agreement is only ever computed within one form and one kind of target. */
export const ratingTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('assignment'), assignmentId: id, version: z.int().min(1) }),
  z.strictObject({ kind: z.literal('session'), sessionId: id }),
  z.strictObject({ kind: z.literal('interval'), from: localDate, to: localDate }),
]);

// These shapes are storage formats. Never edit one: raise its version and add an upcaster.
export const ratingEvents = {
  RatingRecorded: {
    version: 1,
    about:
      'A rater filled in a form about an assignment version, a session or an interval. Raw item values, raw direction.',
    data: z.strictObject({
      ratingId: id,
      participantId: id,
      form: z.strictObject({ formId: id, version: z.int().min(1) }),
      rater: z.strictObject({ raterId: id, role: informant }),
      target: ratingTarget,
      /** Item code → raw value. */
      items: z.record(id, z.number()),
      /** Whether it was made later than the occasion it describes (Mausbach et al. 2010 found this matters). */
      retrospective: z.boolean(),
      note: sealed(freeText).optional(),
    }),
  },
} as const satisfies EventShapes;

export type RatingEvent = EventOf<typeof ratingEvents>;

export const ratingUpcasts: Upcasts = NO_UPCASTS;
