import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decompose } from './interval.decomposition.ts';

describe('between and within', () => {
  it('gives the mean and the departures from it', () => {
    expect(decompose([1, 0.5, null, 0])).toEqual({ mean: 0.5, deviations: [0.5, 0, null, -0.5], n: 3, missing: 1 });
  });

  it('has no mean of nothing', () => {
    expect(decompose([])).toEqual({ mean: null, deviations: [], n: 0, missing: 0 });
    expect(decompose([null])).toEqual({ mean: null, deviations: [null], n: 0, missing: 1 });
  });

  it('departures add up to 0, and mean and departure to the value', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.double({ min: 0, max: 6, noNaN: true }), { nil: null })), (values) => {
        const { mean, deviations } = decompose(values);
        const sum = deviations.reduce<number>((total, deviation) => total + (deviation ?? 0), 0);
        expect(Math.abs(sum)).toBeLessThan(1e-9);
        values.forEach((value, i) => {
          if (value !== null) expect((mean ?? 0) + (deviations[i] ?? 0)).toBeCloseTo(value, 9);
        });
      }),
    );
  });
});
