import { z } from 'zod';
import { columnName } from './column.schema.ts';
import { COLUMN_COUNT_LIMIT } from './limits.ts';

/** What every kind of table has. */

const line = z.string().trim().min(1).max(200);
const oneCharacter = z.string().length(1, 'must be one character');

/** How the text file is written. */
export const csvDialect = z.strictObject({
  encoding: z
    .enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])
    .optional()
    .describe('Without it a byte order mark decides, and UTF-8 holds where there is none.'),
  delimiter: oneCharacter.default(',').describe('A comma; ";" and "\\t" are common too.'),
  quote: oneCharacter.default('"'),
  header: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('first-line') }),
      z.strictObject({ kind: z.literal('none'), columns: z.array(columnName).min(1).max(COLUMN_COUNT_LIMIT) }),
    ])
    .default({ kind: 'first-line' }),
});
export type CsvDialect = z.infer<typeof csvDialect>;

/** Fields that every kind of table has. */
export const tableShape = {
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be 1 to 40 lower-case letters, digits or -')
    .describe('Tells the tables of a mapping apart; part of the identity of every row, so never change it.'),
  file: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be 1 to 40 lower-case letters, digits or -')
    .optional()
    .describe('Which file holds it: `--file <name>=<path>`. The table’s own name when left out.'),
  csv: csvDialect.prefault({}),
  missing: z
    .array(z.string().max(100))
    .max(50)
    .default(['', 'NA', 'N/A', 'NaN', 'NULL'])
    .describe('Cells that mean "no value". Compared without the white space around them.'),
  participant: z.strictObject({
    column: columnName.describe('The participant’s code within the study; never a name.'),
    prefix: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$/, 'must be 1 to 20 letters, digits or . _ -')
      .optional()
      .describe('Put before the code, as in P17.'),
  }),
  key: z
    .array(columnName)
    .min(1)
    .max(10)
    .describe(
      'The columns that identify a row among those of its participant. A row keeps its key when its content is corrected.',
    ),
  ignored: z
    .array(z.strictObject({ column: columnName, why: line }))
    .max(COLUMN_COUNT_LIMIT)
    .default([])
    .describe('Columns that are left alone on purpose, and why.'),
  otherColumns: z
    .enum(['refuse', 'ignore'])
    .default('refuse')
    .describe('A column that the mapping does not mention: refuse the file, or leave the column alone.'),
};
