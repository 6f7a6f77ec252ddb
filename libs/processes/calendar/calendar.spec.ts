import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { endOfDay } from '#calendar';
import { type Owed, plannedTimes, type ReminderWishes } from '#reminders';
import { calendarText } from './calendar.text.ts';

const names = Buffer.alloc(32, 5);
const zones = [{ from: '', timeZone: 'Europe/Stockholm' }];
const owed = (day: string, changes: Partial<Owed> = {}): Owed => ({
  ...{ key: `homework/A-P001/${day}`, kind: 'homework' as const, day, since: '2026-03-20T10:00:00.000Z' },
  until: endOfDay(day, 'Europe/Stockholm'),
  ...changes,
});
const wishes = (times: readonly string[]): ReminderWishes => ({ channels: ['push'], times });

interface Read {
  readonly uid: string;
  readonly summary: string;
  readonly from: string;
  readonly to: string;
  readonly allDay: boolean;
}

/** What another program reads. */
function read(text: string): readonly Read[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((part) => {
    const { uid, summary, startDate, endDate } = new ICAL.Event(part);
    const shown = (time: typeof startDate): string =>
      time.isDate ? time.toString() : time.toJSDate().toISOString().slice(0, 16);
    return { uid, summary, from: shown(startDate), to: shown(endDate), allDay: startDate.isDate };
  });
}
const spans = (times: Parameters<typeof calendarText>[0]) =>
  read(calendarText(times, names).text).map(({ from, to }) => `${from} ${to}`);

describe('a participant’s calendar', () => {
  it('shows planned times on the clock the participant lives by, over a change of the clocks', () => {
    const days = [owed('2026-03-28'), owed('2026-03-29')];
    expect(spans(plannedTimes(days, { zones, wishes: wishes(['09:00', '18:00']) }))).toEqual([
      '2026-03-28T17:00 2026-03-28T17:30',
      '2026-03-29T16:00 2026-03-29T16:30',
    ]);
    const moved = [...zones, { from: '2026-03-29', timeZone: 'Asia/Kathmandu' }];
    expect(spans(plannedTimes(days, { zones: moved, wishes: wishes(['18:00']) }))[1]).toBe(
      '2026-03-29T12:15 2026-03-29T12:45',
    );
  });

  it('shows the whole day where no time is known, the half hour before one that is, and a measure’s window', () => {
    const timed = owed('2026-03-29', { key: 'timed', until: '2026-03-29T18:00:00.000Z' });
    const until = endOfDay('2026-04-05', 'Europe/Stockholm');
    const measure = owed('2026-03-28', { key: 'm', kind: 'measure', since: '', until });
    expect(spans(plannedTimes([owed('2026-03-29'), timed, measure], { zones, wishes: null }))).toEqual([
      '2026-03-29 2026-03-30',
      '2026-03-29T17:30 2026-03-29T18:00',
      '2026-03-28 2026-04-06',
    ]);
    // Nine in the morning is no time for what was asked for at ten.
    const asked = owed('2026-03-29', { since: '2026-03-29T08:00:00.000Z' });
    expect(spans(plannedTimes([asked], { zones, wishes: wishes(['09:00']) }))).toEqual(['2026-03-29 2026-03-30']);
  });

  it('says nothing of what is planned, and names an event always the same', () => {
    const times = plannedTimes([owed('2026-03-28'), owed('2026-03-29')], { zones, wishes: null });
    const { text, etag } = calendarText(times, names);
    expect(text).not.toMatch(/homework|läxa|A-P001|therap|stress/i);
    expect(read(text).map(({ summary }) => summary)).toEqual(Array(2).fill('Planned time / Planerad tid'));
    expect(text).toContain('CLASS:PRIVATE');
    expect(calendarText(times, names).etag).toBe(etag);
    const [second] = read(calendarText(times.slice(1), names).text);
    expect(second?.uid).toBe(read(text)[1]?.uid);
    expect(new Set(read(text).map(({ uid }) => uid)).size).toBe(2);
    expect(read(calendarText(times, Buffer.alloc(32, 6)).text)[0]?.uid).not.toBe(read(text)[0]?.uid);
  });

  it('is a calendar also when there is nothing to do', () => {
    expect(read(calendarText([], names).text)).toEqual([]);
  });
});
