import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../apps/cli/chromium.browser.ts';
import { CHROMIUM_SWITCHES } from './chromium.switches.ts';
import { WORKER_READY } from './page.scripts.ts';
import { participantScene, type Scene } from './participant.scene.ts';
import { enterStage, type Stage } from './stage.ts';
import { EVERYTHING } from './walk.scene.ts';

// Executes E6-4.3.6.

/** Of the phone, whose clock is two hours ahead. */
const AHEAD = 2 * 3_600_000;

interface Found {
  readonly worksheetAnswers: {
    readonly nodes: readonly { assignmentId: string; attemptId: string; answers: { text: string } }[];
  };
  readonly measures: {
    readonly nodes: readonly {
      measureId: string;
      occurredAt: string;
      items: readonly { item: string; value: number }[];
    }[];
  };
  readonly alerts: { readonly nodes: readonly { participantId: string }[] };
  readonly history: {
    readonly nodes: readonly {
      type: string;
      occurredAt: string;
      context: { claimedAt: string | null; source: string };
    }[];
  };
}

describe('a phone in an aeroplane', () => {
  let stage: Stage;
  let scene: Scene;
  let profile: string;
  let phone: BrowserContext;
  let page: Page;

  /** A browser of its own, with a profile on disk: killed, it comes back with what it had written there. */
  async function turnOn(): Promise<void> {
    phone = await chromium.launchPersistentContext(profile, {
      ...{ executablePath: await findChromium(), chromiumSandbox: process.getuid?.() !== 0, args: CHROMIUM_SWITCHES },
      ...{ baseURL: stage.address, viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' as const },
    });
    await phone.addInitScript(`{
      const Now = Date;
      globalThis.Date = class extends Now {
        constructor(...given) { given.length === 0 ? super(Now.now() + ${AHEAD}) : super(...given); }
        static now() { return Now.now() + ${AHEAD}; }
      };
    }`);
    page = phone.pages()[0] ?? (await phone.newPage());
  }
  /** The whole browser, without a word to it. */
  async function kill(): Promise<void> {
    const session = await phone.newCDPSession(page);
    const closed = phone.waitForEvent('close');
    void session.send('Browser.crash').catch(() => undefined);
    await closed;
  }
  const task = (id: string, step = ''): string => `/task/${encodeURIComponent(id)}${step}`;

  beforeAll(async () => {
    stage = await enterStage();
    scene = await participantScene(stage);
    profile = await mkdtemp(join(tmpdir(), 'phone-'));
    await turnOn();
  }, 300_000);
  afterAll(async () => {
    await phone?.close().catch(() => undefined);
    await stage?.leave();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  it('is signed in on and installed, and opens without a connection', async () => {
    await page.goto('/');
    await page.fill('#code', await scene.code());
    await page.click('form button');
    await page.getByText('Thought record').first().waitFor();
    await page.evaluate(WORKER_READY);
    const { errors } = await (await phone.newCDPSession(page)).send('Page.getAppManifest');
    expect(errors).toEqual([]);
    await phone.setOffline(true);
    await page.goto('/');
    await page.getByText('Thought record').first().waitFor();
  }, 60_000);

  it('takes a thought record, a drawing and a PHQ-9 with item 9 above 0, and gives the contacts at once', async () => {
    await page.goto(task(`${scene.homework.record}@whole`, '/do'));
    await page.locator('textarea').first().fill('Above the clouds, thinking of landing');
    await handInFromLast(page);
    await page.goto(task(`${scene.homework.drawing}@whole`, '/do?at=drawing'));
    await draw(page);
    await handInFromLast(page);
    await page.goto('/');
    await page.click('.p-first .p-button');
    await page.getByRole('link', { name: 'Begin' }).click();
    for (let item = 1; item <= 9; item += 1) {
      await page.locator(`[data-field="q${item}"]`).waitFor();
      await page.click('.ws-card:nth-child(2)');
    }
    await page.getByRole('alert').getByText('116 123').waitFor();
    await handInFromLast(page);
    await page.getByText('3 saved on this phone').waitFor();
  }, 60_000);

  it('is killed, opened again without a connection, and still has all of it', async () => {
    await kill();
    await turnOn();
    await phone.setOffline(true);
    await page.goto('/');
    await page.getByText('3 saved on this phone').waitFor();
  }, 60_000);

  it('sends each once when the connection is back, with the corrected time and the phone’s claim, and an alert is raised', async () => {
    await phone.setOffline(false);
    await page.goto('/');
    // A browser that is killed may lose a cookie of the last half minute: then a new code is asked for, and all is still there.
    const sent = page.getByText('All sent');
    const asked = page.getByText('You need to sign in again');
    await sent.or(asked).first().waitFor();
    if (await asked.isVisible()) {
      const data = { code: await scene.code() };
      await phone.request.post('/sign-in/code', { data, headers: { origin: stage.address } });
      await page.reload();
    }
    await sent.waitFor();
    const found = await foundOf(scene);
    const { record, drawing } = scene.homework;
    expect(found.worksheetAnswers.nodes.map(({ assignmentId }) => assignmentId).sort()).toEqual(
      [record, drawing].sort(),
    );
    expect(found.worksheetAnswers.nodes.find(({ assignmentId }) => assignmentId === record)?.answers.text).toContain(
      'Above the clouds',
    );
    expect(found.worksheetAnswers.nodes.find(({ assignmentId }) => assignmentId === drawing)?.answers.text).toContain(
      'strokes',
    );
    expect(found.measures.nodes).toHaveLength(1);
    expect(found.measures.nodes[0]?.items.find(({ item }) => item === 'q9')).toMatchObject({ value: 1 });
    for (const { occurredAt } of found.measures.nodes) expect(Date.parse(occurredAt)).toBeLessThan(Date.now());
    expect(found.alerts.nodes).toHaveLength(1);
    const told = found.history.nodes.filter(({ type }) =>
      /^(WorksheetSubmitted|AttemptRecorded|MeasureRecorded)$/.test(type),
    );
    expect(told.length).toBeGreaterThanOrEqual(3);
    for (const { occurredAt, context } of told) {
      const ahead = Date.parse(context.claimedAt ?? '') - Date.parse(occurredAt);
      expect(Math.round(ahead / 60_000)).toBe(AHEAD / 60_000);
    }
    process.stdout.write(
      `Aeroplane: 3 handed in, ${found.worksheetAnswers.nodes.length + found.measures.nodes.length} in the log, 1 alert\n`,
    );
  }, 60_000);

  /** Turns to the last question and hands in. */
  async function handInFromLast(on: Page): Promise<void> {
    const saved = on.getByRole('heading', { name: 'It is saved' });
    const onward = on.locator('.p-actions .p-wide');
    for (;;) {
      await saved.or(onward).first().waitFor();
      if (await saved.isVisible()) return;
      await onward.click({ timeout: 500 }).catch(() => undefined);
    }
  }

  async function draw(on: Page): Promise<void> {
    await on.locator('canvas').waitFor();
    const sheet = (await on.locator('canvas').boundingBox())!;
    await on.mouse.move(sheet.x + 40, sheet.y + 40);
    await on.mouse.down();
    await on.mouse.move(sheet.x + 120, sheet.y + 90, { steps: 6 });
    await on.mouse.up();
  }

  /** Once the alert is there: a rule is looked at soon after an answer arrived. */
  async function foundOf({ studyId, participantId }: Scene): Promise<Found> {
    const ask = () => stage.ask<Found>(EVERYTHING, QUESTION, { studyId, who: participantId });
    for (;;) {
      const found = await ask();
      if (found.alerts.nodes.length > 0) return found;
      await sleep(200);
    }
  }
});

const QUESTION = `query ($studyId: ID!, $who: ID!) {
  worksheetAnswers(studyId: $studyId, filter: { participantIds: [$who] }) { nodes { assignmentId attemptId answers { text } } }
  measures(studyId: $studyId, filter: { participantIds: [$who] }) { nodes { measureId occurredAt items { item value } } }
  alerts(studyId: $studyId) { nodes { participantId } }
  history(of: { participantId: $who }, first: 200) { nodes { type occurredAt context { claimedAt source } } }
}`;
