import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseInstrument, ratingKey, score } from './index.ts';

const read = (name: string): unknown => JSON.parse(readFileSync(`examples/instruments/${name}`, 'utf8'));

describe('the examples', () => {
  it('of an alliance scale and a mediator are scored', () => {
    const alliance = parseInstrument(read('session-alliance.json'));
    const answers = { 'goal-1': 4, 'goal-2': 3, 'task-1': 4, 'task-2': 0, 'bond-1': 3, 'bond-2': null };
    expect(score(alliance, answers).map(({ scale, value }) => [scale, value])).toEqual([
      ['alliance', 21.6],
      ['goals', 7],
      ['tasks', 8],
      ['bond', null],
    ]);
    expect(score(parseInstrument(read('worry-beliefs.json')), { b1: 80, b2: 40 })[0]?.value).toBe(60);
  });

  it('of a rating key has its shape', () => {
    expect(ratingKey.parse(read('example-key.rating-key.json')).permission).toContain('MADE UP');
  });
});
