import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { Screen } from './screen.ts';
import type { Visit } from './stage.ts';

export const THEMES = ['light', 'dark'] as const;
export type Tongue = 'en' | 'sv';

/** What is wrong with one state of a screen: the rule, and where. */
export interface Violation {
  readonly state: string;
  readonly rule: string;
  readonly where: readonly string[];
}

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Colours are all that a theme changes: words and structure are looked at in one of them. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** Opens a screen and waits until it stands still. */
export async function show(page: Page, { address, reach }: Screen): Promise<void> {
  await page.goto(address);
  await page.locator('h1, h2').first().waitFor();
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  await page.waitForLoadState('networkidle');
  await reach?.(page);
  await settled(page);
}

/** Colours fade into those of another theme, which is drawn a frame later: a colour on its way is none of the page's. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(
    'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))).then(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined)))).then(() => 0)',
  );
}

/** Axe over every screen in both themes. @returns what was wrong, and how many states were looked at */
export async function look(
  visit: Visit,
  screens: readonly Screen[],
  languages: readonly Tongue[],
): Promise<{ states: number; violations: readonly Violation[] }> {
  const violations: Violation[] = [];
  let states = 0;
  for (const language of languages) {
    await visit.context.addInitScript(`localStorage.setItem('intersession.language', '${language}')`);
    for (const screen of screens) {
      await visit.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await show(visit.page, screen);
      await visit.page.evaluate(await source);
      for (const theme of THEMES) {
        await visit.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
        await settled(visit.page);
        const found = await run(visit.page, theme === 'light' ? undefined : COLOURS);
        violations.push(...found.map((one) => ({ state: `${screen.name} ${theme} ${language}`, ...one })));
        states += 1;
      }
    }
  }
  return { states, violations };
}

async function run(page: Page, rules: readonly string[] | undefined): Promise<Omit<Violation, 'state'>[]> {
  const only = rules === undefined ? {} : { runOnly: rules };
  return page.evaluate<
    Omit<Violation, 'state'>[]
  >(`axe.run(document, { resultTypes: ['violations'], ...${JSON.stringify(only)} }).then(
    ({ violations }) => violations.map(({ id, nodes }) => ({ rule: id, where: nodes.map(({ html }) => html.slice(0, 160)) })))`);
}
