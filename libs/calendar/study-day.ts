import { daysBetween } from './calendar-day.ts';

/**
 * Number of a day in a study, counted from its first: 0 on that day, negative before it. Both `YYYY-MM-DD` on the
 * participant's calendar, so that no clock change makes a day longer. @throws RangeError
 */
export function studyDay(firstDay: string, day: string): number {
  return daysBetween(firstDay, day);
}

/** Number of a week in a study: 0 for the seven days from the first one on, −1 for the seven before. @throws RangeError */
export function studyWeek(firstDay: string, day: string): number {
  return Math.floor(studyDay(firstDay, day) / 7);
}
