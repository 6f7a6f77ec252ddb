import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { type ClockChangeRules, momentsIn } from './local-time.ts';
import { compileTimePattern } from './time.pattern.ts';

function moment(text: string, zone: string, rules: Partial<ClockChangeRules> = {}): string {
  const time = compileTimePattern('iso-8601').read(text);
  if (time === undefined) throw new Error(`not a time: ${text}`);
  const result = momentsIn({ zone, skipped: 'reject', repeated: 'reject', ...rules })(time);
  return 'at' in result ? new Date(result.at).toISOString() : result.problem;
}

describe('local times', () => {
  it.each([
    ['2020-08-21 11:33:23', 'Europe/Stockholm', '2020-08-21T09:33:23.000Z'],
    ['2020-01-21 11:33:23', 'Europe/Stockholm', '2020-01-21T10:33:23.000Z'],
    ['2020-01-21 11:33:23', 'Asia/Kathmandu', '2020-01-21T05:48:23.000Z'],
    ['2020-01-21 11:33:23', 'UTC', '2020-01-21T11:33:23.000Z'],
    ['2020-01-21 11:33:23+02:00', 'Asia/Kathmandu', '2020-01-21T09:33:23.000Z'],
    // On a day of change, before and after it.
    ['2020-03-29 01:59:59', 'Europe/Stockholm', '2020-03-29T00:59:59.000Z'],
    ['2020-03-29 03:00:00', 'Europe/Stockholm', '2020-03-29T01:00:00.000Z'],
    ['2020-10-25 03:00:00', 'Europe/Stockholm', '2020-10-25T02:00:00.000Z'],
  ])('%s in %s is %s', (text, zone, instant) => {
    expect(moment(text, zone)).toBe(instant);
  });

  it('rejects a time that the clocks skipped, or moves it later by the gap', () => {
    expect(moment('2020-03-29 02:30', 'Europe/Stockholm')).toBe('skipped');
    expect(moment('2020-03-29 02:30', 'Europe/Stockholm', { skipped: 'later' })).toBe('2020-03-29T01:30:00.000Z');
    // Midnight itself is skipped there.
    expect(moment('2018-11-04 00:30', 'America/Sao_Paulo')).toBe('skipped');
    // A whole day is.
    expect(moment('2011-12-30 12:00', 'Pacific/Apia')).toBe('skipped');
  });

  it('rejects a time that the clocks repeated, or takes the first or second', () => {
    expect(moment('2020-10-25 02:30', 'Europe/Stockholm')).toBe('repeated');
    expect(moment('2020-10-25 02:30', 'Europe/Stockholm', { repeated: 'first' })).toBe('2020-10-25T00:30:00.000Z');
    expect(moment('2020-10-25 02:30', 'Europe/Stockholm', { repeated: 'second' })).toBe('2020-10-25T01:30:00.000Z');
  });

  it('agrees with the time zone data at any moment', () => {
    const zones = ['Europe/Stockholm', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Tehran'];
    const readers = new Map(zones.map((zone) => [zone, momentsIn({ zone, skipped: 'reject', repeated: 'first' })]));
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(1991, 0), max: Date.UTC(2030, 0) }),
        (zone, instant) => {
          const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDateTime();
          const { year, month, day, hour, minute, second, millisecond } = local;
          const result = readers.get(zone)?.({ year, month, day, hour, minute, second, millisecond });
          const expected = local.toZonedDateTime(zone, { disambiguation: 'earlier' }).epochMilliseconds;
          expect(result).toEqual({ at: expected });
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
