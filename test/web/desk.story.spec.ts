import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { enterStage, type Stage, type Visit } from './stage.ts';
import { EVERYTHING, say } from './walk.scene.ts';

/** What else is done at the desk of the demonstration’s clinic: doors, covers, codes, terms, goals, worries, questions, ideas, files. */

const STUDY = 'clinic';
/** One blue point. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPj/HwADBwIAMCbHYQAAAABJRU5ErkJggg==';

const FREE = {
  ...{ focus: 'BEHAVIOURAL', medium: 'FREE', due: { kind: 'OPEN' } },
  ...{ performers: ['CLIENT'], setting: 'SESSION', visibility: 'THERAPIST' },
};

interface Homework {
  readonly assignmentId: string;
  readonly participantId: string;
  readonly terms: { readonly title: { readonly text: string } };
}

let stage: Stage;
let visit: Visit;
let page: Page;

const ask = <Data>(query: string) => stage.ask<Data>('demo-clinician', query);
const homework = async (filter: string): Promise<readonly Homework[]> => {
  const asked = `{ assignments(studyId: "${STUDY}", filter: { ${filter} }, first: 20) { nodes { assignmentId participantId terms { title { text } } } } }`;
  return (await ask<{ assignments: { nodes: readonly Homework[] } }>(asked)).assignments.nodes;
};
const open = async (path: string): Promise<void> => {
  await page.goto(path);
  await page.locator('main:has(h1):not(:has(.loading))').waitFor();
};
/** Read models follow the log: what is expected comes to hold, or the last failure is told. */
async function comes(look: () => Promise<void>): Promise<void> {
  const end = Date.now() + 30_000;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() > end) throw error;
      await page.waitForTimeout(100);
    }
  }
}
const said = (words: string | RegExp) => page.locator('.acts-bar', { hasText: words }).waitFor();
const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();

beforeAll(async () => {
  stage = await enterStage();
  visit = await stage.visit({ viewport: { width: 1440, height: 900 }, timezoneId: 'Europe/Stockholm' });
  page = visit.page;
  await visit.signIn('demo-clinician');
}, 180_000);
afterAll(async () => {
  await visit.close();
  await stage.leave();
});

describe('signing in with an authenticator', () => {
  it('asks for the code after the password, and takes the right one only', async () => {
    const setter = await stage.visit();
    await setter.signIn('demo-site-investigator');
    const post = async (path: string, data: object) =>
      (await setter.context.request.post(path, { data, headers: { origin: stage.address } })).json() as Promise<object>;
    const { secret = '' } = (await post('/sign-in/authenticator', {})) as { secret?: string };
    const codeAt = (timestamp: number): string => new TOTP({ secret }).generate({ timestamp });
    const now = Date.now();
    expect(await post('/sign-in/authenticator/confirm', { code: codeAt(now - 30_000) })).toEqual({ stage: 'open' });
    await setter.close();
    const guest = await stage.visit();
    await guest.page.goto('/staff');
    await guest.page.getByLabel('Name', { exact: true }).fill('demo-site-investigator');
    await guest.page.getByLabel('Password').fill('demonstration');
    await guest.page.keyboard.press('Enter');
    const code = guest.page.getByLabel('Code of your authenticator');
    await code.fill('000000');
    await guest.page.keyboard.press('Enter');
    await guest.page.getByText('That code is not right').waitFor();
    await code.fill(codeAt(now));
    await guest.page.keyboard.press('Enter');
    await guest.page.getByRole('navigation', { name: 'Menu' }).waitFor();
    await guest.close();
  });
});

describe('the cover of a caseload', () => {
  it('is handed over, listed, ended with today, and given back by undoing that', async () => {
    const desk = await stage.visit({ viewport: { width: 1440, height: 900 } });
    await desk.signIn('demo-coordinator');
    await desk.page.goto('/staff/cover');
    await desk.page.getByLabel('Whose caseload').fill('north-therapist-8');
    await desk.page.getByLabel('Covered by').fill('north-therapist-9');
    const later = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
    await desk.page.getByLabel('To, both days included').fill(later);
    await desk.page.getByRole('button', { name: 'Hand over' }).click();
    const line = desk.page.locator('li', { hasText: 'north-therapist-9 covers for north-therapist-8' });
    await line.getByText('now', { exact: true }).waitFor();
    await line.getByRole('button', { name: 'End it with today' }).click();
    await line.getByText('ends with today').waitFor();
    await desk.page.keyboard.press('u');
    await line.getByRole('button', { name: 'End it with today' }).click();
    await line.getByText('ends with today').waitFor();
    expect(desk.troubles).toEqual([]);
    await desk.close();
  });
});

