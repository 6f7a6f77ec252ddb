import { z } from 'zod';

/** Well-formed Unicode without NUL: what canonical JSON, PostgreSQL text and every export format can all hold. */
export const storable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();
export const UNSTORABLE = 'holds a NUL character or an unpaired surrogate';

/** BCP 47, language and at most a region: `en`, `sv`, `pt-BR`. */
export const Language = z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'must be a language tag such as en, sv or pt-BR');

const words = (max: number) =>
  z
    .string()
    .refine((text) => text.trim() !== '', 'must not be empty')
    .refine((text) => text.length <= max, `must have at most ${max} characters`)
    .refine(storable, UNSTORABLE);

/** One text in every language of the worksheet: `{ "en": "What happened?", "sv": "Vad hände?" }`. Plain text, never markup. */
export const Text = z.record(Language, words(2_000)).meta({ id: 'Text' });
export type Text = z.infer<typeof Text>;

/** Text that may run over several paragraphs, separated by line breaks. */
export const LongText = z.record(Language, words(12_000)).meta({ id: 'LongText' });

/** Names a field, a column, an option: a letter, then letters, digits or hyphens. */
export const Name = z
  .string()
  .regex(/^[a-z][A-Za-z0-9-]{0,39}$/, 'must be 1 to 40 letters, digits or -, beginning with a small letter');

/** A coded word of a vocabulary, such as `low-mood`. */
export const Code = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'must be 1 to 60 small letters, digits or -');

/** Only http and https: a worksheet can never carry a script in a link. */
export const WebAddress = z.url({ protocol: /^https?$/ }).max(500);
