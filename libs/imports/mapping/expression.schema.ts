import { z } from 'zod';
import { columnName } from './column.schema.ts';

/** Derived columns: expressions as data, without loops, names of functions or anything that could be run. */

const columns = z.array(columnName).min(1).max(200);
const whenMissing = z
  .enum(['missing', 'skip'])
  .default('missing')
  .describe('A missing part makes the whole missing, or is left out.');

export const expression = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('constant'), value: z.string().max(200) }),
  z.strictObject({ kind: z.literal('sum'), of: columns, whenMissing }),
  z
    .strictObject({ kind: z.literal('mean'), of: columns, atLeast: z.int().min(1).max(200).optional() })
    .describe('Of the parts that are there; missing when fewer than `atLeast` (all of them by default) are.'),
  z.strictObject({ kind: z.literal('difference'), of: z.tuple([columnName, columnName]) }).describe('First − second.'),
  z
    .strictObject({ kind: z.literal('linear'), of: columnName, times: z.number(), plus: z.number().default(0) })
    .describe('Another unit, or a reversed item: times × value + plus.'),
  z
    .strictObject({
      kind: z.literal('recode'),
      of: columnName,
      values: z.record(z.string().max(200), z.string().max(200).nullable()).describe('null means missing.'),
      otherwise: z.enum(['reject', 'keep', 'missing']).default('reject'),
    })
    .describe('Another word for each value.'),
  z.strictObject({ kind: z.literal('concat'), of: columns, separator: z.string().max(20).default('') }),
  z.strictObject({ kind: z.literal('first-present'), of: columns }).describe('The first part that is not missing.'),
  z
    .strictObject({
      kind: z.literal('slice'),
      of: columnName,
      from: z.int().min(0).max(1_000),
      to: z.int().min(1).max(1_000),
    })
    .describe('Characters from..to (to excluded), such as the day of a time.'),
]);
export type Expression = z.infer<typeof expression>;

export const derivedColumn = z.strictObject({
  name: columnName.min(1).describe('Used like a column; must not be a column of the file.'),
  value: expression,
});
export type DerivedColumn = z.infer<typeof derivedColumn>;

/** Columns that an expression reads. */
export function columnsOfExpression(value: Expression): readonly string[] {
  switch (value.kind) {
    case 'constant':
      return [];
    case 'sum':
    case 'mean':
    case 'concat':
    case 'first-present':
    case 'difference':
      return value.of;
    case 'linear':
    case 'recode':
    case 'slice':
      return [value.of];
  }
}
