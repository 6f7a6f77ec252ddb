import { z } from 'zod';
import { timeZone } from '#domain';
import { COLUMN_NAME_LIMIT } from './limits.ts';
import { timePatternProblem } from '../time/time.pattern.ts';

/** How a cell of the table becomes a value. Every schema here is also what an editor completes from. */

/** A column by its name in the header; `""` is the one column without a name. White space around names does not count. */
export const columnName = z
  .string()
  .max(COLUMN_NAME_LIMIT)
  .describe('A column by its name in the header. "" is the column without a name.');

const timeFormat = z
  .string()
  .min(1)
  .max(60)
  .superRefine((format, context) => {
    const problem = timePatternProblem(format);
    if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
  })
  .describe(
    'iso-8601, epoch-seconds, epoch-milliseconds, or a pattern of yyyy MM dd HH mm ss SSS, h a (12 hours), MMM (Jan), XXX (offset), such as "yyyy-MM-dd HH:mm:ss".',
  );

/** How times are written in a table, and what a local time means that a change of the clocks skips or repeats. */
export const timeRules = z.strictObject({
  zone: timeZone.describe(
    'IANA time zone of times without an offset, such as Europe/Stockholm. UTC when the file has none.',
  ),
  format: timeFormat,
  skipped: z
    .enum(['reject', 'later'])
    .default('reject')
    .describe(
      'A local time that does not exist because clocks went forward: reject the row, or move it later by the gap.',
    ),
  repeated: z
    .enum(['reject', 'first', 'second'])
    .default('reject')
    .describe('A local time that exists twice because clocks went back: reject the row, or take the first or second.'),
});
export type TimeRules = z.infer<typeof timeRules>;

/** A moment: one column, or a date column and a time column (joined by a space before the format is applied). */
export const timeColumn = z.strictObject({
  column: z.union([columnName, z.tuple([columnName, columnName])]),
  format: timeFormat.optional().describe('Where this column is written otherwise than `time.format`.'),
});
export type TimeColumn = z.infer<typeof timeColumn>;

export const durationFormat = z.enum(['seconds', 'minutes', 'hours', 'hh:mm:ss', 'days-hh:mm:ss', 'iso-8601']);
export type DurationFormat = z.infer<typeof durationFormat>;

export const durationColumn = z.strictObject({
  column: columnName,
  format: durationFormat.describe(
    'seconds, minutes or hours as a number; hh:mm:ss; days-hh:mm:ss as pandas writes it (0 days 01:43:35); iso-8601 (PT1H43M35S).',
  ),
});
export type DurationColumn = z.infer<typeof durationColumn>;

/** One of a fixed list of codes: always the same, or read from a column through a table of what the file writes. */
export function coded<Code extends z.ZodEnum>(code: Code) {
  return z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('constant'), value: code }),
    z.strictObject({
      kind: z.literal('column'),
      column: columnName,
      values: z
        .record(z.string().max(200), code)
        .describe('What the file writes → the code. A value that is not listed rejects its row.'),
    }),
  ]);
}

/** A number in a column; missing cells leave it out. */
export const numberColumn = z.strictObject({
  column: columnName,
  values: z
    .record(z.string().max(200), z.number())
    .optional()
    .describe('What the file writes → the number. Without it the cell is read as a decimal number with a point.'),
});
export type NumberColumn = z.infer<typeof numberColumn>;
