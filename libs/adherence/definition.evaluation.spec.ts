import { describe, expect, it } from '@jest/globals';
import { evaluate } from './definition.evaluation.ts';
import { gIcbtWritten } from './definitions/g-icbt.definitions.ts';
import { type Loose, measured, type Windows } from './example.definition.ts';
import { at, attempt, dateOf, factsOf, obligation } from './example.facts.ts';
import type { AdherenceFacts } from './facts.schema.ts';
import { AdherenceFactsError } from './study-day.ts';

describe('quantity, unit level: the mean of min(u/q, 1)', () => {
  const amount = (day: number, quantity: number) =>
    attempt(day, { occurrence: `due-${day}`, outcome: 'part', quantity, unit: 'records' });
  const facts = factsOf({
    obligations: [obligation(1, 'part'), obligation(2, 'done'), obligation(3, 'not-done'), obligation(4, 'done')],
    attempts: [amount(1, 4), amount(1, 1), amount(4, 25)],
  });

  it('caps each obligation at what was asked', () => {
    // (5/10 + 1 + 0 + 1) / 4
    expect(measured({ kind: 'unit-quantity' }, facts)).toMatchObject({
      value: 0.625,
      worst: 0.625,
      best: 0.625,
      state: 'exact',
      n: 4,
    });
  });

  it('keeps more than asked when uncapped or capped higher', () => {
    expect(measured({ kind: 'unit-quantity', cap: 'none' }, facts).value).toBe((0.5 + 1 + 0 + 2.5) / 4);
    expect(measured({ kind: 'unit-quantity', cap: 2 }, facts).value).toBe((0.5 + 1 + 0 + 2) / 4);
  });

  it('never adds amounts of different units', () => {
    const other = factsOf({
      obligations: [obligation(1, 'part')],
      attempts: [attempt(1, { outcome: 'part', quantity: 8, unit: 'pages' })],
    });
    expect(measured({ kind: 'unit-quantity' }, other)).toMatchObject({ value: null, worst: 0, best: 1, unknown: 1 });
  });

  it('takes the minutes of the log where the dose is in minutes', () => {
    const terms = { version: 1, quantity: 80, unit: 'minutes', dueAt: at(1), dueDate: dateOf(1) };
    const timed = factsOf({
      obligations: [obligation(1, 'part', { asAdjusted: terms })],
      attempts: [attempt(0), attempt(1)],
    });
    expect(measured({ kind: 'unit-quantity' }, timed).value).toBeCloseTo(0.5, 10);
  });

  it('leaves an obligation without a dose, or with a dose of 0, out: there is nothing to divide by', () => {
    const none = { version: 1, quantity: 0, unit: 'records', dueAt: at(1) };
    const result = measured(
      { kind: 'unit-quantity' },
      factsOf({ obligations: [obligation(1, 'done', { asAdjusted: none })] }),
    );
    expect(result).toMatchObject({ value: null, state: 'empty', exclusions: { 'no-quantity': 1 } });
  });
});

describe('unknown is not undone', () => {
  const facts = factsOf({
    obligations: [obligation(1, 'done'), obligation(2, 'unknown'), obligation(3, 'unknown'), obligation(4, 'not-done')],
  });

  it('gives the mean of what is known, the reporting rate, and both bounds', () => {
    expect(measured({ kind: 'completion-rate' }, facts)).toMatchObject({
      value: 0.5,
      worst: 0.25,
      best: 0.75,
      n: 4,
      unknown: 2,
      reportingRate: 0.5,
      state: 'bounded',
    });
  });

  it('answers a threshold only when both bounds agree', () => {
    const adherent = (threshold: number) =>
      measured({ kind: 'completion-rate' }, facts, { adherent: { kind: 'at-least', quantity: 'q', threshold } })
        .adherent;
    expect([adherent(0.25), adherent(0.5), adherent(0.75), adherent(0.8)]).toEqual([true, 'unknown', 'unknown', false]);
  });

  it('lets unreported work hide practice, unless the log is exhaustive', () => {
    expect(measured({ kind: 'active-days' }, facts)).toMatchObject({ value: 0, worst: 0, best: 0 });
    expect(measured({ kind: 'active-days' }, facts, { log: { kind: 'reported' } })).toMatchObject({
      value: 0,
      worst: 0,
      best: 2,
    });
    expect(measured({ kind: 'minutes' }, facts, { log: { kind: 'reported' } })).toMatchObject({
      value: 0,
      worst: 0,
      best: null,
      state: 'unbounded',
    });
  });

  it('turns the bounds round where lower is better', () => {
    expect(measured({ kind: 'completion-rate' }, facts, { better: 'lower' })).toMatchObject({
      best: 0.25,
      worst: 0.75,
    });
  });
});

