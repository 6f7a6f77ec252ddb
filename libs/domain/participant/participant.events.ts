import { z } from 'zod';
import type { EventOf, EventShapes } from '../kernel/event.ts';
import { NO_UPCASTS, type Upcasts } from '../kernel/upcast.ts';
import { freeText, id, timeZone } from '../kernel/primitives.ts';
import { sealed } from '../kernel/sealed.ts';

export const discontinuationReason = z.enum([
  'completed-early',
  'no-longer-interested',
  'no-time',
  'symptoms-improved',
  'symptoms-worsened',
  'moved',
  'lost-to-follow-up',
  'adverse-event',
  'withdrew-consent',
  'clinician-decision',
  'other',
]);

// These shapes are storage formats. Never edit one: raise its version and add an upcaster.
export const participantEvents = {
  ParticipantEnrolled: {
    version: 1,
    about: 'A person takes part in a study, under a code that says nothing about them.',
    data: z.strictObject({
      participantId: id,
      studyId: id,
      code: id,
      siteId: id.optional(),
      timeZone,
      protocolVersion: z.int().min(0),
    }),
  },
  ParticipantDiscontinued: {
    version: 1,
    about: 'The participant left the intervention, or the whole study, before its end.',
    data: z.strictObject({
      from: z.enum(['intervention', 'study']),
      reason: discontinuationReason,
      note: sealed(freeText).optional(),
    }),
  },
  ParticipantCompleted: {
    version: 1,
    about: 'The participant reached the end of the study as planned.',
    data: z.strictObject({}),
  },
  PersonalDataErased: {
    version: 1,
    about: 'The participant’s key was destroyed: sealed content is gone everywhere, the trail stays.',
    data: z.strictObject({ requestedBy: z.enum(['participant', 'guardian', 'authority', 'controller']) }),
  },
} as const satisfies EventShapes;

export type ParticipantEvent = EventOf<typeof participantEvents>;

export const participantUpcasts: Upcasts = NO_UPCASTS;
