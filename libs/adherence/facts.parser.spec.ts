import { describe, expect, it } from '@jest/globals';
import { at, attempt, factsOf, obligation } from './example.facts.ts';
import { parseFacts } from './facts.parser.ts';

const facts = factsOf({ obligations: [obligation(1, 'done')], attempts: [attempt(1)] });
const errorsOf = (input: unknown) => {
  const parsed = parseFacts(input);
  return parsed.ok ? [] : parsed.errors;
};

describe('parseFacts', () => {
  it('takes sound facts and fills in the defaults', () => {
    expect(parseFacts(facts)).toMatchObject({ ok: true, facts: { ratings: [], obligations: [{ adjustments: 0 }] } });
  });

  it.each<[string, unknown, string]>([
    ['nothing', null, '(definition)'],
    ['a time without a zone', { ...facts, enrolledAt: '2026-03-02 09:00' }, 'enrolledAt'],
    ['the 30th of February', { ...facts, enrolledDate: '2026-02-30' }, 'enrolledDate'],
    ['minutes below nothing', { ...facts, attempts: [{ ...attempt(1), minutes: -1 }] }, 'attempts[0].minutes'],
    [
      'an unknown state',
      { ...facts, obligations: [{ ...obligation(1, 'done'), state: 'perhaps' }] },
      'obligations[0].state',
    ],
    ['a field nobody reads', { ...facts, name: 'A. Person' }, '(definition)'],
  ])('names the field: %s', (_, input, path) => {
    expect(errorsOf(input)[0]?.path).toBe(path.replace('(definition)', '(facts)'));
  });

  it('refuses the same attempt, obligation or rating twice', () => {
    const same = attempt(1);
    expect(errorsOf({ ...facts, attempts: [attempt(0), same, { ...same, startedAt: at(2) }] })).toEqual([
      { path: 'attempts[2]', message: 'is there twice: the same as attempts[1]' },
    ]);
    expect(errorsOf({ ...facts, obligations: [obligation(1, 'done'), obligation(1, 'unknown')] })).toHaveLength(1);
  });
});
