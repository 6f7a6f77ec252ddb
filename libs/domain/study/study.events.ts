import { z } from 'zod';
import type { EventOf, EventShapes } from '../kernel/event.ts';
import { NO_UPCASTS, type Upcasts } from '../kernel/upcast.ts';
import { id, label, timeZone } from '../kernel/primitives.ts';

// These shapes are storage formats. Never edit one: raise its version and add an upcaster.
export const studyEvents = {
  StudyRegistered: {
    version: 1,
    about: 'A study exists, with the calendar its days and weeks are counted on.',
    data: z.strictObject({ studyId: id, title: label, timeZone }),
  },
  ProtocolPublished: {
    version: 1,
    about: 'A protocol version is in force from now on; says what changed and why.',
    data: z.strictObject({ version: z.int().min(1), changes: label, reason: label }),
  },
  SiteOpened: {
    version: 1,
    about: 'A site may enrol participants.',
    data: z.strictObject({ siteId: id, name: label, timeZone }),
  },
  AdherenceDefinitionPublished: {
    version: 1,
    about: 'An adherence definition, as data, joins the ones this study is evaluated under.',
    data: z.strictObject({ definitionId: id, version: z.int().min(1), definition: z.record(z.string(), z.json()) }),
  },
} as const satisfies EventShapes;

export type StudyEvent = EventOf<typeof studyEvents>;

export const studyUpcasts: Upcasts = NO_UPCASTS;
