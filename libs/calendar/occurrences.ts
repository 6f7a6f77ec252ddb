import { type Weekday, addDays, daysBetween, weekdayOfDay } from './calendar-day.ts';
import { endOfDay, hasDay, momentOf } from './local-time.ts';
import { type ZonePeriod, zoneOfDay } from './zone-period.ts';

/** Work that is due on each of these weekdays from one day to another, both `YYYY-MM-DD` and included. */
export interface Recurrence {
  readonly weekdays: readonly Weekday[];
  readonly from: string;
  readonly to: string;
  /** Local time by which it is due, `HH:MM`; the end of the day when left out. */
  readonly by?: string | undefined;
}

/** One time that recurring work is due. */
export interface Occurrence {
  /** Its name within the assignment: its day. */
  readonly occurrence: string;
  /** The last moment at which it is in time, ISO 8601, UTC. */
  readonly dueAt: string;
  /** The day on the participant's calendar, `YYYY-MM-DD`. */
  readonly dueDate: string;
}

/** Longest recurrence that is listed, in days. */
export const MOST_DAYS = 3660;

/**
 * Every occurrence of recurring work, in order of days, each on the calendar the participant lives on that day. `zones`
 * are in order of `from`, the first from the beginning (`''`).
 *
 * A day that the calendar of its zone leaves out has none. A `by` that clocks are set forward over is due at the first
 * moment after the gap, one that they show twice at the earlier of the two. Between two days a journey may lie: the
 * moments are in order within one zone.
 * @throws RangeError for days, times or zones that are none, a recurrence of more than 3660 days, or no zone
 */
export function occurrencesOf(
  { weekdays, from, to, by }: Recurrence,
  zones: readonly ZonePeriod[],
): readonly Occurrence[] {
  const days = daysBetween(from, to) + 1;
  if (days > MOST_DAYS) throw new RangeError(`a recurrence of ${days} days; ${MOST_DAYS} at most`);
  const found: Occurrence[] = [];
  for (let ahead = 0; ahead < days; ahead += 1) {
    const day = addDays(from, ahead);
    if (!weekdays.includes(weekdayOfDay(day))) continue;
    const zone = zoneOfDay(zones, day);
    if (zone === undefined) throw new RangeError(`no time zone is known for ${day}`);
    if (hasDay(day, zone)) found.push({ occurrence: day, dueAt: dueAt(day, by, zone), dueDate: day });
  }
  return found;
}

/** A gap at the end of a day, as where clocks skip midnight, does not carry the due moment into the next day. */
function dueAt(day: string, by: string | undefined, zone: string): string {
  const end = endOfDay(day, zone);
  if (by === undefined) return end;
  const moment = momentOf(day, by, zone);
  return moment < end ? moment : end;
}
