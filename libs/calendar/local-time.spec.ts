import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { daysBetween } from './calendar-day.ts';
import { endOfDay, hasDay, localDateOf, localTime, momentOf } from './local-time.ts';
import { studyDay, studyWeek } from './study-day.ts';
import { zoneOfDay, zoneOfMoment } from './zone-period.ts';

const ZONES = ['Europe/Stockholm', 'Pacific/Apia', 'America/St_Johns', 'Asia/Kathmandu', 'UTC'];

describe('a moment on the calendar of a place', () => {
  it.each([
    ['2026-03-28T23:30:00.000Z', 'Europe/Stockholm', '2026-03-29', '+01:00'],
    ['2026-03-29T01:00:00.000Z', 'Europe/Stockholm', '2026-03-29', '+02:00'],
    ['2026-10-25T00:59:59.999Z', 'Europe/Stockholm', '2026-10-25', '+02:00'],
    ['2026-10-25T01:00:00.000Z', 'Europe/Stockholm', '2026-10-25', '+01:00'],
    ['2011-12-30T09:59:59.999Z', 'Pacific/Apia', '2011-12-29', '-10:00'],
    ['2011-12-30T10:00:00.000Z', 'Pacific/Apia', '2011-12-31', '+14:00'],
    ['2026-01-01T00:00:00.000Z', 'America/St_Johns', '2025-12-31', '-03:30'],
    ['2026-01-01T00:00:00.000Z', 'Asia/Kathmandu', '2026-01-01', '+05:45'],
    ['1900-01-01T00:00:00.000Z', 'Asia/Kathmandu', '1900-01-01', '+05:41'],
  ])('%s in %s is %s, %s', (instant, timeZone, localDate, offset) => {
    expect(localTime(instant, timeZone)).toEqual({ localDate, offset, timeZone });
  });

  it('is refused where there is no such moment or zone', () => {
    expect(() => localTime('yesterday', 'UTC')).toThrow(RangeError);
    expect(() => localTime('2026-01-01T00:00:00.000Z', 'Mars/Olympus')).toThrow(RangeError);
  });
});

describe('a time on a day', () => {
  it('that clocks skip is the first moment after, one they show twice the earlier', () => {
    expect(momentOf('2026-03-29', '01:59', 'Europe/Stockholm')).toBe('2026-03-29T00:59:00.000Z');
    for (const skipped of ['02:00', '02:30', '02:59', '03:00']) {
      expect(momentOf('2026-03-29', skipped, 'Europe/Stockholm')).toBe('2026-03-29T01:00:00.000Z');
    }
    expect(momentOf('2026-10-25', '02:00', 'Europe/Stockholm')).toBe('2026-10-25T00:00:00.000Z');
  });

  it('is shown by the clock then, wherever the clock shows it at all', () => {
    const minutes = fc.integer({ min: 0, max: 60 * 365 * 24 * 60 });
    fc.assert(
      fc.property(minutes, fc.constantFrom(...ZONES), (minute, zone) => {
        const instant = new Date(minute * 60_000).toISOString();
        const { localDate, offset } = localTime(instant, zone);
        const sign = offset.startsWith('-') ? -1 : 1;
        const ahead = sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4)));
        const shown = new Date(minute * 60_000 + ahead * 60_000).toISOString();
        const again = momentOf(localDate, shown.slice(11, 16), zone);
        // Before 1972 some offsets had seconds, which a clock without them cannot tell apart.
        if (instant < '1973') return;
        expect(again <= instant).toBe(true);
        expect(localDateOf(again, zone)).toBe(localDate);
        expect(hasDay(localDate, zone)).toBe(true);
        expect(instant <= endOfDay(localDate, zone)).toBe(true);
      }),
    );
  });
});

describe('the zone somebody lives in', () => {
  const periods = [
    { from: '', timeZone: 'Europe/Stockholm' },
    { from: '2026-06-03', timeZone: 'Asia/Tokyo' },
    { from: '2026-06-10', timeZone: 'Europe/Stockholm' },
  ];

  it('is known by day', () => {
    const days = ['1999-01-01', '2026-06-02', '2026-06-03', '2026-06-09', '2026-06-10'];
    expect(days.map((day) => zoneOfDay(periods, day)?.slice(0, 4))).toEqual(['Euro', 'Euro', 'Asia', 'Asia', 'Euro']);
    expect(zoneOfDay([], '2026-06-03')).toBeUndefined();
  });

  it('is known by moment, on the calendar of the place arrived at', () => {
    const zoneAt = (instant: string) => zoneOfMoment(periods, instant);
    expect(zoneAt('1999-01-01T00:00:00.000Z')).toBe('Europe/Stockholm');
    expect(zoneAt('2026-06-02T14:59:59.999Z')).toBe('Europe/Stockholm');
    expect(zoneAt('2026-06-02T15:00:00.000Z')).toBe('Asia/Tokyo');
    expect(zoneAt('2026-06-09T21:59:59.999Z')).toBe('Asia/Tokyo');
    expect(zoneAt('2026-06-09T22:00:00.000Z')).toBe('Europe/Stockholm');
    expect(zoneOfMoment([], '2026-06-09T22:00:00.000Z')).toBeUndefined();
  });
});

describe('days and weeks of a study', () => {
  it('are counted from 0 on the first, backwards below it, whatever the clocks do', () => {
    const days = ['2026-03-21', '2026-03-27', '2026-03-28', '2026-04-03', '2026-04-04'];
    expect(days.map((day) => studyDay('2026-03-28', day))).toEqual([-7, -1, 0, 6, 7]);
    expect(days.map((day) => studyWeek('2026-03-28', day))).toEqual([-1, -1, 0, 0, 1]);
    expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366);
    expect(() => studyDay('2026-02-29', '2026-03-01')).toThrow(RangeError);
  });
});
