/** Stata and SAS are not run here: what is checked is that no label can end its string. R and SPSS are run by round-trip. */
import { describe, expect, it } from '@jest/globals';
import type { DescribedTable } from '../description/dataset.description.ts';
import { HOSTILE_TABLE } from '../hostile.specification.ts';
import { rScript, rText } from './r.script.ts';
import { sasScript, sasText } from './sas.script.ts';
import { cutBytes } from './script.text.ts';
import { spssScript, spssText } from './spss.script.ts';
import { mataText, stataScript } from './stata.script.ts';

const EVIL = `a"b'c\`d'$e\\f"'; run; endsas; x 'rm'; system("rm")\n. HOST COMMAND=['rm'].`;
const evil: DescribedTable = {
  ...HOSTILE_TABLE,
  columns: [
    {
      name: 'evil',
      label: { en: EVIL },
      type: 'integer',
      codes: [{ value: 1, label: { en: EVIL } }],
      missing: [{ value: -9, label: { en: EVIL } }],
    },
    {
      name: 'worse',
      label: { en: EVIL },
      type: 'text',
      codes: [{ value: EVIL.replaceAll('\n', ' '), label: { en: EVIL } }],
    },
  ],
};
const source = { table: evil, language: 'en', bytes: { worse: 60 } };

/** What is left of a script once its strings are taken out: no program of somebody else's may be in there. */
const outside = (script: string, text: RegExp) => script.replaceAll(text, '""');

describe('scripts', () => {
  it.each([
    ['R', rScript(source), /"(?:[^"\\]|\\.)*"/g],
    ['SAS', sasScript(source), /'(?:[^']|'')*'|"[^"]*"/g],
    ['SPSS', spssScript(source), /'(?:[^']|'')*'|"[^"]*"/g],
    ['Stata', stataScript(source), /"[^"]*"/g],
  ])('%s keeps whatever a label says inside its strings', (_, script, text) => {
    expect(outside(script, text)).not.toMatch(/endsas|HOST|\brm\b|system/);
    expect(script.split('\n').every((line) => !/^\. HOST/.test(line))).toBe(true);
  });

  it('tells Stata no macro: neither dollar nor backtick nor quote is in a label', () => {
    const told = stataScript(source)
      .split('\n')
      .filter((line) => line.startsWith('mata:'))
      .flatMap((line) => line.match(/"[^"]*"/g) ?? []);
    expect(told.length).toBeGreaterThan(10);
    for (const text of told) expect(text.slice(1, -1)).not.toMatch(/["`$'\\]/);
    expect(mataText('a"b')).toBe('"a" + char(34) + "b"');
    expect(mataText('')).toBe('""');
  });

  it('makes missing codes special missing values in Stata and SAS, with their labels', () => {
    const own = { table: HOSTILE_TABLE, language: 'en', bytes: {} };
    expect(stataScript(own)).toContain('replace phq9_total = .b if phq9_total == -88');
    expect(stataScript(own)).toContain(
      'mata: st_vlmodify("phq9_total", (0 \\ .a \\ .b), ("none" \\ "suppressed" \\ "erased"))',
    );
    expect(sasScript(own)).toContain('if phq9_total = -77 then phq9_total = .A;');
    expect(sasScript(own)).toMatch(/value v5_f\s+0 = 'none'\s+\.A = 'suppressed'\s+\.B = 'erased';/);
  });

  it('speaks the language asked for', () => {
    const own = { table: HOSTILE_TABLE, language: 'sv', bytes: {} };
    for (const script of [rScript(own), stataScript(own), sasScript(own), spssScript(own)])
      expect(script).toContain('PHQ-9, summa');
  });

  it('quotes for each program', () => {
    expect(rText('é"\\👩\n')).toBe('"\\u00e9\\"\\\\\\U0001f469\\u000a"');
    expect([sasText("a'b"), spssText("a'b")]).toEqual(["'a''b'", "'a''b'"]);
    expect(cutBytes('aé👩', 6)).toBe('aé');
    expect(cutBytes('aé👩', 7)).toBe('aé👩');
  });
});
