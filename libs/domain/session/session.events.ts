import { z } from 'zod';
import type { EventOf, EventShapes } from '../kernel/event.ts';
import { NO_UPCASTS, type Upcasts } from '../kernel/upcast.ts';
import { freeText, id, instant, phase } from '../kernel/primitives.ts';
import { sealed } from '../kernel/sealed.ts';

export const modality = z.enum(['in-person', 'video', 'telephone', 'text', 'group', 'programme']);

const whyNot = z.enum([
  'no-time',
  'crisis',
  'client-declined',
  'not-indicated',
  'forgotten',
  'treatment-ending',
  'other',
]);

export const cancellationReason = z.enum(['illness', 'holiday', 'work', 'transport', 'technical', 'no-room', 'other']);

const participants = z.array(id).min(1).max(30);

// These shapes are storage formats. Never edit one: raise its version and add an upcaster.
export const sessionEvents = {
  SessionScheduled: {
    version: 1,
    about: 'A session was arranged for a day; whether it was held is told later.',
    data: z.strictObject({
      sessionId: id,
      sessionNumber: z.int().min(0).max(1000),
      participants,
      deliverers: z.array(id).max(10),
      modality,
      startsAt: instant,
    }),
  },
  SessionCancelled: {
    version: 1,
    about: 'A scheduled session was called off beforehand.',
    data: z.strictObject({ by: z.enum(['client', 'therapist', 'site']), reason: cancellationReason.optional() }),
  },
  ContactMade: {
    version: 1,
    about: 'Therapist and participant were in touch between sessions.',
    data: z.strictObject({
      sessionId: id,
      participants,
      by: z.enum(['client', 'therapist', 'caregiver', 'site']),
      channel: z.enum(['telephone', 'video', 'text', 'e-mail', 'in-person', 'app']),
      minutes: z.number().min(0).max(1440).optional(),
    }),
  },
  SessionHeld: {
    version: 1,
    about: 'A session took place, with these participants and deliverers.',
    data: z.strictObject({
      sessionId: id,
      sessionNumber: z.int().min(0).max(1000),
      participants,
      deliverers: z.array(id).max(10),
      modality,
      phase: phase.optional(),
      minutes: z.number().min(0).max(1440).optional(),
    }),
  },
  SessionMissed: {
    version: 1,
    about: 'A session was due and these participants did not come.',
    data: z.strictObject({
      sessionId: id,
      sessionNumber: z.int().min(0).max(1000),
      participants,
      reason: z.enum(['no-show', 'cancelled-by-client', 'cancelled-by-therapist', 'illness', 'technical', 'other']),
    }),
  },
  HomeworkSectionLogged: {
    version: 1,
    about: 'What was said of homework in a session. “None was set” is a fact and differs from nobody logging it.',
    data: z.strictObject({
      participantId: id,
      reviewed: z.enum(['reviewed', 'not-reviewed', 'nothing-to-review']),
      whyNotReviewed: whyNot.optional(),
      assigned: z.enum(['assigned', 'none']),
      /** Why none was assigned. */
      whyNot: whyNot.optional(),
      minutes: z.number().min(0).max(1440).optional(),
      note: sealed(freeText).optional(),
    }),
  },
} as const satisfies EventShapes;

export type SessionEvent = EventOf<typeof sessionEvents>;

export const sessionUpcasts: Upcasts = NO_UPCASTS;
