import { describe, expect, it } from '@jest/globals';
import { compareMoments } from './as-of.comparison.ts';

describe('a simulated trial with corrections and voids', () => {
  it('is, as of any index, what a fresh database that stopped there holds', async () => {
    const { moments, corrections, voids } = await compareMoments({ moments: 6, participants: 3, weeks: 4, seed: 11 });
    expect(corrections).toBeGreaterThan(5);
    expect(voids).toBeGreaterThan(3);
    expect(moments).toHaveLength(6);
    expect(moments.filter(({ differing }) => differing.length > 0)).toEqual([]);
    expect(Math.max(...moments.map(({ rows }) => rows))).toBeGreaterThan(100);
  }, 240_000);
});
