import { createHash, createHmac } from 'node:crypto';
import ical, { ICalEventClass, ICalEventTransparency } from 'ical-generator';
import { addDays } from '#calendar';
import type { PlannedTime } from '#reminders';

/** As often as programs are asked to look, in seconds. */
const LOOK_AGAIN = 6 * 3_600;
/** Whoever sees the calendar over somebody’s shoulder learns no more. In English and Swedish. */
const SUMMARY = 'Planned time / Planerad tid';

export interface CalendarText {
  /** RFC 5545. The same times give the same text. */
  readonly text: string;
  readonly etag: string;
}

/**
 * A participant’s calendar: what is still to be done, and nothing of what it is. Times are in UTC, so that every program
 * shows the right one whatever it knows of zones; days have no zone.
 * @param names the secret that the names of events are made with: they stay, and tell nothing of the record
 */
export function calendarText(times: readonly PlannedTime[], names: Buffer): CalendarText {
  const product = { company: 'Intersession', product: 'Intersession', language: 'EN' };
  const calendar = ical({ name: SUMMARY, prodId: product, ttl: LOOK_AGAIN });
  for (const time of times) {
    const days = time.kind === 'days';
    calendar.createEvent({
      id: `${createHmac('sha256', names).update(time.key).digest('hex').slice(0, 32)}@intersession`,
      start: new Date(days ? `${time.from}T00:00:00.000Z` : time.from),
      // The end of a span of days is the first day after it.
      end: new Date(days ? `${addDays(time.to, 1)}T00:00:00.000Z` : time.to),
      allDay: days,
      // A stamp of the clock would make every reading another text.
      stamp: new Date(time.asked),
      summary: SUMMARY,
      class: ICalEventClass.PRIVATE,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  const text = calendar.toString();
  return { text, etag: `"${createHash('sha256').update(text).digest('base64url')}"` };
}
