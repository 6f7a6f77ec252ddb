import { z } from 'zod';
import type { EventOf, EventShapes } from '../kernel/event.ts';
import { NO_UPCASTS, type Upcasts } from '../kernel/upcast.ts';
import { id, informant, label, localDate } from '../kernel/primitives.ts';

const occasion = {
  measureId: id,
  participantId: id,
  instrument: z.strictObject({ instrumentId: id, version: z.int().min(1) }),
  /** The occasion's name in the measurement schedule, such as `baseline` or `month-2`. */
  occasion: label,
};

// These shapes are storage formats. Never edit one: raise its version and add an upcaster.
export const measureEvents = {
  MeasureDue: {
    version: 1,
    about: 'The schedule asks for a measure on this occasion, within this window of the participant’s days.',
    data: z.strictObject({ ...occasion, dueDate: localDate, windowFrom: localDate, windowTo: localDate }),
  },
  MeasureRecorded: {
    version: 1,
    about: 'An outcome measure was taken: item answers, or a total where only that is known.',
    data: z.strictObject({
      ...occasion,
      /** Item code → raw answer; null for an item left out. Empty where only a total is known. */
      items: z.record(id, z.number().nullable()),
      /** As written in the source; totals computed from items are a projection, not stored. */
      reportedTotal: z.number().optional(),
      timing: z.enum(['before-session', 'after-session', 'between-sessions', 'unknown']),
      /** How far back the questions ask, in days. */
      recallDays: z.int().min(0).max(3650).optional(),
      informant,
      assessorBlind: z.boolean().optional(),
    }),
  },
  MeasureMissed: {
    version: 1,
    about: 'A measure that was due was not taken.',
    data: z.strictObject({
      ...occasion,
      reason: z.enum(['drop-out', 'did-not-attend', 'declined', 'not-administered', 'technical', 'unknown']),
    }),
  },
} as const satisfies EventShapes;

export type MeasureEvent = EventOf<typeof measureEvents>;

export const measureUpcasts: Upcasts = NO_UPCASTS;
