import type { BrowserContext, Page, Route } from 'playwright-core';
import { type Random, seeded } from '#simulator';
import { DRAFTS_HERE } from './page.scripts.ts';
import type { Stage } from './stage.ts';
import { loggedOf, type Walker } from './walk.scene.ts';

/** What stands between a phone and the server. `lost-answer`: the server did it, and the phone never hears. */
export const WEATHER = ['clear', 'offline', 'lost-request', 'lost-answer', 'twice', 'portal', 'failing'] as const;
export type Weather = (typeof WEATHER)[number];

/** What a phone says to the server; its page comes from wherever it comes. */
const SERVER = /\/(graphql|sign-in\/\w+)$/;

/** What a run found. */
export interface WalkReport {
  readonly seed: number;
  readonly handedIn: number;
  /** Handed in, and not in the log. */
  readonly lost: readonly string[];
  /** In the log more often than handed in. */
  readonly doubled: readonly string[];
  /** Written and not handed in, and gone when the page was opened again. */
  readonly forgotten: readonly string[];
  /** In the log and never written so. */
  readonly strange: readonly string[];
  readonly kills: number;
  readonly steps: readonly string[];
}

export const isWhole = ({ lost, doubled, forgotten, strange }: WalkReport): boolean =>
  lost.length + doubled.length + forgotten.length + strange.length === 0;

type Field = 'first' | 'second';
const FIELDS: readonly Field[] = ['first', 'second'];

/** One phone on its way through bad weather. What it was told to write is kept here, beside it. */
export class OfflineWalk {
  readonly #chance: Random;
  readonly #steps: string[] = [];
  readonly #forgotten: string[] = [];
  /** What each submission was to hold, as JSON. */
  readonly #handedIn: string[] = [];
  #page: Page;
  #weather: Weather = 'clear';
  /** In the box, and kept: seen again after a moment of rest. */
  #draft: Partial<Record<Field, string>> = {};
  #kills = 0;
  #number = 0;

  /** @param context signed in as the walker */
  constructor(
    private readonly stage: Stage,
    private readonly walker: Walker,
    private readonly context: BrowserContext,
    private readonly seed: number,
  ) {
    this.#chance = seeded(seed);
    this.#page = pageOf(context);
  }

