import type { Language } from '../../language/language.ts';

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', sv: 'sv-SE' };

/** “12 Jan”, of a day in UTC. @param at in milliseconds since 1970 */
export function dayOfMonth(at: number, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(at);
}

/** “12 Jan 2026, 14:03”, on the study’s clock. */
export function momentOf(at: string, language: Language, timeZone: string): string {
  const format = { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(LOCALES[language], { ...format, timeZone }).format(new Date(at));
}

/** Hours as people say them: “40 min”, “5 h”, “12 days”. */
export function hoursText(hours: number, language: Language): string {
  const say = (value: number, unit: 'minute' | 'hour' | 'day'): string =>
    new Intl.NumberFormat(LOCALES[language], {
      ...{ style: 'unit', unit, unitDisplay: unit === 'minute' ? 'short' : 'long', maximumFractionDigits: 0 },
    }).format(value);
  if (hours < 1) return say(hours * 60, 'minute');
  return hours < 72 ? say(hours, 'hour') : say(hours / 24, 'day');
}

/** “62 %”. @param share 0 to 1 */
export function shareText(share: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** A number with at most so many decimals, and a true minus. */
export function numberText(value: number, language: Language, decimals = 2): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: decimals }).format(value).replace(/^-/, '−');
}
