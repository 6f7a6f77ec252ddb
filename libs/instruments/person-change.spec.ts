import { describe, expect, it } from '@jest/globals';
import {
  builtInInstruments,
  type Instrument,
  parseInstrument,
  personChange,
  scoreMeasure,
  suddenGainThreshold,
  unscored,
} from './index.ts';

const named = (id: string): Instrument => {
  const found = builtInInstruments.find((instrument) => instrument.id === id);
  if (found === undefined) throw new Error(`no instrument ${id}`);
  return found;
};
const phq9 = named('phq-9');
const bdi = named('bdi');
const wellbeing = parseInstrument({
  ...{ format: 1, id: 'own', version: 1, title: 'Own', licence: 'ours', citation: 'none', better: 'higher' },
  ...{ items: [], scales: [], total: { scale: 'total', min: 0, max: 100 } },
  caseness: { scale: 'total', at: 50, source: 'a' },
  remission: { scale: 'total', at: 80, source: 'b' },
  reliableChange: { scale: 'total', at: 10, source: 'c' },
});

describe('the change of one person', () => {
  it('is told under every convention: PHQ-9 from 18 to 4', () => {
    expect(personChange(phq9, 18, 4)).toMatchObject({
      ...{ change: -14, reliableByIndex: 'improved', reliableByPoints: 'improved', category: 'recovered' },
      ...{ response: true, remission: true, casenessStart: true, casenessEnd: false },
    });
    // (4 − 18) / (√2 · 6.1 · √(1 − .89))
    expect(personChange(phq9, 18, 4).reliableChangeIndex).toBeCloseTo(-14 / (Math.SQRT2 * 6.1 * Math.sqrt(0.11)), 10);
    expect(personChange(phq9, 18, 4).percentChange).toBeCloseTo(-77.78, 2);
  });

  it('crosses marks exactly where the manuals say', () => {
    expect(personChange(phq9, 16, 10)).toMatchObject({
      reliableByPoints: 'improved',
      casenessEnd: true,
      category: 'improved',
    });
    expect(personChange(phq9, 15, 10)).toMatchObject({ reliableByPoints: 'unchanged', reliableByIndex: 'unchanged' });
    expect(personChange(phq9, 10, 5)).toMatchObject({ response: true, remission: false });
    expect(personChange(phq9, 10, 16)).toMatchObject({ category: 'deteriorated', response: false });
    expect(personChange(phq9, 0, 3)).toMatchObject({ percentChange: null, response: null });
  });

  it('minds the direction of an instrument that runs upward, by points where there is no reliability', () => {
    expect(personChange(wellbeing, 40, 81)).toMatchObject({
      ...{ change: 41, reliableChangeIndex: null, reliableByPoints: 'improved', category: 'recovered' },
      ...{ response: true, remission: true, casenessStart: true, casenessEnd: false },
    });
    expect(personChange(wellbeing, 60, 50)).toMatchObject({ category: 'deteriorated', casenessStart: false });
  });

  it('is silent where the instrument gives no figures', () => {
    expect(personChange(bdi, 30, 10)).toEqual({
      ...{ change: -20, percentChange: (100 * -20) / 30, reliableChangeIndex: null, reliableByIndex: null },
      ...{ reliableByPoints: null, category: null, response: true, remission: null },
      ...{ casenessStart: null, casenessEnd: null, source: null },
    });
  });

  it('takes parameters of one’s own and names them', () => {
    const own = { sd: 10.5, reliability: 0.961, z: 1.96, better: 'lower', source: 'this sample' } as const;
    expect(personChange(bdi, 30, 20, own)).toMatchObject({ reliableByIndex: 'improved', source: 'this sample' });
    expect(() => personChange(bdi, 30, 20, { ...own, sd: 0 })).toThrow(RangeError);
  });
});

describe('a measure', () => {
  const full = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`q${index + 1}`, 2]));

  it('is scored from its answers, whatever total was reported', () => {
    expect(scoreMeasure(phq9, full, null)).toMatchObject({
      total: 18,
      totalFrom: 'items',
      itemsMissing: 0,
      problem: null,
      riskItems: ['q9'],
    });
    expect(scoreMeasure(phq9, full, 17)).toMatchObject({ total: 18, problem: 'total-differs' });
  });

  it('falls back on a reported total where answers are missing', () => {
    const { q1: _, q2: __, q3: ___, ...some } = full;
    expect(scoreMeasure(phq9, some, null)).toMatchObject({ total: null, itemsMissing: 3, problem: 'too-many-missing' });
    expect(scoreMeasure(phq9, some, 17)).toMatchObject({ total: 17, totalFrom: 'reported', problem: null });
  });

  it('takes BDI totals as they are, within the range', () => {
    expect(scoreMeasure(bdi, {}, 29)).toMatchObject({ total: 29, totalFrom: 'reported', itemsMissing: null });
    expect(scoreMeasure(bdi, {}, 64)).toMatchObject({ total: null, problem: 'total-out-of-range' });
    expect(scoreMeasure(bdi, {}, null)).toMatchObject({ total: null, problem: 'no-total' });
  });

  it('has no total where an answer cannot be', () => {
    expect(scoreMeasure(phq9, { ...full, q1: 7 }, 20)).toMatchObject({ total: null, problem: 'impossible-answer' });
  });

  it('of an instrument nobody published is left as it was told', () => {
    expect(unscored({ a: 1, b: null }, 5)).toMatchObject({ total: 5, itemsMissing: 1, problem: 'unknown-instrument' });
  });
});

describe('sudden gains', () => {
  it('need the instrument’s own points, else its reliable change', () => {
    expect(suddenGainThreshold(bdi)).toEqual({ at: 7, source: 'Tang & DeRubeis 1999' });
    expect(suddenGainThreshold(phq9)?.at).toBe(6);
    expect(suddenGainThreshold(parseInstrument({ ...wellbeing, reliableChange: undefined }))).toBeNull();
  });
});

describe('an instrument', () => {
  it.each([
    ['total', { total: { scale: 'total', min: 5, max: 5 } }],
    ['riskItems', { riskItems: [{ item: 'zz', above: 0 }] }],
    ['caseness', { caseness: { scale: 'other', at: 1, source: 's' } }],
  ])('is refused with a dangling or empty %s', (field, change) => {
    expect(() => parseInstrument({ ...wellbeing, ...change })).toThrow(field);
  });
});
