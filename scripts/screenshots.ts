/**
 * `npm run screenshots`: pictures of every screen over the demonstration, light and dark, phones at 390 × 844 and staff at 1440 × 900 and on
 * a phone as well, into `dist/screenshots`; those of the main screens, in 256 colours, into docs/images, where the README shows them.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
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
const STAFF_SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

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
async function photographStaff(stage: Stage): Promise<void> {
  for (const size of ['desk', 'phone'] as const) {
    const viewport = STAFF_SIZES[size];
    const visit = await stage.visit({ viewport, timezoneId: 'Europe/Stockholm' });
    await visit.signIn('demo-clinician');
    await photograph(visit, await staffScreens(stage), size);
    await visit.signIn('demo-coordinator');
    await visit.context.addInitScript(DEMONSTRATION_TRIAL);
    await photograph(visit, RESEARCH_SCREENS, size);
    await photograph(visit, coordinatorScreens(), size);
    await visit.signIn('demo-researcher');
    await photograph(visit, await blindScreens(stage), size);
    await visit.signIn('demo-operator');
    await photograph(visit, OPERATOR_SCREENS, size);
    await visit.close();
  }
}

const given = process.env[STAGE_VARIABLE];
const folder = given ?? (await mkdtemp(join(tmpdir(), 'screenshots-')));
process.env[STAGE_VARIABLE] = folder;
process.env[RUN_VARIABLE] = String(process.pid);
// A caseload as one has it.
process.env['DEMONSTRATION_PARTICIPANTS'] ??= '14';
try {
  await Promise.all([ALL, MAIN].map((path) => mkdir(path, { recursive: true })));
  const stage = await enterStage();
  await photographPhone(stage);
  await photographStaff(stage);
  await stage.leave();
} finally {
  if (given === undefined) {
    await strikeStage(folder);
    await rm(folder, { recursive: true, force: true });
  }
}
process.exit();
