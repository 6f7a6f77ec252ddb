/** A day as the server names it, `YYYY-MM-DD`. */
export type Day = string;

/** The day it is for somebody in a time zone. */
export function dayIn(zone: string, moment: Date): Day {
  // Swedish dates are ISO 8601.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(moment);
}

const MILLISECONDS = 86_400_000;

/** So many days later, or earlier. */
export function daysAfter(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * MILLISECONDS).toISOString().slice(0, 10);
}

/** Monday of its week (ISO 8601). */
export function mondayOf(day: Day): Day {
  return daysAfter(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

/** The seven days of the week a day is in. */
export function weekOf(day: Day): readonly Day[] {
  const monday = mondayOf(day);
  return Array.from({ length: 7 }, (_, index) => daysAfter(monday, index));
}