describe('nothing to measure is null, never 0 or 1', () => {
  const kinds = [
    'unit-quantity',
    'completion-rate',
    'attempt-rate',
    'timeliness',
    'lateness',
    'reporting-rate',
    'review-rate',
    'adjustment-burden',
  ] as const;
  it.each(kinds)('%s', (kind) => {
    const result = measured({ kind }, factsOf({ obligations: [obligation(1, 'void'), obligation(40, 'done')] }), {
      adherent: { kind: 'at-most', quantity: 'q', threshold: 0.5 },
    });
    expect(result).toMatchObject({
      value: null,
      best: null,
      worst: null,
      state: 'empty',
      n: 0,
      reportingRate: null,
      adherent: 'unknown',
      exclusions: { void: 1, 'outside-window': 1 },
    });
  });

  it('also for quality when nothing was attempted', () => {
    const quality: Loose = { kind: 'quality', instrument: 'HRS-II', scale: { min: 0, max: 4 } };
    expect(measured(quality, factsOf({ obligations: [obligation(1, 'not-done')] }))).toMatchObject({
      value: null,
      state: 'empty',
      exclusions: { 'not-attempted': 1 },
    });
  });
});

describe('the two denominators', () => {
  const adjusted = { version: 2, quantity: 5, unit: 'records', dueAt: at(3), dueDate: dateOf(3) };
  const facts = factsOf({
    obligations: [
      obligation(1, 'part', { asAdjusted: { ...adjusted, dueAt: at(1), dueDate: dateOf(1) } }),
      obligation(3, 'open', { withdrawnAt: at(2), withdrawnDate: dateOf(2) }),
    ],
    attempts: [attempt(1, { occurrence: 'due-1', outcome: 'part', quantity: 5, unit: 'records' })],
  });

  it('as adjusted: the dose in force when due, without what was withdrawn before', () => {
    expect(measured({ kind: 'unit-quantity' }, facts)).toMatchObject({
      value: 1,
      n: 1,
      exclusions: { 'withdrawn-before-due': 1 },
    });
  });

  it('as assigned: the first dose, and what was withdrawn stays in', () => {
    expect(measured({ kind: 'unit-quantity', terms: 'as-assigned' }, facts)).toMatchObject({
      value: 0.25,
      n: 2,
      exclusions: {},
    });
  });

  it('keeps what was withdrawn after it was due', () => {
    const late = factsOf({
      obligations: [obligation(3, 'not-done', { withdrawnAt: at(4), withdrawnDate: dateOf(4) })],
    });
    expect(measured({ kind: 'completion-rate' }, late)).toMatchObject({ value: 0, n: 1 });
  });
});

describe('client-initiated work', () => {
  const own = (given: object) => obligation(2, 'done', { initiatedBy: 'client', ...given });
  const undosed = { version: 1, dueAt: null, dueDate: null };

  it('counts in proportions only with a dose and a due moment', () => {
    const facts = factsOf({
      obligations: [obligation(1, 'not-done'), own({ asAdjusted: undosed, asAssigned: undosed })],
    });
    expect(measured({ kind: 'completion-rate' }, facts)).toMatchObject({
      value: 0,
      n: 1,
      exclusions: { 'client-initiated-without-dose': 1 },
    });
    expect(measured({ kind: 'completion-rate' }, factsOf({ obligations: [own({})] })).value).toBe(1);
    expect(
      measured({ kind: 'completion-rate', clientInitiated: 'exclude' }, factsOf({ obligations: [own({})] })).exclusions,
    ).toEqual({
      'client-initiated': 1,
    });
  });

  it('counts in the dose', () => {
    const facts = factsOf({ obligations: [own({ asAdjusted: undosed })], attempts: [attempt(2)] });
    expect(measured({ kind: 'minutes' }, facts).value).toBeCloseTo(20, 10);
  });
});

