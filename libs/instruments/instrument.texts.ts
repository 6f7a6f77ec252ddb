import { z } from 'zod';
import type { Instrument } from './instrument.schema.ts';

const wording = z.string().min(1).max(1000);

/**
 * The wording of an instrument whose licence keeps it apart from the code: a file of its own, which may be taken away.
 * Scores do not need it.
 */
export const instrumentTexts = z.strictObject({
  format: z.literal('intersession.instrument-texts/1'),
  instrumentId: z.string().min(1).max(60),
  version: z.int().min(1),
  language: z.string().min(2).max(35),
  licence: z.string().min(1).max(500),
  notice: wording,
  stem: wording.optional(),
  answers: z
    .array(z.strictObject({ value: z.number(), label: z.string().min(1).max(200) }))
    .max(101)
    .optional(),
  items: z.record(z.string(), wording),
});
export type InstrumentTexts = z.infer<typeof instrumentTexts>;

/** Whether the wording of an instrument can be shown. */
export type TextsStanding = 'installed' | 'not-installed' | 'partly-installed';

/** @returns how many of the instrument’s items have their wording: all, none, or some */
export function textsStanding({ items }: Instrument): TextsStanding {
  const told = items.filter(({ text }) => text !== undefined).length;
  if (told === 0) return 'not-installed';
  return told === items.length ? 'installed' : 'partly-installed';
}

/**
 * An instrument with its wording. What the file says of items that the instrument does not have is left out.
 * @throws RangeError for the texts of another instrument or version.
 */
export function withTexts(instrument: Instrument, texts: InstrumentTexts): Instrument {
  if (texts.instrumentId !== instrument.id || texts.version !== instrument.version) {
    throw new RangeError(`these are the texts of ${texts.instrumentId} ${texts.version}, not of ${instrument.id}`);
  }
  const { stem, answers } = texts;
  return {
    ...instrument,
    ...(stem === undefined ? {} : { stem }),
    ...(answers === undefined ? {} : { answers }),
    items: instrument.items.map((item) => {
      const text = texts.items[item.code];
      return text === undefined ? item : { ...item, text };
    }),
  };
}
