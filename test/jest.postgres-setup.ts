import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SERVER_VARIABLE, startTestPostgres, type TestPostgres } from './postgres.ts';
import { RUN_VARIABLE, STAGE_VARIABLE } from './web/stage.place.ts';

declare global {
  var intersessionTestPostgres: TestPostgres | undefined;
}

/** One server for the whole run; workers inherit its address. */
export default async function setUp(): Promise<void> {
  const server = await startTestPostgres();
  globalThis.intersessionTestPostgres = server;
  process.env[SERVER_VARIABLE] = server.url;
  process.env[STAGE_VARIABLE] = await mkdtemp(join(tmpdir(), 'intersession-stage-'));
  process.env[RUN_VARIABLE] = String(process.pid);
}
