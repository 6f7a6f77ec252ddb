import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { COUNTED_AIMS, phq9, THOUGHT, thoughtRecord } from './counted.tasks.ts';
import { WORKER_READY } from './page.scripts.ts';
import { type Scene, participantScene } from './participant.scene.ts';
import { enterStage, type Stage, type Visit } from './stage.ts';
import { EVERYTHING, loggedOf } from './walk.scene.ts';

/** What a participant does with the phone, from the code to the wiping of it. The log is asked what came of it. */
describe('a participant', () => {
  let stage: Stage;
  let scene: Scene;
  let visit: Visit;
  let page: Page;

  beforeAll(async () => {
    stage = await enterStage();
    scene = await participantScene(stage);
    visit = await stage.visit();
    page = visit.page;
    page.setDefaultTimeout(15_000);
  }, 300_000);
  afterAll(async () => {
    await visit?.close();
    await stage?.leave();
  });

  const next = (): Promise<void> => page.click('.p-actions .p-wide');
  const box = (field: string) => page.locator(`[data-field="${field}"]`);
  const address = (task: string, step = ''): string => `/task/${encodeURIComponent(task)}${step}`;
  const allSent = (): Promise<void> => page.getByText('All sent').waitFor();
  const asked = <Data>(query: string): Promise<Data> =>
    stage.ask<Data>(EVERYTHING, query, { study: scene.studyId, who: scene.participantId });

  interface Attempts {
    readonly attempts: {
      readonly nodes: readonly {
        readonly assignmentId: string;
        readonly visibility: string | null;
        readonly source: string;
        readonly note: { readonly text: string | null } | null;
      }[];
    };
  }
  const attempts = async () =>
    (
      await asked<Attempts>(
        'query($study: ID!, $who: ID!) { attempts(studyId: $study, filter: { participantIds: [$who] }) { nodes { assignmentId visibility source note { text } } } }',
      )
    ).attempts.nodes;

  const journal = async () => (await attempts()).filter(({ assignmentId }) => assignmentId.startsWith('journal-'));

  it('signs in with a code, and is told in plain words when it does not count', async () => {
    await page.goto('/');
    await page.fill('#code', 'ABCD-EFGH');
    await page.click('form button');
    await page.getByText('This code does not work').waitFor();
    await page.fill('#code', await scene.code());
    await page.click('form button');
    await page.getByRole('heading', { name: '4 things for today' }).waitFor();
    expect(await page.locator('.p-crisis a').allTextContents()).toEqual(['116 123', '+46 8 123 45 67']);
    await page.evaluate(WORKER_READY);
  });

  it('does a thought record in at most 11 taps and typing', async () => {
    const taps = await thoughtRecord(page, () => page.getByText('Try the moment with your brother').waitFor());
    expect(taps).toBeLessThanOrEqual(COUNTED_AIMS.thoughtRecord);
    await allSent();
    const logged = await eventually(() => loggedOf(stage, scene), 1);
    expect(logged[0]?.values).toEqual({ record: [THOUGHT] });
  });

  it('answers the PHQ-9 in 12 taps, and meets the crisis contacts at item 9, without a connection too', async () => {
    await page.goto('/');
    await page.locator('.p-first').waitFor();
    await visit.context.setOffline(true);
    const taps = await phq9(page, async () => {
      await page.getByRole('alert').getByText('116 123').waitFor();
      await page.getByText('Nobody watches these answers live').waitFor();
    });
    expect(taps).toBe(COUNTED_AIMS.phq9);
    await page.getByText('1 saved on this phone').waitFor();
    await visit.context.setOffline(false);
    await page.goto('/');
    await allSent();
    interface Found {
      readonly alerts: { readonly nodes: readonly { readonly item: string }[] };
      readonly measures: { readonly nodes: readonly { readonly items: readonly { readonly value: number }[] }[] };
    }
    const measured = async () =>
      (
        await asked<Found>(
          'query($study: ID!, $who: ID!) { measures(studyId: $study, filter: { participantIds: [$who] }) { nodes { items { value } } } }',
        )
      ).measures.nodes;
    expect((await eventually(measured, 1)).map(({ items }) => items.map(({ value }) => value))).toEqual([
      [1, 1, 1, 1, 1, 1, 1, 1, 1],
    ]);
    const alerts = async () =>
      (
        await asked<Found>(
          'query($study: ID!, $who: ID!) { alerts(studyId: $study, filter: { participantIds: [$who] }) { nodes { item } } }',
        )
      ).alerts.nodes;
    // The watch over answers reads the log behind us.
    expect(await eventually(alerts, 1)).toEqual([{ item: 'q9' }]);
  });

  it('keeps what was typed through a reload without a connection, and draws', async () => {
    await page.goto(address(`${scene.homework.drawing}@whole`, '/do'));
    await box('feeling').locator('textarea').fill('Worry');
    await next();
    const sheet = await page.locator('canvas').boundingBox();
    if (sheet === null) throw new Error('there is no sheet');
    await page.mouse.move(sheet.x + 40, sheet.y + 40);
    await page.mouse.down();
    await page.mouse.move(sheet.x + 140, sheet.y + 90, { steps: 8 });
    await page.mouse.up();
    await page.locator('.ws-drawing textarea').fill('A cloud');
    await page.waitForTimeout(100);
    await visit.context.setOffline(true);
    await page.reload();
    await page.locator('.ws-drawing textarea').waitFor();
    expect(await page.locator('.ws-drawing textarea').inputValue()).toBe('A cloud');
    await page.getByRole('button', { name: 'Back' }).click();
    expect(await box('feeling').locator('textarea').inputValue()).toBe('Worry');
    await page.goto(address(`${scene.homework.drawing}@whole`, '/do?at=name'));
    while (!(await page.getByRole('button', { name: 'Finish' }).isVisible())) await next();
    await next();
    await page.getByRole('heading', { name: 'It is saved' }).waitFor();
    await visit.context.setOffline(false);
    await page.goto('/');
    await allSent();
    const logged = (await eventually(() => loggedOf(stage, scene), 2)).at(-1)?.values as unknown as Record<
      string,
      { description: string; strokes: unknown[] }
    >;
    expect(logged['drawing']).toMatchObject({ description: 'A cloud', strokes: [{ colour: 0 }] });
  });

  it('says why not this time, asks, and suggests something of their own', async () => {
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());
    await page.goto(address(`${scene.homework.breathing}@${today}`, '/not-now'));
    await page.getByText('I felt too unwell').click();
    await page.getByRole('button', { name: 'Tell', exact: true }).click();
    await page.goto(address(`${scene.homework.plain}@whole`, '/ask'));
    await page.fill('#question', 'Does a text message count?');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('No answer yet').waitFor();
    await page.goto('/propose');
    await page.fill('#what', 'Swim');
    await page.getByRole('button', { name: 'Suggest it' }).click();
    await page.getByText('You suggested this').waitFor();
    await allSent();
    interface Found {
      readonly occurrences: { readonly nodes: readonly { readonly state: string }[] };
      readonly clarifications: { readonly nodes: readonly { readonly question: { readonly text: string } }[] };
    }
    const found = () =>
      asked<Found>(
        `query($study: ID!, $who: ID!) {
        occurrences(studyId: $study, filter: { participantIds: [$who], state: [NOT_DONE] }) { nodes { state } }
        clarifications(studyId: $study, filter: { participantIds: [$who] }) { nodes { question { text } } }
      }`,
      );
    expect(await eventually(async () => (await found()).occurrences.nodes, 1)).toHaveLength(1);
    const questions = await eventually(async () => (await found()).clarifications.nodes, 1);
    expect(questions.map(({ question }) => question.text)).toEqual(['Does a text message count?']);
  });

  it('keeps a journal that nobody else reads, until an entry is shared', async () => {
    await page.goto('/journal/write');
    await page.locator('textarea').fill('I walked by the water.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Only me').waitFor();
    await allSent();
    expect(await eventually(journal, 1)).toHaveLength(1);
    await page.getByRole('button', { name: /Share with my therapist/ }).click();
    await page.getByText('Shared with my therapist').waitFor();
    await allSent();
    const shared = async () => (await journal()).filter(({ visibility }) => visibility === 'THERAPIST');
    expect(await eventually(shared, 1)).toHaveLength(1);
    await page.reload();
    await page.getByText('I walked by the water.').waitFor();
    await page.getByText('Shared with my therapist').waitFor();
  });

  it('loses nothing when the session ends while writing, and sends it after signing in again', async () => {
    await page.goto('/journal/write');
    await page.locator('textarea').fill('Written while signed out.');
    await visit.context.clearCookies();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('You need to sign in again to send').waitFor();
    await page.getByText('Written while signed out.').waitFor();
    await page.goto('/settings');
    await page.fill('#code', await scene.code());
    await page.locator('#sign-in button').click();
    await allSent();
    expect(await eventually(journal, 2)).toHaveLength(2);
  });

  it('signs out only when everything is sent, and nothing is left to read', async () => {
    await visit.context.setOffline(true);
    await page.goto('/journal/write');
    await page.locator('textarea').fill('Last words before signing out.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('1 saved on this phone').waitFor();
    await page.goto('/settings');
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.getByRole('button', { name: 'Sign out now' }).click();
    await page.getByText('Waiting to send').waitFor();
    await visit.context.setOffline(false);
    await page.evaluate("dispatchEvent(new Event('online')); 0");
    await page.getByRole('heading', { name: 'Welcome' }).waitFor();
    expect(await eventually(journal, 3)).toHaveLength(3);
    expect(await page.evaluate(LEFT_BEHIND)).toEqual({ keys: 0, records: 0 });
  });

  it('shares with a linked person, who sees that and nothing else', async () => {
    const guest = await stage.visit();
    await guest.page.goto('/');
    await guest.page.fill('#code', await scene.caregiverCode());
    await guest.page.click('form button');
    await guest.page.getByText('Nothing is shared with you right now').waitFor();
    await stage.ask(
      EVERYTHING,
      'mutation($meta: CommandMetaInput!, $input: ChangeSharingInput!) { changeSharing(meta: $meta, input: $input) { position } }',
      {
        meta: { commandId: randomUUID() },
        input: {
          assignmentId: scene.homework.record,
          visibility: 'THERAPIST',
          sharedWith: [`${scene.studyId}-parent`],
        },
      },
    );
    await guest.page.reload();
    await guest.page.getByRole('heading', { name: 'Thought record' }).waitFor();
    await guest.page.locator('details summary').first().click();
    await guest.page.getByText('He works nights').waitFor();
    expect(await guest.page.getByText('I walked by the water').count()).toBe(0);
    await guest.close();
  });

  it('leaves no error in the console', () => {
    const expected = /ERR_INTERNET_DISCONNECTED|status of (403|401|500)|ERR_FAILED/;
    expect(visit.troubles.filter((line) => !expected.test(line))).toEqual([]);
  });
});

/** Asks until there are so many: what was written is read a moment later. */
async function eventually<Item>(ask: () => Promise<readonly Item[]>, count: number): Promise<readonly Item[]> {
  for (let tries = 0; tries < 800; tries += 1) {
    const found = await ask();
    if (found.length >= count) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return ask();
}

/** Evaluated in the page, as text: what lies on the phone. */
const LEFT_BEHIND = `(async () => {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const database = await done(indexedDB.open('intersession'));
  const reading = database.transaction(['keys', 'records']);
  const [keys, records] = await Promise.all(['keys', 'records'].map((store) => done(reading.objectStore(store).count())));
  database.close();
  return { keys, records };
})()`;
