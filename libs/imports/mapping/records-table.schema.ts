import { z } from 'zod';
import { columnName, timeColumn, timeRules } from './column.schema.ts';
import { derivedColumn } from './expression.schema.ts';
import { COLUMN_COUNT_LIMIT } from './limits.ts';
import { moment, origin } from './moment.schema.ts';
import { statement } from './statement.schema.ts';
import { tableShape } from './table.schema.ts';

/** A table whose rows say several things, in any layout: measures wide or long, baseline, treatments, prompts. */

const join = z
  .strictObject({
    file: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
      .describe('The file’s name: `--file <name>=<path>`.'),
    on: z
      .array(z.strictObject({ column: columnName, theirs: columnName }))
      .min(1)
      .max(5)
      .describe('Cells of both files that must be the same.'),
    take: z.record(columnName, columnName).describe('Name to use here → column of the other file.'),
    agree: z
      .array(z.strictObject({ column: columnName, theirs: columnName }))
      .max(50)
      .default([])
      .describe('Columns that both files hold: a row in which they contradict each other is rejected.'),
    unmatched: z.enum(['reject', 'missing']).default('reject'),
  })
  .describe('Columns of another file, found by a key. The other file is kept in memory, and its keys must be unique.');
export type Join = z.infer<typeof join>;

export const recordsTable = z
  .strictObject({
    kind: z.literal('records').describe('Rows that say one or several things.'),
    ...tableShape,
    time: timeRules.extend({
      zoneColumn: columnName.optional().describe('IANA time zone of a row; `zone` where the cell is missing.'),
    }),
    decimal: z.enum(['.', ',']).default('.').describe('What stands between whole and part of a number.'),
    missingIn: z
      .record(columnName, z.array(z.string().max(100)).max(50))
      .default({})
      .describe('Codes of one column that mean "no value", besides `missing`: column → codes.'),
    joins: z.array(join).max(10).default([]),
    derived: z.array(derivedColumn).max(1_000).default([]).describe('In order: each may use those before it.'),
    origin: origin.optional(),
    at: moment.describe('When what the row tells happened, where a statement has no time of its own.'),
    enrolment: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('earliest') }).describe('At the earliest row of the participant.'),
        z.strictObject({ kind: z.literal('origin') }),
        z.strictObject({ kind: z.literal('time'), ...timeColumn.shape }),
        z.strictObject({ kind: z.literal('none') }).describe('By another table, or in the study already.'),
      ])
      .default({ kind: 'earliest' })
      .describe('When the participants of this table who are not in the study are enrolled.'),
    becomes: z.array(statement).min(1).max(50),
    duplicates: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('refuse') }),
        z.strictObject({ kind: z.literal('keep-first') }),
        z.strictObject({ kind: z.literal('keep-last') }),
        z.strictObject({ kind: z.literal('mean'), of: z.array(columnName).min(1).max(COLUMN_COUNT_LIMIT) }),
      ])
      .default({ kind: 'refuse' })
      .describe(
        'Rows of one key, such as a person-day: refuse the file, keep the first or last, or take the mean of these columns.',
      ),
  })
  .meta({ id: 'RecordsTable' });
export type RecordsTable = z.infer<typeof recordsTable>;
