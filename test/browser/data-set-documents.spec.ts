/** What a data set brings along to be read by people: without a fault that axe finds, no wider than a phone or a page. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium } from 'playwright-core';
import { codebookPage } from '#formats';
import { findChromium } from '../../apps/cli/chromium.browser.ts';
import { REPORTED } from '../../libs/datasets/documents/risk-report/reported.release.specification.ts';
import { riskReportPage } from '../../libs/datasets/documents/risk-report/risk-report.page.ts';
import { HOSTILE } from '../../libs/formats/hostile.specification.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const documents = { 'risk report': riskReportPage(REPORTED), codebook: codebookPage(HOSTILE, 'sv') };

describe('documents of a data set', () => {
  let browser: Browser;
  beforeAll(async () => {
    const executablePath = await findChromium();
    browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
  });
  afterAll(async () => browser?.close());

  it.each(Object.entries(documents))('%s: axe finds nothing, and nothing is cut off', async (_, html) => {
    for (const viewport of [
      { width: 375, height: 800 },
      { width: 1_200, height: 900 },
    ]) {
      const page = await browser.newPage({ viewport });
      await page.setContent(html);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(viewport.width);
      await page.addScriptTag({ content: axe });
      const found = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>('axe.run()');
      expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      await page.close();
    }
  });

  it('print on A4', async () => {
    const page = await browser.newPage();
    await page.setContent(documents['risk report']);
    const pdf = await page.pdf({ format: 'A4' });
    // /Type /Page, not /Pages.
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(2);
    expect(pages).toBeLessThan(9);
    await page.close();
  });
});
