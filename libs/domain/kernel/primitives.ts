import { z } from 'zod';

/** The vocabulary every stream shares: identifiers, times, bounded text, coded reasons. */

/** Well-formed Unicode without NUL: what canonical JSON, PostgreSQL text and every export format can all hold. */
const storable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();
const UNSTORABLE = 'holds a NUL character or an unpaired surrogate';

/** Natural keys and UUIDs alike; ids end up in stream names. */
export const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._~:-]{0,119}$/, 'must be 1 to 120 letters, digits or . _ ~ : -');

/** A short label that names work, a place or a version, never a person. 1 to 200 characters. */
export const label = z.string().trim().min(1).max(200).refine(storable, UNSTORABLE);

/** Free text, to be wrapped in `sealed()` wherever it may speak of a person. Up to 20,000 characters. */
export const freeText = z.string().max(20_000).refine(storable, UNSTORABLE);

/** ISO 8601, UTC, milliseconds. */
export const instant = z.iso.datetime({ precision: 3 });

/** A day on the participant's calendar, `YYYY-MM-DD`. */
export const localDate = z.iso.date();

/** A day, or a whole month of which no day is told, `YYYY-MM-DD` or `YYYY-MM`. */
export const dayOrMonth = z
  .string()
  .refine((text) => localDate.safeParse(firstDay(text)).success, 'is neither a day (YYYY-MM-DD) nor a month (YYYY-MM)');

const MONTH = /^\d{4}-\d\d$/;

/** The first day of what `dayOrMonth` names. */
export function firstDay(moment: string): string {
  return MONTH.test(moment) ? `${moment}-01` : moment;
}

/** The last day of what `dayOrMonth` names. */
export function lastDay(moment: string): string {
  if (!MONTH.test(moment)) return moment;
  const [year = 0, month = 0] = moment.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** IANA time zone, such as `Europe/Stockholm`. */
export const timeZone = z.string().min(1).max(64).refine(isTimeZone, 'is not an IANA time zone');

/** Whether this runtime's time zone data know the name. */
function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Ratings on the 0–4 anchors used throughout homework research (not at all … extremely). */
export const zeroToFour = z.int().min(0).max(4);

/** Confidence that the homework will be done, 0–100 (as asked in collaborative homework planning). */
export const percent = z.int().min(0).max(100);

/** Subjective Units of Distress, 0–100 (Wolpe 1969). */
export const suds = z.int().min(0).max(100);

export const unit = z.enum([
  'minutes',
  'times',
  'records',
  'pages',
  'modules',
  'items',
  'days',
  'steps',
  'programme-days',
]);
export type Unit = z.infer<typeof unit>;

/** A dose: a positive amount of one unit. Amounts of different units are never added. */
export const quantity = z.strictObject({ amount: z.number().positive().max(100_000), unit });
export type Quantity = z.infer<typeof quantity>;

/** Work done, which may be none. */
export const doneQuantity = z.strictObject({ amount: z.number().min(0).max(100_000), unit });

/** Who tells: an informant about homework, or a rater of it. */
export const informant = z.enum(['client', 'partner', 'caregiver', 'therapist', 'observer', 'device', 'record']);
export type Informant = z.infer<typeof informant>;

/** Phase of the treatment. */
export const phase = z.enum(['assessment', 'early', 'middle', 'late', 'follow-up']);

/** Who carries the homework out. */
export const performer = z.enum(['client', 'partner', 'caregiver']);

/** Coded barriers to homework: practical, symptom, comprehension, motivation, relational, forgetting, and those of Bunnell et al. (2021). */
export const barrier = z.enum([
  'practical',
  'symptom',
  'comprehension',
  'motivation',
  'relational',
  'forgetting',
  'dull-or-irrelevant',
  'chaotic-home',
  'caregiver',
  'provider',
  'technical',
  'other',
]);
