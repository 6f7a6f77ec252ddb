import { Temporal } from 'temporal-polyfill';

/** In their order, from Monday on. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Weekday of a day, `YYYY-MM-DD`: the same in every zone. @throws RangeError */
export function weekdayOfDay(day: string): Weekday {
  return WEEKDAYS[Temporal.PlainDate.from(day).dayOfWeek - 1] ?? 'sunday';
}

/** Days from one day to another, both `YYYY-MM-DD`; negative backwards. @throws RangeError */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}

/** The day so many days later, `YYYY-MM-DD`; earlier for a negative number. @throws RangeError */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}
