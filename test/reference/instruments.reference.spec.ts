import { describe, expect, it } from '@jest/globals';
import { builtInInstruments } from '#instruments';
import { INSTRUMENT_CASES } from './instruments.cases.ts';
import { CHANGE_CASES, changePoints, compareInstruments, instrumentsReport } from './instruments.reference.ts';

describe('the built-in instruments', () => {
  const summaries = compareInstruments();

  it('score their published rules: counts', () => {
    console.log(instrumentsReport(summaries));
    expect(summaries.flatMap(({ differing }) => differing)).toEqual([]);
    expect(summaries.every(({ cases }) => cases >= 4)).toBe(true);
    expect(INSTRUMENT_CASES.length).toBeGreaterThan(120);
  });

  it('would be seen to differ', () => {
    const [first, ...others] = INSTRUMENT_CASES;
    if (first === undefined) throw new Error('no cases');
    const wrong = compareInstruments([{ ...first, score: 1 }, ...others]);
    expect(wrong.flatMap(({ differing }) => differing)).toHaveLength(1);
  });

  it.each(
    builtInInstruments.flatMap((instrument) => {
      const own = INSTRUMENT_CASES.filter((each) => each.instrument === instrument.id);
      return [...instrument.bands, ...instrument.scales.flatMap(({ bands }) => bands ?? [])].map(
        ({ label }) => [instrument.id, label, own.some(({ severity }) => severity === label)] as const,
      );
    }),
  )('%s: a case meets the band “%s”', (_, __, met) => {
    expect(met).toBe(true);
  });

  it.each(CHANGE_CASES)('$instrument: reliable change comes to $points points', (each) => {
    expect(changePoints(each)).toBe(each.points);
    expect(Math.round(each.points)).toBe(each.published);
    expect(builtInInstruments.find(({ id }) => id === each.instrument)?.reliableChange?.at).toBe(each.published);
  });

  it('say where every figure comes from, and under which licence', () => {
    for (const { licence, citation, caseness, remission, reliableChange, id } of builtInInstruments) {
      expect([id, licence.length > 10, citation.length > 10]).toEqual([id, true, true]);
      for (const mark of [caseness, remission, reliableChange]) if (mark) expect(mark.source.length).toBeGreaterThan(5);
    }
  });

  it('ship wording only where the licence lets them', () => {
    const told = builtInInstruments.filter(({ items }) => items.some(({ text }) => text !== undefined));
    expect(told.map(({ id }) => id)).toEqual(['phq-9', 'phq-8', 'gad-7', 'k6', 'k10', 'pcl-5', 'ces-d']);
    expect(told.every(({ items }) => items.every(({ text }) => text !== undefined))).toBe(true);
  });
});
