import { z } from 'zod';
import type { EventOf, EventShapes } from '../kernel/event.ts';
import { NO_UPCASTS, type Upcasts } from '../kernel/upcast.ts';
import { id, label } from '../kernel/primitives.ts';

/** A worksheet or other homework resource, as JSON; the worksheet library knows its schema and checks it at the boundary. */
const content = z.record(z.string(), z.json());

// These shapes are storage formats. Never edit one: raise its version and add an upcaster.
export const templateEvents = {
  TemplateDrafted: {
    version: 1,
    about: 'A homework template was written or changed, and is not in use yet.',
    data: z.strictObject({ templateId: id, studyId: id, title: label, content }),
  },
  TemplatePublished: {
    version: 1,
    about: 'The draft may be assigned, as this version. Work done with a version stays bound to it.',
    data: z.strictObject({ version: z.int().min(1) }),
  },
  TemplateRetired: {
    version: 1,
    about: 'The template is not assigned any more; what was assigned goes on.',
    data: z.strictObject({ reason: label }),
  },
} as const satisfies EventShapes;

export type TemplateEvent = EventOf<typeof templateEvents>;

export const templateUpcasts: Upcasts = NO_UPCASTS;
