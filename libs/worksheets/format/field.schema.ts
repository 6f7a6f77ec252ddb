import { z } from 'zod';
import { Calculation } from './expression.schema.ts';
import { asked, Column, Media, rows, shared, shown, simple } from './question.schema.ts';
import { tableParts, type TableKind } from './table.parts.ts';
import { Code, LongText, Name, Text, WebAddress } from './text.schema.ts';

/** The columns that a worksheet takes from one of the tables that the field knows by name. */
const named = <Kind extends TableKind>(kind: Kind) =>
  z.strictObject({
    ...asked,
    kind: z.literal(kind),
    parts: z
      .array(
        z.strictObject({
          part: z.enum(partNames(kind)),
          label: Text,
          hint: Text.optional(),
        }),
      )
      .min(1)
      .max(13),
    ...rows,
  });

/** The names, in the order of the table. */
function partNames(kind: TableKind): [string, ...string[]] {
  const [first = '', ...others] = Object.keys(tableParts[kind].parts);
  return [first, ...others];
}

const seconds = z.number().min(0).max(60);

const simpleFields = [
  z.strictObject({ ...asked, ...simple.text }),
  z.strictObject({ ...asked, ...simple.choice }),
  z.strictObject({ ...asked, ...simple.scale }),
  z.strictObject({ ...asked, ...simple.number }),
  z.strictObject({ ...asked, ...simple.date }),
  z.strictObject({ ...asked, ...simple.time }),
  z.strictObject({ ...asked, ...simple.duration }),
] as const;

const tableFields = [
  z.strictObject({ ...asked, kind: z.literal('rows'), columns: z.array(Column).min(1).max(12), ...rows }),
  named('thought-record'),
  named('exposure-ladder'),
  named('activity-schedule'),
  named('mood-diary'),
  named('sleep-diary'),
] as const;

const practiceFields = [
  z
    .strictObject({
      ...asked,
      kind: z.literal('breathing'),
      minutes: z.int().min(1).max(60).default(5),
      in: seconds.min(1),
      hold: seconds.default(0),
      out: seconds.min(1),
      rest: seconds.default(0),
    })
    .describe('A pacer for slow breathing; seconds of each phase. Answered by the seconds practised.'),
  z
    .strictObject({
      ...asked,
      kind: z.literal('practice'),
      minutes: z.int().min(1).max(180),
      audio: Media.optional(),
      script: LongText.describe('What the recording says, or what to do where there is none.'),
    })
    .describe(
      'A practice against the clock, with a recording where the site has one. Answered by the seconds practised.',
    ),
] as const;

const creativeFields = [
  z
    .strictObject({
      ...asked,
      kind: z.literal('drawing'),
      description: z
        .enum(['required', 'offered'])
        .default('offered')
        .describe('Whether the picture must also be put into words, or may be. Words alone always do.'),
    })
    .describe('Strokes, or words in their place.'),
  z.strictObject({
    ...asked,
    kind: z.literal('attachment'),
    accept: z
      .array(z.enum(['photo', 'audio']))
      .min(1)
      .max(2),
    max: z.int().min(1).max(10).default(1),
  }),
] as const;

const otherFields = [
  z.strictObject({
    ...asked,
    kind: z.literal('checklist'),
    items: z
      .array(z.strictObject({ value: Name, label: Text }))
      .min(1)
      .max(40),
  }),
  z
    .strictObject({
      ...asked,
      kind: z.literal('resource'),
      citation: z.string().min(1).max(1_000).optional(),
      pages: z.string().min(1).max(60).optional(),
      url: WebAddress.optional(),
    })
    .describe('Something outside: pages of a book, an address. Answered by how much of it was used.'),
  z
    .strictObject({
      ...shared,
      kind: z.literal('demonstration'),
      media: z
        .array(z.strictObject({ file: Media, caption: Text.optional(), description: Text }))
        .min(1)
        .max(20),
    })
    .describe('Pictures or video that the site has recorded. Not answered.'),
  z.strictObject({ ...asked, kind: z.literal('note'), lines: z.int().min(1).max(30).default(6) }),
  z.strictObject({ ...shared, kind: z.literal('information'), ...shown }).describe('Words to read. Not answered.'),
  z.strictObject({
    ...shared,
    kind: z.literal('computed'),
    value: Calculation,
    decimals: z.int().min(0).max(4).default(0),
    unit: Text.optional(),
  }),
] as const;

/** One field of a worksheet. `kind` says which. */
export const Field = z
  .discriminatedUnion('kind', [...simpleFields, ...tableFields, ...practiceFields, ...creativeFields, ...otherFields])
  .meta({ id: 'Field' });
export type Field = z.infer<typeof Field>;
export type FieldKind = Field['kind'];
export type FieldOf<Kind extends FieldKind> = Extract<Field, { kind: Kind }>;

export const mechanism = Code;
