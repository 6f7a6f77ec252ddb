import { z } from 'zod';
import { AttemptOutcome } from './facts.schema.ts';

/** A name inside a definition. */
export const Name = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,62}$/, 'must be 1 to 63 letters, digits, _ or -, beginning with a letter');

const unit = z.string().min(1).max(60);
const called = z
  .string()
  .min(1)
  .max(80)
  .optional()
  .describe('What to call the thing counted, in the plural: "sessions".');
const window = Name.describe('The name of a window of this definition.');

const hours = z.number().positive().max(100_000);
const evidence = {
  informants: z
    .array(z.string().min(1).max(60))
    .min(1)
    .max(20)
    .optional()
    .describe('Only by the word of these: client, partner, caregiver, therapist, observer, or roles of the study.'),
  enteredWithinHours: hours
    .optional()
    .describe(
      'Contemporaneous: only what was recorded within so many hours of its end; leaves back-filled diaries out.',
    ),
  enteredAfterHours: hours
    .optional()
    .describe('Retrospective: only what was recorded more than so many hours after its end.'),
};

export const EvidenceFilter = z
  .strictObject(evidence)
  .describe('Whose word counts, and how fresh it must be. What nobody of these told is unknown.');
export type EvidenceFilter = z.infer<typeof EvidenceFilter>;

export const AttemptFilter = z
  .strictObject({
    outcomes: z.array(AttemptOutcome).min(1).max(6).optional(),
    minutesAbove: z.number().min(0).max(100_000).optional().describe('Only attempts that lasted longer than this.'),
    ...evidence,
  })
  .describe('Which attempts count. All of them when left out.');
export type AttemptFilter = z.infer<typeof AttemptFilter>;

const overAttempts = { called, window, where: AttemptFilter.optional() };

const overObligations = {
  called,
  window,
  terms: z
    .enum(['as-assigned', 'as-adjusted'])
    .default('as-adjusted')
    .describe(
      'as-assigned: the first version, keeping what was later withdrawn. as-adjusted: the version in force when due.',
    ),
  clientInitiated: z
    .enum(['with-dose', 'exclude'])
    .default('with-dose')
    .describe('Work the client proposed counts only when it has a dose and a due moment, or not at all.'),
  where: EvidenceFilter.optional(),
};

const per = z
  .enum(['obligation', 'assignment'])
  .default('obligation')
  .describe('What is counted. An assignment is attempted when one of its occurrences is, completed when all are.');

const lateCredit = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('grace'), days: z.number().positive().max(3_650) }),
    z
      .strictObject({ kind: z.literal('linear'), noneAfterDays: z.number().positive().max(3_650) })
      .describe('Full when in time, falling evenly to nothing so many days later.'),
    z.strictObject({
      kind: z.literal('steps'),
      steps: z
        .array(z.strictObject({ withinDays: z.number().positive().max(3_650), credit: z.number().min(0).max(1) }))
        .min(1)
        .max(20),
    }),
  ])
  .describe('What completed work counts that came late. Nothing when left out.');
export type LateCredit = z.infer<typeof lateCredit>;

const alternative = z
  .enum(['not-done', 'counts', 'exclude'])
  .default('not-done')
  .describe('How work done instead of what was asked is taken.');

const AttemptMeasures = [
  z.strictObject({ kind: z.literal('attempts'), ...overAttempts }),
  z.strictObject({ kind: z.literal('active-days'), ...overAttempts }),
  z.strictObject({ kind: z.literal('active-day-share'), ...overAttempts }),
  z.strictObject({ kind: z.literal('first-day'), ...overAttempts }),
  z.strictObject({ kind: z.literal('last-day'), ...overAttempts }),
  z.strictObject({
    kind: z.literal('minutes'),
    aggregate: z.enum(['sum', 'mean', 'median']).default('sum'),
    ...overAttempts,
  }),
  z.strictObject({ kind: z.literal('units'), unit, ...overAttempts }),
  z.strictObject({
    kind: z.literal('periods-met'),
    measure: z.enum(['attempts', 'active-days', 'minutes']),
    atLeast: z.number().positive().max(1e6),
    ...overAttempts,
  }),
] as const;

