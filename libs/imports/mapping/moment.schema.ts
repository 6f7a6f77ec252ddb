import { z } from 'zod';
import { columnName, timeColumn } from './column.schema.ts';

/** When something happened: a date, time that has passed since an origin, or the number of a session. */

const days = z.iso.date();
const number = z.union([z.number().min(-100_000).max(100_000), z.strictObject({ column: columnName })]);
export type NumberOrColumn = z.infer<typeof number>;

const elapsedUnit = z.enum(['hours', 'days', 'weeks', 'months']);
export type ElapsedUnit = z.infer<typeof elapsedUnit>;

export const moment = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('time'), ...timeColumn.shape }),
  z
    .strictObject({ kind: z.literal('elapsed'), since: number, unit: elapsedUnit })
    .describe('So long after the table’s `origin`; a number, or a column of numbers.'),
  z
    .strictObject({
      kind: z.literal('session-number'),
      number,
      first: z.number().default(1).describe('The number of the session at the origin.'),
      every: z.strictObject({ amount: z.number().positive().max(1_000), unit: elapsedUnit }),
    })
    .describe('Sessions at regular distances from the table’s `origin`, where only their number is known.'),
]);
export type MomentSource = z.infer<typeof moment>;

/** What elapsed time and session numbers are counted from. */
export const origin = z.discriminatedUnion('kind', [
  z
    .strictObject({ kind: z.literal('date'), on: days })
    .describe('The same day for everybody, by convention, where the file has no dates.'),
  z.strictObject({ kind: z.literal('time'), ...timeColumn.shape }),
]);
export type Origin = z.infer<typeof origin>;

export function columnsOfMoment(source: MomentSource): readonly string[] {
  switch (source.kind) {
    case 'time':
      return [source.column].flat();
    case 'elapsed':
      return typeof source.since === 'number' ? [] : [source.since.column];
    case 'session-number':
      return typeof source.number === 'number' ? [] : [source.number.column];
  }
}

export function columnsOfOrigin(source: Origin | undefined): readonly string[] {
  return source?.kind === 'time' ? [source.column].flat() : [];
}
