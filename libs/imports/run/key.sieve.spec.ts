import { describe, expect, it } from '@jest/globals';
import { v5 } from 'uuid';
import { KeySieve } from './key.sieve.ts';

const KEYS = 20_000;
const keyOf = (index: number) => v5(String(index), v5.URL);

describe('the sieve of keys', () => {
  it('never misses a repetition and hardly ever suspects a new key', () => {
    const sieve = new KeySieve(KEYS);
    const suspected = Array.from({ length: KEYS }, (_, index) => sieve.seenBefore(keyOf(index))).filter(Boolean);
    expect(suspected.length).toBeLessThanOrEqual(1);
    expect(Array.from({ length: KEYS }, (_, index) => sieve.seenBefore(keyOf(index))).every(Boolean)).toBe(true);
  });
});
