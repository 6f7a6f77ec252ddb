import type { DurationFormat } from '../mapping/column.schema.ts';

const NUMBER = /^\d{1,12}(?:\.\d{1,9})?$/;
const CLOCK = /^(\d{1,6}):([0-5]\d):([0-5]\d)(?:\.(\d{1,9}))?$/;
const DAYS_AND_CLOCK = /^(\d{1,6}) days? (?:\+)?(\d{1,2}:[0-5]\d:[0-5]\d(?:\.\d{1,9})?)$/;
const ISO = /^P(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,9}(?:\.\d{1,9})?)S)?)?$/;

/**
 * A length of time in milliseconds, rounded to the nearest; undefined where the text does not fit the format. Negative
 * lengths do not fit: an attempt has none.
 */
export function readDuration(text: string, format: DurationFormat): number | undefined {
  switch (format) {
    case 'seconds':
      return scaled(text, 1_000);
    case 'minutes':
      return scaled(text, 60_000);
    case 'hours':
      return scaled(text, 3_600_000);
    case 'hh:mm:ss':
      return clock(text);
    case 'days-hh:mm:ss': {
      const [, days, time] = DAYS_AND_CLOCK.exec(text) ?? [];
      const rest = time === undefined ? undefined : clock(time);
      return rest === undefined ? undefined : Number(days) * 86_400_000 + rest;
    }
    case 'iso-8601': {
      const [, days, hours, minutes, seconds] = ISO.exec(text) ?? [];
      const parts = [days, hours, minutes, seconds];
      if (parts.every((part) => part === undefined)) return undefined;
      const [d = 0, h = 0, m = 0, s = 0] = parts.map((part) => Number(part ?? 0));
      return Math.round(d * 86_400_000 + h * 3_600_000 + m * 60_000 + s * 1_000);
    }
  }
}

function scaled(text: string, milliseconds: number): number | undefined {
  return NUMBER.test(text) ? Math.round(Number(text) * milliseconds) : undefined;
}

function clock(text: string): number | undefined {
  const match = CLOCK.exec(text);
  if (match === null) return undefined;
  const [, hours, minutes, seconds, fraction = ''] = match;
  const whole = Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1_000;
  return whole + Math.round(Number(`0.${fraction || '0'}`) * 1_000);
}
