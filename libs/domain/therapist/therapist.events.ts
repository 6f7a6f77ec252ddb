import { z } from 'zod';
import type { EventOf, EventShapes } from '../kernel/event.ts';
import { NO_UPCASTS, type Upcasts } from '../kernel/upcast.ts';
import { id, label, localDate } from '../kernel/primitives.ts';

// These shapes are storage formats. Never edit one: raise its version and add an upcaster.
export const therapistEvents = {
  TherapistRegistered: {
    version: 1,
    about: 'Somebody delivers the treatment; says profession, training and experience (TIDieR item 5).',
    data: z.strictObject({
      therapistId: id,
      studyId: id,
      siteId: id.optional(),
      profession: label,
      training: label.optional(),
      yearsOfExperience: z.number().min(0).max(70).optional(),
    }),
  },
  TherapistConsentGiven: {
    version: 1,
    about: 'The therapist agreed to what is recorded of their own work, fidelity ratings among it.',
    data: z.strictObject({
      version: label,
      scopes: z
        .array(z.enum(['recording', 'fidelity-rating', 'data-sharing']))
        .min(1)
        .max(3),
    }),
  },
  RaterCertified: {
    version: 1,
    about: 'May rate with this form: trained and reliable enough by the study’s rule.',
    data: z.strictObject({ formId: id, formVersion: z.int().min(1), on: localDate }),
  },
  SupervisionHeld: {
    version: 1,
    about: 'A supervision took place.',
    data: z.strictObject({ supervisorId: id, minutes: z.number().min(0).max(1440), cases: z.array(id).max(100) }),
  },
} as const satisfies EventShapes;

export type TherapistEvent = EventOf<typeof therapistEvents>;

export const therapistUpcasts: Upcasts = NO_UPCASTS;
