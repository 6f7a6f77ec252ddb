import { describe, expect, it } from '@jest/globals';
import { AdherenceDefinitionError } from '../definition.parser.ts';
import { at, attempt, dateOf, factsOf, obligation } from '../example.facts.ts';
import { cancelled, held, missed } from '../example.sessions.ts';
import type { AdherenceFacts } from '../facts.schema.ts';
import { AdherenceFactsError } from '../study-day.ts';
import { defineIntervals, parseIntervalRules } from './interval.rules.ts';
import type { IntervalRulesInput } from './interval.schema.ts';
import { intervals } from './interval.sequence.ts';

const cut = (given: Partial<IntervalRulesInput>, facts: Partial<AdherenceFacts>) =>
  intervals(defineIntervals({ opens: { kind: 'held-session' }, atMostDays: 28, ...given }), factsOf(facts));
const brief = (given: Partial<IntervalRulesInput>, facts: Partial<AdherenceFacts>) =>
  cut(given, facts).map(({ k, fromDate, toDate, lengthDays, closedBy, open }) =>
    open ? [k, fromDate, 'open'] : [k, fromDate, toDate, lengthDays, closedBy],
  );
const seen = (day: number) => ({ observedUntil: at(day), observedUntilDate: dateOf(day) });

describe('between sessions', () => {
  it('runs from one held session to the next, and is open after the latest', () => {
    const [first, second, third] = cut({}, { ...seen(16), sessions: [held(0, 1), held(14, 3), held(7, 2)] });
    expect(first).toEqual({
      k: 1,
      openedBy: { kind: 'session', id: 'session-0', number: 1 },
      from: at(0),
      to: at(7),
      fromDate: dateOf(0),
      toDate: dateOf(7),
      lengthDays: 7,
      closedBy: 'next-session',
      closedById: 'session-7',
      open: false,
    });
    expect(second).toMatchObject({ k: 2, from: at(7), to: at(14), openedBy: { number: 2 } });
    expect(third).toMatchObject({ k: 3, from: at(14), to: null, toDate: null, lengthDays: null, open: true });
  });

  it('closes by the study rule after so many days; time until the next session is nobody’s, or a next interval’s', () => {
    const facts = { ...seen(30), sessions: [held(0), held(20), held(25)] };
    expect(brief({ atMostDays: 10 }, facts)).toEqual([
      [1, dateOf(0), dateOf(10), 10, 'study-rule'],
      [2, dateOf(20), dateOf(25), 5, 'next-session'],
      [3, dateOf(25), 'open'],
    ]);
    expect(brief({ atMostDays: 10, afterEarlyClose: 'opens-next' }, facts)).toEqual([
      [1, dateOf(0), dateOf(10), 10, 'study-rule'],
      [2, dateOf(10), dateOf(20), 10, 'next-session'],
      [3, dateOf(20), dateOf(25), 5, 'next-session'],
      [4, dateOf(25), 'open'],
    ]);
  });

  it('goes on past a cancelled or missed session, or closes at the time it was meant for', () => {
    const facts = { ...seen(22), sessions: [held(0), cancelled(7), held(14), missed(21)] };
    expect(brief({}, facts)).toEqual([
      [1, dateOf(0), dateOf(14), 14, 'next-session'],
      [2, dateOf(14), 'open'],
    ]);
    expect(brief({ cancelledSession: 'closes' }, facts)[0]).toEqual([1, dateOf(0), dateOf(7), 7, 'cancelled-session']);
    expect(brief({ missedSession: 'closes' }, facts)[1]).toEqual([2, dateOf(14), dateOf(21), 7, 'missed-session']);
    expect(brief({ cancelledSession: 'closes', afterEarlyClose: 'opens-next' }, facts)).toEqual([
      [1, dateOf(0), dateOf(7), 7, 'cancelled-session'],
      [2, dateOf(7), dateOf(14), 7, 'next-session'],
      [3, dateOf(14), 'open'],
    ]);
  });

  it('counts a group that met without the participant, or takes it as missed', () => {
    const facts = { ...seen(15), sessions: [held(0), held(7, 2, { attended: false }), held(14)] };
    expect(brief({}, facts).map(([, from]) => from)).toEqual([dateOf(0), dateOf(7), dateOf(14)]);
    expect(brief({ opens: { kind: 'attended-session' } }, facts)[0]).toEqual([
      1,
      dateOf(0),
      dateOf(14),
      14,
      'next-session',
    ]);
    expect(brief({ opens: { kind: 'attended-session' }, missedSession: 'closes' }, facts)[0]).toEqual([
      1,
      dateOf(0),
      dateOf(7),
      7,
      'missed-session',
    ]);
  });
});

