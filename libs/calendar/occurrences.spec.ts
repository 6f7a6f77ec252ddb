import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assignmentDecider, isRefusal } from '#domain';
import { addDays, daysBetween, weekdayOfDay } from './calendar-day.ts';
import { endOfDay, hasDay, localDateOf, localTime } from './local-time.ts';
import { type Recurrence, occurrencesOf } from './occurrences.ts';
import type { ZonePeriod } from './zone-period.ts';

const DAILY = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const living = (timeZone: string): ZonePeriod[] => [{ from: '', timeZone }];
const dueIn = (timeZone: string, from: string, to: string, by?: string) =>
  occurrencesOf({ weekdays: DAILY, from, to, by }, living(timeZone)).map(({ dueAt }) => dueAt);

describe('occurrences of recurring work', () => {
  it('fall on their weekdays, both ends included, each named by its day', () => {
    const weekly: Recurrence = { weekdays: ['monday', 'thursday'], from: '2026-03-02', to: '2026-03-12', by: '20:00' };
    expect(occurrencesOf(weekly, living('Europe/Stockholm'))).toEqual(
      ['2026-03-02', '2026-03-05', '2026-03-09', '2026-03-12'].map((day) => ({
        occurrence: day,
        dueAt: `${day}T19:00:00.000Z`,
        dueDate: day,
      })),
    );
  });

  it('without a time are due until the last millisecond of the day', () => {
    expect(dueIn('Europe/Stockholm', '2026-03-28', '2026-03-30')).toEqual([
      '2026-03-28T22:59:59.999Z',
      '2026-03-29T21:59:59.999Z',
      '2026-03-30T21:59:59.999Z',
    ]);
  });

  it('whose time is skipped are due at the first moment after the gap', () => {
    expect(dueIn('Europe/Stockholm', '2026-03-28', '2026-03-30', '02:30')).toEqual([
      '2026-03-28T01:30:00.000Z',
      '2026-03-29T01:00:00.000Z',
      '2026-03-30T00:30:00.000Z',
    ]);
  });

  it('whose time comes twice are due at the earlier', () => {
    expect(dueIn('Europe/Stockholm', '2026-10-25', '2026-10-25', '02:30')).toEqual(['2026-10-25T00:30:00.000Z']);
    expect(dueIn('Europe/Stockholm', '2026-10-25', '2026-10-25', '03:00')).toEqual(['2026-10-25T02:00:00.000Z']);
  });

  it('leave out a day that the calendar leaves out', () => {
    const due = occurrencesOf({ weekdays: DAILY, from: '2011-12-29', to: '2011-12-31' }, living('Pacific/Apia'));
    expect(due).toEqual([
      { occurrence: '2011-12-29', dueAt: '2011-12-30T09:59:59.999Z', dueDate: '2011-12-29' },
      { occurrence: '2011-12-31', dueAt: '2011-12-31T09:59:59.999Z', dueDate: '2011-12-31' },
    ]);
  });

  it('know half hours, and clocks that changed at one minute past midnight', () => {
    expect(dueIn('America/St_Johns', '2026-03-07', '2026-03-08', '21:00')).toEqual([
      '2026-03-08T00:30:00.000Z',
      '2026-03-08T23:30:00.000Z',
    ]);
    // On 29 October 2006 one minute past midnight became 23:01 of the day before, which so had 25 hours.
    expect(dueIn('America/St_Johns', '2006-10-28', '2006-10-29')).toEqual([
      '2006-10-29T03:29:59.999Z',
      '2006-10-30T03:29:59.999Z',
    ]);
  });

  it('stay within a day whose midnight is skipped', () => {
    // Clocks in Asunción were set from 00:00 to 01:00 on 6 October 2024.
    expect(dueIn('America/Asuncion', '2024-10-05', '2024-10-06', '00:30')).toEqual([
      '2024-10-05T04:30:00.000Z',
      '2024-10-06T04:00:00.000Z',
    ]);
    expect(dueIn('America/Asuncion', '2024-10-05', '2024-10-05')).toEqual(['2024-10-06T03:59:59.999Z']);
  });

  it('follow a law that was passed shortly before: Jordan did not set its clocks back on 28 October 2022', () => {
    expect(dueIn('Asia/Amman', '2022-10-27', '2022-10-29', '18:00')).toEqual(
      ['2022-10-27', '2022-10-28', '2022-10-29'].map((day) => `${day}T15:00:00.000Z`),
    );
    expect(dueIn('Asia/Amman', '2021-10-28', '2021-10-29', '18:00')).toEqual([
      '2021-10-28T15:00:00.000Z',
      '2021-10-29T16:00:00.000Z',
    ]);
  });

  it('travel with the participant', () => {
    const zones = [...living('Europe/Stockholm'), { from: '2026-06-03', timeZone: 'Asia/Tokyo' }];
    const due = occurrencesOf({ weekdays: DAILY, from: '2026-06-02', to: '2026-06-03', by: '18:00' }, zones);
    expect(due.map(({ dueAt }) => dueAt)).toEqual(['2026-06-02T16:00:00.000Z', '2026-06-03T09:00:00.000Z']);
  });

  it('are none in a period that ends before it starts, and are refused without zone or end', () => {
    expect(dueIn('UTC', '2026-03-02', '2026-03-01')).toEqual([]);
    expect(() => dueIn('UTC', '2026-01-01', '2126-01-01')).toThrow(RangeError);
    expect(() => occurrencesOf({ weekdays: DAILY, from: '2026-03-01', to: '2026-03-01' }, [])).toThrow('no time zone');
    for (const [from, by] of [
      ['2026-02-30', '20:00'],
      ['2026-03-01', '24:30'],
    ] as const) {
      expect(() => dueIn('UTC', from, '2026-03-01', by)).toThrow(RangeError);
    }
  });
});

