import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, type Page, chromium } from 'playwright-core';
import { builtInWorksheets, checkAnswers, renderFill, type Worksheet, worksheetPage } from '#worksheets';
import { findChromium } from '../../apps/cli/chromium.browser.ts';

describe('the form of a worksheet', () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    // Without a browser it fails, and the error says how to get one.
    const executablePath = await findChromium();
    folder = await mkdtemp(join(tmpdir(), 'form-'));
    const vite = [
      'node_modules/vite/bin/vite.js',
      'build',
      '--config',
      'scripts/worksheets.vite.mjs',
      '--outDir',
      folder,
    ];
    await promisify(execFile)(process.execPath, vite);
    browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function open(
    worksheet: Worksheet,
    screens: 'all' | 'one' = 'all',
    motion: 'reduce' | 'no-preference' = 'no-preference',
  ) {
    const page = await browser.newPage({ viewport: { width: 400, height: 800 }, reducedMotion: motion });
    await page.setContent(worksheetPage(renderFill(worksheet, { screens }), { language: 'en', title: 'Form' }));
    await page.evaluate("addEventListener('worksheet-change', ({ detail }) => (globalThis.told = detail))");
    await page.addScriptTag({ path: join(folder, 'fill.js'), type: 'module' });
    await page.waitForFunction('globalThis.told !== undefined');
    return page;
  }
  const worksheetOf = (id: string) => builtInWorksheets.get(id)!;
  /** What the page told of last, as the one validator takes it. */
  const answersOf = async (page: Page, worksheet: Worksheet) =>
    checkAnswers(worksheet, await page.evaluate<unknown>('globalThis.told'), 'draft');

  it('shows and hides by its rules, and tells answers that the validator takes', async () => {
    const worksheet = worksheetOf('behavioural-experiment');
    const page = await open(worksheet);
    expect(await page.isVisible('[data-field=saw]')).toBe(false);
    await page.check('input[name=tried][value=yes]');
    expect(await page.isVisible('[data-field=saw]')).toBe(true);
    await page.fill('[name=saw]', '<b>Two</b> nodded');
    expect(await page.isVisible('[data-field=belief-after]')).toBe(true);
    await page.check('input[name=tried][value=no]');
    expect(await page.isVisible('[data-field=saw], [data-field=belief-after]')).toBe(false);
    expect(await page.isVisible('[data-field=in-the-way]')).toBe(true);
    const checked = await answersOf(page, worksheet);
    expect(checked).toMatchObject({ ok: true, answers: { values: { tried: 'no' } } });
    expect(checked.ok && checked.dropped).toEqual([{ path: 'values.saw', reason: 'hidden' }]);
    await page.close();
  });

  it('adds and takes away rows, and works values out', async () => {
    const worksheet = worksheetOf('thought-record-5');
    const page = await open(worksheet);
    await page.click('[data-add-row]');
    await page.click('[data-add-row]');
    expect(await page.locator('[data-row]').count()).toBe(3);
    await page.click('[data-row] >> nth=1 >> [data-remove-row]');
    await page.locator('[data-row]').last().locator('textarea').first().fill('Second');
    await page.check('input[name="record[0].intensity"][value="80"]', { force: true });
    await page.check('input[name="record[0].intensity-after"][value="30"]', { force: true });
    expect(await page.textContent('[data-computed=change]')).toBe('−50');
    const checked = await answersOf(page, worksheet);
    expect(checked.ok && checked.answers.values['record']).toEqual([
      { intensity: 80, 'intensity-after': 30 },
      { situation: 'Second' },
    ]);
    await page.close();
  });

  it('draws, undoes and clears', async () => {
    const worksheet = worksheetOf('draw-the-feeling');
    const page = await open(worksheet);
    const strokes = async () => {
      const checked = await answersOf(page, worksheet);
      const drawing = checked.ok ? checked.answers.values['drawing'] : undefined;
      return typeof drawing === 'object' && 'strokes' in drawing ? drawing.strokes : [];
    };
    await page.locator('[data-sheet]').scrollIntoViewIfNeeded();
    const sheet = (await page.locator('[data-sheet]').boundingBox())!;
    for (const at of [40, 80]) {
      await page.mouse.move(sheet.x + 20, sheet.y + at);
      await page.mouse.down();
      await page.mouse.move(sheet.x + 90, sheet.y + at, { steps: 5 });
      await page.mouse.up();
    }
    expect(await strokes()).toHaveLength(2);
    await page.click('[data-undo]');
    expect(await strokes()).toHaveLength(1);
    await page.click('[data-clear]');
    expect(await strokes()).toHaveLength(0);
    await page.close();
  });

  it('asks one question a screen, and steps over what is hidden', async () => {
    const page = await open(worksheetOf('homework-review'), 'one');
    expect(await page.isVisible('.ws-head')).toBe(true);
    await page.click('[data-next]');
    expect(await page.locator('.ws-field:visible').count()).toBe(1);
    await page.check('input[name=done][value=all]');
    await page.click('[data-next]');
    expect(await page.isVisible('[data-field=hard]')).toBe(true);
    await page.click('[data-back]');
    await page.click('[data-back]');
    expect(await page.isVisible('.ws-head')).toBe(true);
    await page.close();
  });

  it('counts breaths in words, and keeps still for those who want no movement', async () => {
    const page = await open(worksheetOf('slow-breathing'), 'all', 'reduce');
    const before = await page.getAttribute('.ws-breath-fill', 'style');
    await page.click('[data-start]');
    await page.waitForFunction(`/Breathe in [1-4]/.test(document.querySelector('[data-phase]').textContent)`);
    expect(await page.getAttribute('.ws-breath-fill', 'style')).toBe(before);
    await page.waitForFunction(`document.querySelector('[data-clock]').textContent !== '5:00'`);
    await page.click('[data-start]');
    expect(await page.textContent('[data-start]')).toBe('Start');
    await page.close();
  });
});