describe('the last interval and drop-out', () => {
  const sessions = [held(0), held(7)];
  const ended = (ending: 'completed' | 'discontinued') => ({
    ...seen(40),
    sessions,
    endedAt: at(12),
    endedDate: dateOf(12),
    ending,
  });

  it.each([
    ['drop-out', ended('discontinued'), 'dropOut'],
    ['last-interval', ended('completed'), 'lastInterval'],
  ] as const)('%s closes at the end, after so many days, or is left out, as the study says', (reason, facts, field) => {
    expect(brief({ [field]: { kind: 'at-end' } }, facts)[1]).toEqual([2, dateOf(7), dateOf(12), 5, reason]);
    expect(brief({ [field]: { kind: 'after', days: 7 } }, facts)[1]).toEqual([2, dateOf(7), dateOf(14), 7, reason]);
    expect(brief({ [field]: { kind: 'leave-out' } }, facts)).toHaveLength(1);
    const other = field === 'dropOut' ? 'lastInterval' : 'dropOut';
    expect(brief({ [other]: { kind: 'leave-out' } }, facts)).toHaveLength(2);
  });

  it('closes at the end of an interval that the end cuts short, not before the study rule has', () => {
    const late = { ...ended('discontinued'), endedAt: at(30), endedDate: dateOf(30) };
    expect(brief({ atMostDays: 14 }, late)[1]).toEqual([2, dateOf(7), dateOf(21), 14, 'study-rule']);
  });

  it('takes a complete record without an end for ended after the last session', () => {
    expect(brief({ lastInterval: { kind: 'after', days: 9 } }, { sessions })[1]).toEqual([
      2,
      dateOf(7),
      dateOf(16),
      9,
      'last-interval',
    ]);
    expect(brief({}, { sessions })[1]).toEqual([2, dateOf(7), dateOf(35), 28, 'last-interval']);
    expect(brief({ afterEarlyClose: 'opens-next' }, { sessions })).toHaveLength(2);
  });

  it('does not know of an end that has not been observed', () => {
    expect(brief({}, { ...ended('discontinued'), ...seen(10) })[1]).toEqual([2, dateOf(7), 'open']);
  });

  it('opens nothing from the end on', () => {
    expect(brief({}, { ...ended('completed'), endedAt: at(7), endedDate: dateOf(7) })).toEqual([
      [1, dateOf(0), dateOf(7), 7, 'next-session'],
    ]);
  });
});

describe('without sessions', () => {
  const weeks: Partial<IntervalRulesInput> = { opens: { kind: 'calendar', everyDays: 7 } };
  const noLimit = { atMostDays: undefined };

  it('runs by weeks from enrolment, the running one open with its end known', () => {
    const all = cut({ ...weeks, ...noLimit }, seen(15));
    expect(all.map(({ fromDate, toDate, lengthDays }) => [fromDate, toDate, lengthDays])).toEqual([
      [dateOf(0), dateOf(6), 7],
      [dateOf(7), dateOf(13), 7],
      [dateOf(14), dateOf(20), null],
    ]);
    expect(all.map(({ open, closedBy }) => [open, closedBy])).toEqual([
      [false, 'calendar'],
      [false, 'calendar'],
      [true, null],
    ]);
  });

  it('closes at drop-out', () => {
    const dropped = { ...seen(30), endedAt: at(9), endedDate: dateOf(9), ending: 'discontinued' } as const;
    expect(brief({ ...weeks, ...noLimit }, dropped)).toEqual([
      [1, dateOf(0), dateOf(6), 7, 'calendar'],
      [2, dateOf(7), dateOf(9), 3, 'drop-out'],
    ]);
    expect(brief({ ...weeks, ...noLimit, dropOut: { kind: 'leave-out' } }, dropped)).toHaveLength(1);
    expect(brief({ ...weeks, ...noLimit, dropOut: { kind: 'after', days: 5 } }, dropped)[1]).toEqual([
      2,
      dateOf(7),
      dateOf(11),
      5,
      'drop-out',
    ]);
  });

  it('reaches to the last thing on record where that is complete', () => {
    const facts = { attempts: [attempt(3)], obligations: [obligation(8, 'done')] };
    expect(brief({ ...weeks, ...noLimit }, facts)).toHaveLength(2);
  });

  it('is for those of a session study who have none, where the study says so', () => {
    expect(brief({}, seen(8))).toEqual([]);
    expect(brief({ withoutSessions: { everyDays: 7 } }, seen(8))).toHaveLength(2);
    expect(brief({ withoutSessions: { everyDays: 7 } }, { ...seen(8), sessions: [held(1)] })).toHaveLength(1);
  });

  it('needs a date of enrolment', () => {
    expect(brief({ ...weeks, ...noLimit }, { ...seen(8), enrolledDate: null })).toEqual([]);
  });
});