describe('occurrences, whatever the recurrence and wherever', () => {
  const zone = fc.constantFrom(
    'Europe/Stockholm',
    'America/St_Johns',
    'Pacific/Apia',
    'Asia/Kathmandu',
    'Africa/Cairo',
    'Australia/Lord_Howe',
    'America/Asuncion',
  );
  const two = (most: number) => fc.nat({ max: most }).map((number) => String(number).padStart(2, '0'));
  const by = fc.option(
    fc.tuple(two(23), two(59)).map((parts) => parts.join(':')),
    { nil: undefined },
  );
  const start = fc.integer({ min: 0, max: 365 * 60 }).map((days) => addDays('1970-01-01', days));
  const recurrence = fc
    .record({ weekdays: fc.subarray([...DAILY], { minLength: 1 }), from: start, by })
    .chain((rest) => fc.nat({ max: 40 }).map((length) => ({ ...rest, to: addDays(rest.from, length) })));

  it('are on their own day, in order, of the right weekdays, and leave out none but missing days', () => {
    fc.assert(
      fc.property(recurrence, zone, (asked, timeZone) => {
        const due = occurrencesOf(asked, living(timeZone));
        for (const { occurrence, dueAt, dueDate } of due) {
          expect([dueDate, localDateOf(dueAt, timeZone)]).toEqual([occurrence, occurrence]);
          expect(asked.weekdays).toContain(weekdayOfDay(occurrence));
        }
        const moments = due.map(({ dueAt }) => dueAt);
        expect(moments).toEqual([...new Set(moments)].sort());
        const days = Array.from({ length: daysBetween(asked.from, asked.to) + 1 }, (_, ahead) =>
          addDays(asked.from, ahead),
        );
        const wanted = days.filter((day) => asked.weekdays.includes(weekdayOfDay(day)) && hasDay(day, timeZone));
        expect(due.map(({ occurrence }) => occurrence)).toEqual(wanted);
      }),
    );
  });

  it('are due exactly when the clock shows the time, except in a gap', () => {
    fc.assert(
      fc.property(recurrence, zone, (asked, timeZone) => {
        for (const { occurrence, dueAt } of occurrencesOf(asked, living(timeZone))) {
          if (asked.by === undefined) {
            expect(dueAt).toBe(endOfDay(occurrence, timeZone));
            continue;
          }
          const { offset } = localTime(dueAt, timeZone);
          const sign = offset.startsWith('-') ? -1 : 1;
          const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
          const shown = new Date(Date.parse(dueAt) + sign * (hours * 60 + minutes) * 60_000).toISOString();
          expect(shown.slice(11, 16) >= asked.by).toBe(true);
        }
      }),
    );
  });

  it('are obligations that the domain knows and takes', () => {
    fc.assert(
      fc.property(recurrence, zone, (asked, timeZone) => {
        const due = { kind: 'recurring', ...asked } as const;
        const assigned = { assignmentId: 'A', participantId: 'P', initiatedBy: 'client' } as const;
        const what = {
          title: 'T',
          focus: 'mixed',
          medium: 'free',
          setting: 'session',
          visibility: 'research',
        } as const;
        const data = { ...assigned, terms: { ...what, performers: ['client' as const], due } };
        const event = { type: 'HomeworkAssigned', data } as const;
        const state = assignmentDecider.evolve(assignmentDecider.initialState, event, '1960-01-01T00:00:00.000Z');
        const given = { occurredAt: '2040-01-01T00:00:00.000Z' } as Parameters<typeof assignmentDecider.decide>[2];
        for (const occurrence of occurrencesOf(asked, living(timeZone))) {
          const command = { type: 'DueOccurrence', assignmentId: 'A', ...occurrence } as const;
          expect(isRefusal(assignmentDecider.decide(command, state, given))).toBe(false);
        }
      }),
    );
  });
});
