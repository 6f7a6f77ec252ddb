import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { HOSTILE, HOSTILE_TABLE } from '../hostile.specification.ts';
import { codebookPage } from './codebook.page.ts';
import { CODEBOOK_FORMAT, codebookCsv, codebookJson } from './codebook.table.ts';

describe('codebook', () => {
  it('as CSV has a line a column, in every language', () => {
    const lines = parse<Record<string, string>>(codebookCsv(HOSTILE), { columns: true });
    expect(lines.map(({ variable }) => variable)).toEqual(HOSTILE_TABLE.columns.map(({ name }) => name));
    expect(lines[4]).toMatchObject({
      table: 'visits',
      position: '5',
      type: 'integer',
      unit: '{points}',
      least: '0',
      most: '27',
      label_en: 'PHQ-9 total',
      label_sv: 'PHQ-9, summa',
      codes_sv: '0 = inga',
      missing_en: "'-77 = suppressed; -88 = erased",
      formula_en: 'Σ of nine items; null where > 2 are missing',
      treatment_en: '',
    });
    expect(lines[2]!['item_sv']).toBe('Vad kom emellan, "om något"?');
    expect(lines[3]!['codes_en']).toContain("tau = Doctor's usual care; cbt = ");
  });

  it('as JSON is the description, and nothing an object carries beside it', () => {
    const found = JSON.parse(
      codebookJson({
        ...HOSTILE,
        tables: [{ ...HOSTILE_TABLE, columns: [{ ...HOSTILE_TABLE.columns[0]!, ...{ secret: 1 } }] }],
      }),
    ) as { format: string; tables: { columns: unknown[] }[] };
    expect(found.format).toBe(CODEBOOK_FORMAT);
    expect(found.tables[0]!.columns).toEqual([{ name: 'pid', label: { en: 'Pseudonym' }, type: 'text' }]);
  });

  it('as a page holds every label, escaped, in the language asked for', () => {
    const page = codebookPage(HOSTILE, 'sv');
    expect(page).toContain('<html lang="sv">');
    expect(page).toContain('A trial with &quot;quotes&quot; &amp; &lt;tags&gt; and a 👩‍🚀 – Kodbok');
    expect(page).toContain('O&#39;Neil &amp; Sons &lt;2004&gt;');
    for (const { label } of HOSTILE_TABLE.columns)
      expect(page).toContain((label['sv'] ?? label.en).replaceAll('&', '&amp;'));
    expect(page).not.toMatch(/<script|src=|https?:|javascript:/);
  });

  it('falls back to English for a language without words', () => {
    expect(codebookPage(HOSTILE, 'fi')).toContain('PHQ-9 total');
  });
});
