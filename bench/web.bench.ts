import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import lighthouse, { desktopConfig } from 'lighthouse';
import { chromium } from 'playwright-core';
import { findChromium } from '../apps/cli/chromium.browser.ts';
import { CHROMIUM_SWITCHES } from '../test/web/chromium.switches.ts';
import { RUN_VARIABLE, STAGE_VARIABLE, strikeStage } from '../test/web/stage.place.ts';
import { enterStage, type Stage } from '../test/web/stage.ts';
import { EVERYTHING, say } from '../test/web/walk.scene.ts';
import { type Figure, isMet, lineOf } from './figure.ts';

const WEB = join('dist', 'web');
const DEBUGGING_PORT = 9_333;

/** Sizes, Lighthouse and the time from an event to the screen, each beside its aim. @returns whether all are met */
export async function benchWeb(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-web-'));
  process.env[STAGE_VARIABLE] = folder;
  process.env[RUN_VARIABLE] = String(process.pid);
  try {
    const stage = await enterStage();
    const figures = [
      await size('Participant, first load', 'participant.html', 90),
      await size('Staff, JS and CSS', 'staff.html', 200),
      ...(await lighthouseOf(stage)),
      await eventToScreen(stage),
    ];
    await stage.leave();
    for (const figure of figures) console.log(lineOf(figure));
    return figures.every(isMet);
  } finally {
    await strikeStage(folder);
    await rm(folder, { recursive: true, force: true });
  }
}

/** Everything that a page names, and what that imports at once, as it travels. */
export async function size(what: string, page: string, aim: number): Promise<Figure> {
  const html = await readFile(join(WEB, page), 'utf8');
  const files = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file = '']) => file);
  const contents = await Promise.all([page, ...new Set(files)].map((file) => readFile(join(WEB, file))));
  const bytes = contents
    .map((content) => gzipSync(content, { level: 9 }).length)
    .reduce((one, other) => one + other, 0);
  return { what: `${what}, gzip`, found: bytes / 1_000, unit: 'kB', aim, bound: 'most' };
}

/** The doors, which everybody comes through: a page behind a sign-in has no address that Lighthouse could open. */
async function lighthouseOf({ address }: Stage): Promise<readonly Figure[]> {
  const args = [...CHROMIUM_SWITCHES, `--remote-debugging-port=${DEBUGGING_PORT}`];
  const chromiumSandbox = process.getuid?.() !== 0;
  const browser = await chromium.launch({ executablePath: await findChromium(), chromiumSandbox, args });
  try {
    const figures: Figure[] = [];
    for (const [path, device] of [
      ['/', 'mobile'],
      ['/', 'desktop'],
      ['/staff', 'desktop'],
    ] as const) {
      const flags = {
        port: DEBUGGING_PORT,
        onlyCategories: ['performance', 'accessibility'],
        logLevel: 'error' as const,
      };
      const result = await lighthouse(`${address}${path}`, flags, device === 'desktop' ? desktopConfig : undefined);
      const { performance, accessibility } = result?.lhr.categories ?? {};
      const score = (value: number | null | undefined): number => (value ?? 0) * 100;
      const name = `Lighthouse ${device} ${path}`;
      figures.push(
        { what: `${name} performance`, found: score(performance?.score), unit: '', aim: 95, bound: 'least' },
        { what: `${name} accessibility`, found: score(accessibility?.score), unit: '', aim: 100, bound: 'least' },
      );
    }
    return figures;
  } finally {
    await browser.close();
  }
}

/** From the answer of a command to the end of the first question that an open page asks because of it; the median of five. */
async function eventToScreen(stage: Stage): Promise<Figure> {
  const visit = await stage.visit({ viewport: { width: 1440, height: 900 } });
  await visit.signIn('demo-clinician');
  await visit.page.goto('/staff/caseload');
  await visit.page.waitForLoadState('networkidle');
  const { assignments } = await stage.ask<{ assignments: { nodes: { participantId: string }[] } }>(
    EVERYTHING,
    '{ assignments(studyId: "clinic", first: 1) { nodes { participantId } } }',
  );
  const participantId = assignments.nodes[0]?.participantId;
  const times: number[] = [];
  for (let time = 0; time < 5; time += 1) {
    const asked = visit.page.waitForResponse((response) => response.url().endsWith('/graphql'));
    await say(stage, 'setGoal', { participantId, setBy: 'CLIENT', statement: `Goal ${time}` });
    const told = performance.now();
    await (await asked).finished();
    times.push(performance.now() - told);
    await visit.page.waitForLoadState('networkidle');
  }
  await visit.close();
  const median = times.sort((one, other) => one - other)[2] ?? Infinity;
  return { what: 'Event to open page', found: median / 1_000, unit: 's', aim: 1, bound: 'most' };
}
