import { describe, expect, it } from '@jest/globals';
import {
  type Instrument,
  builtInInstruments,
  changeCategory,
  clinicalCutOffs,
  parseInstrument,
  proportionalImprovement,
  reliableChange,
  riskItems,
  score,
  severity,
  suddenGains,
} from './index.ts';

const named = (id: string): Instrument => {
  const found = builtInInstruments.find((instrument) => instrument.id === id);
  if (found === undefined) throw new Error(`no instrument ${id}`);
  return found;
};
const answers = (count: number, value: number): Record<string, number | null> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`q${index + 1}`, value]));

describe('PHQ-9', () => {
  const phq9 = named('phq-9');

  it('runs from 0 to 27', () => {
    expect(score(phq9, answers(9, 0))).toEqual([{ scale: 'total', value: 0, missing: 0, imputed: false }]);
    expect(score(phq9, answers(9, 3))[0]?.value).toBe(27);
  });

  it('fills up to two missing items with the mean of the others, and no more', () => {
    const two = { ...answers(9, 2), q1: null, q5: null };
    expect(score(phq9, two)).toEqual([{ scale: 'total', value: 18, missing: 2, imputed: true }]);
    expect(score(phq9, { ...two, q9: null })).toEqual([{ scale: 'total', value: null, missing: 3, imputed: false }]);
    expect(score(phq9, {})[0]?.value).toBeNull();
  });

  it.each([
    [0, 'minimal'],
    [4, 'minimal'],
    [5, 'mild'],
    [9, 'mild'],
    [10, 'moderate'],
    [14, 'moderate'],
    [15, 'moderately severe'],
    [19, 'moderately severe'],
    [20, 'severe'],
    [27, 'severe'],
  ])('calls %i %s (Kroenke et al. 2001)', (total, label) => {
    expect(severity(phq9, total)).toBe(label);
  });

  it('sees any answer above 0 to item 9 as a safety matter', () => {
    expect(riskItems(phq9, answers(9, 0))).toEqual([]);
    expect(riskItems(phq9, { ...answers(9, 0), q9: 1 })).toEqual(['q9']);
    expect(riskItems(phq9, { ...answers(9, 0), q9: null })).toEqual([]);
  });

  it.each([4, -1, 1.5, Number.NaN])('refuses %p as an answer', (answer) => {
    expect(() => score(phq9, { ...answers(9, 0), q3: answer })).toThrow('item q3');
  });

  it('refuses an answer to an item it does not have', () => {
    expect(() => score(phq9, { q10: 1 })).toThrow('item q10');
  });
});

describe('GAD-7', () => {
  it('runs from 0 to 21 and allows one missing item', () => {
    const gad7 = named('gad-7');
    expect(score(gad7, answers(7, 3))[0]?.value).toBe(21);
    expect(score(gad7, { ...answers(7, 1), q7: null })[0]?.value).toBe(7);
    expect(score(gad7, { ...answers(7, 1), q6: null, q7: null })[0]?.value).toBeNull();
  });
});

describe('a study’s own instrument', () => {
  const own = {
    format: 1,
    id: 'alliance',
    version: 1,
    title: 'Own alliance scale',
    licence: 'ours',
    citation: 'none',
    better: 'higher',
    items: [
      { code: 'a', min: 1, max: 5 },
      { code: 'b', min: 1, max: 5, reversed: true },
    ],
    scales: [{ id: 'total', items: ['a', 'b'], multiplier: 2, missing: { rule: 'none-allowed' } }],
    total: { scale: 'total', min: 4, max: 20 },
  };

  it('is scored with its reversed items and multiplier', () => {
    expect(score(parseInstrument(own), { a: 5, b: 1 })[0]?.value).toBe(20);
    expect(score(parseInstrument(own), { a: 5 })[0]?.value).toBeNull();
  });

  it.each([
    ['items', { ...own, items: [...own.items, { code: 'a', min: 0, max: 1 }] }],
    ['scales', { ...own, scales: [{ ...own.scales[0], items: ['zz'] }] }],
    [
      'bands',
      {
        ...own,
        bands: [
          { from: 5, label: 'x' },
          { from: 5, label: 'y' },
        ],
      },
    ],
    ['colour', { ...own, colour: 'red' }],
  ])('is refused with the field named: %s', (field, data) => {
    expect(() => parseInstrument(data)).toThrow(field);
  });
});