describe('a person’s page', () => {
  it('hands out a code that lets them in, and signs their phones out', async () => {
    const [own] = await homework('status: [ACTIVE]');
    await open(`/staff/people/${own!.participantId}`);
    await press('Sign-in code');
    await press('A code to read out');
    const code = (await page.locator('.made-code .code').textContent()) ?? '';
    const phone = await stage.visit();
    const headers = { origin: stage.address };
    const letIn = await phone.context.request.post('/sign-in/code', { data: { code }, headers });
    expect(await letIn.json()).toEqual({ stage: 'open' });
    await press('Sign out every phone of theirs');
    await page.getByText('Every phone is signed out.').waitFor();
    const state = (await (await phone.context.request.get('/sign-in/state')).json()) as { stage: string };
    expect(state.stage).toBe('none');
    await phone.close();
  });

  it('adjusts homework with a reason, and shows on the timeline that this was taken back', async () => {
    const [own] = await homework('status: [ACTIVE], templateIds: ["behavioural-experiment"]');
    await open(`/staff/people/${own!.participantId}`);
    const line = page.locator('.homework-line', { hasText: own!.terms.title.text }).first();
    await line.getByRole('button', { name: 'Adjust' }).click();
    await page.getByLabel('How hard').selectOption('1');
    await page.getByRole('dialog').getByLabel('Why').selectOption({ label: 'client asked' });
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    const entry = page.locator('.timeline li', { hasText: 'Homework adjusted' }).first();
    await entry.getByText('client asked').waitFor();
    await line.getByText('adjusted once').waitFor();
    await page.keyboard.press('u');
    await entry.getByText('taken back').waitFor();
    await line.getByText('adjusted once').waitFor({ state: 'detached' });
    const terms = `{ assignment(assignmentId: "${own!.assignmentId}") { adjustments } }`;
    await comes(async () => expect(await ask(terms)).toEqual({ assignment: { adjustments: 0 } }));
  });

  it('sets a goal, says how far it is, and that it is reached', async () => {
    const [own] = await homework('status: [ACTIVE]');
    await open(`/staff/people/${own!.participantId}`);
    await page.getByText('Set a goal').click();
    await page.getByLabel('The goal, in their words').fill('Sing in the choir again');
    await page.keyboard.press('Enter');
    const goal = page.locator('.homework-line', { hasText: 'Sing in the choir again' });
    await goal.getByLabel('How far').selectOption({ label: 'more than expected' });
    await goal.locator('p', { hasText: 'more than expected' }).waitFor();
    await goal.getByRole('button', { name: 'Reached' }).click();
    await goal.getByText('reached', { exact: true }).waitFor();
  });
});

describe('a worry', () => {
  it('is raised about a person, looked at, and closed with a note', async () => {
    const [own] = await homework('status: [ACTIVE]');
    await open(`/staff/people/${own!.participantId}`);
    await press('Raise a concern');
    await page.getByLabel('What worries you').fill('Wrote that nothing helps any more.');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await said(/^Saved: Concern about/);
    await open('/staff/alerts');
    const concern = page.locator('article.alert', { hasText: 'nothing helps any more' });
    await concern.getByRole('button', { name: 'I look at it' }).click();
    await concern.getByRole('button', { name: 'Close', exact: true }).click();
    await concern.getByLabel(/^Closing note/).fill('Talked with them.');
    await concern.getByRole('button', { name: 'Save' }).click();
    await concern.waitFor({ state: 'detached' });
  });
});

describe('what participants say', () => {
  it('a question is answered, and a photo seen with its words', async () => {
    const [{ participantId } = { participantId: '' }] = await homework('status: [ACTIVE]');
    const assignmentId = randomUUID();
    const terms = { ...FREE, title: `Walk to the square ${assignmentId.slice(0, 4)}` };
    await say(stage, 'assignHomework', { assignmentId, participantId, initiatedBy: 'COLLABORATIVE', terms });
    await say(stage, 'requestClarification', { assignmentId, by: 'CLIENT', question: 'How often do I try it?' });
    const description = encodeURIComponent('The square where I asked');
    const stored = await fetch(
      `${stage.address}/attachments/${assignmentId}/${randomUUID()}?description=${description}`,
      {
        method: 'POST',
        headers: { authorization: `Bearer ${EVERYTHING}`, 'x-command-id': randomUUID(), 'content-type': 'image/png' },
        body: Buffer.from(PIXEL, 'base64'),
      },
    );
    expect(stored.status).toBe(201);
    await open(`/staff/people/${participantId}/session`);
    const card = page.locator('article.homework', { hasText: terms.title });
    await card.getByRole('button', { name: 'Review and rate' }).click();
    const photo = card.getByRole('img', { name: 'The square where I asked' });
    await photo.waitFor();
    const width = `document.querySelector('.files img').naturalWidth`;
    await comes(async () => expect(await page.evaluate(width)).toBe(1));
    await card.getByLabel('Your answer').fill('Once before we meet.');
    await card.getByRole('button', { name: 'Send the answer' }).click();
    await card.getByText('Answered: Once before we meet.').waitFor();
  });

  it('their own idea is agreed on', async () => {
    const [{ participantId } = { participantId: '' }] = await homework('status: [ACTIVE]');
    const assignmentId = randomUUID();
    const terms = { ...FREE, title: `Ring my cousin ${assignmentId.slice(0, 4)}` };
    await say(stage, 'proposeHomework', { assignmentId, participantId, initiatedBy: 'CLIENT', terms });
    const proposed = async () => (await homework('status: [PROPOSED]')).map((each) => each.assignmentId);
    await comes(async () => expect(await proposed()).toContain(assignmentId));
    await open(`/staff/people/${participantId}/session`);
    const card = page.locator('article.homework', { hasText: terms.title });
    await card.getByRole('button', { name: 'Agree' }).click();
    await said(/^Saved: .*agreed/);
    const asked = `{ assignment(assignmentId: "${assignmentId}") { status initiatedBy } }`;
    await comes(async () =>
      expect(await ask(asked)).toEqual({ assignment: { status: 'ACTIVE', initiatedBy: 'CLIENT' } }),
    );
    expect(visit.troubles).toEqual([]);
  });
});
