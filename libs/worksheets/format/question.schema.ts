import { z } from 'zod';
import { Condition } from './expression.schema.ts';
import { LongText, Name, Text } from './text.schema.ts';

/** What every field has. */
export const shared = {
  id: Name,
  label: Text.describe('The question, in words a tired person understands.'),
  hint: Text.optional().describe('One line of help below the question.'),
  showIf: Condition.optional(),
};

/** What every field that is answered has. */
export const asked = {
  ...shared,
  required: z.boolean().default(false).describe('Whether the worksheet is complete without it. Drafts never need it.'),
};

const lines = z.int().min(1).max(30).describe('Ruled lines on paper, and the height of the box on a screen.');
const anchor = z.strictObject({ at: z.number(), label: Text });

export const Option = z.strictObject({ value: Name, label: Text });

/** What the simple kinds add; the same for a field of its own and for a column of a table. */
export const simple = {
  text: { kind: z.literal('text'), lines: lines.default(2), maxLength: z.int().min(1).max(20_000).default(20_000) },
  choice: {
    kind: z.literal('choice'),
    many: z.boolean().default(false),
    options: z.array(Option).min(2).max(30),
  },
  scale: {
    kind: z.literal('scale'),
    min: z.int().min(-100).max(1_000),
    max: z.int().min(-100).max(1_000),
    step: z.int().min(1).max(100).default(1),
    anchors: z.array(anchor).max(11).default([]),
  },
  number: {
    kind: z.literal('number'),
    min: z.number().min(-1e9).max(1e9).default(0),
    max: z.number().min(-1e9).max(1e9).default(1_000_000),
    decimals: z.int().min(0).max(4).default(0),
    unit: Text.optional(),
  },
  date: { kind: z.literal('date') },
  time: { kind: z.literal('time') },
  duration: { kind: z.literal('duration'), maxMinutes: z.int().min(1).max(100_000).default(1_440) },
} as const;

const column = { id: Name, label: Text, hint: Text.optional() };

/** A column of a table of repeating rows. */
export const Column = z
  .discriminatedUnion('kind', [
    z.strictObject({ ...column, ...simple.text }),
    z.strictObject({ ...column, ...simple.choice }),
    z.strictObject({ ...column, ...simple.scale }),
    z.strictObject({ ...column, ...simple.number }),
    z.strictObject({ ...column, ...simple.date }),
    z.strictObject({ ...column, ...simple.time }),
    z.strictObject({ ...column, ...simple.duration }),
  ])
  .meta({ id: 'Column' });
export type Column = z.infer<typeof Column>;

/** How many rows a table has: as many as wanted, or one for each slot (a day, a part of the day). */
export const rows = {
  slots: z
    .array(Text)
    .min(1)
    .max(31)
    .optional()
    .describe('One row for each, in this order. Without it rows are added.'),
  maxRows: z.int().min(1).max(60).default(20),
  printRows: z.int().min(1).max(31).default(3).describe('Rows on paper where rows are added.'),
};

/** A file that the site keeps: named by id, held to its content by hash. */
export const Media = z
  .strictObject({
    id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._~:-]{0,119}$/, 'must be 1 to 120 letters, digits or . _ ~ : -'),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits'),
    type: z
      .string()
      .regex(/^(image|audio|video)\/[a-z0-9.+-]{1,60}$/, 'must be a media type of picture, sound or video'),
  })
  .meta({ id: 'Media' });
export type Media = z.infer<typeof Media>;

export const shown = { text: LongText };
