import { z } from 'zod';
import type { EventOf, EventShapes } from '../kernel/event.ts';
import { NO_UPCASTS, type Upcasts } from '../kernel/upcast.ts';
import { id, instant, localDate } from '../kernel/primitives.ts';
import { reminderChannel } from '../reminder/reminder.events.ts';

/** `HH:MM` on the participant’s own clock. */
export const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

// These shapes are storage formats. Never edit one: raise its version and add an upcaster.
export const contactEvents = {
  ReminderPreferencesSet: {
    version: 1,
    about: 'How the participant wants to be reminded: through what, at which times of day, and when never.',
    data: z.strictObject({
      /** In the participant’s order; none means no reminders at all. */
      channels: z.array(reminderChannel).max(3),
      /** Times of day that suit; none leaves it to the study. */
      times: z.array(localTime).max(6),
      /** Nothing goes out from one time to the other, over midnight where it ends earlier than it begins. */
      quiet: z.strictObject({ from: localTime, to: localTime }).optional(),
    }),
  },
  RemindersPaused: {
    version: 1,
    about: 'The participant wants no reminders for a while. Homework stays what it is.',
    data: z.strictObject({
      from: localDate,
      /** The last day without; until told otherwise where left out. */
      to: localDate.optional(),
    }),
  },
  RemindersResumed: {
    version: 1,
    about: 'The participant wants reminders again.',
    data: z.strictObject({ from: localDate }),
  },
  MissedWorkNoticed: {
    version: 1,
    about: 'So many obligations in a row were missed or told by nobody that whoever treats the participant is to know.',
    data: z.strictObject({
      missed: z.int().min(1).max(10_000),
      /** When the first and the last of them were due. */
      since: instant,
      through: instant,
      policyVersion: z.int().min(1),
    }),
  },
  ClinicianTold: {
    version: 1,
    about:
      'Those who treat the participant were told of missed work, and how that went. What they were told names none of it.',
    data: z.strictObject({
      /** The run that was noticed, by its beginning. */
      since: instant,
      to: z.array(id).min(1).max(20),
      channel: z.enum(['screen', 'email', 'push', 'sms']),
      outcome: z.enum(['sent', 'failed', 'unknown']),
    }),
  },
} as const satisfies EventShapes;

export type ContactEvent = EventOf<typeof contactEvents>;

export const contactUpcasts: Upcasts = NO_UPCASTS;
