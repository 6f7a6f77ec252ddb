import { z } from 'zod';
import type { EventOf, EventShapes } from '../kernel/event.ts';
import { NO_UPCASTS, type Upcasts } from '../kernel/upcast.ts';
import { id, instant, label, localDate } from '../kernel/primitives.ts';

/** What a message is about. The message itself never names it. */
export const remindedOf = z.discriminatedUnion('kind', [
  /** `occurrence` is the day of recurring work, or `whole`. */
  z.strictObject({ kind: z.literal('homework'), assignmentId: id, occurrence: z.string().min(1).max(40) }),
  /** `occasion` as the protocol’s schedule names it. */
  z.strictObject({ kind: z.literal('measure'), instrumentId: id, occasion: label }),
]);
export type RemindedOf = z.infer<typeof remindedOf>;

export const reminderChannel = z.enum(['email', 'push', 'sms']);
export type ReminderChannel = z.infer<typeof reminderChannel>;

export const deliveryFailure = z.enum([
  'no-address',
  'unreachable',
  'refused',
  'bounced',
  'expired-subscription',
  'misconfigured',
]);

export const cancellation = z.enum([
  'done-already',
  'withdrawn',
  'voided',
  'expired',
  'paused',
  'contact-withdrawn',
  'left-study',
  'policy-changed',
  'preferences-changed',
]);

// These shapes are storage formats. Never edit one: raise its version and add an upcaster.
export const reminderEvents = {
  ReminderPlanned: {
    version: 1,
    about: 'A message is to go out about one obligation, through one channel, at a time that suits the participant.',
    data: z.strictObject({
      reminderId: id,
      participantId: id,
      of: remindedOf,
      channel: reminderChannel,
      at: instant,
      /** The participant’s day it falls on. */
      localDate,
      policyVersion: z.int().min(1),
    }),
  },
  ReminderMoved: {
    version: 1,
    about: 'The message goes out at another time: quiet hours, a zone or the participant’s own times changed.',
    data: z.strictObject({ reminderId: id, at: instant, localDate }),
  },
  ReminderSending: {
    version: 1,
    about: 'The message is about to be handed over. Until the outcome is told, nobody knows whether it arrived.',
    data: z.strictObject({ reminderId: id, attempt: z.int().min(1).max(10) }),
  },
  ReminderSent: {
    version: 1,
    about: 'The mail server or push service took the message.',
    data: z.strictObject({ reminderId: id }),
  },
  ReminderOutcomeUnknown: {
    version: 1,
    about: 'The program stopped, or the line broke, while the message was handed over. It is not sent again.',
    data: z.strictObject({ reminderId: id }),
  },
  ReminderFailed: {
    version: 1,
    about: 'The message certainly did not arrive.',
    data: z.strictObject({ reminderId: id, failure: deliveryFailure, permanent: z.boolean() }),
  },
  ReminderOpened: {
    version: 1,
    about: 'The participant came to the study through this message.',
    data: z.strictObject({ reminderId: id }),
  },
  ReminderCancelled: {
    version: 1,
    about: 'The message is not needed, or not wanted, any more.',
    data: z.strictObject({ reminderId: id, because: cancellation }),
  },
} as const satisfies EventShapes;

export type ReminderEvent = EventOf<typeof reminderEvents>;

export const reminderUpcasts: Upcasts = NO_UPCASTS;
