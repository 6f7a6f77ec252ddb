import { describe, expect, it } from '@jest/globals';
import { builtInInstruments, type Instrument } from '#instruments';
import { sharesOf } from './change.proportions.ts';
import { pairScores, type PersonScore } from './score.pairs.ts';

const named = (id: string): Instrument => {
  const found = builtInInstruments.find((instrument) => instrument.id === id);
  if (found === undefined) throw new Error(`no instrument ${id}`);
  return found;
};
const phq9 = named('phq-9');
const bdi = named('bdi');

/** Totals in order of time, at occasions t0, t1, … */
const person = (...totals: readonly number[]): readonly PersonScore[] =>
  totals.map((total, index) => ({ occasion: `t${index}`, total, day: index * 7 }));

const people = new Map([
  ['a', person(20, 12, 4)],
  ['b', person(10, 10)],
  ['c', person(14)],
  ['d', person()],
]);

describe('pairs of scores', () => {
  it('leave nobody who was enrolled unaccounted for', () => {
    const { enrolled, pairs, excluded } = pairScores(people, phq9, {});
    expect(pairs.map(({ participantId, pre, post }) => [participantId, pre, post])).toEqual([
      ['a', 20, 4],
      ['b', 10, 10],
    ]);
    expect(excluded).toEqual([
      { reason: 'no-score', people: 1 },
      { reason: 'no-score-after', people: 1 },
    ]);
    expect(pairs.length + excluded.reduce((sum, each) => sum + each.people, 0)).toBe(enrolled);
  });

  it('can be those of two occasions, in the order of time only', () => {
    const { pairs, excluded } = pairScores(people, phq9, { pre: 't1', post: 't2' });
    expect(pairs).toMatchObject([{ participantId: 'a', pre: 12, post: 4 }]);
    expect(excluded).toEqual([
      { reason: 'no-score', people: 1 },
      { reason: 'no-score-after', people: 1 },
      { reason: 'no-score-before', people: 1 },
    ]);
    expect(pairScores(people, phq9, { pre: 't2', post: 't1' }).excluded).toContainEqual({
      ...{ reason: 'after-lies-before', people: 1 },
    });
  });

  it('use the standard deviation that was chosen, and say which', () => {
    const reliability = { value: 0.9, source: 'a manual' };
    expect(pairScores(people, phq9, {}).parameters).toMatchObject({ sd: 6.1, reliability: 0.89 });
    const all = pairScores(people, bdi, { deviation: 'all-baselines', reliability }).parameters;
    // 20, 10 and 14 have a standard deviation of 5.0332; 20 and 10 one of 7.0711.
    expect(all?.sd).toBeCloseTo(5.0332, 4);
    expect(all?.source).toMatch(/all scores before.*a manual/);
    const complete = pairScores(people, bdi, { deviation: 'complete-cases', reliability }).parameters;
    expect(complete?.sd).toBeCloseTo(7.0711, 4);
    expect(pairScores(people, bdi, {}).parameters).toBeNull();
  });
});

describe('shares', () => {
  const shares = (instrument: Instrument) =>
    new Map(sharesOf(instrument, pairScores(people, instrument, {}), 0.95).map((each) => [each.share, each]));

  it('name whom they are of', () => {
    expect(shares(phq9).get('recovered')).toMatchObject({ count: 1, n: 2, estimate: 0.5 });
    expect(shares(phq9).get('recovered')?.denominator).toContain('clinical side');
    expect(shares(phq9).get('recovered')?.definition).toContain('cut-off 10');
    expect(shares(phq9).get('response')).toMatchObject({ count: 1, n: 2 });
  });

  it('are of nobody, and say why, where the instrument has no figures', () => {
    for (const [share, reason] of [
      ['remission', 'no-remission-mark'],
      ['reliably-improved', 'no-reliability'],
      ['reliably-improved-by-points', 'no-published-change'],
      ['recovered', 'no-cut-off'],
    ] as const) {
      expect(shares(bdi).get(share)).toMatchObject({
        ...{ count: 0, n: 0, estimate: null, lower: null, upper: null, excluded: [{ reason, people: 2 }] },
      });
    }
  });
});
