import type { Language } from './language.ts';

/** A moment of the API (RFC 3339) or a Date. */
export type Moment = string | Date;

/** `en` alone would give the dates of the United States; week days, day before month, and 24 hours read the same everywhere. */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', sv: 'sv-SE' };

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const made = formats.get(key) ?? new Intl.DateTimeFormat(LOCALES[language], options);
  formats.set(key, made);
  return made;
}

const momentOf = (moment: Moment): Date => (typeof moment === 'string' ? new Date(moment) : moment);

/** “Saturday 21 November”. @param zone IANA; the device's where it is left out */
export function longDay(moment: Moment, language: Language, zone?: string): string {
  return format(language, { weekday: 'long', day: 'numeric', month: 'long', ...zoned(zone) }).format(momentOf(moment));
}

/** “21 November 2026”: for what may lie in another year. @param zone IANA; `UTC` for a date without a time */
export function dayOfYear(moment: Moment, language: Language, zone?: string): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric', ...zoned(zone) } as const;
  return format(language, options).format(momentOf(moment));
}

/** “Sat 21 Nov”. */
export function shortDay(moment: Moment, language: Language, zone?: string): string {
  return format(language, { weekday: 'short', day: 'numeric', month: 'short', ...zoned(zone) }).format(
    momentOf(moment),
  );
}

/** “21:14”. */
export function timeOfDay(moment: Moment, language: Language, zone?: string): string {
  return format(language, { hour: '2-digit', minute: '2-digit', ...zoned(zone) }).format(momentOf(moment));
}

/** “Sat 21 Nov, 21:14”. */
export function dayAndTime(moment: Moment, language: Language, zone?: string): string {
  return `${shortDay(moment, language, zone)}, ${timeOfDay(moment, language, zone)}`;
}

function zoned(zone: string | undefined): Intl.DateTimeFormatOptions {
  return zone === undefined ? {} : { timeZone: zone };
}
