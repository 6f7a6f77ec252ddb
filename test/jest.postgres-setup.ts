import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SERVER_VARIABLE, startTestPostgres, type TestPostgres } from './postgres.ts';
import { provideChromium } from './web/chromium.provision.ts';
import { RUN_VARIABLE, STAGE_VARIABLE } from './web/stage.place.ts';

declare global {
  var intersessionTestPostgres: TestPostgres | undefined;
  var intersessionTestStage: string | undefined;
}

/**
 * One server for the whole run; workers inherit its address. What it holds dies with it, so nothing waits for the disk:
 * specs that break a server start one of their own, which does.
 */
export default async function setUp(): Promise<void> {
  const server = await startTestPostgres({ fsync: 'off', full_page_writes: 'off' });
  globalThis.intersessionTestPostgres = server;
  process.env[SERVER_VARIABLE] = server.url;
  await provideChromium();
  await placeStage();
}

/** Where the stage of the web will stand, if a spec needs one. One that stands already is used, and left standing. */
async function placeStage(): Promise<void> {
  if (process.env[STAGE_VARIABLE] !== undefined) return;
  const folder = await mkdtemp(join(tmpdir(), 'intersession-stage-'));
  globalThis.intersessionTestStage = folder;
  process.env[STAGE_VARIABLE] = folder;
  process.env[RUN_VARIABLE] = String(process.pid);
}
