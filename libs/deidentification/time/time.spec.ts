import { describe, expect, it } from '@jest/globals';
import { bandLength, coarsenDates, type PersonCalendar, type StudyPeriod, TimeRule } from './time.coarsening.ts';

const person: PersonCalendar = { origin: '2026-03-02', sessions: ['2026-03-16', '2026-03-09', '2026-03-09'] };
const study: StudyPeriod = { first: '2026-01-01', last: '2026-12-31' };
const dates = ['2026-03-01', '2026-03-02', '2026-03-09', '2026-03-15', '2026-03-16', '2026-12-31'];
const of = (rule: TimeRule, own = person) => coarsenDates(dates, rule, own, study);

describe('time', () => {
  it('becomes the number of sessions held so far', () => {
    expect(of({ mode: 'session-index' })).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it('becomes a week or a day of the person', () => {
    expect(of({ mode: 'study-week' })).toEqual([0, 1, 2, 2, 3, 44]);
    expect(of({ mode: 'day-relative' })).toEqual([-1, 0, 7, 13, 14, 304]);
  });

  it('keeps the form of dates, moved, within what every shift could fill', () => {
    const rule: TimeRule = { mode: 'shift-and-truncate', maxShiftDays: 60 };
    expect(of(rule, { ...person, shiftDays: 60 })).toEqual([
      null,
      '2026-01-01',
      '2026-01-08',
      '2026-01-14',
      '2026-01-15',
      '2026-11-01',
    ]);
    expect(of(rule, { ...person, shiftDays: 59 }).at(-1)).toBeNull();
    expect(of(rule, { ...person, shiftDays: 0 }).slice(0, 2)).toEqual(['2026-03-01', '2026-03-02']);
    expect(() => of(rule)).toThrow('shiftDays: none');
    expect(() => of(rule, { ...person, shiftDays: 61 })).toThrow('shiftDays: 61');
    expect(() => of({ mode: 'shift-and-truncate', maxShiftDays: 400 }, { ...person, shiftDays: 1 })).toThrow(
      'longer than the study',
    );
  });

  it('takes only dates', () => {
    const wrong = (date: string) => () => coarsenDates([date], { mode: 'study-week' }, person, study);
    for (const date of ['2026-02-30', '2026-3-1', '2026-03-01T00:00:00Z', ''])
      expect(wrong(date)).toThrow('is no date');
    expect(TimeRule.safeParse({ mode: 'date' }).success).toBe(false);
    expect(TimeRule.safeParse({ mode: 'study-week', from: 0 }).success).toBe(false);
  });

  it('leaves the length of an interval as a band', () => {
    expect([0, 3, 4, 7, 9, 16, 17, 31].map((days) => bandLength(days))).toEqual([
      '0–3',
      '0–3',
      '4–5',
      '6–9',
      '6–9',
      '10–16',
      '17–30',
      '>30',
    ]);
    expect(bandLength(-1)).toBeNull();
    expect(bandLength(0, [0, 1])).toBe('0');
    expect(() => bandLength(3, [5, 5])).toThrow('5 does not ascend');
    expect(() => bandLength(Number.NaN)).toThrow('no number');
  });
});
