import { z } from 'zod';

/** How a study cuts a participant's time into the stretches between sessions. */

const days = z.int().min(1).max(366);

const Ending = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('at-end') }).describe('It closes when participation ends.'),
  z
    .strictObject({ kind: z.literal('after'), days })
    .describe('It runs so many days from its opening, whether or not participation went on.'),
  z.strictObject({ kind: z.literal('leave-out') }).describe('It is no interval: what was due in it is not measured.'),
]);
export type EndingRule = z.infer<typeof Ending>;

export const intervalRuleFields = {
  opens: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('held-session') }),
      z
        .strictObject({ kind: z.literal('attended-session') })
        .describe('Only sessions that this participant came to; a group that met without them counts as missed.'),
      z.strictObject({ kind: z.literal('module') }),
      z
        .strictObject({ kind: z.literal('calendar'), everyDays: days })
        .describe('Treatment without sessions: so many dates each, from the date of enrolment.'),
    ])
    .describe('What opens an interval, and closes the one before it.'),
  atMostDays: days
    .optional()
    .describe('The study rule: so many days after its opening an interval closes in any case.'),
  cancelledSession: z
    .enum(['goes-on', 'closes'])
    .default('goes-on')
    .describe('What a cancelled next session does at the time it was meant for.'),
  missedSession: z.enum(['goes-on', 'closes']).default('goes-on').describe('The same for a session that was missed.'),
  afterEarlyClose: z
    .enum(['waits', 'opens-next'])
    .default('waits')
    .describe('After a close without a session: time until the next session belongs to no interval, or to a next one.'),
  dropOut: Ending.default({ kind: 'at-end' }).describe('The interval in which the participant dropped out.'),
  lastInterval: Ending.default({ kind: 'at-end' }).describe('The interval after the last session of a completer.'),
  withoutSessions: z
    .strictObject({ everyDays: days })
    .optional()
    .describe('How to cut the time of a participant who has no session; no interval when left out.'),
};

export const IntervalRules = z.strictObject(intervalRuleFields);
export type IntervalRules = z.infer<typeof IntervalRules>;
export type IntervalRulesInput = z.input<typeof IntervalRules>;
