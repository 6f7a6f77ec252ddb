/**
 * The one server and the one browser of a run of tests: `npm start`’s own program over a demonstration, and Chromium. Started by whichever
 * spec needs it first (`stage.ts`), ended by the run. Writes `stage.json` when both are there, `failed.txt` when not.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';
import { findChromium } from '../../apps/cli/chromium.browser.ts';
import { CHROMIUM_SWITCHES } from './chromium.switches.ts';

const [folder = '', run = ''] = process.argv.slice(2);

/** The pages, where they are not what these sources give. */
async function build(): Promise<void> {
  const child = spawn(process.execPath, ['scripts/build.mjs', 'web'], { stdio: ['ignore', 2, 2] });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error('the web app could not be built');
}

/** Resolves with the address once the program says it. */
async function startServer(): Promise<{ server: ChildProcess; address: string }> {
  const parameters = ['--conditions=source', '--import=./scripts/typescript.mjs', 'apps/api/main.ts'];
  const server = spawn(process.execPath, parameters, {
    env: {
      PATH: process.env['PATH'],
      ...{ NODE_ENV: 'test', PORT: '0', LOG_FORMAT: 'json', DATA_DIR: join(folder, 'data') },
      ...{
        DEMONSTRATION_PARTICIPANTS: process.env['DEMONSTRATION_PARTICIPANTS'] ?? '6',
        MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
      },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const last: string[] = [];
  const told = new Promise<string>((resolve, reject) => {
    createInterface({ input: server.stdout }).on('line', (line) => {
      last.push(line);
      if (last.length > 20) last.shift();
      const address = /"address":"(http:[^"]+?)\/?"/.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    });
    server.on('exit', (code) => reject(new Error(`the server ended with ${code}:\n${last.join('\n')}`)));
  });
  return { server, address: await told };
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

async function open(): Promise<() => Promise<void>> {
  const executablePath = await findChromium();
  await build();
  const browser = await chromium.launchServer({
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
    args: CHROMIUM_SWITCHES,
  });
  const { server, address } = await startServer();
  const stage = { address, browser: browser.wsEndpoint() };
  await writeFile(join(folder, 'stage.part'), JSON.stringify(stage));
  await rename(join(folder, 'stage.part'), join(folder, 'stage.json'));
  return async () => {
    await browser.close();
    await end(server);
  };
}

try {
  const close = await open();
  const asked = once(process, 'SIGTERM');
  // Where the run was killed, nobody asks.
  const watch = setInterval(() => runs(Number(run)) || process.kill(process.pid, 'SIGTERM'), 2_000);
  await asked;
  clearInterval(watch);
  await close();
  await rm(folder, { recursive: true, force: true });
} catch (error) {
  await writeFile(join(folder, 'failed.txt'), error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
}
