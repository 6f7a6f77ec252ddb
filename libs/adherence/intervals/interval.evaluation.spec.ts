import { describe, expect, it } from '@jest/globals';
import { AdherenceDefinitionError } from '../definition.parser.ts';
import { defining } from '../example.definition.ts';
import { at, attempt, dateOf, factsOf, obligation } from '../example.facts.ts';
import { held } from '../example.sessions.ts';
import type { AdherenceFacts, Attempt, Obligation } from '../facts.schema.ts';
import { evaluateByInterval, type IntervalHistory } from './interval.evaluation.ts';
import type { IntervalOptions } from './interval.plan.ts';

const definition = defining(
  { quantity: { kind: 'unit-quantity', window: 'between' }, minutes: { kind: 'minutes', window: 'record' } },
  {
    windows: {
      between: { kind: 'intervals', opens: { kind: 'held-session' }, atMostDays: 28 },
      record: { kind: 'record' },
    },
    adherent: { kind: 'at-least', quantity: 'quantity', threshold: 0.5 },
  },
);

/** A piece of homework of its own, of 10 records. */
const asked = (name: string, due: number, state: Obligation['state'], given: Partial<Obligation> = {}): Obligation =>
  obligation(due, state, { assignmentId: name, occurrence: '1', ...given });
const did = (name: string, day: number, records: number, given: Partial<Attempt> = {}): Attempt =>
  attempt(day, { assignmentId: name, occurrence: '1', outcome: 'part', quantity: records, unit: 'records', ...given });
const rated = (name: string, value: number) => ({
  id: `rating-${name}`,
  assignmentId: name,
  instrument: 'HRS-II',
  raterRole: 'therapist',
  value,
  retrospective: false,
});

const sessions = [held(0, 1), held(7, 2), held(14, 3)];
const week: Partial<AdherenceFacts> = {
  sessions,
  observedUntil: at(60),
  observedUntilDate: dateOf(60),
  obligations: [
    asked('in-full', 2, 'done', { completedAt: at(2), reviewed: true }),
    asked('half', 4, 'part', { reviewed: true, ownAdjustments: 2, adjustments: 5 }),
    asked('more', 5, 'done', { completedAt: at(6), reviewed: false }),
    asked('nothing', 7, 'not-done'),
    asked('silent', 6, 'unknown'),
    asked('taken-back', 3, 'open', { withdrawnAt: at(2), withdrawnDate: dateOf(2) }),
    asked('in-hospital', 5, 'void'),
    asked('own-idea', 0, 'done', { initiatedBy: 'client', asAssigned: { version: 1 }, asAdjusted: { version: 1 } }),
    asked('next-month', 15, 'done', { completedAt: at(15) }),
  ],
  attempts: [
    did('in-full', 2, 10),
    did('half', 4, 5),
    did('more', 6, 20),
    did('own-idea', 3, 1, { quantity: null, unit: null, endedAt: at(3, 0.5) }),
  ],
  ratings: [rated('in-full', 4), rated('more', 2), rated('nothing', 0)],
};
const options: IntervalOptions = {
  metrics: {
    quality: { instrument: 'HRS-II', scale: { min: 0, max: 4 } },
    lateCredit: { kind: 'linear', noneAfterDays: 4 },
  },
};
const byInterval = (given: Partial<AdherenceFacts> = week, more: IntervalOptions = options): IntervalHistory =>
  evaluateByInterval(definition, factsOf(given), more);

