import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { RUN_VARIABLE, STAGE_VARIABLE, strikeStage } from '../test/web/stage.place.ts';
import { enterStage, type Stage } from '../test/web/stage.ts';
import { say } from '../test/web/walk.scene.ts';
import { median } from './contest.ts';
import { type Figure, tellFigures } from './figure.ts';
import { travelled } from './page.size.ts';
import { specificationSeconds } from './specifications.bench.ts';

const ROUNDS = 5;
const NOTES = [
  'gzip: level 9 of every file that the page asked for until its plots stood there.',
  `Times are medians of ${ROUNDS}. The heat-map’s answers are made up; the other panels are asked of a small trial.`,
  'A click to painted includes the questions of the other panels, and ends two frames after everything is there.',
];

/** The study board: its size, how fast it paints, how soon it shows an event, and its grid. @returns whether all aims are met */
export async function benchBoard(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-board-'));
  process.env[STAGE_VARIABLE] = folder;
  process.env[RUN_VARIABLE] = String(process.pid);
  try {
    const stage = await enterStage();
    const figures = [
      await boardSize(stage),
      await painted(stage, { people: 300, weeks: 16, aim: 500 }),
      await painted(stage, { people: 2_000, weeks: 52, aim: 1_500 }),
      await eventToBoard(stage),
    ];
    await stage.leave();
    const { seconds, fitted } = await specificationSeconds();
    figures.push({ what: `200 specifications, 60 people (${fitted} fitted)`, ...most(seconds, 's', 20) });
    return await tellFigures('board', figures, NOTES);
  } finally {
    await strikeStage(folder);
    await rm(folder, { recursive: true, force: true });
  }
}

const most = (found: number, unit: string, aim: number): Omit<Figure, 'what'> => ({ found, unit, aim, bound: 'most' });

/** Everything the page of the board fetched when its last plot was drawn; the staff page's 200 kB and 110 of its own. */
async function boardSize(stage: Stage): Promise<Figure> {
  const visit = await stage.visit({ viewport: { width: 1440, height: 900 } });
  await visit.signIn('demo-coordinator');
  await visit.page.goto('/staff/study');
  await visit.page.locator('.heat svg, .heat canvas').first().waitFor();
  await visit.page.waitForLoadState('networkidle');
  const found = await travelled(visit.page, 'staff.html');
  await visit.close();
  return { what: 'Study board, first load, gzip', ...most(found, 'kB', 310) };
}

interface Size {
  readonly people: number;
  readonly weeks: number;
  readonly aim: number;
}

/** From the click on the board to the frame after its heat-map is there; the answer for the heat-map is made up, the rest is asked. */
async function painted(stage: Stage, { people, weeks, aim }: Size): Promise<Figure> {
  const visit = await stage.visit({ viewport: { width: 1440, height: 900 } });
  const { page } = visit;
  await visit.signIn('demo-coordinator');
  const body = JSON.stringify({ data: { panel: heatMap(people, weeks) } });
  await page.route('**/graphql', (route) =>
    (route.request().postDataJSON() as { operationName: string }).operationName === 'StudyHeatMap'
      ? route.fulfill({ contentType: 'application/json', body })
      : route.fallback(),
  );
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.goto('/staff/study/looks');
    await page.waitForLoadState('networkidle');
    times.push(await page.evaluate<number>(FROM_CLICK_TO_PAINT));
  }
  await visit.close();
  return { what: `Board of ${people} × ${weeks}, click to painted`, ...most(median(times), 'ms', aim) };
}

const FROM_CLICK_TO_PAINT = `new Promise((resolve) => {
  const began = performance.now();
  document.querySelector('.board-panels a').click();
  const look = () => {
    const there = ['flow', 'recruitment', 'missing'].every((name) => document.querySelector('[data-panel=' + name + '] h2'));
    if (there && document.querySelector('.heat svg, .heat canvas'))
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - began)));
    else requestAnimationFrame(look);
  };
  look();
})`;

/** Made-up values of made-up people, as the server would send them. */
function heatMap(people: number, weeks: number): object {
  const value = (person: number, week: number): number =>
    (person * 7 + week * 3) % 6 === 5 ? -1 : ((person + week * 5) % 9) / 8;
  const rows = Array.from({ length: people }, (_, person) => [
    ...[`P${String(person).padStart(4, '0')}`, person % 3 === 0 ? 'north' : 'south', 'enrolled'],
    ...Array.from({ length: weeks }, (__, week) => value(person, week)),
  ]);
  const names = ['person', 'site', 'status', ...Array.from({ length: weeks }, (_, week) => `week ${week + 1}`)];
  return {
    ...{ title: 'Homework', definition: 'made up', denominator: 'everybody', n: people, excluded: [], logIndex: 1 },
    ...{ columns: names.map((name) => ({ name, about: name })), rows, figures: {} },
  };
}

/** From the answer of an enrolment to the person being counted on an open board. */
async function eventToBoard(stage: Stage): Promise<Figure> {
  const visit = await stage.visit({ viewport: { width: 1440, height: 900 } });
  const { page } = visit;
  await visit.context.addInitScript(`localStorage.setItem('intersession.study', 'clinic')`);
  await visit.signIn('demo-coordinator');
  await page.goto('/staff/study');
  await page.waitForLoadState('networkidle');
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const people = await enrolledOn(page);
    await say(stage, 'enrolParticipant', { studyId: 'clinic', siteId: 'north', code: `BENCH-${round}` });
    const told = performance.now();
    await page.evaluate<number>(`new Promise((resolve) => {
      const look = () => ((${ENROLLED})() > ${people} ? resolve(0) : requestAnimationFrame(look));
      look();
    })`);
    times.push(performance.now() - told);
    await page.waitForLoadState('networkidle');
  }
  await visit.close();
  return { what: 'Event to open board', ...most(median(times) / 1_000, 's', 1) };
}

const ENROLLED = `() => Number([...document.querySelectorAll('[data-panel=flow] .box')]
  .find((box) => /^enrolled/i.test(box.textContent))?.querySelector('strong').textContent ?? 0)`;
const enrolledOn = (page: Page): Promise<number> => page.evaluate<number>(`(${ENROLLED})()`);
