import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  correlation,
  describe as describeSample,
  dropOut,
  hedgesG,
  meanInterval,
  prePostD,
  proportion,
} from './index.ts';

/** Every number of an answer, however deep. */
function numbersIn(answer: unknown): readonly number[] {
  if (typeof answer === 'number') return [answer];
  return typeof answer === 'object' && answer !== null ? Object.values(answer).flatMap(numbersIn) : [];
}
const finite = (answer: unknown): void => {
  for (const value of numbersIn(answer)) expect(Number.isNaN(value)).toBe(false);
};

const CONSTANT = [3, 3, 3, 3];
const SAMPLES: readonly (readonly [string, readonly number[]])[] = [
  ['nothing', []],
  ['one person', [4]],
  ['constant values', CONSTANT],
  ['constant values that no binary number is', [0.1, 0.1, 0.1]],
  ['three values on a line', [1, 2, 3]],
  ['values as large as they come', [1e300, -1e300, 1e300, 0]],
  ['values as small as they come', [5e-324, 0, 5e-324, 0]],
];

describe.each(SAMPLES)('over %s', (_, values) => {
  it('estimators answer with a number or null, never NaN', () => {
    const { mean, sd, median } = describeSample(values);
    finite([mean, median, values.length < 2 ? null : sd, meanInterval(values)]);
    const other = values.map((__, place) => place);
    finite([correlation(values, other), correlation(values, values), prePostD(values, values)]);
    finite([hedgesG(values, other), hedgesG(values, values), dropOut(values.map((value) => [value, null]))]);
    expect(values.length < 2 && sd !== null).toBe(false);
  });
});

describe('estimators', () => {
  it('have no correlation and no effect where nothing varies', () => {
    expect(correlation(CONSTANT, [1, 2, 3, 4])).toBeNull();
    const tenths = [0.1, 0.1, 0.1];
    expect([correlation(tenths, [1, 2, 4]), prePostD(tenths, [1, 2, 4]), hedgesG(tenths, tenths)]).toEqual([
      null,
      null,
      null,
    ]);
    expect(describeSample(tenths).sd).toBe(0);
    expect(hedgesG(CONSTANT, CONSTANT)).toBeNull();
    expect(prePostD(CONSTANT, [1, 2, 3, 4])).toBeNull();
    expect(proportion(0, 0)).toBeNull();
    expect(proportion(4, 4)).toMatchObject({ estimate: 1 });
  });

  it('never answer NaN for whatever finite numbers', () => {
    const sample = fc.array(fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constantFrom(1e9, -1e9, 1e-9)), {
      maxLength: 9,
    });
    fc.assert(
      fc.property(sample, (values) => {
        finite([describeSample(values), meanInterval(values), correlation(values, values.toReversed())]);
        finite([prePostD(values, values.toReversed()), hedgesG(values, values.toReversed())]);
      }),
      { numRuns: 300 },
    );
  });

  it('take a million rows', () => {
    const million = Array.from({ length: 1_000_000 }, (_, place) => (place * 48_271) % 97);
    expect(describeSample(million)).toMatchObject({ n: 1_000_000, min: 0, max: 96 });
    expect(correlation(million, million)?.estimate).toBeCloseTo(1);
    expect(meanInterval(million)?.estimate).toBeCloseTo(48, 0);
  });
});
