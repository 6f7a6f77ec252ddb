/**
 * `npm run screenshots`: pictures of every screen over the demonstration, light and dark, phones at 390 × 844 and staff at 1440 × 900 and on
 * a phone as well, into `dist/screenshots`; those of the main screens, in 256 colours, into docs/images, where the README shows them.
 */
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { show, THEMES } from '../test/web/axe.look.ts';
import { participantScene } from '../test/web/participant.scene.ts';
import type { Screen } from '../test/web/screen.ts';
import {
  blindScreens,
  coordinatorScreens,
  DEMONSTRATION_TRIAL,
  DOORS,
  OPERATOR_SCREENS,
  phoneScreens,
  RESEARCH_SCREENS,
  staffScreens,
} from '../test/web/screen.lists.ts';
import { RUN_VARIABLE, STAGE_VARIABLE, strikeStage } from '../test/web/stage.place.ts';
import { enterStage, type Stage, type Visit } from '../test/web/stage.ts';
import { palettePng } from './palette.png.ts';

const ALL = join('dist', 'screenshots');
const MAIN = join('docs', 'images');
const STAFF_SIZES = [
  { name: 'desk', width: 1440, height: 900 },
  { name: 'phone', width: 390, height: 844 },
] as const;

/** Every screen in both themes; of the main ones, as they are seen first, a small picture for the README. */
async function photograph({ page }: Visit, screens: readonly Screen[], size: 'phone' | 'desk'): Promise<void> {
  for (const screen of screens) {
    for (const theme of THEMES) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await show(page, screen);
      await page.screenshot({ path: join(ALL, `${screen.name}-${size}-${theme}.png`), fullPage: true });
      if (screen.main && theme === 'light' && size === sizeOf(screen)) await keep(page, screen);
      console.log(`${screen.name} ${size} ${theme}`);
    }
  }
}

async function keep(page: Page, { name }: Screen): Promise<void> {
  await page.evaluate('scrollTo(0, 0)');
  await writeFile(join(MAIN, `${name}.png`), palettePng(await page.screenshot()));
}

/** Where a screen is at home. */
const sizeOf = ({ name }: Screen): 'phone' | 'desk' => (name.startsWith('phone') ? 'phone' : 'desk');

async function photographPhone(stage: Stage): Promise<void> {
  const scene = await participantScene(stage);
  const visit = await stage.visit();
  await photograph(visit, DOORS, 'phone');
  const data = { code: await scene.code() };
  await visit.context.request.post('/sign-in/code', { data, headers: { origin: stage.address } });
  await photograph(visit, phoneScreens(scene), 'phone');
  await visit.close();
}

/** Staff work at a desk, and have phones as well. */
async function photographDesk(stage: Stage): Promise<void> {
  for (const viewport of STAFF_SIZES) {
    const visit = await stage.visit({ viewport, timezoneId: 'Europe/Stockholm' });
    await visit.signIn('demo-clinician');
    await photograph(visit, await staffScreens(stage), viewport.name);
    await visit.close();
  }
}

/** A profile of its own, which chooses between studies. */
async function photographBlind(stage: Stage, viewport: (typeof STAFF_SIZES)[number]): Promise<void> {
  const visit = await stage.visit({ viewport, timezoneId: 'Europe/Stockholm' });
  await visit.signIn('demo-researcher');
  await photograph(visit, await blindScreens(stage), viewport.name);
  await visit.close();
}

async function photographStudy(stage: Stage): Promise<void> {
  for (const viewport of STAFF_SIZES) {
    const visit = await stage.visit({ viewport, timezoneId: 'Europe/Stockholm' });
    await visit.signIn('demo-coordinator');
    await visit.context.addInitScript(DEMONSTRATION_TRIAL);
    await photograph(visit, RESEARCH_SCREENS, viewport.name);
    await photograph(visit, coordinatorScreens(), viewport.name);
    await visit.signIn('demo-operator');
    await photograph(visit, OPERATOR_SCREENS, viewport.name);
    await visit.close();
    await photographBlind(stage, viewport);
  }
}

/** @param people of the demonstration trial: as many as whoever is looked for has, on a caseload or in a study */
async function on(people: number, look: (stage: Stage) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'screenshots-'));
  process.env[STAGE_VARIABLE] = folder;
  process.env['DEMONSTRATION_PARTICIPANTS'] = String(people);
  try {
    const stage = await enterStage();
    await look(stage);
    await stage.leave();
  } finally {
    await strikeStage(folder);
  }
}

process.env[RUN_VARIABLE] = String(process.pid);
await Promise.all([ALL, MAIN].map((path) => mkdir(path, { recursive: true })));
await on(14, async (stage) => {
  await photographPhone(stage);
  await photographDesk(stage);
});
await on(60, photographStudy);
process.exit();
