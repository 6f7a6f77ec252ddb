import { z } from 'zod';
import { assignmentEvents, barrier, focus, informant, medium, performer, unit } from '#domain';
import { coded, columnName, durationColumn, numberColumn, timeColumn, timeRules } from './column.schema.ts';
import { tableShape } from './table.schema.ts';

/** A table with one row per attempt at the homework: log-ins of a programme, practice sessions, diary entries. */

const line = z.string().trim().min(1).max(200);
/** How the end of an attempt is known. */
const attemptEnd = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('time'), ...timeColumn.shape }),
  z.strictObject({ kind: z.literal('duration'), ...durationColumn.shape }),
  z
    .strictObject({ kind: z.literal('unknown') })
    .describe('The log tells when an attempt began and not how long it took.'),
]);
export type AttemptEnd = z.infer<typeof attemptEnd>;

/** Work done, in one unit. */
const doneColumn = z.strictObject({ column: columnName, unit }).describe('Work done, as a number of one unit.');

const rating = (scale: string) => numberColumn.optional().describe(`${scale}; a missing cell leaves it out.`);

const attempt = z.strictObject({
  start: timeColumn,
  end: attemptEnd,
  duration: durationColumn
    .extend({ toleranceSeconds: z.number().min(0).max(86_400).default(1) })
    .optional()
    .describe('A column that should agree with start and end; a row in which it does not is rejected.'),
  performer: coded(performer).default({ kind: 'constant', value: 'client' }),
  informant: coded(informant).describe('Who or what tells of the attempt: "device" for a log written by itself.'),
  outcome: coded(assignmentEvents.AttemptRecorded.data.shape.outcome).describe(
    'What came of it. A log-in to a programme of many sessions is "part" of the work.',
  ),
  done: doneColumn.optional(),
  difficulty: rating('0 to 4'),
  mastery: rating('0 to 4'),
  pleasure: rating('0 to 4'),
  helpfulness: rating('0 to 4'),
  distressBefore: rating('Subjective units of distress before, 0 to 100'),
  distressAfter: rating('Subjective units of distress after, 0 to 100'),
});

/** Terms of an assignment that nobody wrote down: the analyst states what the programme asked for. */
export const constructedTerms = z.strictObject({
  title: line,
  focus,
  medium,
  dose: z
    .strictObject({ amount: z.number().positive().max(100_000), unit })
    .optional()
    .describe('The dose asked for, such as 56 programme-days; none for open-ended work.'),
  due: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('open') }),
      z
        .strictObject({ kind: z.literal('days-after-assignment'), days: z.int().min(1).max(3_660) })
        .describe('Due so many times 24 hours after it was assigned.'),
    ])
    .default({ kind: 'open' }),
  instructions: z.string().max(20_000).optional(),
  performers: z.array(performer).min(1).max(3).default(['client']),
  setting: z.enum(['session', 'message', 'programme']),
  visibility: z.enum(['private', 'therapist', 'research']).default('therapist'),
  foreseenObstacles: z.array(barrier).max(12).optional(),
});
export type ConstructedTerms = z.infer<typeof constructedTerms>;

/** The assignment that the attempts belong to. */
const assignment = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('constructed'),
      name: z
        .string()
        .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be 1 to 40 lower-case letters, digits or -')
        .describe('Tells the assignments of one participant apart; part of their ids, so never change it.'),
      from: z
        .literal('first-attempt')
        .describe('Assigned, and its participant enrolled, at the first start in the file.'),
      initiatedBy: z.enum(['therapist', 'collaborative', 'client']),
      terms: constructedTerms,
    })
    .describe('One assignment per participant, constructed by the analyst and marked as such.'),
]);

/** Rows that are readable and still not wanted. An attempt that ends before it starts or lies in the future never is. */
const rejection = z.strictObject({
  shorterThanSeconds: z.number().min(0).max(86_400).optional(),
  longerThanSeconds: z.number().positive().max(31_622_400).optional(),
  before: z.iso.date().default('1990-01-01').describe('Attempts that started before this day (UTC) are rejected.'),
});

export const attemptsTable = z
  .strictObject({
    kind: z.literal('attempts').describe('One row per attempt.'),
    ...tableShape,
    time: timeRules,
    attempt,
    assignment,
    duplicates: z
      .enum(['keep-first', 'refuse'])
      .default('refuse')
      .describe('Rows with the key of an earlier row: reject the later ones, or refuse the whole file.'),
    reject: rejection.prefault({}),
  })
  .meta({ id: 'AttemptsTable' });
export type AttemptsTable = z.infer<typeof attemptsTable>;
