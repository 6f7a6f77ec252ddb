import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type BoardScene, boardScene } from './board.scene.ts';
import { enterStage, type Stage, type Visit } from './stage.ts';
import { say } from './walk.scene.ts';

/**
 * A researcher’s questions, in a browser: which site records late, does the answer hang on the definition, what do the blind and those who
 * are not see, and every plot by keys and as a table.
 */

let stage: Stage;
let scene: BoardScene;
const visits: Visit[] = [];

/** Somebody at a desk, in the study that is named. */
async function desk(name: string, studyId: string): Promise<Visit> {
  const visit = await stage.visit({ viewport: { width: 1440, height: 900 } });
  visits.push(visit);
  await visit.context.addInitScript(`localStorage.setItem('intersession.study', '${studyId}')`);
  await visit.signIn(name);
  return visit;
}

const panel = (page: Page, name: string) => page.locator(`[data-panel=${name}]`);
async function open(page: Page, path: string, name: string): Promise<void> {
  await page.goto(`/staff/study${path}`);
  await panel(page, name).locator('h2').waitFor();
}

/** The text of the file that a click brings. */
async function download(page: Page, click: () => Promise<void>): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), click()]);
  return text(await file.createReadStream());
}

beforeAll(async () => {
  stage = await enterStage();
  scene = await boardScene(stage);
  const asked = 'query ($p: Position) { log(afterPosition: $p) { index } }';
  await stage.ask('demo-everything', asked, { p: scene.position });
}, 180_000);
afterAll(async () => {
  for (const visit of visits) await visit.close();
  await stage.leave();
});

describe('how well it is recorded', () => {
  it('names the site that records late, and opens its entries and their people', async () => {
    const { page, troubles } = await desk('demo-coordinator', scene.studyId);
    await open(page, '/quality', 'quality');
    await panel(page, 'quality').getByText('South clinic records latest').waitFor();
    await panel(page, 'quality').getByRole('button', { name: 'South clinic' }).click();
    const list = page.getByRole('region', { name: 'South clinic: late homework entries' });
    await list.getByRole('row').nth(4).waitFor();
    expect(await list.getByRole('row').count()).toBe(5);
    expect(await list.getByText('7 days').count()).toBe(4);
    await list.getByRole('link').first().click();
    await page.waitForURL(/\/staff\/people\/board-/);
    expect(troubles).toEqual([]);
  });

  it('shows a correction beside what it corrected', async () => {
    const { page } = await desk('demo-coordinator', 'demo');
    await open(page, '/audit', 'audit');
    await panel(page, 'audit').getByRole('button', { name: 'Show' }).first().click();
    await page.locator('.before-after del').first().waitFor();
    expect(await page.locator('.before-after ins').count()).toBeGreaterThan(0);
  });
});

/** Arrow keys go from answer to answer, each is marked and said, and Escape ends it. */
async function readsByKeys(page: Page): Promise<void> {
  const curve = panel(page, 'sensitivity');
  await curve.getByRole('application').focus();
  await page.keyboard.press('ArrowRight');
  await curve.locator('[role=status]', { hasText: /^Row 1 of \d+: / }).waitFor();
  await page.keyboard.press('ArrowRight');
  await curve.locator('[role=status]', { hasText: /^Row 2 of \d+: / }).waitFor();
  await curve.locator('.cursor').waitFor({ state: 'attached' });
  await page.keyboard.press('Escape');
  await curve.locator('.cursor').waitFor({ state: 'detached' });
  expect((await curve.locator('.reading').textContent()) ?? '').toBe('');
}

