import type { AdherenceFacts } from '../facts.schema.ts';
import { AdherenceFactsError, certainDateNumber, dateNumber, dateText, instantMs } from '../study-day.ts';
import { type ClosedBy, type Interval, MAX_INTERVALS } from './interval.ts';
import type { IntervalRules } from './interval.schema.ts';

/** Treatment without sessions: stretches of whole dates from the date of enrolment. Without that date there is none. */
export function calendarIntervals(rules: IntervalRules, everyDays: number, facts: AdherenceFacts): Interval[] {
  if (facts.enrolledDate == null) return [];
  const first = dateNumber(facts.enrolledDate, 'enrolledDate');
  const ended = endDate(facts);
  const seen = seenDate(facts);
  const until = ended ?? seen ?? lastDate(facts);
  if ((until - first) / everyDays > MAX_INTERVALS) {
    throw new AdherenceFactsError('enrolledDate', `is more than ${MAX_INTERVALS} intervals before ${dateText(until)}`);
  }
  const made: Interval[] = [];
  for (let from = first; from <= until; from += everyDays) {
    const close = closeOf(rules, from, from + everyDays - 1, ended, facts);
    if (close === null) break;
    const open = ended === null && seen !== null && seen <= close.date;
    made.push({
      k: made.length + 1,
      openedBy: { kind: 'calendar', id: null, number: null },
      from: null,
      to: null,
      fromDate: dateText(from),
      toDate: dateText(close.date),
      lengthDays: open ? null : close.date - from + 1,
      closedBy: open ? null : close.by,
      closedById: null,
      open,
    });
  }
  return made;
}

function closeOf(
  rules: IntervalRules,
  from: number,
  last: number,
  ended: number | null,
  { ending }: AdherenceFacts,
): { date: number; by: ClosedBy } | null {
  if (ended === null || ended >= last) return { date: last, by: 'calendar' };
  const dropped = ending === 'discontinued';
  const by = dropped ? 'drop-out' : 'last-interval';
  const rule = dropped ? rules.dropOut : rules.lastInterval;
  switch (rule.kind) {
    case 'at-end':
      return { date: ended, by };
    case 'after':
      return { date: Math.min(last, from + rule.days - 1), by };
    case 'leave-out':
      return null;
  }
}

function endDate({ endedAt, endedDate, observedUntil }: AdherenceFacts): number | null {
  if (endedAt == null && endedDate == null) return null;
  const endedMs = endedAt == null ? null : instantMs(endedAt, 'endedAt');
  if (observedUntil != null && endedMs !== null && endedMs > instantMs(observedUntil, 'observedUntil')) return null;
  return endedDate == null ? certainDateNumber(endedMs ?? 0) : dateNumber(endedDate, 'endedDate');
}

function seenDate({ observedUntil, observedUntilDate }: AdherenceFacts): number | null {
  if (observedUntilDate != null) return dateNumber(observedUntilDate, 'observedUntilDate');
  return observedUntil == null ? null : certainDateNumber(instantMs(observedUntil, 'observedUntil'));
}

/** The last date that anything was due or done on, where the record is complete. */
function lastDate({ attempts, obligations, enrolledDate }: AdherenceFacts): number {
  const dates = [
    ...attempts.map(({ localDate }) => localDate),
    ...obligations.flatMap(({ asAssigned, asAdjusted }) => [asAssigned.dueDate, asAdjusted.dueDate]),
  ];
  return dates.reduce<number>(
    (last, date) => (date == null ? last : Math.max(last, dateNumber(date, 'dueDate or localDate'))),
    dateNumber(enrolledDate ?? '', 'enrolledDate'),
  );
}