  /** @param length steps before the sky clears */
  async run(length: number): Promise<WalkReport> {
    const before = new Set((await loggedOf(this.stage, this.walker)).map(({ attemptId }) => attemptId));
    await this.context.route(SERVER, (route) => this.#weathered(route));
    await this.#write();
    for (let step = 0; step < length; step += 1) await this.#step();
    await this.#become('clear');
    await this.#finish();
    await this.#reopen('reload');
    await this.#page.getByText('All sent').waitFor();
    await this.context.unroute(SERVER);
    const after = await loggedOf(this.stage, this.walker);
    return this.#compare(after.filter(({ attemptId }) => !before.has(attemptId)).map(({ values }) => inOrder(values)));
  }

  async #step(): Promise<void> {
    const what = this.#chance.pick([
      'write',
      'write',
      'finish',
      'finish',
      'weather',
      'weather',
      'kill',
      'reload',
      'back',
      'window',
    ] as const);
    switch (what) {
      case 'write':
        return this.#write();
      case 'finish':
        return this.#finish();
      case 'weather':
        return this.#become(this.#chance.pick(WEATHER));
      case 'kill':
      case 'reload':
        return this.#reopen(what);
      case 'back':
        this.#steps.push('back');
        await this.#page.goBack().catch(() => undefined);
        return;
      case 'window':
        return this.#beside();
    }
  }

  /** Goes where it can be written, and finds what was written before. */
  async #open(): Promise<void> {
    if (!(await this.#box('first').or(this.#box('second')).isVisible())) await this.#goTo(this.#place);
    await this.#waitForBox();
    for (const field of FIELDS) {
      const kept = this.#draft[field];
      if (kept === undefined) continue;
      await this.#turnTo(field);
      const found = await this.#box(field).inputValue();
      if (found !== kept) this.#forgotten.push(`${field}: wrote ${kept}, found ${found || 'nothing'}`);
    }
  }

  async #write(): Promise<void> {
    await this.#open();
    const field = this.#chance.pick(FIELDS);
    await this.#turnTo(field);
    const text = `${this.seed}-${(this.#number += 1)} ${this.#chance.pick(['åäö', '👩🏽‍🚒', '“so”', '<b>', 'عربي', '\n\nnew'])}`;
    const before = await this.#page.evaluate<string>(DRAFTS_HERE);
    await this.#box(field).fill(text);
    // As long as sealing and storing takes: whoever is killed sooner has not stopped typing.
    while ((await this.#page.evaluate<string>(DRAFTS_HERE)) === before);
    this.#draft = { ...this.#draft, [field]: text };
    this.#steps.push(`write ${field}`);
  }

  async #finish(): Promise<void> {
    await this.#open();
    if (Object.keys(this.#draft).length === 0) return;
    await this.#turnTo('second');
    await this.#page.getByRole('button', { name: 'Finish' }).click();
    // Said to be kept: from here on it may not be lost, whatever comes.
    await this.#page.getByRole('heading', { name: 'It is saved' }).waitFor();
    this.#handedIn.push(inOrder(this.#draft));
    this.#draft = {};
    this.#steps.push('finish');
  }

  async #become(weather: Weather): Promise<void> {
    this.#steps.push(weather);
    this.#weather = weather;
    await this.context.setOffline(weather === 'offline');
  }

  /** A kill ends the page’s process, as a phone does that needs the memory. */
  async #reopen(how: 'kill' | 'reload'): Promise<void> {
    this.#steps.push(how);
    if (how === 'kill') {
      this.#kills += 1;
      const old = this.#page;
      this.#page = await this.context.newPage();
      const session = await this.context.newCDPSession(old);
      await Promise.race([session.send('Page.crash').catch(() => undefined), old.waitForEvent('crash')]);
      await old.close();
    }
    await this.#visible(this.#chance.pick(['/', this.#place]));
  }

  /** A second window looks at the same while the first stays. */
  async #beside(): Promise<void> {
    this.#steps.push('window');
    const other = await this.context.newPage();
    await other.goto('/');
    await other.getByRole('heading', { level: 1 }).waitFor();
    await other.close();
  }

  /** Where the page does not show it, what it shows is part of the finding. */
  async #waitForBox(): Promise<void> {
    const box = this.#box('first').or(this.#box('second'));
    try {
      await box.waitFor();
    } catch (cause) {
      const shown = await this.#page.evaluate<string>('document.body.innerText').catch(String);
      throw new Error(`walk ${this.seed}: ${this.#steps.join(', ')}: at ${this.#page.url()} there is ${shown}`, {
        cause,
      });
    }
  }

  get #place(): string {
    return `/task/${encodeURIComponent(`${this.walker.assignmentId}@whole`)}/do?at=first`;
  }

  /** Within the page, as a tap on a link does. */
  async #goTo(address: string): Promise<void> {
    // Back may have led out of the app.
    if (this.#page.url() === 'about:blank') return this.#visible(address);
    const push = `history.pushState(null, '', ${JSON.stringify(address)})`;
    await this.#page.evaluate(`${push}; dispatchEvent(new PopStateEvent('popstate'))`);
  }

  async #visible(address: string): Promise<void> {
    await this.#page.goto(address);
    await this.#page.locator('h1, h2').first().waitFor();
  }

  async #turnTo(field: Field): Promise<void> {
    if (await this.#box(field).isVisible()) return;
    await this.#page.getByRole('button', { name: field === 'second' ? 'Next' : 'Back', exact: true }).click();
    await this.#box(field).waitFor();
  }

  #box(field: Field) {
    return this.#page.locator(`[data-field=${field}] textarea`);
  }

  /** A page that is killed meanwhile takes its requests with it: nobody waits for an answer any more. */
  async #weathered(route: Route): Promise<void> {
    await this.#answered(route).catch(() => undefined);
  }

  async #answered(route: Route): Promise<void> {
    switch (this.#weather) {
      case 'clear':
      case 'offline':
        return route.continue();
      case 'lost-request':
        return route.abort('connectionreset');
      case 'lost-answer':
        await route.fetch().catch(() => undefined);
        return route.abort('connectionreset');
      case 'twice':
        await route.fetch().catch(() => undefined);
        return route.continue();
      case 'portal':
        return route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Welcome to the hotel</h1>' });
      case 'failing':
        return route.fulfill({ status: 500, contentType: 'text/plain', body: 'No' });
    }
  }

  #compare(logged: readonly string[]): WalkReport {
    const count = (list: readonly string[], text: string): number => list.filter((one) => one === text).length;
    const lost = this.#handedIn.filter((text) => count(logged, text) === 0);
    const doubled = [...new Set(logged)].filter(
      (text) => count(logged, text) > Math.max(1, count(this.#handedIn, text)),
    );
    const strange = logged.filter((text) => !this.#handedIn.includes(text));
    const found = { lost, doubled, strange, forgotten: this.#forgotten };
    return { seed: this.seed, handedIn: this.#handedIn.length, kills: this.#kills, steps: this.#steps, ...found };
  }
}

const inOrder = (values: Readonly<Partial<Record<string, string>>>): string =>
  JSON.stringify(Object.entries(values).sort());

function pageOf(context: BrowserContext): Page {
  const page = context.pages().at(-1);
  if (page === undefined) throw new Error('the phone shows no page');
  return page;
}
