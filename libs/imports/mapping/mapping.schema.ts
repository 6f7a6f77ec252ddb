import { z } from 'zod';
import { timeZone } from '#domain';
import { attemptsTable } from './attempts-table.schema.ts';
import { recordsTable } from './records-table.schema.ts';

/**
 * The mapping file: how a table becomes events. The one source of its type, its validation and the JSON Schema that
 * editors complete from. It names columns and codes; files only below its own folder.
 */

/** Raised only when an old mapping would change its meaning; new kinds join the unions without a new format. */
export const MAPPING_FORMAT = 1;

const line = z.string().trim().min(1).max(200);
const identifier = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, 'must be 1 to 40 letters, digits or . _ -');

const NOT_BELOW = 'must be a path below the mapping’s folder';
const pathBelow = z
  .string()
  .regex(/^(?!\/)(?!.*(?:^|[/\\])\.\.(?:[/\\]|$))[^\\:]{1,400}$/, { error: NOT_BELOW, abort: true })
  .refine((path) => !path.includes('\0'), NOT_BELOW);

const definition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('built-in'), id: z.string().min(1).max(80) }),
  z.strictObject({
    kind: z.literal('inline'),
    definition: z
      .record(z.string(), z.json())
      .describe('An adherence definition (docs/schemas/adherence-definition.schema.json).'),
  }),
]);
export type DefinitionReference = z.infer<typeof definition>;

const study = z.strictObject({
  id: identifier.describe('Begins the id of every participant: <study>:<code>.'),
  title: line,
  timeZone: timeZone.describe('The calendar that the study’s days and weeks are counted on.'),
  whenMissing: z.enum(['register', 'refuse']).default('refuse').describe('What to do when there is no such study yet.'),
  site: z
    .strictObject({ id: identifier, name: line, timeZone })
    .optional()
    .describe('The site that the participants belong to; opened when it is not.'),
});

const importTable = z.discriminatedUnion('kind', [attemptsTable, recordsTable]);
export type ImportTable = z.infer<typeof importTable>;

export const importMapping = z
  .strictObject({
    $schema: z.string().max(500).optional(),
    format: z.literal(MAPPING_FORMAT),
    id: identifier.describe('Identifies the import: part of the identity of every row, so never change it.'),
    title: line,
    source: z
      .strictObject({
        citation: z.string().min(1).max(1_000),
        url: z
          .url({ protocol: /^https?$/ })
          .max(500)
          .optional(),
        licence: z.string().min(1).max(200).optional(),
      })
      .optional()
      .describe('Where the file comes from.'),
    note: z.string().max(4_000).optional(),
    study,
    definitions: z.array(definition).max(50).default([]).describe('Adherence definitions to publish in the study.'),
    files: z
      .record(z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/), pathBelow)
      .default({})
      .describe('Name of a file → its path, below the folder of the mapping. `--file <name>=<path>` goes before it.'),
    contradictions: z
      .enum(['refuse', 'reject'])
      .default('refuse')
      .describe(
        'Two rows, of one file or of two, that say otherwise of the same thing: refuse all, or reject the later.',
      ),
    tables: z
      .array(importTable)
      .min(1, 'must hold a table')
      .max(20)
      .describe('The tables of the import, in the order in which they are imported.'),
  })
  .meta({ id: 'ImportMapping' });
export type ImportMapping = z.infer<typeof importMapping>;

/** Draft 7, which editors know best, of what an author may write (defaults are optional). */
export function importMappingJsonSchema(): object {
  const schema = z.toJSONSchema(importMapping, { target: 'draft-7', io: 'input', unrepresentable: 'any' });
  return {
    ...schema,
    title: 'Intersession import mapping',
    description: 'How a table becomes events. See docs/importing.md.',
  };
}
