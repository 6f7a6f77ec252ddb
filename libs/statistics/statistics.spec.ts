import fc from 'fast-check';
import { describe as suite, expect, it } from '@jest/globals';
import {
  correlation,
  dFromR,
  describe,
  hedgesG,
  meanInterval,
  normalCritical,
  prePostD,
  proportion,
  quantile,
  studentCritical,
} from './index.ts';

suite('critical values', () => {
  it('are those of the printed tables', () => {
    expect(normalCritical(0.95)).toBeCloseTo(1.959964, 6);
    expect(normalCritical(0.9)).toBeCloseTo(1.644854, 6);
    expect(studentCritical(0.95, 9)).toBeCloseTo(2.262157, 5);
    expect(studentCritical(0.99, 30)).toBeCloseTo(2.749996, 5);
  });

  it('refuse a confidence outside 0 to 1', () => {
    for (const confidence of [0, 1, 95, Number.NaN]) expect(() => normalCritical(confidence)).toThrow(RangeError);
  });
});

suite('descriptives', () => {
  it('of nobody are null, not zero', () => {
    expect(describe([])).toEqual({ n: 0, mean: null, sd: null, median: null, min: null, max: null });
    expect(describe([3]).sd).toBeNull();
    expect(meanInterval([3])).toBeNull();
  });

  it('agree with a worked example', () => {
    const summary = describe([2, 4, 4, 4, 5, 5, 7, 9]);
    expect(summary).toMatchObject({ n: 8, mean: 5, median: 4.5, min: 2, max: 9 });
    expect(summary.sd).toBeCloseTo(2.13809, 5);
  });

  it('interpolate quantiles as R does by default (type 7)', () => {
    expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75);
    expect(quantile([1, 2, 3, 4], 0.9)).toBeCloseTo(3.7, 12);
  });

  it('name the value that is no number', () => {
    expect(() => describe([1, Number.NaN])).toThrow('value 1');
  });

  it('keep the median between the extremes', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1 }), (values) => {
        const { median, min, max } = describe(values);
        expect((min ?? 0) <= (median ?? 0) && (median ?? 0) <= (max ?? 0)).toBe(true);
      }),
    );
  });
});

suite('proportion', () => {
  it('has Wilson limits (Newcombe 1998, table I: 81 of 263 and 15 of 148)', () => {
    expect(proportion(81, 263)?.lower).toBeCloseTo(0.2553, 4);
    expect(proportion(81, 263)?.upper).toBeCloseTo(0.3662, 4);
    expect(proportion(15, 148)?.lower).toBeCloseTo(0.0624, 4);
    expect(proportion(15, 148)?.upper).toBeCloseTo(0.1605, 4);
  });

  it('of nobody is null, and nonsense is refused', () => {
    expect(proportion(0, 0)).toBeNull();
    for (const [count, n] of [
      [2, 1],
      [-1, 3],
      [0.5, 3],
    ] as const)
      expect(() => proportion(count, n)).toThrow(RangeError);
  });

  it('keeps its limits within 0 and 1 and around the estimate', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (count, more) => {
        const share = proportion(count, count + more);
        if (share === null) return;
        expect(share.lower >= 0 && share.upper <= 1).toBe(true);
        expect(share.lower <= share.estimate + 1e-12 && share.estimate <= share.upper + 1e-12).toBe(true);
      }),
    );
  });
});

suite('correlation', () => {
  it('has Fisher limits: r of 0.5 over 28 pairs is 0.156 to 0.736', () => {
    const x = Array.from({ length: 28 }, (_, index) => (index % 2 === 0 ? 1 : -1));
    const error = Array.from({ length: 28 }, (_, index) => (index % 4 < 2 ? 1 : -1));
    const y = x.map((value, index) => 0.5 * value + Math.sqrt(0.75) * (error[index] ?? 0));
    const result = correlation(x, y);
    expect(result?.estimate).toBeCloseTo(0.5, 12);
    expect(result?.lower).toBeCloseTo(0.156028, 6);
    expect(result?.upper).toBeCloseTo(0.735818, 6);
  });

  it('is null where nothing varies and 1 on a line', () => {
    expect(correlation([1, 1, 1], [1, 2, 3])).toBeNull();
    expect(correlation([1, 2], [1, 2])).toBeNull();
    expect(correlation([1, 2, 3, 4], [2, 4, 6, 8])?.estimate).toBeCloseTo(1, 12);
    expect(() => correlation([1], [1, 2])).toThrow(RangeError);
  });
});

suite('effect sizes', () => {
  it('turn r into d as published: .26 → .539, .22 → .451, .36 → .772', () => {
    expect(dFromR(0.26)).toBeCloseTo(0.539, 3);
    expect(dFromR(0.22)).toBeCloseTo(0.451, 3);
    expect(dFromR(0.36)).toBeCloseTo(0.772, 3);
    expect(() => dFromR(1)).toThrow(RangeError);
  });

  it('correct d by 1 − 3/(4N − 9)', () => {
    const result = hedgesG([5, 6, 7, 8, 9], [3, 4, 5, 6, 7]);
    expect(result?.d).toBeCloseTo(2 / Math.sqrt(2.5), 12);
    expect(result?.estimate).toBeCloseTo((2 / Math.sqrt(2.5)) * (1 - 3 / 31), 12);
  });

  it('change sign with the order of the groups', () => {
    const values = fc.array(fc.integer({ min: 0, max: 63 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(values, values, (first, second) => {
        const forward = hedgesG(first, second);
        const back = hedgesG(second, first);
        expect(forward === null).toBe(back === null);
        if (forward !== null && back !== null) expect(forward.estimate).toBeCloseTo(-back.estimate, 10);
      }),
    );
  });

  it('standardise pre–post change by the baseline and always tell r', () => {
    expect(prePostD([10, 20, 30], [8, 14, 20])).toEqual({ d: 0.6, r: 1, n: 3 });
    expect(prePostD([10, 10], [8, 9])).toBeNull();
  });
});
