import { z } from 'zod';
import { intervalRuleFields } from './intervals/interval.schema.ts';

const day = z.int().min(-3_650).max(36_500);

const days = z
  .enum(['elapsed', 'calendar'])
  .describe(
    'elapsed: blocks of 24 hours since the anchor, floor(seconds / 86400). calendar: dates where the participant lives.',
  );

const DaysWindow = z.strictObject({
  kind: z.literal('days'),
  anchor: z
    .enum(['enrolment', 'first-attempt', 'assignment'])
    .describe('What day 0 is. "assignment" counts from the making of each assignment separately.'),
  days,
  from: day.describe('First day, inclusive. The anchor falls on day 0.'),
  to: z.union([day, z.literal('open')]).describe('Last day, inclusive, or "open" for everything after `from`.'),
  settledAfter: day
    .optional()
    .describe('Only with an open window: once this day has passed, the answer is given on what was observed so far.'),
});

const RecordWindow = z
  .strictObject({ kind: z.literal('record') })
  .describe('The whole record. Settled when the participant has ended.');

const PeriodsWindow = z
  .strictObject({
    kind: z.literal('periods'),
    anchor: z.enum(['enrolment', 'first-attempt']),
    days,
    periods: z
      .array(z.strictObject({ from: day, to: day }))
      .min(1)
      .max(200),
  })
  .describe('Several spans of days that do not overlap, such as the weeks of a programme. For `periods-met` only.');

const IntervalsWindow = z
  .strictObject({ kind: z.literal('intervals'), ...intervalRuleFields })
  .describe('The stretches from session to session. Judged one by one, or all together for the whole person.');

export const WindowDefinition = z
  .discriminatedUnion('kind', [DaysWindow, RecordWindow, PeriodsWindow, IntervalsWindow])
  .meta({ id: 'Window' });

export type WindowDefinition = z.infer<typeof WindowDefinition>;
export type DaysWindow = z.infer<typeof DaysWindow>;
export type PeriodsWindow = z.infer<typeof PeriodsWindow>;
export type IntervalsWindow = z.infer<typeof IntervalsWindow>;
