import { describe, expect, it } from '@jest/globals';
import { evaluate, type Evaluation } from '../definition.evaluation.ts';
import { defining, fourWeeks, type Quantities, type Windows } from '../example.definition.ts';
import { attempt, factsOf, obligation } from '../example.facts.ts';

describe('composition', () => {
  const facts = factsOf({
    obligations: [obligation(1, 'done'), obligation(2, 'unknown'), obligation(3, 'not-done')],
    attempts: [attempt(1, { occurrence: 'due-1' }), attempt(3, { occurrence: 'due-3', outcome: 'unable' })],
  });
  const base: Quantities = {
    completed: { kind: 'completion-rate', window: 'w' },
    attempted: { kind: 'attempt-rate', window: 'w' },
    minutes: { kind: 'minutes', window: 'w' },
    days: { kind: 'active-days', window: 'w' },
  };
  const composed = (quantity: Quantities[string]): Evaluation =>
    evaluate(defining({ ...base, q: quantity }, { value: 'q' }), facts);

  it('weighs shares, and carries their bounds', () => {
    const result = composed({
      kind: 'weighted-mean',
      parts: [
        { quantity: 'completed', weight: 3 },
        { quantity: 'attempted', weight: 1 },
      ],
    });
    expect(result).toMatchObject({
      value: 0.625,
      worst: (3 * (1 / 3) + 2 / 3) / 4,
      best: 0.75,
      reportingRate: 2 / 3,
      unit: 'share',
    });
  });

  it('divides by a target or by another quantity', () => {
    expect(composed({ kind: 'ratio', of: 'minutes', over: 80 }).value).toBeCloseTo(0.5, 10);
    expect(composed({ kind: 'ratio', of: 'minutes', over: 10, cap: 1 }).value).toBe(1);
    expect(composed({ kind: 'ratio', of: 'minutes', over: 'days' })).toMatchObject({
      value: expect.closeTo(20, 10),
      unit: 'minutes per days',
    });
  });

  it('has nothing to measure where it would divide by nothing', () => {
    const none = evaluate(
      defining({ ...base, q: { kind: 'ratio', of: 'minutes', over: 'days' } }, { value: 'q' }),
      factsOf(),
    );
    expect(none).toMatchObject({ value: null, state: 'empty' });
  });

  it('drops empty parts only when told to', () => {
    const parts = [
      { quantity: 'completed', weight: 1 },
      { quantity: 'early', weight: 1 },
    ];
    const windows: Windows = {
      ...fourWeeks,
      before: { kind: 'days', anchor: 'enrolment', days: 'elapsed', from: -7, to: -1 },
    };
    const early: Quantities[string] = { kind: 'completion-rate', window: 'before' };
    const of = (empty: 'null' | 'drop') =>
      evaluate(defining({ ...base, early, q: { kind: 'weighted-mean', parts, empty } }, { value: 'q', windows }), facts)
        .value;
    expect([of('null'), of('drop')]).toEqual([null, 0.5]);
  });
});
