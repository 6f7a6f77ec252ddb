import { z } from 'zod';
import {
  allocationArm,
  allocationFactor,
  allocationLevels,
  allocationMethod,
  allocationSequence,
} from '#randomisation';
import type { EventOf, EventShapes } from '../kernel/event.ts';
import { NO_UPCASTS, type Upcasts } from '../kernel/upcast.ts';
import { freeText, id } from '../kernel/primitives.ts';
import { sealed, sealedForStudy } from '../kernel/sealed.ts';

/** Why somebody has to know an arm before the data are final (ICH E6(R3) 2.8; CONSORT 2025, item 20). */
export const unblindingReason = z.enum([
  'medical-emergency',
  'serious-adverse-event',
  'suicide-risk',
  'treatment-decision',
  'regulatory-request',
  'revealed-by-accident',
]);

// These shapes are storage formats. Never edit one: raise its version and add an upcaster.
export const allocationEvents = {
  AllocationSequenceSealed: {
    version: 1,
    about: 'How arms are allocated was fixed before the first one: the scheme, a commitment, and the sealed sequence.',
    data: z.strictObject({
      method: allocationMethod,
      arms: z.array(allocationArm).min(2).max(10),
      factors: z.array(allocationFactor).max(10),
      planned: z.int().min(2).max(5_000),
      /** SHA-256 over scheme, sequence and a nonce of 256 bits, in hexadecimal. */
      commitment: z.string().regex(/^[0-9a-f]{64}$/),
      sequence: sealedForStudy(allocationSequence),
    }),
  },
  ParticipantAllocated: {
    version: 1,
    about: 'An enrolled participant was given an arm, which stays sealed for those who are blind to it.',
    data: z.strictObject({
      participantId: id,
      /** Counted from 1, in the order of allocation. */
      number: z.int().min(1),
      levels: allocationLevels,
      /** Drawn by the sealed sequence, or elsewhere and told to this record. */
      origin: z.enum(['drawn', 'elsewhere']),
      arm: sealedForStudy(id),
    }),
  },
  ParticipantUnblinded: {
    version: 1,
    about: 'Before the data were final somebody was told a participant’s arm: who, and why.',
    data: z.strictObject({
      participantId: id,
      /** Who knows the arm from now on, by pseudonymous id. */
      revealedTo: id,
      reason: unblindingReason,
      note: sealed(freeText).optional(),
    }),
  },
  AllocationDisclosed: {
    version: 1,
    about: 'The data are final and the sequence is open: whoever has the log can check the commitment and every arm.',
    data: z.strictObject({ sequence: allocationSequence }),
  },
} as const satisfies EventShapes;

export type AllocationEvent = EventOf<typeof allocationEvents>;

export const allocationUpcasts: Upcasts = NO_UPCASTS;
