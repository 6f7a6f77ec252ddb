import { describe, expect, it } from '@jest/globals';
import { parseWorksheet } from '../format/worksheet.parser.ts';
import { participantTexts, readabilityOf } from '../readability.ts';
import { builtInWorksheets } from './built-in.worksheets.ts';

const all = [...builtInWorksheets.values()];

describe('the built-in library', () => {
  it('has at least thirty worksheets, each not clinically reviewed and ours', () => {
    expect(all.length).toBeGreaterThanOrEqual(30);
    expect(new Set(all.map(({ clinicalReview }) => clinicalReview.status))).toEqual(new Set(['not-reviewed']));
    expect(new Set(all.map(({ origin }) => origin.licence))).toEqual(new Set(['Apache-2.0']));
  });

  it.each([
    'cognitive-behavioural',
    'mindfulness',
    'journaling',
    'creative',
    'interpersonal',
    'psychodynamic',
    'experiential',
    'humanistic',
  ] as const)('has worksheets of the approach %s', (approach) => {
    expect(all.some((worksheet) => worksheet.approach.includes(approach))).toBe(true);
  });

  it.each(all.map((worksheet) => [worksheet.id, worksheet] as const))(
    '%s is within its grade, in English and Swedish, and survives being a file',
    (_, worksheet) => {
      expect(worksheet.languages).toEqual(['en', 'sv']);
      for (const language of worksheet.languages) {
        const { value, bound, words } = readabilityOf(worksheet, language)!;
        expect(value).toBeLessThanOrEqual(bound);
        expect(words).toBeGreaterThan(60);
      }
      expect(participantTexts(worksheet, 'en')).toHaveLength(participantTexts(worksheet, 'sv').length);
      expect(parseWorksheet(JSON.stringify(worksheet))).toEqual({ ok: true, worksheet });
    },
  );

  it('leads from a worksheet to easier and harder ones that are there', () => {
    const led = all
      .flatMap(({ easier, harder }) => [easier.worksheet, harder.worksheet])
      .filter((id) => id !== undefined);
    expect(led.length).toBeGreaterThan(10);
    expect(led.filter((id) => !builtInWorksheets.has(id))).toEqual([]);
  });
});

describe('the measure of plain language', () => {
  const said = (objective: string) => {
    const [first] = all;
    const empty = { ...first!, steps: [], fields: [] };
    const none = { en: '' };
    return {
      ...empty,
      title: none,
      rationale: none,
      example: none,
      easier: { text: none },
      harder: { text: none },
      objective: { en: objective },
    };
  };

  // 12 words, 17 syllables, 1 sentence: 0.39 × 12 + 11.8 × 17/12 − 15.59 = 5.81 (formula of Kincaid et al., 1975).
  it('is the Flesch–Kincaid grade', () => {
    const measured = readabilityOf(said('The little dog ran over the wide green hill to find water.'), 'en');
    expect(measured?.words).toBe(12);
    expect(measured?.value).toBeCloseTo(0.39 * 12 + (11.8 * 15) / 12 - 15.59, 5);
  });

  it('finds that hard words are hard', () => {
    const hard = 'Cognitive restructuring necessitates systematic identification of dysfunctional assumptions.';
    expect(readabilityOf(said(hard), 'en')!.value).toBeGreaterThan(12);
  });
});
