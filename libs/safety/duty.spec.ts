import { describe, expect, it } from '@jest/globals';
import { dutyAt, escalationOf } from './duty.clock.ts';
import { DUTY_FORMAT, type DutyRota, parseDutyRota } from './duty.rota.ts';

const WORK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
const rota: DutyRota = {
  format: DUTY_FORMAT,
  timeZone: 'Europe/Stockholm',
  cover: [{ days: [...WORK], from: '08:00', to: '17:00' }],
  shifts: [
    { days: [...WORK], from: '08:00', to: '12:00', people: ['anna', 'bo'] },
    { days: [...WORK], from: '12:00', to: '17:00', people: ['bo', 'carl'] },
  ],
  away: [{ staffId: 'anna', from: '2026-03-10', to: '2026-03-10' }],
  last: 'investigator',
  passOnAfter: { low: 480, moderate: 120, high: 30 },
  readingTimes: 'This is no crisis service. Answers are read on working days between 8 and 17.',
  contacts: [{ name: 'Emergency', how: '112' }],
};
const errors = (changed: object) => {
  const parsed = parseDutyRota({ ...rota, ...changed });
  return parsed.ok ? [] : parsed.errors.map(({ field, problem }) => `${field} ${problem}`);
};

describe('a duty rota', () => {
  it('is read when every promised minute has somebody', () => {
    expect(parseDutyRota(rota)).toEqual({ ok: true, document: rota });
  });

  it('is refused with a gap, by day and time', () => {
    const late = { ...rota.shifts[1], from: '12:30' };
    expect(errors({ shifts: [rota.shifts[0], late] })).toContain('shifts nobody is on duty on monday at 12:00');
    const noFriday = { ...rota.shifts[0], days: WORK.slice(0, 4) };
    expect(errors({ shifts: [noFriday, rota.shifts[1]] })).toEqual(['shifts nobody is on duty on friday at 08:00']);
  });

  it('is refused where absences leave nobody', () => {
    const away = [
      { staffId: 'anna', from: '2026-03-09', to: '2026-03-13' },
      { staffId: 'bo', from: '2026-03-12', to: '2026-03-12' },
    ];
    expect(errors({ away })).toEqual(['shifts.0.people everybody is away on 2026-03-12']);
  });

  it('is refused without a deputy, with one person twice, with nights written backwards', () => {
    expect(errors({ shifts: [{ ...rota.shifts[0], people: ['anna'] }, rota.shifts[1]] })[0]).toMatch(
      /^shifts\.0\.people/,
    );
    expect(errors({ shifts: [{ ...rota.shifts[0], people: ['anna', 'anna'] }, rota.shifts[1]] })[0]).toMatch(
      /names somebody twice/,
    );
    expect(errors({ cover: [{ days: ['monday'], from: '22:00', to: '06:00' }] })[0]).toMatch(/^cover\.0\.to/);
    expect(errors({ timeZone: 'Mars/Olympus' })).toEqual(['timeZone is not an IANA time zone']);
    expect(parseDutyRota(null).ok).toBe(false);
  });
});

describe('who is on duty', () => {
  it.each([
    ['2026-03-09T09:00:00.000Z', ['anna', 'bo'], true],
    ['2026-03-09T11:00:00.000Z', ['bo', 'carl'], true],
    ['2026-03-10T09:00:00.000Z', ['bo'], true],
    ['2026-03-09T16:00:00.000Z', ['bo'], false],
    ['2026-03-13T17:00:00.000Z', ['anna', 'bo'], false],
    ['2026-03-30T06:30:00.000Z', ['anna', 'bo'], true],
  ])('at %s is %j, in cover hours: %s', (instant, people, inCover) => {
    expect(dutyAt(rota, instant)).toEqual({ people, inCover });
  });
});

describe('an alert that nobody acknowledged', () => {
  it('is passed on in cover hours, over a weekend on which the clocks change', () => {
    // Friday 16:00 in Stockholm leaves 60 minutes of the 120 for Monday, when clocks are an hour ahead.
    expect(escalationOf(rota, 'moderate', 0, '2026-03-27T15:00:00.000Z')).toEqual({
      at: '2026-03-30T07:00:00.000Z',
      to: ['bo'],
    });
  });

  it('is passed on by night when it is graded high', () => {
    expect(escalationOf(rota, 'high', 0, '2026-03-27T21:00:00.000Z').at).toBe('2026-03-27T21:30:00.000Z');
  });

  it('goes down the line and, at its end, to everybody', () => {
    const since = '2026-03-09T12:00:00.000Z';
    expect(escalationOf(rota, 'high', 0, since).to).toEqual(['carl']);
    expect(escalationOf(rota, 'high', 1, since).to).toEqual(['bo', 'carl', 'investigator']);
    expect(escalationOf(rota, 'high', 7, since).to).toEqual(['bo', 'carl', 'investigator']);
  });
});
