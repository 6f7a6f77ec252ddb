import { z } from 'zod';
import { Field } from './field.schema.ts';
import { Code, Language, LongText, Text, WebAddress } from './text.schema.ts';

/** Raised only when an old worksheet would change its meaning; new kinds join the union without a new format. */
export const WORKSHEET_FORMAT = 'intersession.worksheet/1';

/** Schools that the worksheet comes from. */
export const Approach = z.enum([
  'cognitive-behavioural',
  'mindfulness',
  'journaling',
  'creative',
  'interpersonal',
  'psychodynamic',
  'experiential',
  'humanistic',
  'any',
]);
export type Approach = z.infer<typeof Approach>;

/** The kind of change it aims at; the words of the homework record. */
export const Focus = z.enum(['cognitive', 'behavioural', 'self-monitoring', 'experiential', 'interpersonal', 'mixed']);

/** How it is done; the words of the homework record. */
export const Medium = z.enum([
  'worksheet',
  'practice',
  'journal',
  'questionnaire',
  'drawing',
  'outside-resource',
  'programme',
  'free',
]);

/** The needs that a piece of homework can be made for; the words of the homework record. */
export const AccessibilityNeed = z.enum([
  'large-print',
  'plain-language',
  'audio',
  'low-vision',
  'low-literacy',
  'motor',
  'translated',
]);

const Variant = z.strictObject({
  text: Text.describe('How to do the same with less, or with more.'),
  worksheet: Code.optional().describe('Another worksheet that is this step.'),
});

const Source = z.strictObject({ citation: z.string().min(1).max(1_000), url: WebAddress.optional() });

const ClinicalReview = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('not-reviewed') }),
  z.strictObject({
    status: z.literal('reviewed'),
    by: z.string().min(1).max(200).describe('A role or a body, never a person.'),
    on: z.iso.date(),
  }),
]);

/** A worksheet. The one source of its type, its validation and the JSON Schema that editors use. */
export const Worksheet = z
  .strictObject({
    $schema: z.string().max(500).optional(),
    format: z.literal(WORKSHEET_FORMAT),
    id: Code,
    version: z.int().min(1).max(1_000_000),
    languages: z.array(Language).min(1).max(20).describe('The first is the one it was written in.'),
    title: Text,
    origin: z.strictObject({
      author: z.string().min(1).max(200),
      licence: z.string().min(1).max(200),
      basedOn: z.strictObject({ id: Code, version: z.int().min(1) }).optional(),
    }),
    clinicalReview: ClinicalReview,
    approach: z.array(Approach).min(1).max(4),
    needs: z.array(Code).min(1).max(12).describe('What it is for: `worry`, `low-mood`.'),
    goals: z.array(Code).min(1).max(12).describe('What it serves: `see-thoughts-clearly`.'),
    focus: Focus,
    medium: Medium,
    mechanism: Code.describe('The mechanism of change that it should act on.'),
    use: z.enum(['homework', 'session-review']).default('homework'),
    minutes: z.int().min(1).max(600),
    difficulty: z.int().min(0).max(4).describe('0 very easy to 4 very hard.'),
    objective: Text,
    rationale: LongText.describe('Why this may help, said to the person who does it.'),
    steps: z.array(Text).min(1).max(12),
    example: LongText.describe('Somebody made up who did it.'),
    easier: Variant,
    harder: Variant,
    accessibility: z.strictObject({
      serves: z.array(AccessibilityNeed).max(7),
      notes: Text,
    }),
    sources: z.array(Source).min(1).max(12),
    fields: z.array(Field).min(1).max(80),
  })
  .meta({ id: 'Worksheet', title: 'Worksheet' });

export type Worksheet = z.output<typeof Worksheet>;
export type WorksheetInput = z.input<typeof Worksheet>;

/** JSON Schema (draft 2020-12) of the format as people write it, for completion and checks in an editor. */
export function worksheetJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(Worksheet, { io: 'input' });
}
