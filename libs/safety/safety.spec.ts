import { describe, expect, it } from '@jest/globals';
import { replayRule, ruleFinding } from './rule.evaluation.ts';
import { parseSafetyRule, type SafetyRule, type TakenMeasure } from './safety.rule.ts';
import { builtInSafetyRules, phq9ItemNine, symptomsWorse } from './safety.rules.ts';

const taken = (day: number, item: number | null, total: number | null = null): TakenMeasure => ({
  measureId: `M${day}`,
  instrumentId: 'phq-9',
  answeredAt: `2026-03-${String(day).padStart(2, '0')}T10:00:00.000Z`,
  items: { q9: item },
  total,
});
const gad = { ...taken(2, 3, 21), instrumentId: 'GAD-7' };

describe('a safety rule', () => {
  it.each([
    [0, null, null],
    [1, 'low', false],
    [2, 'moderate', true],
    [3, 'high', true],
  ])('grades item 9 answered with %s as %s', (answer, grade, asked) => {
    const finding = ruleFinding(phq9ItemNine, [taken(1, answer)]);
    expect(finding?.grade ?? null).toBe(grade);
    expect(finding?.assessmentAsked ?? null).toBe(asked);
  });

  it('says nothing of an item left out, of other instruments, or of nobody', () => {
    expect(ruleFinding(phq9ItemNine, [taken(1, null)])).toBeNull();
    expect(ruleFinding(phq9ItemNine, [gad])).toBeNull();
    expect(ruleFinding(phq9ItemNine, [])).toBeNull();
  });

  it('speaks of a rise since the last or the first occasion that has a total', () => {
    const course = [taken(1, 0, 8), gad, taken(3, 0, null), taken(4, 0, 14)];
    expect(ruleFinding(symptomsWorse, course)).toMatchObject({ value: 6, grade: 'low', measureId: 'M4', item: null });
    expect(ruleFinding(symptomsWorse, [...course, taken(5, 0, 15)])).toBeNull();
    const sinceFirst: SafetyRule = { ...symptomsWorse, sign: { kind: 'rise', instrumentId: 'phq-9', since: 'first' } };
    expect(ruleFinding(sinceFirst, [...course, taken(5, 0, 18)])).toMatchObject({ value: 10, grade: 'moderate' });
    expect(ruleFinding(sinceFirst, [taken(1, 0, 8)])).toBeNull();
  });

  it('replays a history into what it would have raised: answers of one open alert are one alert', () => {
    const course = [taken(1, 1), taken(8, 2), taken(9, 0), taken(20, 1)];
    const raised = replayRule(phq9ItemNine, course, 14);
    expect(
      raised.map(({ first, recurrences }) => [first.measureId, recurrences.map(({ measureId }) => measureId)]),
    ).toEqual([
      ['M1', ['M8']],
      ['M20', []],
    ]);
    expect(replayRule(phq9ItemNine, course, 0)).toHaveLength(3);
  });

  it('is read, and every error names its field', () => {
    for (const rule of builtInSafetyRules.values()) expect(parseSafetyRule(rule)).toEqual({ ok: true, document: rule });
    const upside = { ...phq9ItemNine, grades: [...phq9ItemNine.grades].reverse() };
    const parsed = parseSafetyRule(upside);
    expect(parsed.ok ? [] : parsed.errors.map(({ field }) => field)).toEqual([
      ...['grades.1.atLeast', 'grades.1.grade', 'grades.2.atLeast', 'grades.2.grade'],
    ]);
    for (const hostile of [null, 'x', [], { ...phq9ItemNine, sign: { kind: 'regex', of: '(a+)+$' } }]) {
      expect(parseSafetyRule(hostile).ok).toBe(false);
    }
  });
});
