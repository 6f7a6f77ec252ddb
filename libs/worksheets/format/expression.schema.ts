import { z } from 'zod';
import { Name } from './text.schema.ts';

const AnswerValue = z.union([z.string().max(200), z.number(), z.boolean()]);
const field = Name.describe('The id of a field of this worksheet.');

export type Condition =
  | { readonly kind: 'answered'; readonly field: string }
  | { readonly kind: 'equals'; readonly field: string; readonly value: string | number | boolean }
  | { readonly kind: 'includes'; readonly field: string; readonly value: string }
  | { readonly kind: 'at-least'; readonly field: string; readonly value: number }
  | { readonly kind: 'at-most'; readonly field: string; readonly value: number }
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition };

/** When a field is shown. Data, never code: a field that is hidden or unanswered meets no condition but `not`. */
export const Condition: z.ZodType<Condition, Condition> = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('answered'), field }),
    z.strictObject({ kind: z.literal('equals'), field, value: AnswerValue }),
    z.strictObject({ kind: z.literal('includes'), field, value: z.string().max(200) }),
    z.strictObject({ kind: z.literal('at-least'), field, value: z.number() }),
    z.strictObject({ kind: z.literal('at-most'), field, value: z.number() }),
    z.strictObject({ kind: z.literal('all'), of: z.lazy(() => z.array(Condition).min(1).max(10)) }),
    z.strictObject({ kind: z.literal('any'), of: z.lazy(() => z.array(Condition).min(1).max(10)) }),
    z.strictObject({ kind: z.literal('not'), of: z.lazy(() => Condition) }),
  ])
  .meta({ id: 'Condition' });

/** One number of the answers: a field, or a column of a table with all its rows. */
export const Operand = z.strictObject({
  field,
  column: Name.optional().describe('For a table: the column whose rows are taken together.'),
});
export type Operand = z.infer<typeof Operand>;

const missing = z
  .enum(['refuse', 'skip'])
  .default('refuse')
  .describe('`refuse`: no value while one is missing. `skip`: over those that are there.');

/** How a computed field gets its value. Every calculation ends; one that cannot be made gives null and says why. */
export const Calculation = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('sum'), of: z.array(Operand).min(1).max(40), missing }),
    z.strictObject({ kind: z.literal('mean'), of: z.array(Operand).min(1).max(40), missing }),
    z.strictObject({ kind: z.literal('least'), of: z.array(Operand).min(1).max(40), missing }),
    z.strictObject({ kind: z.literal('greatest'), of: z.array(Operand).min(1).max(40), missing }),
    z.strictObject({ kind: z.literal('count'), of: z.array(Operand).min(1).max(40) }),
    z
      .strictObject({ kind: z.literal('difference'), from: Operand, subtract: Operand })
      .describe('`from` minus `subtract`; a column of a table counts by its mean.'),
  ])
  .meta({ id: 'Calculation' });
export type Calculation = z.infer<typeof Calculation>;
