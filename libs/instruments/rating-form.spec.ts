import { describe, expect, it } from '@jest/globals';
import { ratingForms, ratingKey, scoreByKey } from './index.ts';

// Made up for this spec: the key of a real form is its authors’.
const KEY = {
  format: 'intersession.rating-key/1',
  formId: 'hrs-ii',
  version: 1,
  permission: 'made up',
  scales: [
    { id: 'one', items: ['q1', 'q2', 'q3'], reversed: ['q3'], combine: 'mean', missingAtMost: 1 },
    { id: 'two', items: ['q4', 'q5'], combine: 'sum' },
  ],
};

describe('rating forms', () => {
  it('are one per informant, and hold no wording', () => {
    expect(ratingForms.map(({ formId, target, items }) => [formId, target, items.length])).toEqual([
      ['hrs-ii', 'assignment', 12],
      ['hrs-ii-therapist', 'assignment', 12],
      ['haacs', 'session', 6],
      ['assignment-compliance', 'assignment', 1],
    ]);
    for (const { items } of ratingForms) for (const { about } of items) expect(about.length).toBeLessThan(25);
  });
});

describe('a key', () => {
  const key = ratingKey.parse(KEY);

  it('scores raw items, reversed where it says so, within the missing it allows', () => {
    expect(scoreByKey(key, { q1: 4, q2: 2, q3: 1, q4: 3, q5: 4 })).toEqual([
      { scale: 'one', value: 3, missing: 0 },
      { scale: 'two', value: 7, missing: 0 },
    ]);
    expect(scoreByKey(key, { q1: 4, q2: 2, q4: 3 })).toEqual([
      { scale: 'one', value: 3, missing: 1 },
      { scale: 'two', value: null, missing: 1 },
    ]);
    expect(scoreByKey(key, { q1: 4 })[0]).toEqual({ scale: 'one', value: null, missing: 2 });
    expect(scoreByKey(key, { q4: 9, q5: 1 })[1]?.value).toBeNull();
  });

  it.each([
    ['formId', { ...KEY, formId: 'unheard-of' }],
    ['items', { ...KEY, scales: [{ id: 'one', items: ['q99'], combine: 'sum' }] }],
    ['reversed', { ...KEY, scales: [{ id: 'one', items: ['q1'], reversed: ['q2'], combine: 'sum' }] }],
    ['permission', { ...KEY, permission: '' }],
  ])('is refused with the field named: %s', (field, data) => {
    const problems = ratingKey.safeParse(data).error?.issues.map(({ path }) => path.join('.')) ?? [];
    expect(problems.join()).toContain(field);
  });
});
