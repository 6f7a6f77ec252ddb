import { z } from 'zod';
import { id, informant, label } from '../kernel/primitives.ts';

const bound = z.number().min(-1_000_000).max(1_000_000);

/** What is looked for. Every kind asks one question of one record; none knows anything of arms. */
export const checkedFor = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('range'),
      of: z.enum(['measure-total', 'planned-minutes', 'attempt-minutes', 'session-minutes']),
      instrumentId: id.optional().describe('With measure-total: only of this instrument.'),
      min: bound.optional(),
      max: bound.optional(),
    })
    .refine(({ min, max }) => min !== undefined || max !== undefined, { path: ['min'], error: 'needs a bound' })
    .refine(({ min, max }) => min === undefined || max === undefined || min <= max, {
      path: ['max'],
      error: 'is below the lowest',
    })
    .refine(({ of, instrumentId }) => instrumentId === undefined || of === 'measure-total', {
      path: ['instrumentId'],
      error: 'goes with measure-total alone',
    })
    .describe('A figure that is hardly possible.'),
  z
    .strictObject({
      kind: z.literal('missing'),
      of: z.enum(['measure-total', 'measure-items', 'session-homework', 'attempt-difficulty']),
    })
    .describe('Something that should be in a record that is there.'),
  z
    .strictObject({
      kind: z.literal('contradiction'),
      of: z.enum(['completed-before-assigned', 'attempt-before-assigned', 'session-before-enrolment']),
    })
    .describe('Two entries that cannot both be right.'),
  z
    .strictObject({ kind: z.literal('out-of-window'), instrumentId: id.optional() })
    .describe('A questionnaire answered before its window opened or after it closed.'),
  z
    .strictObject({ kind: z.literal('informants-disagree'), one: informant, other: informant })
    .refine(({ one, other }) => one !== other, { path: ['other'], error: 'is the same informant' })
    .describe('One informant says that homework was done, another that it was not.'),
]);

/** A rule that doubts records (ICH E6(R3) 4.2.4): its queries bear its name, so a rule that reads otherwise is a new version. */
export const dataCheck = z
  .strictObject({
    ruleId: id,
    version: z.int().min(1),
    question: label.describe('What is asked of those who answer for the record. Speaks of nobody.'),
    check: checkedFor,
  })
  .describe('A rule that opens a discrepancy query, once it is switched on.');
export type DataCheck = z.infer<typeof dataCheck>;
