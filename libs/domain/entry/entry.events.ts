import { z } from 'zod';
import type { EventOf, EventShapes } from '../kernel/event.ts';
import type { Upcasts } from '../kernel/upcast.ts';
import { freeText, label } from '../kernel/primitives.ts';
import { sealed } from '../kernel/sealed.ts';

export const correctionReason = z.enum([
  'typing-error',
  'wrong-person',
  'wrong-date',
  'transcription-error',
  'source-changed',
  'query-answered',
  'duplicate',
  'entered-in-error',
  'other',
]);

// These shapes are storage formats. Never edit one: raise its version and add an upcaster.
export const entryEvents = {
  EntryCorrected: {
    version: 1,
    about: 'An earlier entry of the same record should read otherwise. The earlier entry stays in the log.',
    data: z.strictObject({
      entryId: z.uuid(),
      entryType: z.string(),
      /** Version of the entry type's shape that the replacement has; it is upcast like the entry itself. */
      entryVersion: z.int().min(1),
      /** The whole content as it should have been, in the shape of the entry's type; sealed where that type says so. */
      replacement: z.record(z.string(), z.json()),
      reason: correctionReason,
      note: sealed(freeText).optional(),
    }),
  },
  EntryVoided: {
    version: 1,
    about: 'An earlier entry of the same record should not have been made. It stays in the log and counts nowhere.',
    data: z.strictObject({
      entryId: z.uuid(),
      entryType: z.string(),
      reason: correctionReason,
      note: sealed(freeText).optional(),
    }),
  },
  RecordSigned: {
    version: 2,
    about: 'Somebody vouches for the record as it stood at this revision, when the log had come to this index.',
    data: z.strictObject({
      revision: z.int().min(0),
      /** Events in the whole log when it was signed, this record's last one among them; none in signatures made before these were bound to it. */
      logIndex: z.int().min(1).optional(),
      meaning: z.enum(['authored', 'reviewed', 'approved', 'verified-against-source']),
    }),
  },
  RecordFrozen: {
    version: 1,
    about: 'The record is as it should be: nothing is added to it or changed until it is released.',
    data: z.strictObject({ reason: label }),
  },
  RecordReleased: {
    version: 1,
    about: 'The record may be added to and changed again.',
    data: z.strictObject({ reason: label }),
  },
} as const satisfies EventShapes;

export type EntryEvent = EventOf<typeof entryEvents>;

export const entryUpcasts: Upcasts = {
  renamed: {},
  lifts: {
    // A signature that was bound to the revision alone has no index.
    RecordSigned: { 1: (data) => data },
  },
};
