import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { enterStage, type Stage, type Visit } from './stage.ts';

/** A study of two arms and three sites: registered by whoever runs the server, set up by its coordinator, and taken live. */

const STUDY = 'three-sites';

let stage: Stage;
let operator: Visit;
let visit: Visit;
let page: Page;

const part = (name: string) => page.getByRole('region', { name, exact: true });
const saved = (text: string) => page.getByText(`Saved: ${text}`).waitFor();
const standing = (name: string, words: string) =>
  part(name).locator('header').getByText(words, { exact: true }).waitFor();

beforeAll(async () => {
  stage = await enterStage();
  const desk = { viewport: { width: 1440, height: 900 }, timezoneId: 'Europe/Stockholm', locale: 'en-GB' };
  operator = await stage.visit(desk);
  visit = await stage.visit(desk);
  page = visit.page;
}, 180_000);
afterAll(async () => {
  await operator.close();
  await visit.close();
  await stage.leave();
});

describe('a study of two arms and three sites', () => {
  it('is registered by whoever runs the server, who sees how it is', async () => {
    await operator.signIn('demo-operator');
    await operator.page.goto('/staff/operator');
    await operator.page.getByRole('heading', { name: 'Jobs' }).waitFor();
    const form = operator.page.getByRole('region', { name: 'Register a study' });
    await form.getByLabel('Code of the study').fill(STUDY);
    await form.getByLabel('Title').fill('Three sites');
    await form.getByLabel('Time zone').fill('Europe/Stockholm');
    await form.getByLabel('Id of its coordinator').fill('demo-coordinator');
    await form.getByRole('button', { name: 'Register' }).click();
    await operator.page.getByText('Saved: Study Three sites').waitFor();
    expect(operator.troubles).toEqual([]);
  });

  it('begins with the example, and says where something does not fit', async () => {
    await visit.signIn('demo-coordinator');
    await visit.context.addInitScript(`localStorage.setItem('intersession.study', '${STUDY}')`);
    await page.goto('/staff/setup');
    await part('Sites').getByLabel('Code of the site').waitFor();
    for (const name of ['Design', 'Sites', 'Consent forms']) await standing(name, 'example');
    for (const [place, site] of ['south', 'west'].entries()) {
      await part('Sites').getByRole('button', { name: 'Add site' }).click();
      await part('Sites')
        .getByLabel('Code of the site')
        .nth(place + 1)
        .fill(site);
    }
    await part('Sites').getByLabel('Languages').nth(2).fill('sv, nb');
    await part('Sites').getByLabel('Languages').nth(2).blur();
    await part('Sites').getByText('sites.2.languages.1').waitFor();
    await standing('Sites', 'to mend');
    expect(await part('Publish the protocol').getByRole('button', { name: 'Publish version 1' }).isDisabled()).toBe(
      true,
    );
    await part('Sites').getByLabel('Languages').nth(2).fill('sv');
    await part('Sites').getByLabel('Languages').nth(2).blur();
    await standing('Sites', 'done');
  });

  it('publishes its protocol, opens its sites, and seals its allocation', async () => {
    await part('Publish the protocol').getByLabel('What changes').fill('First version');
    await part('Publish the protocol').getByLabel('Why').fill('Ethics approval');
    await part('Publish the protocol').getByRole('button', { name: 'Publish version 1' }).click();
    await saved('Protocol version 1');
    await standing('Design', 'done');
    for (const site of ['north', 'south', 'west']) {
      const form = page.getByRole('form', { name: `Open: ${site}` });
      await form.getByLabel('Name').fill(`Clinic ${site}`);
      await form.getByRole('button', { name: 'Open' }).click();
      await saved(`Site Clinic ${site}`);
      await form.waitFor({ state: 'detached' });
    }
    await part('Allocation').getByRole('button', { name: 'Seal the sequence' }).click();
    await part('Allocation')
      .getByText(/^Sealed: 100 places/)
      .waitFor();
  });

  it('has its people once somebody treats at every site', async () => {
    const people = part('People and their access');
    await people.getByText('Still needed: clinician at north, clinician at south, clinician at west.').waitFor();
    await people.getByLabel('Id of the person').fill('demo-clinician');
    await people.getByRole('button', { name: 'Appoint' }).click();
    await standing('People and their access', 'done');
  });

  it('is rehearsed with made-up people, and goes live once', async () => {
    await part('Dry run').getByRole('button', { name: 'Start the dry run' }).click();
    await part('Dry run')
      .getByRole('button', { name: /made-up person/ })
      .click();
    await part('Dry run').getByText('3 made-up people are in.').waitFor();
    await part('Dry run').getByText('baseline · phq-9').first().waitFor();
    await part('Go live').getByRole('button', { name: 'Go live' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Go live' }).click();
    await saved('The study is live');
    await page.locator('.head').getByText('live', { exact: true }).waitFor();
    const { study } = await stage.ask<{ study: object }>(
      'demo-coordinator',
      `{ study(studyId: "${STUDY}") { life protocolVersion sites { totalCount } participants { totalCount } } }`,
    );
    expect(study).toEqual({
      life: 'LIVE',
      protocolVersion: 1,
      sites: { totalCount: 3 },
      participants: { totalCount: 0 },
    });
  });

  it('shows what an amendment would do, refuses one that orphans, and prints its history', async () => {
    await part('Schedule and instruments').getByRole('button', { name: 'Remove: measurement 1' }).click();
    await part('Publish the protocol')
      .getByText(/nothing is said about those who are owed baseline/)
      .waitFor();
    expect(await part('Publish the protocol').getByRole('button', { name: 'Publish version 2' }).isDisabled()).toBe(
      true,
    );
    await page.goto('/staff/setup/history');
    await page.getByText('What changes: First version').waitFor();
    expect(visit.troubles).toEqual([]);
  });
});