describe('does it hang on the definition?', () => {
  it('is answered by every combination, in order, with the share that agree', async () => {
    const { page, troubles } = await desk('demo-researcher', 'demo');
    await open(page, '/sensitivity', 'sensitivity');
    await page.getByRole('button', { name: 'Fit every combination' }).click();
    await panel(page, 'sensitivity')
      .getByText(/specifications (agree on the sign|could be fitted)/)
      .waitFor();
    await readsByKeys(page);
    const csv = await download(page, () => page.getByRole('button', { name: 'CSV' }).click());
    expect(csv).toMatch(/^# title,How much does the answer hang on the definition\?\r\n# definition,/);
    const address = page.url();
    expect(address).toContain('job=');
    await page.goto(address);
    await panel(page, 'sensitivity')
      .getByText(/specifications (agree on the sign|could be fitted)/)
      .waitFor();
    await page.goto(address.replace(/job=[^&]+/, 'job=of-nobody'));
    await panel(page, 'sensitivity').getByText('no longer on the server').waitFor();
    expect(troubles).toEqual([]);
  });
});

describe('the same board to the blind and to others', () => {
  it('masks arms, and keeps outcomes closed until lock, saying why', async () => {
    const { page, troubles } = await desk('demo-researcher', scene.studyId);
    await open(page, '', 'flow');
    expect(await page.locator('.head').textContent()).toContain('Arms are masked');
    expect(await panel(page, 'flow').textContent()).not.toContain('telephone');
    await panel(page, 'recruitment')
      .getByText(/^8 of \d+ planned by now\.$/)
      .waitFor();
    for (const name of ['outcomes', 'association', 'sensitivity']) {
      await open(page, `/${name}`, name);
      await panel(page, name).getByText('Closed until the data are locked').waitFor();
      expect(await panel(page, name).locator('svg').count()).toBe(0);
    }
    expect(troubles).toEqual([]);
  });

  it('draws the line of each arm for the monitoring committee, and writes down that it looked', async () => {
    const { page } = await desk('demo-dmc-statistician', scene.studyId);
    await open(page, '', 'flow');
    await panel(page, 'flow').getByRole('heading', { name: 'telephone' }).waitFor();
    await open(page, '/outcomes', 'outcomes');
    await page.getByText('Open to the monitoring committee.').waitFor();
    await panel(page, 'outcomes').locator('.series .band').first().waitFor();
    expect(await panel(page, 'outcomes').locator('.legend li').allTextContents()).toEqual(['telephone', 'usual']);
    const looks = `{ analysisRuns(studyId: "${scene.studyId}") { analysis timing askedAs } }`;
    const runs = async () =>
      (await stage.ask<{ analysisRuns: readonly object[] }>('demo-dmc-statistician', looks)).analysisRuns;
    // The look is in the log before its answer leaves; the list of looks follows the log.
    let told = await runs();
    while (told.length === 0) told = await runs();
    expect(told).toContainEqual({
      ...{ analysis: 'OUTCOMES', timing: 'AFTER_UNBLINDING', askedAs: 'dmc-statistician' },
    });
  });

  it('opens an outcome once the analysis plan does', async () => {
    const plan = { interim: { open: ['outcomes'] } };
    await say(stage, 'publishAnalysisPlan', { studyId: scene.studyId, version: 1, plan, reason: 'Planned look' });
    const { page } = await desk('demo-researcher', scene.studyId);
    await open(page, '/association', 'association');
    await panel(page, 'association').getByText('Version 1 of the analysis plan does not open this').waitFor();
    await open(page, '/outcomes', 'outcomes');
    await panel(page, 'outcomes').locator('.series .line').first().waitFor();
    expect(await panel(page, 'outcomes').locator('.legend li').allTextContents()).toEqual(['everybody']);
  });
});

describe('every plot', () => {
  it.each([
    ...['flow', 'homework', 'recruitment', 'missing', 'explorer', 'quality', 'outcomes', 'association', 'definitions'],
  ])('of %s is read by keys, row by row, and stands as a table', async (name) => {
    const { page } = visits[1] ?? (await desk('demo-coordinator', 'demo'));
    await open(page, `/${name}`, name);
    const plot = panel(page, name).getByRole('application');
    await plot.focus();
    await page.keyboard.press('ArrowDown');
    await panel(page, name)
      .getByText(/^Row 1 of \d+: /)
      .waitFor();
    await page.keyboard.press('End');
    await panel(page, name)
      .getByText(/^Row (\d+) of \1: /)
      .waitFor();
    await page.keyboard.press('Escape');
    await panel(page, name)
      .getByText(/^Row \d/)
      .waitFor({ state: 'detached' });
    await panel(page, name).getByRole('button', { name: 'Table' }).click();
    await panel(page, name).locator('.board-table tbody tr').first().waitFor();
    expect(
      await panel(page, name)
        .getByText(/event [\d,]+/)
        .count(),
    ).toBeGreaterThan(0);
    expect(await panel(page, name).textContent()).not.toMatch(/NaN|undefined|\[object/);
  });

  it('leaves as a drawing of its own, with its colours', async () => {
    const { page } = visits[1] ?? (await desk('demo-coordinator', 'demo'));
    await open(page, '/missing', 'missing');
    await panel(page, 'missing').locator('.bar').first().waitFor();
    const svg = await download(page, () => page.getByRole('button', { name: 'SVG' }).click());
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain('fill="rgb(15, 92, 96)"');
  });

  it('keeps its filters in the address, and shows the board as it was known', async () => {
    const { page } = visits[1] ?? (await desk('demo-coordinator', 'demo'));
    await open(page, '/homework?order=least&site=south', 'homework');
    await panel(page, 'homework').locator('.heat path').first().waitFor();
    expect(await page.getByLabel('People in order of').inputValue()).toBe('least');
    const all = await panel(page, 'homework').locator('.provenance p').first().textContent();
    await page.getByLabel(/As known at/).focus();
    await page.keyboard.press('Home');
    await page.getByRole('button', { name: 'Back to now' }).waitFor();
    expect(page.url()).toContain('at=1');
    await panel(page, 'homework').getByText('Nothing to show yet.').waitFor();
    await page.getByRole('button', { name: 'Back to now' }).click();
    await panel(page, 'homework')
      .getByText(all ?? '')
      .waitFor();
  });
});

describe('a board of two thousand people', () => {
  it('paints 2,000 × 52 cells on a canvas, read by keys all the same', async () => {
    const { page } = visits[1] ?? (await desk('demo-coordinator', 'demo'));
    await page.route('**/graphql', async (route) => {
      const asked = route.request().postDataJSON() as { operationName: string };
      if (asked.operationName !== 'StudyHeatMap') return route.fallback();
      return route.fulfill({ json: { data: { panel: manyPeople(2_000, 52) } } });
    });
    await open(page, '/homework', 'homework');
    const canvas = panel(page, 'homework').locator('canvas');
    await canvas.waitFor();
    expect(await canvas.getAttribute('data-cells')).toBe('104000');
    const colours = `(() => { const c = document.querySelector('.heat canvas');
      const data = c.getContext('2d').getImageData(0, 0, c.width, Math.min(c.height, 200)).data;
      const seen = new Set(); for (let at = 0; at < data.length; at += 4) if (data[at + 3] === 255) seen.add(data.slice(at, at + 3).join());
      return seen.size; })()`;
    expect(await page.evaluate<number>(colours)).toBeGreaterThanOrEqual(5);
    await panel(page, 'homework').getByRole('application').focus();
    await page.keyboard.press('End');
    await panel(page, 'homework').getByText('Row 2,000 of 2,000').waitFor();
    await page.unroute('**/graphql');
  });
});

/** A heat-map of made-up people, as the server would send it. */
function manyPeople(people: number, weeks: number): object {
  const row = (_: unknown, place: number) => [
    ...[`p${String(place).padStart(4, '0')}`, place % 2 === 0 ? 'north' : 'south', 'enrolled'],
    ...Array.from({ length: weeks }, (__, week) => ((place * 7 + week * 3) % 6 === 5 ? -1 : ((place + week) % 5) / 4)),
  ];
  const names = ['person', 'site', 'status', ...Array.from({ length: weeks }, (_, week) => `week ${week + 1}`)];
  return {
    ...{ title: 'Homework', definition: 'made up', denominator: 'everybody', n: people, logIndex: 1, excluded: [] },
    ...{
      columns: names.map((name) => ({ name, about: name })),
      rows: Array.from({ length: people }, row),
      figures: {},
    },
  };
}
