/**
 * `npm run screenshots`: pictures of every screen over the demonstration, light and dark, phones at 390 × 844 and staff at 1440 × 900, into
 * `dist/screenshots`; those of the main screens into docs/images, where the README shows them.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { show, THEMES } from '../test/web/axe.look.ts';
import { participantScene } from '../test/web/participant.scene.ts';
import type { Screen } from '../test/web/screen.ts';
import { DOORS, phoneScreens, RESEARCH_SCREENS, staffScreens } from '../test/web/screen.lists.ts';
import { RUN_VARIABLE, STAGE_VARIABLE, strikeStage } from '../test/web/stage.place.ts';
import { enterStage, type Stage, type Visit } from '../test/web/stage.ts';

const ALL = join('dist', 'screenshots');
const MAIN = join('docs', 'images');

async function photograph({ page }: Visit, screens: readonly Screen[]): Promise<void> {
  for (const screen of screens) {
    for (const theme of THEMES) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await show(page, screen);
      await page.screenshot({ path: join(ALL, `${screen.name}-${theme}.png`), fullPage: true });
      if (screen.main && theme === 'light') await page.screenshot({ path: join(MAIN, `${screen.name}.png`) });
      console.log(`${screen.name} ${theme}`);
    }
  }
}

async function photographAll(stage: Stage): Promise<void> {
  const scene = await participantScene(stage);
  const phone = await stage.visit();
  await photograph(phone, DOORS);
  const data = { code: await scene.code() };
  await phone.context.request.post('/sign-in/code', { data, headers: { origin: stage.address } });
  await photograph(phone, phoneScreens(scene));
  const desk = await stage.visit({ viewport: { width: 1440, height: 900 } });
  await desk.signIn('demo-clinician');
  await photograph(desk, await staffScreens(stage));
  const trial = await stage.visit({ viewport: { width: 1440, height: 900 } });
  await trial.signIn('demo-coordinator');
  await photograph(trial, RESEARCH_SCREENS);
}

const given = process.env[STAGE_VARIABLE];
const folder = given ?? (await mkdtemp(join(tmpdir(), 'screenshots-')));
process.env[STAGE_VARIABLE] = folder;
process.env[RUN_VARIABLE] = String(process.pid);
try {
  await Promise.all([ALL, MAIN].map((path) => mkdir(path, { recursive: true })));
  const stage = await enterStage();
  await photographAll(stage);
  await stage.leave();
} finally {
  if (given === undefined) {
    await strikeStage(folder);
    await rm(folder, { recursive: true, force: true });
  }
}
process.exit();
