import { SERVER_VARIABLE, startTestPostgres, type TestPostgres } from './postgres.ts';

declare global {
  var intersessionTestPostgres: TestPostgres | undefined;
}

/** One server for the whole run; workers inherit its address. */
export default async function setUp(): Promise<void> {
  const server = await startTestPostgres();
  globalThis.intersessionTestPostgres = server;
  process.env[SERVER_VARIABLE] = server.url;
}
