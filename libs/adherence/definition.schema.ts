import { z } from 'zod';
import { ConditionDefinition } from './condition.schema.ts';
import { Name, QuantityDefinition } from './quantity.schema.ts';
import { WindowDefinition } from './window.schema.ts';

/** Raised only when an old definition would change its meaning; new kinds join the unions without a new format. */
export const DEFINITION_FORMAT = 'intersession.adherence/1';

const LogDefinition = z
  .discriminatedUnion('kind', [
    z
      .strictObject({ kind: z.literal('exhaustive') })
      .describe('The log writes every attempt down by itself: no entry, no attempt.'),
    z
      .strictObject({
        kind: z.literal('reported'),
        hiddenPerUnknown: z
          .int()
          .min(0)
          .max(1_000)
          .default(1)
          .describe('The most attempts that one unreported obligation may hide; used for the best case.'),
      })
      .describe('People report: an obligation that nobody reported may hide attempts.'),
  ])
  .default({ kind: 'reported', hiddenPerUnknown: 1 });
export type LogDefinition = z.infer<typeof LogDefinition>;

/** An adherence definition. The one source of its type, its validation and the JSON Schema that editors use. */
export const AdherenceDefinition = z
  .strictObject({
    $schema: z.string().max(500).optional(),
    format: z.literal(DEFINITION_FORMAT),
    id: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,79}$/, 'must be 1 to 80 lower-case letters, digits, . _ or -'),
    version: z.int().min(1).max(1_000_000),
    title: z.string().min(1).max(200),
    description: z.string().max(4_000).default(''),
    source: z.strictObject({
      citation: z.string().min(1).max(1_000),
      url: z
        .url({ protocol: /^https?$/ })
        .max(500)
        .optional(),
      note: z.string().max(2_000).optional(),
    }),
    log: LogDefinition,
    windows: z.record(Name, WindowDefinition),
    quantities: z.record(Name, QuantityDefinition),
    value: Name.describe('The quantity that is the headline value.'),
    better: z.enum(['higher', 'lower']).default('higher').describe('Which end of the bounds is the best case.'),
    adherent: ConditionDefinition.optional().describe(
      'Who counts as adherent. A definition without it gives a value only.',
    ),
  })
  .meta({ id: 'AdherenceDefinition', title: 'Adherence definition' });

export type AdherenceDefinition = z.output<typeof AdherenceDefinition>;
export type AdherenceDefinitionInput = z.input<typeof AdherenceDefinition>;

/** JSON Schema (draft 2020-12) of the format as people write it, for completion and checks in an editor. */
export function definitionJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(AdherenceDefinition, { io: 'input' });
}
