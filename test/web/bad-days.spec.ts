import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { COUNTED_HERE, DRAFTS_HERE, FULL_DISK } from './page.scripts.ts';
import { enterStage, type Stage, type Visit } from './stage.ts';
import { EVERYTHING, type Logged, loggedOf, type Walker, walker, walkStudy } from './walk.scene.ts';

/** Whatever happens to a phone: nothing that was typed is lost, and the person is told in plain words. */
describe('a phone on a bad day', () => {
  let stage: Stage;
  let studyId: string;
  let person: Walker;
  let visit: Visit;
  let page: Page;
  let number = 0;

  beforeAll(async () => {
    stage = await enterStage();
    studyId = await walkStudy(stage);
  }, 300_000);
  afterEach(async () => {
    await visit?.close();
  });
  afterAll(async () => {
    await stage?.leave();
  });

  /** Signed in on a phone of their own. @param prepare before any page is opened */
  async function begin(prepare: (visit: Visit) => Promise<unknown> = async () => undefined): Promise<void> {
    person = await walker(stage, studyId, (number += 1));
    visit = await stage.visit();
    page = visit.page;
    page.setDefaultTimeout(15_000);
    await prepare(visit);
    const data = { code: person.code };
    await visit.context.request.post('/sign-in/code', { data, headers: { origin: stage.address } });
    await page.goto('/');
    await page.getByText('Any time').waitFor();
    await allSent();
  }

  const allSent = (on = page): Promise<void> => on.getByText('All sent').waitFor();
  const place = (): string => `/task/${encodeURIComponent(`${person.assignmentId}@whole`)}/do?at=first`;
  const box = (field: 'first' | 'second', on = page) => on.locator(`[data-field=${field}] textarea`);
  const saved = (on = page): Promise<void> => on.getByRole('heading', { name: 'It is saved' }).waitFor();
  const next = (on = page): Promise<void> => on.locator('.p-actions .p-wide').click();

  async function finish(on = page): Promise<void> {
    await next(on);
    await box('second', on).waitFor();
    await next(on);
  }

  /** Typed, and kept as far as the phone keeps anything. */
  async function typed(text: string): Promise<void> {
    await page.goto(place());
    const before = await page.evaluate<string>(DRAFTS_HERE);
    await box('first').fill(text);
    while ((await page.evaluate<string>(DRAFTS_HERE)) === before);
  }

  /** What the log holds, once there is as much of it. */
  async function logged(count: number): Promise<readonly Logged[]> {
    for (;;) {
      const found = await loggedOf(stage, person);
      if (found.length >= count) return found;
    }
  }
  const texts = async (count: number): Promise<readonly (string | undefined)[]> =>
    (await logged(count)).map(({ values }) => values['first']);

  const clearStorage = async (): Promise<void> => {
    const session = await visit.context.newCDPSession(page);
    const { origin } = new URL(stage.address);
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  };

  it('that is full keeps what is typed while the page is open, says so, and sends it', async () => {
    await begin();
    await typed('Before it was full');
    await page.evaluate(FULL_DISK);
    await box('first').fill('Written on a full phone');
    await page.getByText('This phone is full').waitFor();
    // Elsewhere in the page and back again.
    await page.getByRole('link', { name: /Today/ }).click();
    await page.getByRole('link', { name: /^Go on: Tiny/ }).click();
    await page.locator('.p-actions a').click();
    await box('first').waitFor();
    expect(await box('first').inputValue()).toBe('Written on a full phone');
    await finish();
    await saved();
    await allSent();
    expect(await texts(1)).toEqual(['Written on a full phone']);
    await page.goto('/');
    await page.getByText('Any time').waitFor();
    expect(await page.getByText('This phone is full').count()).toBe(0);
    expect(await page.getByText('Go on').count()).toBe(0);
  }, 60_000);

  it('whose storage is cleared under an open page keeps all of it again', async () => {
    await begin();
    await typed('Typed before the clearing');
    await visit.context.setOffline(true);
    await finish();
    await saved();
    await typed('The next one');
    await clearStorage();
    await box('first').fill('The next one goes on');
    await page.getByText('1 saved on this phone').waitFor();
    while ((await page.evaluate(COUNTED_HERE)) !== '1 draft, 1 waiting');
    await visit.context.setOffline(false);
    await page.goto(place());
    await box('first').waitFor();
    expect(await box('first').inputValue()).toBe('The next one goes on');
    await allSent();
    expect(await texts(1)).toEqual(['Typed before the clearing']);
  }, 60_000);

  it('whose storage was cleared while the page was closed tells that something may be lost, until it is read', async () => {
    await begin();
    await typed('Never to be seen again');
    await visit.context.setOffline(true);
    await finish();
    await saved();
    await page.close();
    page = await visit.context.newPage();
    page.setDefaultTimeout(15_000);
    await clearStorage();
    await visit.context.setOffline(false);
    for (let visits = 0; visits < 2; visits += 1) {
      await page.goto('/');
      await page.getByText('cleared its storage before 1 thing was sent').waitFor();
    }
    await page.getByRole('button', { name: 'I have read this' }).click();
    await page.reload();
    await page.getByText('Any time').waitFor();
    expect(await page.getByText('cleared its storage').count()).toBe(0);
  }, 60_000);

  it('behind a page that wants a log-in first says so at its door and inside', async () => {
    await begin();
    const portal = (route: Route) =>
      route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Welcome to the hotel</h1>' });
    await visit.context.route(/\/(graphql|sign-in\/\w+)$/, portal);
    await typed('In the lobby');
    await finish();
    await page.getByText('it does not reach us').waitFor();
    const guest = await stage.visit();
    await guest.page.goto('/');
    await guest.page.locator('#code').waitFor();
    await guest.context.route(/\/sign-in\/\w+$/, portal);
    await guest.page.fill('#code', 'ABCDEFGH');
    await guest.page.click('form button');
    await guest.page.getByText('We cannot be reached right now').waitFor();
    await guest.close();
    await visit.context.unroute(/\/(graphql|sign-in\/\w+)$/);
    await page.goto('/');
    await allSent();
    expect(await texts(1)).toEqual(['In the lobby']);
  }, 60_000);

  it('whose server is ill for an hour asks less and less often, and sends when it is well', async () => {
    await begin(({ page: fresh }) => fresh.clock.install());
    let asked = 0;
    const ill = (route: Route) => ((asked += 1), route.fulfill({ status: 500, contentType: 'text/plain', body: 'No' }));
    await typed('While it was ill');
    await visit.context.route('**/graphql', ill);
    const answers = (): Promise<unknown> => page.waitForResponse('**/graphql');
    const first = answers();
    await finish();
    await first;
    await page.getByText('We cannot take it right now. It is kept here').waitFor();
    for (let minutes = 0; minutes < 60; minutes += 5) {
      const again = answers();
      await page.clock.runFor(300_000);
      await again;
    }
    // Every five seconds it would have been 720 times.
    expect(asked).toBeLessThan(30);
    await page.getByText('1 saved on this phone').first().waitFor();
    await visit.context.unroute('**/graphql');
    await page.clock.runFor(300_000);
    await allSent();
    expect(await texts(1)).toEqual(['While it was ill']);
  }, 60_000);

  it('into which megabytes are pasted keeps them, says how much is too much, and sends what is left', async () => {
    await begin();
    await typed('x'.repeat(3_000_000));
    await page.getByText('2,980,000 characters too long to send').waitFor();
    await finish();
    // Back at what is too long.
    await box('first').waitFor();
    await page.reload();
    await box('first').waitFor();
    expect(await page.evaluate('document.querySelector("[data-field=first] textarea").value.length')).toBe(3_000_000);
    await typed('Short after all');
    await finish();
    await saved();
    await page.goto(`/task/${encodeURIComponent(`${person.assignmentId}@whole`)}/ask`);
    await page.locator('#question').fill('y'.repeat(10_001));
    await page.getByText('1 characters too long to send').waitFor();
    expect(await page.getByRole('button', { name: 'Send' }).isDisabled()).toBe(true);
    await allSent();
    expect(await texts(1)).toEqual(['Short after all']);
  }, 60_000);

  it('with two windows hands in once what both show, and both where they differ', async () => {
    await begin();
    await typed('In both windows');
    const other = await visit.context.newPage();
    await other.goto(place());
    await box('first', other).waitFor();
    await finish();
    await saved();
    await finish(other);
    await saved(other);
    await Promise.all([allSent(), allSent(other)]);
    expect(await texts(1)).toEqual(['In both windows']);
    await typed('Begun in one');
    await other.goto(place());
    await box('first', other).waitFor();
    await typed('Gone on in one');
    await finish(other);
    await saved(other);
    await finish();
    await saved();
    await Promise.all([allSent(), allSent(other)]);
    expect([...(await texts(3))].sort()).toEqual(['Begun in one', 'Gone on in one', 'In both windows']);
    await other.close();
  }, 60_000);

  it('whose person goes back in the middle, and on again, has every word', async () => {
    await begin();
    await page.goto(place());
    await box('first').fill('The first thing');
    await next();
    await box('second').fill('The second thing');
    await page.goBack();
    await box('first').waitFor();
    expect(await box('first').inputValue()).toBe('The first thing');
    await page.goBack();
    await page.getByText('Any time').waitFor();
    await page.goForward();
    await page.goForward();
    await box('second').waitFor();
    expect(await box('second').inputValue()).toBe('The second thing');
    await next();
    await saved();
    // Back from “saved” is no way to send it again.
    await page.goBack();
    await box('first').waitFor();
    expect(await box('first').inputValue()).toBe('');
    expect((await logged(1)).map(({ values }) => values)).toEqual([
      { first: 'The first thing', second: 'The second thing' },
    ]);
  }, 60_000);

  it('whose session ends while somebody writes keeps the words, and sends them after a new code', async () => {
    await begin();
    await page.goto(place());
    await visit.context.clearCookies();
    await box('first').fill('Signed out in the middle');
    await finish();
    await page.getByText('You need to sign in again to send. All you wrote is kept here.').waitFor();
    const { handOutSignInCode } = await stage.ask<{ handOutSignInCode: { code: string } }>(
      EVERYTHING,
      'mutation ($who: ID!) { handOutSignInCode(input: { participantId: $who }) { code } }',
      { who: person.participantId },
    );
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.fill('#code', handOutSignInCode.code);
    await page.locator('#sign-in button').click();
    await allSent();
    expect(await texts(1)).toEqual(['Signed out in the middle']);
  }, 60_000);

  it.each([-400, 3])(
    'whose clock is %i days off is taken, with the right time in the log',
    async (days) => {
      const off = days * 86_400_000;
      await begin(({ context }) =>
        context.addInitScript(`{
        const Now = Date;
        globalThis.Date = class extends Now {
          constructor(...given) { given.length === 0 ? super(Now.now() + ${off}) : super(...given); }
          static now() { return Now.now() + ${off}; }
        };
      }`),
      );
      await typed('By a wrong clock');
      await finish();
      await saved();
      await allSent();
      const [found] = await logged(1);
      expect(found?.values['first']).toBe('By a wrong clock');
      expect(Math.abs(Date.parse(found?.occurredAt ?? '') - Date.now())).toBeLessThan(120_000);
    },
    60_000,
  );
});
