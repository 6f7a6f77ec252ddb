import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse, { desktopConfig } from 'lighthouse';
import { type BrowserContext, chromium } from 'playwright-core';
import { findChromium } from '../apps/cli/chromium.browser.ts';
import { CHROMIUM_SWITCHES } from '../test/web/chromium.switches.ts';
import { WORKER_READY } from '../test/web/page.scripts.ts';
import type { Scene } from '../test/web/participant.scene.ts';
import type { Stage } from '../test/web/stage.ts';
import type { Figure } from './figure.ts';

const DEBUGGING_PORT = 9_333;

type Device = 'mobile' | 'desktop';

/** The doors as a stranger finds them, then the first screen of each as the person who is signed in. */
export async function lighthouseOf(stage: Stage, scene: Scene): Promise<readonly Figure[]> {
  const origin = { origin: stage.address };
  return [
    ...(await inBrowser(
      async () => undefined,
      [
        [stage, '/', 'mobile', 'the door'],
        [stage, '/', 'desktop', 'the door'],
        [stage, '/staff', 'desktop', 'staff, the door'],
      ],
    )),
    ...(await inBrowser(
      async (phone) => {
        const data = { code: await scene.code() };
        await phone.request.post(`${stage.address}/sign-in/code`, { data, headers: origin });
        // As every later visit finds it.
        const page = await phone.newPage();
        await page.goto(stage.address);
        await page.locator('.p-first').waitFor();
        await page.evaluate(WORKER_READY);
        await page.close();
      },
      [
        [stage, '/', 'mobile', 'the day'],
        [stage, '/settings', 'mobile', 'settings'],
      ],
    )),
    ...(await inBrowser(
      async ({ request }) => {
        const data = { name: 'demo-clinician', password: 'demonstration' };
        await request.post(`${stage.address}/sign-in/password`, { data, headers: origin });
      },
      [[stage, '/staff/caseload', 'desktop', 'the caseload']],
    )),
  ];
}

type Look = readonly [stage: Pick<Stage, 'address'>, path: string, device: Device, name: string];

/** A profile of its own: Lighthouse opens pages in the browser’s own context, which holds the session. */
async function inBrowser(
  prepare: (context: BrowserContext) => Promise<void>,
  looks: readonly Look[],
): Promise<readonly Figure[]> {
  const profile = await mkdtemp(join(tmpdir(), 'lighthouse-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await findChromium(),
    chromiumSandbox: process.getuid?.() !== 0,
    args: [...CHROMIUM_SWITCHES, `--remote-debugging-port=${DEBUGGING_PORT}`],
  });
  try {
    await prepare(context);
    const figures: Figure[] = [];
    for (const one of looks) figures.push(...(await figuresOf(one)));
    return figures;
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function figuresOf([{ address }, path, device, name]: Look): Promise<readonly Figure[]> {
  const flags = {
    ...{ port: DEBUGGING_PORT, onlyCategories: ['performance', 'accessibility'], logLevel: 'error' as const },
    // Cookies hold the session.
    disableStorageReset: true,
  };
  const result = await lighthouse(`${address}${path}`, flags, device === 'desktop' ? desktopConfig : undefined);
  const { performance, accessibility } = result?.lhr.categories ?? {};
  const what = `Lighthouse ${device}, ${name}`;
  return [
    { what: `${what}: performance`, found: hundred(performance?.score), unit: '', aim: 95, bound: 'least' },
    { what: `${what}: accessibility`, found: hundred(accessibility?.score), unit: '', aim: 100, bound: 'least' },
  ];
}

const hundred = (score: number | null | undefined): number => Math.round((score ?? 0) * 100);