describe('attempts, alternatives, time', () => {
  const obligations = [
    obligation(1, 'done', { completedAt: at(0, 12) }),
    obligation(2, 'done', { completedAt: at(4, 12) }),
    obligation(3, 'alternative'),
  ];

  it('attempt rate: obligations with at least one attempt / |A|', () => {
    const facts = factsOf({
      obligations: [obligation(1, 'not-done'), obligation(2, 'not-done')],
      attempts: [attempt(1, { occurrence: 'due-1', outcome: 'unable' })],
    });
    expect(measured({ kind: 'attempt-rate' }, facts).value).toBe(0.5);
  });

  it('does not take something else done for a report on what was asked', () => {
    const facts = factsOf({
      obligations: [obligation(1, 'unknown')],
      attempts: [attempt(1, { occurrence: 'due-1', outcome: 'alternative' })],
    });
    expect(measured({ kind: 'attempt-rate' }, facts)).toMatchObject({ value: null, worst: 0, best: 1 });
    expect(measured({ kind: 'attempt-rate', alternative: 'counts' }, facts).value).toBe(1);
  });

  it('takes an alternative as the definition says', () => {
    const of = (alternative: 'not-done' | 'counts' | 'exclude') =>
      measured({ kind: 'completion-rate', alternative }, factsOf({ obligations })).value;
    expect([of('not-done'), of('counts'), of('exclude')]).toEqual([2 / 3, 1, 1]);
  });

  it('timeliness: completed by due / |A|; lateness: max(0, done − due) in days', () => {
    expect(measured({ kind: 'timeliness' }, factsOf({ obligations })).value).toBe(1 / 3);
    expect(measured({ kind: 'lateness' }, factsOf({ obligations }))).toMatchObject({
      value: 1.25,
      n: 2,
      exclusions: { 'not-completed': 1 },
    });
    expect(measured({ kind: 'lateness', aggregate: 'max' }, factsOf({ obligations })).value).toBe(2.5);
  });

  it('does not guess when completed work was done', () => {
    expect(measured({ kind: 'timeliness' }, factsOf({ obligations: [obligation(1, 'done')] }))).toMatchObject({
      value: null,
      worst: 0,
      best: 1,
    });
  });

  it('review rate and adjustment burden', () => {
    const reviewed = factsOf({
      obligations: [
        obligation(1, 'done', { reviewed: true, adjustments: 3 }),
        obligation(2, 'done', { reviewed: false, adjustments: 3 }),
        obligation(3, 'done', { adjustments: 3 }),
      ],
    });
    expect(measured({ kind: 'review-rate' }, reviewed)).toMatchObject({ value: 0.5, worst: 1 / 3, best: 2 / 3 });
    expect(measured({ kind: 'adjustment-burden' }, reviewed).value).toBe(1);
  });

  it('quality: the mean rating of attempted work, with bounds for what was not rated', () => {
    const rating = (occurrence: string, value: number) =>
      ({
        id: occurrence,
        assignmentId: 'homework',
        occurrence,
        instrument: 'HRS-II',
        subscale: 'quality',
        raterRole: 'therapist',
        value,
        retrospective: false,
      }) as const;
    const facts = factsOf({
      obligations: [obligation(1, 'done'), obligation(2, 'part'), obligation(3, 'not-done')],
      ratings: [rating('due-1', 3), rating('due-3', 0)],
    });
    expect(
      measured({ kind: 'quality', instrument: 'HRS-II', subscale: 'quality', scale: { min: 0, max: 4 } }, facts),
    ).toMatchObject({
      value: 3,
      worst: 1.5,
      best: 3.5,
      n: 2,
    });
  });
});

describe('dose and days', () => {
  const facts = factsOf({ attempts: [attempt(0), attempt(0, { endedAt: at(0, 1) }), attempt(3), attempt(30)] });

  it('sums, averages and finds the middle of minutes, from start and end', () => {
    expect(measured({ kind: 'minutes' }, facts).value).toBeCloseTo(100, 10);
    expect(measured({ kind: 'minutes', aggregate: 'mean' }, facts).value).toBeCloseTo(100 / 3, 10);
    expect(measured({ kind: 'minutes', aggregate: 'median' }, facts).value).toBeCloseTo(20, 10);
  });

  it('counts attempts, different days, and their share of the window', () => {
    expect(measured({ kind: 'attempts' }, facts).value).toBe(3);
    expect(measured({ kind: 'active-days' }, facts).value).toBe(2);
    expect(measured({ kind: 'active-day-share' }, facts).value).toBe(2 / 28);
    expect(measured({ kind: 'first-day' }, facts).value).toBe(0);
    expect(measured({ kind: 'last-day' }, facts).value).toBe(3);
  });

  it('leaves an attempt of unknown length out of the minutes and says so', () => {
    const open = factsOf({ attempts: [attempt(0), attempt(1, { endedAt: null })] });
    expect(measured({ kind: 'minutes' }, open)).toMatchObject({
      worst: expect.closeTo(20, 10),
      best: null,
      unknown: 1,
      exclusions: { 'no-duration': 1 },
    });
  });

  it('does not believe an end before the start', () => {
    const reversed = factsOf({ attempts: [attempt(1, { endedAt: at(0) })] });
    expect(measured({ kind: 'minutes' }, reversed)).toMatchObject({
      value: 0,
      state: 'unbounded',
      exclusions: { 'no-duration': 1 },
    });
  });

  it('keeps only attempts of the sort asked for', () => {
    const kept = (where: object, given: object) =>
      measured({ kind: 'attempts', where }, factsOf({ attempts: [attempt(1, given)] }));
    expect(kept({ minutesAbove: 20 }, {}).value).toBe(0);
    expect(kept({ minutesAbove: 19 }, {}).value).toBe(1);
    expect(kept({ outcomes: ['full', 'part'] }, { outcome: 'abandoned' }).exclusions).toEqual({ 'filtered-out': 1 });
    expect(kept({ enteredWithinHours: 24 }, { recordedAt: at(3) }).value).toBe(0);
    expect(kept({ enteredWithinHours: 24 }, {})).toMatchObject({
      value: 0,
      best: 1,
      exclusions: { 'no-entry-time': 1 },
    });
  });

  it('counts the weeks in which enough was done', () => {
    const weeks = {
      kind: 'periods',
      anchor: 'enrolment',
      days: 'calendar',
      periods: [0, 7, 14].map((from) => ({ from, to: from + 6 })),
    } as const;
    const practised = factsOf({ attempts: [0, 1, 2, 8, 14, 15, 16].map((day) => attempt(day)) });
    const result = measured({ kind: 'periods-met', window: 'weeks', measure: 'active-days', atLeast: 3 }, practised, {
      windows: { weeks },
    });
    expect(result).toMatchObject({ value: 2, worst: 2, best: 2, unit: 'periods' });
  });
});

