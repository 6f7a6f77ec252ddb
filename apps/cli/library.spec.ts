import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtInWorksheets, parseWorksheet, type Worksheet } from '#worksheets';
import { findChromium, withChromium } from './chromium.browser.ts';
import { runCli } from './cli.ts';
import { checkWorksheets } from './library.check.ts';
import { layOut } from './worksheet.layout.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'library-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(...parameters: string[]) {
  const out: string[] = [];
  const errors: string[] = [];
  const terminal = {
    out: (text: string) => out.push(text),
    error: (text: string) => errors.push(text),
    interactive: false,
  };
  const code = await runCli(['library', ...parameters], terminal, new AbortController().signal);
  return { code, out: out.join('\n'), errors: errors.join('\n') };
}

describe('library', () => {
  it('lists what comes with the platform', async () => {
    const { code, out } = await run('list', '--language', 'sv');
    expect(code).toBe(0);
    expect(out.split('\n')).toHaveLength(builtInWorksheets.size);
    expect(out).toMatch(/thought-record-5 +v1 +10 min +Tankedagbok .*\(not clinically reviewed\)/);
  });

  it('shares worksheets by files, and refuses hostile ones by their fields', async () => {
    expect((await run('export', '--to', folder, 'sleep-diary')).code).toBe(0);
    const file = join(folder, 'sleep-diary.worksheet.json');
    expect(parseWorksheet(await readFile(file, 'utf8'))).toMatchObject({ ok: true });
    expect((await run('check', '--no-layout', file)).code).toBe(0);
    const hostile = join(folder, 'hostile.json');
    await writeFile(
      hostile,
      (await readFile(file, 'utf8')).replace('"id": "nights"', '"id": "nights", "onclick": "x"'),
    );
    expect(await run('check', '--no-layout', hostile)).toMatchObject({
      code: 2,
      errors: expect.stringContaining('fields[0].onclick is not a field of the format'),
    });
    await writeFile(hostile, 'x'.repeat(3_000_000));
    expect((await run('check', '--no-layout', hostile)).errors).toContain('a worksheet has at most');
    expect((await run('check', '--no-layout', join(folder, 'gone.json'))).errors).toContain(
      'gone.json cannot be read (ENOENT)',
    );
    expect((await run('export', '--to', folder, 'nothing')).errors).toContain('nothing: no worksheet of that id');
    expect((await readdir(folder)).sort()).toEqual(['hostile.json', 'sleep-diary.worksheet.json']);
  });

  it('says how to get a browser where there is none', async () => {
    await expect(findChromium('/nowhere', [])).rejects.toThrow('apt-get install chromium');
  });

  it('finds words that are too hard and steps that lead nowhere', async () => {
    const worksheet = structuredClone(builtInWorksheets.get('mood-diary')!);
    const hard = 'Retrospective psychological self-monitoring facilitates individualised therapeutic interventions. ';
    const spoiled: Worksheet = {
      ...worksheet,
      id: 'spoiled',
      rationale: { ...worksheet.rationale, en: hard.repeat(12) },
      harder: { ...worksheet.harder, worksheet: 'gone' },
    };
    const { findings } = await checkWorksheets([spoiled], false);
    expect(findings.map(({ what }) => what)).toEqual([
      expect.stringMatching(/^en: flesch-kincaid-grade \d+\.\d, at most 6 is wanted$/),
      'leads to gone, which is not there',
    ]);
  });

  it('lays pages out on A4 and Letter, and finds what does not fit', async () => {
    const worksheet = builtInWorksheets.get('mood-diary')!;
    const long: Worksheet = { ...worksheet, id: 'long', title: { en: 'x'.repeat(400), sv: 'y' } };
    const tall: Worksheet = { ...worksheet, id: 'tall', rationale: { en: 'Line.\n'.repeat(120), sv: 'y' } };
    await withChromium(async (context) => {
      for (const paper of ['a4', 'letter'] as const) {
        const fine = await layOut(context, [worksheet], { paper, language: 'en', title: 'T' });
        expect([fine.overflows, fine.pages]).toEqual([[], 2]);
        expect(fine.pdf.subarray(0, 5).toString()).toBe('%PDF-');
      }
      const { overflows } = await layOut(context, [long, tall], { paper: 'a4', language: 'en', title: 'T' });
      expect(overflows).toContainEqual({ worksheet: 'tall', what: 'ws-why is taller than a page' });
      expect(overflows.some((found) => found.worksheet === 'long')).toBe(true);
    });
  });

  it('prints a workbook', async () => {
    const file = join(folder, 'book.pdf');
    const printed = await run(
      'print',
      '--only',
      'mood-diary',
      'slow-breathing',
      '--language',
      'sv',
      '--paper',
      'letter',
      '--out',
      file,
    );
    expect(printed).toMatchObject({ code: 0, out: `${file}: 3 pages letter, 2 worksheets of the library, in sv` });
    expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await run('print', '--language', 'fi')).errors).toContain('no worksheet is written in it');
  });
});
