import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { Interrupted, Unusable } from './cli.error.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

/** Where it is usually put by those who do not use PATH. */
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The first Chromium on PATH or where one usually is. @throws Unusable where there is none: says how to get one */
export async function findChromium(
  path = process.env['PATH'] ?? '',
  places: readonly string[] = PLACES,
): Promise<string> {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  for (const file of [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...places]) {
    if (await isExecutable(file)) return file;
  }
  throw new Unusable(
    'Pages are laid out by a browser, and there is no Chromium or Chrome on PATH. On Debian or Ubuntu: apt-get install chromium',
  );
}

async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Runs `work` with a browser that can reach nothing: no network, no script of a page. @throws Unusable, Interrupted */
export async function withChromium<Result>(work: (context: BrowserContext) => Promise<Result>): Promise<Result> {
  const browser = await launch(await findChromium());
  try {
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
    await context.route('**/*', (route) => route.abort());
    return await work(context);
  } finally {
    await browser.close();
  }
}

async function launch(executablePath: string): Promise<Browser> {
  // Chromium refuses its sandbox to root, as whom containers and continuous integration run.
  const chromiumSandbox = process.getuid?.() !== 0;
  try {
    return await chromium.launch({ executablePath, chromiumSandbox, args: ['--disable-dev-shm-usage'] });
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown';
    throw new Interrupted(`${executablePath} did not start: ${reason}`);
  }
}
