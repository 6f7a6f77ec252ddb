import { Temporal } from 'temporal-polyfill';

/** A moment on the calendar of a place. */
export interface LocalTime {
  /** `YYYY-MM-DD`. */
  readonly localDate: string;
  /** Whole minutes, as `+02:00`. */
  readonly offset: string;
  readonly timeZone: string;
}

/** What calendar and clock of `timeZone` (IANA) show at `instant` (ISO 8601). @throws RangeError for what is neither */
export function localTime(instant: string, timeZone: string): LocalTime {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  // Before standard time offsets had seconds.
  return { localDate: local.toPlainDate().toString(), offset: local.offset.slice(0, 6), timeZone };
}

/** The date, `YYYY-MM-DD`, that a calendar in `timeZone` (IANA) shows at `instant` (ISO 8601). @throws RangeError */
export function localDateOf(instant: string, timeZone: string): string {
  return localTime(instant, timeZone).localDate;
}

/**
 * The moment (ISO 8601, UTC, milliseconds) at which clocks in `timeZone` show `time` (`HH:MM`) on `day` (`YYYY-MM-DD`).
 * Where clocks are set forward over it, the first moment after the gap; where they show it twice, the earlier.
 * @throws RangeError for what is no day, time or zone
 */
export function momentOf(day: string, time: string, timeZone: string): string {
  const local = Temporal.PlainDate.from(day).toPlainDateTime(Temporal.PlainTime.from(time));
  const earlier = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (earlier.toPlainDateTime().equals(local)) return textOf(earlier.epochMilliseconds);
  const afterGap = earlier.getTimeZoneTransition('next') ?? earlier;
  return textOf(afterGap.epochMilliseconds);
}

/**
 * The last millisecond (ISO 8601, UTC) at which a calendar in `timeZone` shows `day`. Where clocks were set back over
 * midnight the day came twice, as in Newfoundland until 2011: the end of the second. @throws RangeError
 */
export function endOfDay(day: string, timeZone: string): string {
  const midnight = Temporal.PlainDate.from(day).add({ days: 1 }).toPlainDateTime();
  return textOf(midnight.toZonedDateTime(timeZone, { disambiguation: 'later' }).epochMilliseconds - 1);
}

/** Whether a zone's calendar has the day at all: Samoa had no 30 December 2011, when it crossed the date line. */
export function hasDay(day: string, timeZone: string): boolean {
  return Temporal.PlainDate.from(day).toZonedDateTime(timeZone).toPlainDate().toString() === day;
}

function textOf(epochMilliseconds: number): string {
  return new Date(epochMilliseconds).toISOString();
}