describe('session 1 to session 2, worked out by hand', () => {
  const [first] = byInterval().intervals;
  if (first === undefined) throw new Error('no interval');

  it('holds what was due in it, up to the next session', () => {
    expect(first).toMatchObject({ k: 1, closedBy: 'next-session', lengthDays: 7, n: 5, nUnknown: 1 });
    expect(first.reportingRate).toBe(4 / 5);
  });

  // A, as adjusted: in-full 10/10, half 5/10, more 20/10, nothing 0/10, silent unknown.
  it.each([
    ['quantityUnit', (1 + 0.5 + 1 + 0) / 4, 2.5 / 5, 3.5 / 5],
    ['quantityUnitUncapped', (1 + 0.5 + 2 + 0) / 4, 3.5 / 5, null],
    ['quantityAssignment', 2 / 4, 2 / 5, 3 / 5],
    ['attemptRate', 3 / 4, 3 / 5, 4 / 5],
    ['attemptRateOfOccurrences', 3 / 4, 3 / 5, 4 / 5],
    ['timeliness', 1 / 4, 1 / 5, 2 / 5],
    ['latenessCredit', (1 + 0 + 0.75 + 0) / 4, 1.75 / 5, 2.75 / 5],
    ['latenessMeanDays', (0 + 1) / 2, 1 / 3, null],
    ['latenessMaxDays', 1, 1, null],
    ['quality', (4 + 2) / 2, 6 / 4, 14 / 4],
    ['reviewRate', 2 / 3, 2 / 5, 4 / 5],
    ['adjustmentBurden', 2 / 5, 2 / 5, 2 / 5],
    ['reportingRate', 4 / 5, 4 / 5, 4 / 5],
    ['complianceRating', (5 + 4 + 6 + 1) / 4, 17 / 5, 22 / 5],
  ] as const)('%s as adjusted', (metric, value, low, high) => {
    const result = first.metrics.asAdjusted[metric];
    expect(result?.value).toBeCloseTo(value, 12);
    if (low !== null) expect(result?.low).toBeCloseTo(low, 12);
    if (high === null) expect(result?.high).toBeNull();
    else expect(result?.high).toBeCloseTo(high, 12);
  });

  // As assigned the withdrawn work stays, not done.
  it.each([
    ['quantityUnit', (1 + 0.5 + 1 + 0 + 0) / 5, 2.5 / 6, 3.5 / 6],
    ['quantityAssignment', 2 / 5, 2 / 6, 3 / 6],
    ['attemptRate', 3 / 5, 3 / 6, 4 / 6],
    ['timeliness', 1 / 5, 1 / 6, 2 / 6],
    ['complianceRating', (5 + 4 + 6 + 1 + 1) / 5, 18 / 6, 23 / 6],
  ] as const)('%s as assigned', (metric, value, low, high) => {
    const result = first.metrics.asAssigned[metric];
    expect(result?.value).toBeCloseTo(value, 12);
    expect(result?.low).toBeCloseTo(low, 12);
    expect(result?.high).toBeCloseTo(high, 12);
    expect(result?.n).toBe(6);
  });

  it('leaves the void, the withdrawn and the client’s own out of proportions, and says so', () => {
    expect(first.metrics.asAdjusted.quantityUnit?.exclusions).toEqual({ void: 1, 'withdrawn-before-due': 1 });
    expect(byInterval().outside).toEqual({ obligations: 1, attempts: 0 });
  });

  it('counts the client’s own work in the dose', () => {
    expect(first.dose.minutes?.value).toBeCloseTo(20 + 20 + 20 + 30, 9);
    expect(first.dose.attempts?.value).toBe(4);
    expect(first.dose.activeDays?.value).toBe(4);
    expect(first.dose.activeDayShare?.value).toBeCloseTo(4 / 7, 12);
  });

  it('gives the definition’s own quantities and verdict', () => {
    expect(first.quantities['quantity']).toMatchObject({ value: 0.625, low: 0.5, high: 0.7 });
    expect(first.quantities['minutes']?.value).toBeCloseTo(90, 9);
    expect(first).toMatchObject({ value: 0.625, worst: 0.5, best: 0.7, adherent: true });
  });
});

describe('an interval in which nothing was due', () => {
  const [, second] = byInterval().intervals;

  it('has null, neither 0 nor 1, for every metric under both denominators', () => {
    for (const metrics of [second?.metrics.asAdjusted, second?.metrics.asAssigned]) {
      for (const result of Object.values(metrics ?? {})) {
        expect(result).toMatchObject({ value: null, low: null, high: null, state: 'empty', n: 0 });
      }
    }
    expect(second).toMatchObject({ n: 0, nUnknown: 0, reportingRate: null, value: null, adherent: 'unknown' });
  });

  it('has a dose of 0', () => {
    expect(second?.dose.minutes).toMatchObject({ value: 0, state: 'exact' });
    expect(second?.dose.activeDayShare).toMatchObject({ value: 0, high: 0 });
  });
});

describe('between and within', () => {
  it('splits the headline into a person’s mean and the departures from it', () => {
    const { h, intervals: all } = byInterval();
    // 0.625, nothing due, 1
    expect(all.map(({ value }) => value)).toEqual([0.625, null, 1]);
    expect(h).toEqual({ mean: 0.8125, deviations: [-0.1875, null, 0.1875], n: 2, missing: 1 });
  });
});

describe('two denominators over time', () => {
  it('put an obligation that was put off into the interval of each version', () => {
    const later = { version: 2, quantity: 5, unit: 'records', dueAt: at(10), dueDate: dateOf(10) };
    const { intervals: all } = byInterval({
      ...week,
      obligations: [asked('put-off', 5, 'part', { asAdjusted: later })],
      attempts: [did('put-off', 9, 4)],
    });
    expect(all.map(({ metrics }) => metrics.asAssigned.quantityUnit?.value)).toEqual([0.4, null, null]);
    expect(all.map(({ metrics }) => metrics.asAdjusted.quantityUnit?.value)).toEqual([null, 0.8, null]);
    expect(all.map(({ dose }) => dose.attempts?.value)).toEqual([0, 1, 0]);
  });
});