describe('reliable change', () => {
  const change = { sd: 10.5, reliability: 0.961, z: 1.96, better: 'lower', source: 'suddengains tests' } as const;

  it('agrees with the suddengains tests: sd 10.5, r .961', () => {
    const { standardError, differenceError } = reliableChange(30, 20, change);
    expect(standardError).toBeCloseTo(2.073584, 6);
    expect(differenceError).toBeCloseTo(2.93249, 5);
    expect(differenceError * 1.96).toBeCloseTo(5.747681, 6);
  });

  it('agrees with the case of Jacobson and Truax: 32.5 to 47.5, s 7.5, r .80', () => {
    const parameters = {
      sd: 7.5,
      reliability: 0.8,
      z: 1.96,
      better: 'higher',
      source: 'Jacobson & Truax 1991',
    } as const;
    const { differenceError, index, direction } = reliableChange(32.5, 47.5, parameters);
    expect(differenceError).toBeCloseTo(4.743, 3);
    expect(index).toBeCloseTo(3.162, 3);
    expect(direction).toBe('improved');
  });

  it('has the cut-offs of Jacobson and Truax', () => {
    const norms = { clinicalMean: 40, clinicalSd: 7.5, normalMean: 60, normalSd: 7.5 };
    expect(clinicalCutOffs(norms, 'higher')).toEqual({ a: 55, b: 45, c: 50 });
    expect(clinicalCutOffs({ clinicalMean: 60, clinicalSd: 7.5, normalMean: 40, normalSd: 7.5 }, 'lower')).toEqual({
      a: 45,
      b: 55,
      c: 50,
    });
  });

  it.each([
    [20, 5, 'recovered'],
    [30, 12, 'improved'],
    [20, 19, 'unchanged'],
    [12, 25, 'deteriorated'],
    [8, 1, 'not-clinical-at-start'],
  ])('from %i to %i is %s at a cut-off of 10', (pre, post, category) => {
    expect(changeCategory(pre, post, 10, change)).toBe(category);
  });

  it('minds the direction', () => {
    expect(reliableChange(20, 60, { ...change, better: 'higher' }).direction).toBe('improved');
    expect(reliableChange(20, 60, change).direction).toBe('deteriorated');
    expect(proportionalImprovement(20, 10, 'lower')).toBe(0.5);
    expect(proportionalImprovement(20, 30, 'higher')).toBe(0.5);
    expect(proportionalImprovement(0, 3, 'lower')).toBeNull();
  });

  it('refuses parameters that mean nothing', () => {
    expect(() => reliableChange(1, 2, { ...change, sd: 0 })).toThrow(RangeError);
    expect(() => reliableChange(1, 2, { ...change, reliability: 1 })).toThrow(RangeError);
  });
});

describe('sudden gains', () => {
  const criteria = { absolute: 7, relative: 0.25, critical: () => 2.776 };

  it('are seen where a large fall stands out and lasts', () => {
    expect(suddenGains([30, 31, 30, 18, 17, 18], criteria)).toEqual([{ before: 2, magnitude: 12, reversed: false }]);
  });

  it('are not seen in noise, in small falls, or at the edges', () => {
    expect(suddenGains([30, 12, 30, 18, 30, 12], criteria)).toEqual([]);
    expect(suddenGains([30, 30, 30, 24, 24, 24], criteria)).toEqual([]);
    expect(suddenGains([30, 18, 18, 18], criteria)).toEqual([]);
    expect(suddenGains([30, 30, null, 18, 18], criteria)).toEqual([]);
  });

  it('are reversed when half is lost again', () => {
    expect(suddenGains([30, 31, 30, 18, 17, 18, 25], criteria)[0]?.reversed).toBe(true);
  });
});
