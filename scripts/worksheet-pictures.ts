/**
 * `npm run pictures -- <folder>`: ten worksheets in the three renderings, on a phone and on a desktop, light and dark, as pictures to
 * look at. Prints what an automatic look finds: anything wider than its screen.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type Page, chromium } from 'playwright-core';
import {
  type Html,
  builtInWorksheets,
  checkAnswers,
  renderFill,
  renderPrint,
  renderRead,
  worksheetPage,
} from '#worksheets';
import { build } from 'vite';
import { findChromium } from '../apps/cli/chromium.browser.ts';
import { pictured } from './worksheet-pictures.answers.ts';

const SCRIPT = fileURLToPath(new URL('../dist/worksheets/fill.js', import.meta.url));
const SCREENS = { phone: { width: 375, height: 812 }, desktop: { width: 1280, height: 900 } } as const;
const SCHEMES = ['light', 'dark'] as const;

const folder = process.argv[2] ?? 'pictures';
await mkdir(folder, { recursive: true });
await build({ configFile: fileURLToPath(new URL('worksheets.vite.mjs', import.meta.url)) });

const browser = await chromium.launch({
  executablePath: await findChromium(),
  chromiumSandbox: process.getuid?.() !== 0,
});
let wide = 0;
for (const [id, values] of Object.entries(pictured)) await takeAll(browser, id, values);
await browser.close();
console.log(`${Object.keys(pictured).length} worksheets in ${folder}; ${wide} pictures wider than their screen`);
process.exitCode = wide === 0 ? 0 : 1;

async function takeAll(from: Browser, id: string, values: (typeof pictured)[string]): Promise<void> {
  const worksheet = builtInWorksheets.get(id);
  if (worksheet === undefined) throw new Error(`${id} is not in the library`);
  const checked = checkAnswers(worksheet, { worksheet: { id, version: worksheet.version }, values }, 'draft');
  if (!checked.ok)
    throw new Error(`${id}: ${checked.faults.map(({ path, message }) => `${path} ${message}`).join('; ')}`);
  for (const [device, viewport] of Object.entries(SCREENS)) {
    for (const colorScheme of SCHEMES) {
      const page = await from.newPage({ viewport, colorScheme, deviceScaleFactor: 1 });
      const name = (rendering: string) => join(folder, `${id}.${rendering}.${device}.${colorScheme}.png`);
      await take(page, renderFill(worksheet, { values: checked.answers.values }), name('fill'));
      await take(page, renderRead(worksheet, { values: checked.answers.values }), name('read'));
      if (device === 'phone') await takeOne(page, renderFill(worksheet, { screens: 'one' }), name('one'));
      await page.close();
    }
  }
  const page = await from.newPage({ viewport: { width: 680, height: 900 } });
  await page.emulateMedia({ media: 'print' });
  await take(page, renderPrint(worksheet), join(folder, `${id}.print.png`));
  await page.close();
}

async function open(page: Page, body: Html): Promise<void> {
  await page.setContent(worksheetPage(body, { language: 'en', title: 'Worksheet' }));
  await page.addScriptTag({ path: SCRIPT, type: 'module' });
  await page.waitForLoadState('load');
}

async function take(page: Page, body: Html, path: string): Promise<void> {
  await open(page, body);
  if (await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth + 1')) {
    wide += 1;
    console.log(`${path} is wider than its screen`);
  }
  await page.screenshot({ path, fullPage: true });
}

/** The second question, one on the screen. */
async function takeOne(page: Page, body: Html, path: string): Promise<void> {
  await open(page, body);
  await page.click('[data-next]');
  await page.screenshot({ path });
}
