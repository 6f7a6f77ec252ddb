import { describe, expect, it } from '@jest/globals';
import { complianceRatings } from './event-derived.rating.ts';
import { measured } from './example.definition.ts';
import { at, attempt, factsOf, obligation } from './example.facts.ts';
import type { Attempt, Obligation } from './facts.schema.ts';

/** An obligation of 10 records with attempts of so many records each; null: the amount was not told. */
const facts = (state: Obligation['state'], ...tries: readonly (readonly [Attempt['outcome'], number | null])[]) =>
  factsOf({
    obligations: [obligation(4, state)],
    attempts: tries.map(([outcome, quantity]) =>
      attempt(3, { outcome, quantity, unit: quantity === null ? null : 'records' }),
    ),
  });
const rating = (...given: Parameters<typeof facts>) => {
  const [only] = complianceRatings(facts(...given));
  return [only?.value, only?.low, only?.high];
};

describe('the Assignment Compliance Rating, derived from events', () => {
  it.each([
    ['no attempt', 1, facts('not-done')],
    ['attempted, u = 0', 2, facts('not-done', ['unable', 0])],
    ['attempted, without an amount, unable', 2, facts('not-done', ['unable', null])],
    ['something else instead', 3, facts('alternative', ['alternative', null])],
    ['something else instead, after trying in vain', 3, facts('alternative', ['unable', 0], ['alternative', null])],
    ['something else instead, though told as not done', 3, facts('not-done', ['unable', 0], ['alternative', null])],
    ['0 < u < q', 4, facts('part', ['part', 4])],
    ['0 < u < q over several attempts', 4, facts('part', ['part', 4], ['part', 5])],
    ['part by report alone', 4, facts('part')],
    ['u = q', 5, facts('part', ['part', 4], ['part', 6])],
    ['done by report alone', 5, facts('done')],
    ['u > q', 6, facts('done', ['full', 11])],
    ['u > q over several attempts', 6, facts('part', ['part', 6], ['part', 6])],
  ])('%s → %i', (_, expected, given) => {
    expect(complianceRatings(given)).toEqual([
      {
        assignmentId: 'homework',
        occurrence: 'due-4',
        form: 'assignment-compliance-rating',
        source: 'event-derived',
        value: expected,
        low: expected,
        high: expected,
      },
    ]);
  });

  it('is null when nobody said anything, and at least what is on record when somebody tried', () => {
    expect(rating('unknown')).toEqual([null, 1, 6]);
    expect(rating('unknown', ['part', 4])).toEqual([4, 4, 6]);
  });

  it('is not thrown off by fractions of a unit', () => {
    const terms = { version: 1, quantity: 0.3, unit: 'hours', dueAt: at(4) };
    const parts = [0.1, 0.2].map((quantity) => attempt(3, { outcome: 'part', quantity, unit: 'hours' }));
    const given = factsOf({ obligations: [obligation(4, 'part', { asAdjusted: terms })], attempts: parts });
    expect(complianceRatings(given)[0]?.value).toBe(5);
  });

  it('depends on the version of the dose', () => {
    const eased = { version: 2, quantity: 5, unit: 'records', dueAt: at(4) };
    const given = factsOf({
      obligations: [obligation(4, 'part', { asAdjusted: eased })],
      attempts: [attempt(3, { outcome: 'part', quantity: 5, unit: 'records' })],
    });
    expect(complianceRatings(given)[0]?.value).toBe(5);
    expect(complianceRatings(given, { terms: 'as-assigned' })[0]?.value).toBe(4);
  });

  it('rates nothing that is void or not due', () => {
    expect([...complianceRatings(facts('void')), ...complianceRatings(facts('open'))]).toEqual([]);
  });

  it('is a unit of its own as a quantity', () => {
    expect(measured({ kind: 'compliance-rating' }, facts('part', ['part', 4]))).toMatchObject({
      value: 4,
      unit: 'Assignment Compliance Rating (event-derived)',
    });
  });
});