describe('an assignment with several occurrences', () => {
  const daily = (day: number, state: Obligation['state']) =>
    obligation(day, state, { assignmentId: 'daily', occurrence: String(day), adjustments: 3 });
  const facts = {
    ...week,
    obligations: [daily(1, 'done'), daily(2, 'not-done'), daily(3, 'not-done'), asked('once', 4, 'not-done')],
    attempts: [],
  };
  const [first] = byInterval(facts).intervals;

  it('is attempted when one of them is', () => {
    expect(first?.metrics.asAdjusted.attemptRate?.value).toBe(1 / 2);
    expect(first?.metrics.asAdjusted.attemptRateOfOccurrences?.value).toBe(1 / 4);
  });

  it('leaves open which of its adjustments belong here, unless somebody told', () => {
    expect(first?.metrics.asAdjusted.adjustmentBurden).toMatchObject({ value: null, low: 0, high: 3 / 4 });
    const told = facts.obligations.map((one) => ({ ...one, ownAdjustments: 1 }));
    expect(byInterval({ ...facts, obligations: told }).intervals[0]?.metrics.asAdjusted.adjustmentBurden?.value).toBe(
      1,
    );
  });
});

describe('the edges', () => {
  it('an open interval may yet go either way', () => {
    const facts = { ...week, observedUntil: at(16), observedUntilDate: dateOf(16) };
    const third = byInterval(facts).intervals[2];
    expect(third).toMatchObject({ open: true, value: 1, worst: 0, best: 1, adherent: 'unknown' });
    expect(third?.dose.activeDayShare).toMatchObject({ value: null, low: 0, high: 1 });
    const judged = byInterval(facts, { future: 'ignored' }).intervals[2];
    expect(judged).toMatchObject({ open: true, value: 1, worst: 1, adherent: true });
  });

  it('nobody could review what no session followed', () => {
    const third = byInterval().intervals[2];
    expect(third).toMatchObject({ closedBy: 'study-rule', n: 1 });
    expect(third?.metrics.asAdjusted.reviewRate).toMatchObject({ value: null, exclusions: { 'no-session': 1 } });
  });

  it('a week between two sessions touches eight dates, of which no more than seven count', () => {
    const attempts = [0, 1, 2, 3, 4, 5, 6].map((day) => attempt(day, { startedAt: at(day, 1), endedAt: null }));
    const last = attempt(7, { startedAt: at(7, -1), endedAt: null });
    const [first] = byInterval({ ...week, attempts: [...attempts, last] }).intervals;
    expect(first?.dose.activeDays?.value).toBe(8);
    expect(first?.dose.activeDayShare?.value).toBe(1);
  });

  it('two sessions at one moment leave no days to divide by', () => {
    const { intervals: all } = byInterval({ ...week, sessions: [held(0), { ...held(0), id: 'again' }, held(7)] });
    expect(all[0]?.dose.activeDayShare).toMatchObject({ value: null, state: 'empty' });
  });

  it('work without a time may lie in any interval', () => {
    const loose = attempt(3, { startedAt: null, endedAt: null, localDate: null, minutes: 15 });
    const { intervals: all } = byInterval({ ...week, obligations: [], attempts: [loose] });
    expect(all.map(({ dose }) => dose.minutes?.high)).toEqual([15, 15, 15]);
    expect(all.map(({ dose }) => dose.minutes?.value)).toEqual([0, 0, 0]);
  });

  it('the day of a session, where only the date is known, belongs to the interval it closes', () => {
    const dated = attempt(7, { startedAt: null, endedAt: null });
    expect(byInterval({ ...week, attempts: [dated] }).intervals.map(({ dose }) => dose.attempts?.value)).toEqual([
      1, 0, 0,
    ]);
  });
});

describe('a definition', () => {
  it('without an intervals window is cut session to session', () => {
    const plain = defining({ done: { kind: 'completion-rate', window: 'record' } });
    expect(evaluateByInterval(plain, factsOf(week)).intervals.map(({ value }) => value)).toEqual([0.5, null, 1]);
  });

  it('tells nothing of an interval where it counts days since enrolment, and no verdict that rests on them', () => {
    const mixed = defining(
      { done: { kind: 'completion-rate', window: 'record' }, early: { kind: 'attempts', window: 'w' } },
      {
        adherent: {
          kind: 'all',
          conditions: [
            { kind: 'at-least', quantity: 'done', threshold: 0.5 },
            { kind: 'at-least', quantity: 'early', threshold: 1 },
          ],
        },
      },
    );
    const [first] = evaluateByInterval(mixed, factsOf(week)).intervals;
    expect(Object.keys(first?.quantities ?? {})).toEqual(['done']);
    expect(first).toMatchObject({ value: 0.5, adherent: null });
  });

  it('is refused choices that make no sense', () => {
    const metrics = { quality: { instrument: 'X', scale: { min: 4, max: 0 } } };
    expect(() => byInterval(week, { metrics })).toThrow(AdherenceDefinitionError);
    expect(() => byInterval(week, { metrics })).toThrow(/quality-as-adjusted\.scale/);
  });

  it('gives an answer that survives a trip through JSON', () => {
    expect(JSON.parse(JSON.stringify(byInterval()))).toEqual(byInterval());
  });
});
