import { describe, expect, it } from '@jest/globals';
import { ICC_FORMS, type IccForm, intraclassCorrelation, weightedKappa } from './agreement.ts';

// Shrout & Fleiss 1979, Psychol Bull 86:420–428, table 2: six targets by four judges.
const SHROUT_FLEISS = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

describe('intraclass correlation', () => {
  // Estimates: their table 4. Limits: as R’s psych::ICC prints them for the same data.
  it.each<[IccForm, number, number, number]>([
    ['ICC(1,1)', 0.17, -0.13, 0.72],
    ['ICC(2,1)', 0.29, 0.02, 0.76],
    ['ICC(3,1)', 0.71, 0.34, 0.95],
    ['ICC(1,k)', 0.44, -0.88, 0.91],
    ['ICC(2,k)', 0.62, 0.07, 0.93],
    ['ICC(3,k)', 0.91, 0.68, 0.99],
  ])('%s of Shrout and Fleiss is %f [%f, %f]', (form, estimate, lower, upper) => {
    const found = intraclassCorrelation(SHROUT_FLEISS, form);
    expect(found?.estimate).toBeCloseTo(estimate, 2);
    expect(found?.lower).toBeCloseTo(lower, 2);
    expect(found?.upper).toBeCloseTo(upper, 2);
    expect(found).toMatchObject({ form, targets: 6, raters: 4, confidence: 0.95 });
  });

  it('is 1 where raters agree entirely, and absolute agreement sees a rater who is always two higher', () => {
    const same = [
      [1, 1],
      [2, 2],
      [4, 4],
    ];
    for (const form of ICC_FORMS) expect(intraclassCorrelation(same, form)?.estimate).toBe(1);
    const higher = same.map(([one = 0]) => [one, one + 2]);
    expect(intraclassCorrelation(higher, 'ICC(3,1)')?.estimate).toBeCloseTo(1, 12);
    expect(intraclassCorrelation(higher, 'ICC(2,1)')?.estimate).toBeLessThan(0.6);
  });

  it('is nothing where nothing varies', () => {
    for (const form of ICC_FORMS)
      expect(
        intraclassCorrelation(
          [
            [3, 3],
            [3, 3],
          ],
          form,
        ),
      ).toBeNull();
  });

  it('refuses what is no table', () => {
    expect(() => intraclassCorrelation([[1, 2]], 'ICC(1,1)')).toThrow('two targets');
    expect(() => intraclassCorrelation([[1], [2]], 'ICC(1,1)')).toThrow('two raters');
    expect(() => intraclassCorrelation([[1, 2], [1]], 'ICC(1,1)')).toThrow('target 1');
    expect(() =>
      intraclassCorrelation(
        [
          [1, 2],
          [1, Number.NaN],
        ],
        'ICC(1,1)',
      ),
    ).toThrow('value 3');
  });
});

// Two dermatologists on 88 patients (SAS/STAT, FREQ procedure, example on kappa): terrible, poor, marginal, clear.
const SKIN = [
  [10, 4, 1, 0],
  [5, 10, 12, 2],
  [2, 4, 12, 5],
  [0, 2, 6, 13],
];
const skinPairs = SKIN.flatMap((row, one) =>
  row.flatMap((count, other) => Array.from({ length: count }, (): [number, number] => [one, other])),
);

describe('kappa', () => {
  it('of the dermatologists is 0.3449, weighted 0.5082, as SAS prints', () => {
    const simple = weightedKappa(skinPairs, [0, 1, 2, 3], 'unweighted');
    expect(simple?.estimate).toBeCloseTo(0.3449, 4);
    expect(simple?.standardError).toBeCloseTo(0.0724, 4);
    expect(simple?.lower).toBeCloseTo(0.203, 3);
    expect(simple?.upper).toBeCloseTo(0.4868, 4);
    const linear = weightedKappa(skinPairs, [0, 1, 2, 3], 'linear');
    expect(linear?.estimate).toBeCloseTo(0.5082, 4);
    expect(linear?.standardError).toBeCloseTo(0.0655, 4);
  });

  it('with squared weights is close to ICC(2,1) on many targets (Fleiss & Cohen 1973)', () => {
    const table = skinPairs.map(([one, other]) => [one, other]);
    const squared = weightedKappa(skinPairs, [0, 1, 2, 3], 'quadratic')?.estimate ?? Number.NaN;
    expect(Math.abs(squared - (intraclassCorrelation(table, 'ICC(2,1)')?.estimate ?? 0))).toBeLessThan(0.01);
  });

  it('is 1, 0 or nothing where it has to be', () => {
    expect(
      weightedKappa(
        [
          [0, 0],
          [1, 1],
        ],
        [0, 1],
        'linear',
      )?.estimate,
    ).toBe(1);
    expect(
      weightedKappa(
        [
          [0, 0],
          [0, 1],
          [1, 0],
          [1, 1],
        ],
        [0, 1],
        'linear',
      )?.estimate,
    ).toBe(0);
    expect(
      weightedKappa(
        [
          [1, 1],
          [1, 1],
        ],
        [0, 1],
        'linear',
      ),
    ).toBeNull();
  });

  it('refuses what it cannot place', () => {
    expect(() => weightedKappa([[0, 9]], [0, 1], 'linear')).toThrow('9');
    expect(() => weightedKappa([], [0, 1], 'linear')).toThrow('pair');
    expect(() => weightedKappa([[0, 0]], [0], 'linear')).toThrow('categories');
  });
});
