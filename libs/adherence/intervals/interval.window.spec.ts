import { describe, expect, it } from '@jest/globals';
import { evaluate } from '../definition.evaluation.ts';
import { defining, type Loose } from '../example.definition.ts';
import { at, attempt, dateOf, factsOf, obligation } from '../example.facts.ts';
import { held } from '../example.sessions.ts';
import type { AdherenceFacts } from '../facts.schema.ts';
import { explain, explanationText } from '../explanation.ts';

/** Sessions on days 0, 7 and 20; at most 10 days each, so days 17 to 20 and from 30 on belong to nothing. */
const course = factsOf({
  sessions: [held(0), held(7), held(20)],
  observedUntil: at(60),
  observedUntilDate: dateOf(60),
  endedAt: at(50),
  endedDate: dateOf(50),
  obligations: [3, 8, 18, 25].map((day) => obligation(day, day === 8 ? 'not-done' : 'done')),
  attempts: [1, 2, 9, 19, 21, 22, 31].map((day) => attempt(day, { occurrence: 'none' })),
});
const windows = {
  between: { kind: 'intervals', opens: { kind: 'held-session' }, atMostDays: 10 } as const,
};
const over = (quantity: Loose, facts: AdherenceFacts = course) =>
  evaluate(defining({ q: { window: 'between', ...quantity } as never }, { windows }), facts);

describe('all intervals of a person together', () => {
  it('hold what was due in any of them, and not what falls between', () => {
    expect(over({ kind: 'completion-rate' })).toMatchObject({
      value: 2 / 3,
      n: 3,
      settled: true,
      exclusions: { 'outside-window': 1 },
    });
    expect(over({ kind: 'attempts' })).toMatchObject({ value: 5, exclusions: { 'outside-window': 2 } });
  });

  it('have as many days as they last', () => {
    expect(over({ kind: 'active-day-share' }).value).toBeCloseTo(5 / (7 + 10 + 10), 12);
  });

  it('can be counted: in how many was there enough practice', () => {
    expect(over({ kind: 'periods-met', measure: 'attempts', atLeast: 2 }).value).toBe(2);
    expect(over({ kind: 'periods-met', measure: 'active-days', atLeast: 1 }).value).toBe(3);
  });

  it('are not over while more may come', () => {
    const running = { ...course, endedAt: null, endedDate: null };
    expect(over({ kind: 'completion-rate' }, running)).toMatchObject({ settled: false, worst: 0, best: 1 });
  });

  it('have nothing to measure where there was no session', () => {
    expect(over({ kind: 'completion-rate' }, { ...course, sessions: [] })).toMatchObject({
      value: null,
      state: 'empty',
    });
  });

  it('can be explained', () => {
    const definition = defining({ q: { kind: 'completion-rate', window: 'between' } }, { windows });
    const text = explanationText(explain(definition, course));
    expect(text).toContain('3 intervals, closed by: the next session 1, the study rule 2.');
    expect(text).toContain('in the intervals between sessions');
  });
});

describe('a split at a threshold', () => {
  const split = (facts: AdherenceFacts, atLeast: number) =>
    evaluate(
      defining(
        { half: { kind: 'dichotomy', of: 'done', atLeast }, done: { kind: 'completion-rate', window: 'w' } },
        {},
      ),
      facts,
    );
  const one = obligation(1, 'done');
  const unknown = obligation(2, 'unknown');

  it('is 1 from the threshold on, and keeps the bounds', () => {
    const half = factsOf({ obligations: [one, obligation(2, 'not-done')] });
    expect([split(half, 0.5).value, split(half, 0.51).value]).toEqual([1, 0]);
    const open = factsOf({ obligations: [one, unknown] });
    expect(split(open, 0.5)).toMatchObject({ value: 1, worst: 1, best: 1 });
    expect(split(open, 0.75)).toMatchObject({ value: 1, worst: 0, best: 1, state: 'bounded' });
    expect(split(factsOf(), 0.5)).toMatchObject({ value: null, state: 'empty' });
  });
});
