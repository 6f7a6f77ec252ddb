import { z } from 'zod';
import type { EventOf, EventShapes } from '../kernel/event.ts';
import { NO_UPCASTS, type Upcasts } from '../kernel/upcast.ts';
import { id, label, localDate } from '../kernel/primitives.ts';

/** Hexadecimal. */
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** Recipients and keys, as specifications name them. */
const name = z
  .string()
  .max(80)
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.@/ -]*$/);
const logIndex = z.int().min(0);

/** Who may let a release go: whoever asked, or a second person. */
export const releaseApproval = z.enum(['requester', 'second-person']);

// These shapes are storage formats. Never edit one: raise its version and add an upcaster.
export const datasetEvents = {
  ReleasePolicySet: {
    version: 1,
    about: 'Whether a second person approves every release of the study’s data.',
    data: z.strictObject({ approval: releaseApproval, reason: label }),
  },
  DatasetSpecified: {
    version: 1,
    about: 'What a data set of the study holds and how people are hidden in it: the next version of its specification.',
    data: z.strictObject({
      datasetId: id,
      version: z.int().min(1),
      /** In the format `intersession.dataset/1`; the library it belongs to knows its schema. */
      specification: z.record(z.string(), z.json()),
    }),
  },
  DatasetRequested: {
    version: 1,
    about: 'Somebody asked for a data set as of a log index, for one recipient and purpose.',
    data: z.strictObject({
      releaseId: id,
      datasetId: id,
      version: z.int().min(1),
      index: logIndex,
      tier: z.enum(['public', 'controlled']),
      recipient: name,
      purpose: z.string().min(1).max(1_000),
      releaseKeyId: name,
      expires: localDate.optional(),
      /** Pseudonymous. */
      requestedBy: id,
      /** A second person has to approve it first. */
      needsApproval: z.boolean(),
    }),
  },
  DatasetApproved: {
    version: 1,
    about: 'A second person let a release go ahead.',
    data: z.strictObject({ releaseId: id, approvedBy: id, reason: label }),
  },
  DatasetCancelled: {
    version: 1,
    about: 'A release is not to be made any more.',
    data: z.strictObject({ releaseId: id, reason: label }),
  },
  DatasetRefused: {
    version: 1,
    about: 'A release could not be made: at which stage it stopped, and why. Nothing left.',
    data: z.strictObject({
      releaseId: id,
      stage: label,
      cause: label,
      problems: z.array(z.string().min(1).max(1_000)).max(50),
    }),
  },
  DatasetReleased: {
    version: 1,
    about: 'A release was made and may be handed over: what it holds, by hash, and how well people are hidden in it.',
    data: z.strictObject({
      releaseId: id,
      /** Releases to the same recipient that its risk was assessed with. */
      earlier: z.array(id).max(1_000),
      manifest: sha256,
      files: z.array(z.strictObject({ path: z.string().min(1).max(200), sha256, bytes: z.int().min(0) })).max(500),
      riskReport: sha256,
      people: z.int().min(0),
      k: z.int().min(0),
      erasureEpoch: z.int().min(0),
      software: label,
    }),
  },
  DatasetRecalled: {
    version: 1,
    about: 'A release is to be used no more: its recipient is asked to destroy it.',
    data: z.strictObject({ releaseId: id, reason: label }),
  },
} as const satisfies EventShapes;

export type DatasetEvent = EventOf<typeof datasetEvents>;

export const datasetUpcasts: Upcasts = NO_UPCASTS;