const ObligationMeasures = [
  z.strictObject({
    kind: z.literal('unit-quantity'),
    cap: z
      .union([z.number().min(1).max(1_000), z.literal('none')])
      .default(1)
      .describe('The most that one obligation can add, as a multiple of what was asked.'),
    alternative,
    ...overObligations,
  }),
  z.strictObject({ kind: z.literal('completion-rate'), per, alternative, ...overObligations }),
  z.strictObject({ kind: z.literal('attempt-rate'), per, alternative, ...overObligations }),
  z.strictObject({
    kind: z.literal('timeliness'),
    lateCredit: lateCredit.optional(),
    alternative,
    ...overObligations,
  }),
  z.strictObject({
    kind: z.literal('lateness'),
    aggregate: z.enum(['mean', 'median', 'max']).default('mean'),
    alternative,
    ...overObligations,
  }),
  z.strictObject({ kind: z.literal('reporting-rate'), ...overObligations }),
  z.strictObject({ kind: z.literal('review-rate'), ...overObligations }),
  z.strictObject({ kind: z.literal('adjustment-burden'), ...overObligations }),
  z.strictObject({
    kind: z.literal('quality'),
    instrument: z.string().min(1).max(200),
    subscale: z.string().min(1).max(200).optional(),
    raterRoles: z.array(z.string().min(1).max(60)).min(1).max(20).optional(),
    retrospective: z.enum(['include', 'exclude', 'only']).default('include'),
    ratedWithinHours: hours.optional().describe('Only ratings recorded within so many hours of what they rate.'),
    ratedAfterHours: hours.optional().describe('Only ratings recorded more than so many hours after what they rate.'),
    scale: z.strictObject({ min: z.number(), max: z.number() }),
    alternative,
    ...overObligations,
  }),
  z
    .strictObject({ kind: z.literal('compliance-rating'), ...overObligations })
    .describe('Mean Assignment Compliance Rating (Primakoff et al. 1986), 1 to 6, derived from events.'),
] as const;

const Compositions = [
  z.strictObject({
    kind: z.literal('weighted-mean'),
    called,
    parts: z
      .array(z.strictObject({ quantity: Name, weight: z.number().positive().max(1e6) }))
      .min(1)
      .max(50),
    empty: z.enum(['null', 'drop']).default('null').describe('What a part with nothing to measure does to the whole.'),
  }),
  z.strictObject({ kind: z.literal('sum'), called, of: z.array(Name).min(1).max(50) }),
  z.strictObject({
    kind: z.literal('ratio'),
    called,
    of: Name,
    over: z
      .union([Name, z.number().positive().max(1e9)])
      .describe('Another quantity, or a target in the unit of `of`.'),
    cap: z.number().positive().max(1e6).optional(),
  }),
  z
    .strictObject({ kind: z.literal('dichotomy'), called, of: Name, atLeast: z.number().min(-1e9).max(1e9) })
    .describe('1 when another quantity reaches the threshold, otherwise 0.'),
] as const;

export const QuantityDefinition = z
  .discriminatedUnion('kind', [...AttemptMeasures, ...ObligationMeasures, ...Compositions])
  .meta({ id: 'Quantity' });

export type QuantityDefinition = z.infer<typeof QuantityDefinition>;
export type QuantityKind = QuantityDefinition['kind'];
export type QuantityOf<Kind extends QuantityKind> = Extract<QuantityDefinition, { kind: Kind }>;
export type AttemptMeasure = z.infer<(typeof AttemptMeasures)[number]>;
export type ObligationMeasure = z.infer<(typeof ObligationMeasures)[number]>;
export type Composition = z.infer<(typeof Compositions)[number]>;