describe('days: elapsed or on the calendar', () => {
  // 23:30 and half past midnight in Stockholm: one 24-hour block, two dates.
  const night = factsOf({
    enrolledAt: '2026-03-02T22:30:00.000Z',
    enrolledDate: '2026-03-02',
    attempts: [
      attempt(0, { startedAt: '2026-03-02T22:30:00.000Z', endedAt: null, localDate: '2026-03-02' }),
      attempt(0, { startedAt: '2026-03-02T23:30:00.000Z', endedAt: null, localDate: '2026-03-03' }),
    ],
  });
  const over = (days: 'elapsed' | 'calendar', facts: AdherenceFacts) =>
    measured({ kind: 'active-days' }, facts, {
      windows: { w: { kind: 'days', anchor: 'enrolment', days, from: 0, to: 6 } },
    });

  it('is not the same thing', () => {
    expect(over('elapsed', night).value).toBe(1);
    expect(over('calendar', night).value).toBe(2);
  });

  it('a calendar day is a day when the clocks change', () => {
    const spring = factsOf({
      enrolledDate: '2026-03-28',
      attempts: ['2026-03-28', '2026-03-29', '2026-03-30', '2026-04-03', '2026-04-04'].map((localDate) =>
        attempt(0, { localDate }),
      ),
    });
    expect(over('calendar', spring).value).toBe(4);
  });

  it('the last second of a 24-hour day belongs to it', () => {
    const edge = factsOf({
      attempts: [
        attempt(0, { startedAt: '2026-03-09T08:59:59.999Z' }),
        attempt(0, { startedAt: '2026-03-09T09:00:00.000Z' }),
      ],
    });
    const days: Windows = { w: { kind: 'days', anchor: 'enrolment', days: 'elapsed', from: 6, to: 6 } };
    expect(measured({ kind: 'attempts' }, edge, { windows: days }).value).toBe(1);
  });

  it('an attempt that cannot be placed may count', () => {
    const undated = factsOf({ attempts: [attempt(1), attempt(1, { startedAt: null })] });
    expect(over('elapsed', undated)).toMatchObject({ value: 1, worst: 1, best: 2, exclusions: { 'no-time': 1 } });
  });

  it('without a day 0 nothing can be told', () => {
    const lost = factsOf({ enrolledAt: null, attempts: [attempt(1)] });
    expect(over('elapsed', lost)).toMatchObject({ value: null, worst: 0, best: null });
  });

  it('counts each assignment from its own making', () => {
    const windows: Windows = { w: { kind: 'days', anchor: 'assignment', days: 'calendar', from: 0, to: 2 } };
    const second = obligation(12, 'done', { assignmentId: 'second', assignedAt: at(10), assignedDate: dateOf(10) });
    const facts = factsOf({
      obligations: [obligation(2, 'done'), second],
      attempts: [attempt(1), attempt(9), attempt(11, { assignmentId: 'second' })],
    });
    expect(measured({ kind: 'active-days' }, facts, { windows }).value).toBe(2);
  });
});

describe('facts that cannot be read', () => {
  it.each([
    ['startedAt', { startedAt: '2026-03-02 09:00' }, 'attempts[0].startedAt'],
    ['an hour that is not', { startedAt: '2026-03-02T25:00:00.000Z' }, 'attempts[0].startedAt'],
    ['endedAt', { endedAt: 'soon' }, 'attempts[0].endedAt'],
  ])('names the field: %s', (_, given, field) => {
    const evaluating = () => evaluate(gIcbtWritten, factsOf({ attempts: [attempt(0, given)] }));
    expect(evaluating).toThrow(AdherenceFactsError);
    expect(evaluating).toThrow(field);
  });
});
