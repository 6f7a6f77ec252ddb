import { SERVER_VARIABLE, startTestPostgres, type TestPostgres } from './postgres.ts';

declare global {
  var intersessionTestPostgres: TestPostgres | undefined;
}

/**
 * One server for the whole run; workers inherit its address. What it holds dies with it, so nothing waits for the disk:
 * specs that break a server start one of their own, which does.
 */
export default async function setUp(): Promise<void> {
  const server = await startTestPostgres({ fsync: 'off', full_page_writes: 'off' });
  globalThis.intersessionTestPostgres = server;
  process.env[SERVER_VARIABLE] = server.url;
}
