import { z } from 'zod';
import type { EventOf, EventShapes } from '../kernel/event.ts';
import { id } from '../kernel/primitives.ts';
import { NO_UPCASTS, type Upcasts } from '../kernel/upcast.ts';

/** Analyses that look at outcomes, and are therefore logged. */
export const analysisKind = z.enum(['outcomes', 'association', 'sensitivity']);
export type AnalysisKind = z.infer<typeof analysisKind>;

// These shapes are storage formats. Never edit one: raise its version and add an upcaster.
export const analysisEvents = {
  AnalysisRun: {
    version: 1,
    about:
      'Somebody looked at an analysis of outcomes: which one, over which part of the log, and whether arms were open to them.',
    data: z.strictObject({
      studyId: id,
      analysis: analysisKind,
      /** What was asked, as data: enough to ask it again. */
      specification: z.record(z.string(), z.json()),
      /** The last event of the log that the answer knew of. */
      logIndex: z.int().min(0),
      /** After: the study was locked, or whoever asked may know arms. */
      timing: z.enum(['before-unblinding', 'after-unblinding']),
      locked: z.boolean(),
    }),
  },
} as const satisfies EventShapes;

export type AnalysisEvent = EventOf<typeof analysisEvents>;

export const analysisUpcasts: Upcasts = NO_UPCASTS;