describe('between modules', () => {
  it('closes at the next module', () => {
    const modules = [0, 9].map((day) => ({ id: `module-${day}`, at: at(day), date: dateOf(day) }));
    expect(brief({ opens: { kind: 'module' } }, { ...seen(20), modules, sessions: [held(3)] })).toEqual([
      [1, dateOf(0), dateOf(9), 9, 'next-module'],
      [2, dateOf(9), 'open'],
    ]);
  });
});

describe('rules that make no sense', () => {
  it.each([
    ['one that never closes', { opens: { kind: 'held-session' } }, 'atMostDays', /never closes/],
    [
      'a last interval that runs into nowhere',
      { opens: { kind: 'held-session' }, atMostDays: 7, lastInterval: { kind: 'after', days: 14 } },
      'lastInterval.days',
      /longer than 7/,
    ],
    [
      'a study rule on weeks',
      { opens: { kind: 'calendar', everyDays: 7 }, atMostDays: 3 },
      'atMostDays',
      /no place here/,
    ],
    [
      'weeks closed by sessions',
      { opens: { kind: 'calendar', everyDays: 7 }, cancelledSession: 'closes' },
      'cancelledSession',
      /between sessions only/,
    ],
    ['an unknown opening', { opens: { kind: 'moon' } }, 'opens.kind', /known: held-session, attended-session/],
    ['a field too many', { opens: { kind: 'module' }, atMostDays: 7, close: 1 }, 'close', /not a field/],
    ['weeks of no days', { opens: { kind: 'calendar', everyDays: 0 } }, 'opens.everyDays', /./],
  ])('%s', (_, rules, path, message) => {
    const parsed = parseIntervalRules(rules);
    if (parsed.ok) throw new Error('was taken');
    expect(parsed.errors[0]?.path).toBe(path);
    expect(parsed.errors[0]?.message).toMatch(message);
  });

  it('throws where code wrote them', () => {
    expect(() => defineIntervals({ opens: { kind: 'module' } })).toThrow(AdherenceDefinitionError);
  });
});

describe('facts that make no sense', () => {
  it('names the session whose time cannot be read', () => {
    expect(() => cut({}, { sessions: [held(0), { ...held(1), at: 'soon' }] })).toThrow(/sessions\[1\]\.at/);
  });

  it('refuses dates a human life apart', () => {
    const weeks = { opens: { kind: 'calendar', everyDays: 1 }, atMostDays: undefined } as const;
    const old = { enrolledDate: '0026-03-02', ...seen(8) };
    expect(() => cut(weeks, old)).toThrow(AdherenceFactsError);
    const far = { sessions: [held(0)], observedUntil: '9026-03-02T00:00:00.000Z' };
    expect(() => cut({ atMostDays: 1, afterEarlyClose: 'opens-next' }, far)).toThrow(/more than 2000/);
  });

  it('takes sessions at the same moment in stride', () => {
    const all = cut({}, { ...seen(9), sessions: [held(0), { ...held(0), id: 'again' }, held(7)] });
    expect(all.map(({ lengthDays }) => lengthDays)).toEqual([0, 7, null]);
  });
});
