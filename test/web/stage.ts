import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { RUN_VARIABLE, STAGE_VARIABLE } from './stage.place.ts';

/** A running demonstration and a browser; both are shared by all specs of a run. */
export interface Stage {
  /** `http://localhost:port`. */
  readonly address: string;
  readonly browser: Browser;
  /** A browser of somebody: a profile of its own, everything that goes wrong in its pages noted. */
  visit(options?: BrowserContextOptions): Promise<Visit>;
  /** Asks GraphQL with a key of the demonstration. @throws with the answer, where there are errors */
  ask<Data>(as: string, query: string, variables?: object): Promise<Data>;
  /** Leaves the stage; it stays for others. */
  leave(): Promise<void>;
}

/** One profile of the browser. */
export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors of pages and lines of their consoles that are errors. */
  readonly troubles: readonly string[];
  /** With a name of the demonstration, by password. */
  signIn(name: string): Promise<void>;
  close(): Promise<void>;
}

const text = (file: string): Promise<string | undefined> => readFile(file, 'utf8').catch(() => undefined);

/** The first to come starts the keeper, the others wait for it. @throws telling why there is no stage, such as no browser */
async function place(folder: string): Promise<{ address: string; browser: string }> {
  const first = await mkdir(join(folder, 'claimed')).then(
    () => true,
    () => false,
  );
  if (first) await startKeeper(folder);
  for (;;) {
    const [stage, failed] = await Promise.all([text(join(folder, 'stage.json')), text(join(folder, 'failed.txt'))]);
    if (failed !== undefined) throw new Error(failed);
    if (stage !== undefined) return JSON.parse(stage) as { address: string; browser: string };
    await sleep(100);
  }
}

async function startKeeper(folder: string): Promise<void> {
  const run = process.env[RUN_VARIABLE] ?? '';
  const parameters = [
    '--conditions=source',
    '--import=./scripts/typescript.mjs',
    'test/web/stage.keeper.ts',
    folder,
    run,
  ];
  const keeper = spawn(process.execPath, parameters, { stdio: ['ignore', 'inherit', 'inherit'], detached: true });
  keeper.unref();
  await writeFile(join(folder, 'keeper.pid'), String(keeper.pid));
}

/** The stage of this run of tests. */
export async function enterStage(): Promise<Stage> {
  const folder = process.env[STAGE_VARIABLE];
  if (folder === undefined) throw new Error(`${STAGE_VARIABLE} is not set: specs of the web run under Jest`);
  const { address, browser: endpoint } = await place(folder);
  const browser = await chromium.connect(endpoint);
  return {
    ...{ address, browser },
    visit: (options) => visit(browser, address, options),
    ask: (as, query, variables) => ask(address, as, query, variables),
    leave: () => browser.close(),
  };
}

async function visit(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ baseURL: address, viewport: { width: 390, height: 844 }, ...options });
  const troubles: string[] = [];
  context.on('weberror', (error) => troubles.push(error.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`${message.text()} (${message.location().url})`);
  });
  const page = await context.newPage();
  const signIn = async (name: string): Promise<void> => {
    const data = { name, password: 'demonstration' };
    const answer = await context.request.post('/sign-in/password', { data, headers: { origin: address } });
    if (!answer.ok()) throw new Error(`${name} was not signed in: ${await answer.text()}`);
  };
  return { context, page, troubles, signIn, close: () => context.close() };
}

async function ask<Data>(address: string, as: string, query: string, variables: object = {}): Promise<Data> {
  const answer = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${as}` },
    body: JSON.stringify({ query, variables }),
  });
  const read = (await answer.json()) as { data: Data; errors?: unknown };
  if (read.errors !== undefined) throw new Error(JSON.stringify(read.errors));
  return read.data;
}
