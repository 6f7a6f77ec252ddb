import { z } from 'zod';

/**
 * What is left of a moment. `session-index`: the session it falls after. `study-week`: 1 for the seven days from day 0.
 * `day-relative`: days since day 0. `shift-and-truncate`: a date, moved back for each person by their own number of days,
 * within the stretch that every shift could fill (Hripcsak et al., JAMIA 23(6), 2016). Never a start date, zone, weekday
 * or time of day.
 */
export const TimeRule = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('session-index') }),
  z.strictObject({ mode: z.literal('study-week') }),
  z.strictObject({ mode: z.literal('day-relative') }),
  z.strictObject({
    mode: z.literal('shift-and-truncate'),
    maxShiftDays: z.int().min(7).max(3_660).describe('Each person’s dates move back by 0 up to this many days.'),
  }),
]);
export type TimeRule = z.infer<typeof TimeRule>;

/** One person's calendar. Dates are local, ISO 8601 without time. */
export interface PersonCalendar {
  /** Day 0, usually enrolment. */
  readonly origin: string;
  /** Dates of the sessions held, in any order. */
  readonly sessions: readonly string[];
  /** From `personShift`; for `shift-and-truncate` only. */
  readonly shiftDays?: number;
}

/** First and last day of the study's data, for `shift-and-truncate`. */
export interface StudyPeriod {
  readonly first: string;
  readonly last: string;
}

const DAY = 86_400_000;

/** Days since 1970-01-01 of an ISO date. @throws RangeError for what is no date. */
export function dayNumber(date: string): number {
  const time = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date)
    throw new RangeError(`${date} is no date`);
  return time / DAY;
}

/**
 * Dates of one person, made coarser.
 * @returns For each date a number, an ISO date (`shift-and-truncate`), or null where it lies outside what may be shown.
 * Session index 0 is before the first session; a session falls into its own index; two on one day are one.
 * @throws RangeError for a date that is none, and for `shift-and-truncate` without a shift, with one above the rule's, or
 * over a study shorter than that.
 */
export function coarsenDates(
  dates: readonly string[],
  rule: TimeRule,
  person: PersonCalendar,
  study: StudyPeriod,
): (number | string | null)[] {
  const days = dates.map(dayNumber);
  const origin = dayNumber(person.origin);
  switch (rule.mode) {
    case 'session-index': {
      const held = [...new Set(person.sessions.map(dayNumber))].sort((one, other) => one - other);
      return days.map((day) => held.filter((session) => session <= day).length);
    }
    case 'study-week':
      return days.map((day) => Math.floor((day - origin) / 7) + 1);
    case 'day-relative':
      return days.map((day) => day - origin);
    case 'shift-and-truncate':
      return shifted(days, rule.maxShiftDays, person.shiftDays, study);
  }
}

function shifted(
  days: readonly number[],
  most: number,
  shift: number | undefined,
  study: StudyPeriod,
): (string | null)[] {
  if (shift === undefined || !Number.isInteger(shift) || shift < 0 || shift > most)
    throw new RangeError(`shiftDays: ${shift ?? 'none'}, not a whole number from 0 to ${most}`);
  const [first, last] = [dayNumber(study.first), dayNumber(study.last) - most];
  if (last < first) throw new RangeError(`maxShiftDays: ${most} days are longer than the study`);
  return days.map((day) => {
    const moved = day - shift;
    return moved < first || moved > last ? null : new Date(moved * DAY).toISOString().slice(0, 10);
  });
}

/** Days up to and including each bound form a band; usual for weekly sessions. */
export const INTERVAL_BANDS = [3, 5, 9, 16, 30] as const;

/**
 * Length of an interval as a band ("6–9"; above the last bound ">30"): lag models need how long it was, an attacker who
 * knows dates needs it exactly. Negative lengths have none: null.
 * @throws RangeError for bounds that do not ascend, or a length that is no number.
 */
export function bandLength(days: number, bounds: readonly number[] = INTERVAL_BANDS): string | null {
  if (Number.isNaN(days)) throw new RangeError('days: no number');
  bounds.forEach((bound, index) => {
    if (!Number.isInteger(bound) || bound <= (bounds[index - 1] ?? -1))
      throw new RangeError(`bounds: ${bound} does not ascend in whole days from 0`);
  });
  if (days < 0) return null;
  const band = bounds.findIndex((bound) => days <= bound);
  if (band < 0) return `>${bounds.at(-1) ?? 0}`;
  const [low, high] = [(bounds[band - 1] ?? -1) + 1, bounds[band] ?? 0];
  return low === high ? String(low) : `${low}–${high}`;
}
