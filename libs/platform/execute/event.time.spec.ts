import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localTime } from '#calendar';
import { eventTime } from './event.time.ts';
import type { CallerContext } from './execute.command.ts';
import { CLIENT, CLINICIAN } from './executor.specification.ts';

const NOW = new Date('2026-03-01T12:00:00.000Z');
const time = (context: Partial<CallerContext>, zone = 'Europe/Stockholm') =>
  eventTime({ commandId: 'c', actor: CLIENT, source: 'web', ...context }, NOW, zone);
/** `2026-03-01T…` for short. */
const at = (clock: string) => `2026-03-01T${clock}.000Z`;

describe('the clock of a device', () => {
  it.each<[string, Partial<CallerContext>, object]>([
    ['says nothing', {}, { occurredAt: at('12:00:00') }],
    ['is right', { occurredAt: at('11:00:00'), sentAt: at('11:59:59') }, { occurredAt: at('11:00:00') }],
    ['seems right', { occurredAt: at('11:00:00') }, { occurredAt: at('11:00:00') }],
    [
      'is slow',
      { occurredAt: at('11:00:00'), sentAt: at('11:58:00') },
      { occurredAt: at('11:02:00'), claimedAt: at('11:00:00') },
    ],
    [
      'is fast',
      { occurredAt: at('12:01:00'), sentAt: at('12:02:00') },
      { occurredAt: at('11:59:00'), claimedAt: at('12:01:00') },
    ],
    [
      'is hours off',
      { occurredAt: at('14:00:00'), sentAt: at('15:00:00') },
      { occurredAt: at('11:00:00'), claimedAt: at('14:00:00'), clockSuspect: true },
    ],
    [
      'starts from 1970',
      { occurredAt: '1970-01-01T00:10:00.000Z', sentAt: '1970-01-01T00:20:00.000Z' },
      { occurredAt: at('11:50:00'), claimedAt: '1970-01-01T00:10:00.000Z', clockSuspect: true },
    ],
    [
      'is in the future, and nobody can tell by how much',
      { occurredAt: '2031-01-01T00:00:00.000Z' },
      { occurredAt: at('12:00:00'), claimedAt: '2031-01-01T00:00:00.000Z', clockSuspect: true },
    ],
    [
      'is from before any study',
      { occurredAt: '0001-01-01T00:00:00.000Z' },
      { occurredAt: at('12:00:00'), claimedAt: '0001-01-01T00:00:00.000Z', clockSuspect: true },
    ],
    ['is a little ahead', { occurredAt: at('12:00:03') }, { occurredAt: at('12:00:00'), claimedAt: at('12:00:03') }],
    [
      'matters not for a day',
      { occurredAt: '2026-02-20T12:00:00.000Z', occurredPrecision: 'day', sentAt: at('10:00:00') },
      { occurredAt: '2026-02-20T12:00:00.000Z', occurredPrecision: 'day' },
    ],
  ])('%s', (_, context, expected) => {
    expect(time(context)).toEqual({ occurredPrecision: 'instant', ...expected });
  });

  it('never keeps a participant from reporting, and never puts it after now', () => {
    const moment = fc
      .date({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('9999-12-31') })
      .map((date) => date.toISOString());
    const precision = fc.constantFrom('instant', 'minute', 'day', 'week', 'unknown');
    fc.assert(
      fc.property(moment, moment, precision, fc.boolean(), (occurredAt, sentAt, occurredPrecision, tells) => {
        const told = time({ occurredAt, occurredPrecision, ...(tells ? { sentAt } : {}) });
        if ('refused' in told) throw new Error(told.refused);
        expect(told.occurredAt <= NOW.toISOString() && told.occurredAt >= '1900').toBe(true);
        expect(told.claimedAt ?? told.occurredAt).toBe(occurredAt);
      }),
    );
  });
});

describe('what staff enter', () => {
  const staff = (context: Partial<CallerContext>, zone?: string) => time({ actor: CLINICIAN, ...context }, zone);

  it.each<[string, string, Partial<CallerContext>]>([
    ['InTheFuture', 'in an hour', { occurredAt: at('13:00:00') }],
    ['InTheFuture', 'tomorrow', { occurredAt: '2026-03-02T11:00:00.000Z', occurredPrecision: 'day' }],
    ['InTheFuture', 'next week', { occurredAt: '2026-03-02T11:00:00.000Z', occurredPrecision: 'week' }],
    ['TooLongAgo', 'in 1899', { occurredAt: '1899-12-31T23:59:59.999Z' }],
  ])('is refused as %s: %s', (refused, _, context) => {
    expect(staff(context)).toMatchObject({ refused });
  });

  it.each<[string, Partial<CallerContext>]>([
    ['four minutes ahead', { occurredAt: at('12:04:00') }],
    ['noon today', { occurredAt: at('22:30:00'), occurredPrecision: 'day' }],
    ['this week', { occurredAt: at('22:30:00'), occurredPrecision: 'week' }],
    ['decades ago', { occurredAt: '1931-05-01T00:00:00.000Z' }],
  ])('is taken: %s', (_, context) => {
    expect(staff(context)).toMatchObject({ occurredAt: expect.any(String) });
  });

  it('has its day on the participant’s calendar', () => {
    const context = { occurredAt: at('14:00:00'), occurredPrecision: 'day' } as const;
    expect(staff(context)).toMatchObject({ occurredAt: at('12:00:00') });
    // In Kiritimati it is already 2 March, now and two hours later; in Kolkata 19:00 UTC is tomorrow.
    expect(staff(context, 'Pacific/Kiritimati')).toMatchObject({ occurredAt: at('12:00:00') });
    expect(staff({ ...context, occurredAt: at('19:00:00') }, 'Asia/Kolkata')).toMatchObject({ refused: 'InTheFuture' });
  });
});

describe('a moment on a calendar', () => {
  it.each([
    ['2026-03-29T00:59:59.999Z', 'Europe/Stockholm', '2026-03-29', '+01:00'],
    ['2026-03-29T01:00:00.000Z', 'Europe/Stockholm', '2026-03-29', '+02:00'],
    ['2026-03-28T22:59:59.999Z', 'Europe/Stockholm', '2026-03-28', '+01:00'],
    ['2026-03-28T23:00:00.000Z', 'Europe/Stockholm', '2026-03-29', '+01:00'],
    ['2026-03-29T22:00:00.000Z', 'Europe/Stockholm', '2026-03-30', '+02:00'],
    ['2026-10-25T00:30:00.000Z', 'Europe/Stockholm', '2026-10-25', '+02:00'],
    ['2026-10-25T01:30:00.000Z', 'Europe/Stockholm', '2026-10-25', '+01:00'],
    ['2026-11-01T04:30:00.000Z', 'America/New_York', '2026-11-01', '-04:00'],
    ['2026-03-01T18:20:00.000Z', 'Asia/Kathmandu', '2026-03-02', '+05:45'],
    ['2011-12-30T09:59:59.999Z', 'Pacific/Apia', '2011-12-29', '-10:00'],
    ['2011-12-30T10:00:00.000Z', 'Pacific/Apia', '2011-12-31', '+14:00'],
    // Local mean time, five hours, 41 minutes and 16 seconds.
    ['1910-01-01T00:00:00.000Z', 'Asia/Kathmandu', '1910-01-01', '+05:41'],
    ['2026-03-01T12:00:00.000Z', 'UTC', '2026-03-01', '+00:00'],
  ])('%s in %s is %s (%s)', (instant, timeZone, localDate, offset) => {
    expect(localTime(instant, timeZone)).toEqual({ localDate, offset, timeZone });
  });
});
