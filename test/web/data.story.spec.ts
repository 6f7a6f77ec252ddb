import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { enterStage, type Stage, type Visit } from './stage.ts';
import { EVERYTHING, say } from './walk.scene.ts';

/** An analyst's way from a question to data: a release that is refused, and why; one that leaves with everybody hidden; and one that a second person lets go, and calls back. */

const STUDY = 'demo';

let stage: Stage;
let visit: Visit;
let page: Page;

const next = (step: string) => page.getByRole('button', { name: `Next: ${step}` }).click();
const risk = () => page.getByRole('region', { name: 'Risk' });
const counted = () => page.locator('.risk[aria-busy=false]').waitFor();

async function asks(title: string, recipient: string): Promise<void> {
  await page.goto('/staff/data/new');
  await page.getByLabel('Title of the data set').fill(title);
  await page.getByLabel('Purpose').fill('Protocol section 9.2');
  await page.getByLabel('Who gets it').fill(recipient);
  await page.getByLabel('Whose data').selectOption('recorded-elsewhere');
  await next('Data');
  await page.getByText('Participants', { exact: true }).waitFor();
  await next('Hide');
  await counted();
}

async function at(name: string): Promise<Visit> {
  const entered = await stage.visit({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  await entered.signIn(name);
  await entered.context.addInitScript(`localStorage.setItem('intersession.study', '${STUDY}')`);
  return entered;
}

beforeAll(async () => {
  stage = await enterStage();
  visit = await at('demo-researcher');
  page = visit.page;
}, 180_000);
afterAll(async () => {
  await visit.close();
  await stage.leave();
});

describe('data from a few people', () => {
  it('are refused where people stand out, in plain words, before anybody asks', async () => {
    await asks('Everything of six', 'lab-south');
    await risk().getByText('This would be refused').waitFor();
    await risk()
      .getByText(/^(Too few people look alike|Too much would have to be blanked out)$/)
      .waitFor();
    await next('Risk');
    await page.getByText('What it costs').waitFor();
    await next('Take');
    await page.getByLabel(/^I have read the risk/).check();
    await page.getByText('Not yet: people are not hidden well enough.').waitFor();
    expect(await page.getByRole('button', { name: 'Ask for the release' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Save without asking' }).click();
    await page.getByText('Saved: Specification Everything of six').waitFor();
  });

  it('stay on the ledger where the server refused them, with the rule and what to change', async () => {
    const { log } = await stage.ask<{ log: { index: number } }>('demo-researcher', '{ log { index } }');
    await stage.ask(
      'demo-researcher',
      `mutation { requestDataset(input: { studyId: "${STUDY}", datasetId: "everything-of-six", version: 1, index: ${log.index}, releaseId: "refused-1" },
        meta: { commandId: "${crypto.randomUUID()}" }) { recordId } }`,
    );
    await page.goto('/staff/data');
    const card = page.locator('[data-release="refused-1"]');
    await card.getByText('refused', { exact: true }).waitFor();
    await card.getByText(/^(Too few people look alike|Too much would have to be blanked out)$/).waitFor();
    await card.getByRole('link', { name: 'Change and ask again' }).click();
    await page.getByRole('heading', { name: 'What do you want to find out?' }).waitFor();
    expect(await page.getByLabel('Title of the data set').inputValue()).toBe('Everything of six');
  });

  it('leave once nothing is in them by which somebody could be known', async () => {
    await asks('Status of six', 'lab-north');
    const rules = page.locator('.rule-list select');
    for (const label of ['Site', 'Sex', 'Gender', 'Ethnicity', 'Education', 'Age band', 'End'])
      await page.locator('.rule-list').getByRole('combobox', { name: label, exact: true }).selectOption('drop');
    expect(await rules.count()).toBeGreaterThan(10);
    await counted();
    await risk().getByText('Hidden well enough').waitFor();
    await next('Risk');
    await next('Take');
    await page.getByLabel('To be destroyed after').fill('2031-12-31');
    await page.getByLabel(/^I have read the risk/).check();
    await page.getByRole('button', { name: 'Ask for the release' }).click();
    const card = page.locator('.release', { hasText: 'Status of six' });
    await card.getByText('released', { exact: true }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      card.getByRole('link', { name: 'Download' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.zip$/);
    await card.getByRole('button', { name: 'Verify' }).click();
    await card.getByText('Made again from the log: every byte is the same.').waitFor();
  });

  it('can be read by a script with a key that changes nothing', async () => {
    await page.goto('/staff/data/keys');
    await page.getByLabel('What it is for').fill('Monthly report');
    await page.getByRole('button', { name: 'Make a read-only key' }).click();
    const key = await page.locator('.made-key code').textContent();
    const { me } = await stage.ask<{ me: { subjectId: string } }>(key ?? '', '{ me { subjectId } }');
    expect(me).toEqual({ subjectId: 'demo-researcher' });
    await page.getByRole('button', { name: 'Revoke: Monthly report' }).click();
    await page.getByText('Monthly report').waitFor({ state: 'detached' });
    expect(visit.troubles).toEqual([]);
  });
});

/** Somebody of the trial takes up a medicine: a cell of whoever asks for participants again. */
async function happens(): Promise<void> {
  const { participants } = await stage.ask<{ participants: { nodes: { participantId: string }[] } }>(
    EVERYTHING,
    `{ participants(studyId: "${STUDY}", filter: { status: [COMPLETED] }, first: 1) { nodes { participantId } } }`,
  );
  const treatment = { participantId: participants.nodes[0]?.participantId, treatment: 'melatonin', kind: 'MEDICATION' };
  const p = await say(stage, 'changeConcomitantTreatment', { ...treatment, change: 'STARTED' });
  await stage.ask(EVERYTHING, 'query ($p: Position) { log(afterPosition: $p) { index } }', { p });
}

describe('data that a second person lets go', () => {
  let coordinator: Visit;
  let officer: Visit;
  const policy = (of: Page) => of.getByRole('region', { name: 'Who lets data go' });
  const dialog = (of: Page) => of.getByRole('dialog');
  const card = (of: Page) => of.locator('.release').first();
  const standing = (of: Page, badge: string) => card(of).getByText(badge, { exact: true }).waitFor();

  beforeAll(async () => {
    await happens();
    [coordinator, officer] = await Promise.all([at('demo-coordinator'), at('demo-privacy-officer')]);
  });
  afterAll(async () => {
    await Promise.all([coordinator.close(), officer.close()]);
  });

  it('are asked for under a policy that is set with a reason, and that everybody at the ledger reads', async () => {
    const desk = coordinator.page;
    await desk.goto('/staff/data');
    await policy(desk).getByText('Whoever asks for a release lets it go.').waitFor();
    await desk.getByRole('button', { name: 'Change: Who lets data go' }).click();
    await dialog(desk).getByLabel('Reason').fill('Decision of the board');
    const save = dialog(desk).getByRole('button', { name: 'Save' });
    expect(await save.isDisabled()).toBe(true);
    await dialog(desk)
      .getByRole('radio', { name: /^A second person/ })
      .check();
    await save.click();
    await desk.getByText('Saved: Who lets data go').waitFor();
    await page.goto('/staff/data');
    await policy(page).getByText('A second person approves every release.').waitFor();
    await policy(page)
      .getByText(/^Since \d+ \p{L}+ \d{4}: Decision of the board$/u)
      .waitFor();
    expect(await policy(page).getByRole('button').count()).toBe(0);
  });

  it('wait, and are not let go by who asked for them', async () => {
    const desk = coordinator.page;
    await desk
      .locator('.saved-list li', { hasText: 'status-of-six' })
      .getByRole('link', { name: 'Begin with it' })
      .click();
    await desk.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name: 'Take' }).click();
    await desk.getByLabel(/^I have read the risk/).check();
    await desk.getByRole('button', { name: 'Ask for the release' }).click();
    await standing(desk, 'waits for a second person');
    await card(desk).getByRole('button', { name: 'Cancel' }).waitFor();
    expect(await card(desk).getByRole('button', { name: 'Approve' }).count()).toBe(0);
  });

  it('leave once somebody else approves, tell what differs from the release before, and are called back', async () => {
    const desk = officer.page;
    const decides = async (what: string, reason: string) => {
      await card(desk).getByRole('button', { name: what }).click();
      await dialog(desk).getByLabel('Reason').fill(reason);
      await dialog(desk).getByRole('button', { name: what }).click();
    };
    await desk.goto('/staff/data');
    await decides('Approve', 'As in the protocol');
    await standing(desk, 'released');
    await card(desk).getByText('approved by demo-privacy-officer').waitFor();
    await card(desk).getByRole('button', { name: 'Compare with the one before' }).click();
    await card(desk).getByText('1 cell differs.').waitFor();
    await card(desk)
      .getByText(/^participants · concomitant_changes: \d+ → \d+ \(event [\d,]+\)$/)
      .waitFor();
    await decides('Recall', 'Sent to the wrong laboratory');
    await standing(desk, 'recalled');
    await card(desk).getByText('Reason: Sent to the wrong laboratory').waitFor();
    expect(await card(desk).getByRole('link', { name: 'Download' }).count()).toBe(0);
    expect([...visit.troubles, ...coordinator.troubles, ...officer.troubles]).toEqual([]);
  });
});
