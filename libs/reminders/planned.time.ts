import { addDays, endOfDay, momentOf, type ZonePeriod, zoneOfDay } from '#calendar';
import type { Owed, ReminderWishes } from './reminder.plan.ts';

/** When something that is owed stands in a participant’s calendar. */
export type PlannedTime = { readonly key: string; readonly asked: string } &
  /** Days, both included, `YYYY-MM-DD`: on whatever clock the reader of the calendar lives by. */
  (
    | { readonly kind: 'days'; readonly from: string; readonly to: string }
    /** ISO 8601. */
    | { readonly kind: 'time'; readonly from: string; readonly to: string }
  );

const HALF_HOUR = 30 * 60_000;
const later = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();

/**
 * Where obligations stand in a calendar: at the last of the times of day that the participant said suit them, else in the
 * half hour before they are due, else on their whole day; measures on the days of their window. A day and a time of day are
 * on the clock the participant lives by then, by the rules of its zone as they are known now. Pure.
 */
export function plannedTimes(
  owed: readonly Owed[],
  { zones, wishes }: { readonly zones: readonly ZonePeriod[]; readonly wishes: ReminderWishes | null },
): readonly PlannedTime[] {
  return owed.map((one): PlannedTime => {
    const { key, kind, day, until, since } = one;
    const zone = zoneOfDay(zones, day) ?? 'UTC';
    const asked = since === '' ? momentOf(day, '00:00', zone) : since;
    if (kind === 'measure') return { key, asked, kind: 'days', from: day, to: lastDay(day, until, zones) };
    const suits = (wishes?.times ?? []).map((time) => momentOf(day, time, zone)).toSorted();
    const at = suits.findLast((moment) => since < moment && moment < until);
    const whole = until === endOfDay(day, zone);
    if (at === undefined && whole) return { key, asked, kind: 'days', from: day, to: day };
    const from = at ?? later(until, -HALF_HOUR);
    const end = later(from, HALF_HOUR);
    return { key, asked, kind: 'time', from, to: end < until ? end : until };
  });
}

/** The last day of a window that ends at a moment. */
function lastDay(day: string, until: string, zones: readonly ZonePeriod[]): string {
  let last = day;
  // Windows of a schedule are a year at most on either side.
  for (let next = day; next <= addDays(day, 740); next = addDays(next, 1)) {
    if (endOfDay(next, zoneOfDay(zones, next) ?? 'UTC') > until) break;
    last = next;
  }
  return last;
}
