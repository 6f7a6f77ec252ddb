import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createDatabase, startTestPostgres } from './postgres.ts';

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<{ answer: unknown }>(sql);
    return rows[0]?.answer;
  } finally {
    await client.end();
  }
}

describe('the PostgreSQL of the specs', () => {
  it('gives each caller a database of its own and takes it away again', async () => {
    const [one, other] = [await createDatabase(), await createDatabase()];
    await ask(one.url, 'CREATE TABLE mine (id int)');
    expect(await ask(other.url, `SELECT to_regclass('mine') AS answer`)).toBeNull();
    await one.drop();
    await expect(ask(one.url, 'SELECT 1 AS answer')).rejects.toThrow(/does not exist/);
    await other.drop();
  });

  it('keeps data over a restart and is gone after stop', async () => {
    const server = await startTestPostgres();
    try {
      await ask(server.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
      await server.restart({ mode: 'immediate' });
      expect(await ask(server.url, 'SELECT answer FROM kept')).toBe(42);
    } finally {
      await server.stop();
    }
    await expect(ask(server.url, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/);
    expect(() => process.kill(server.pid, 0)).toThrow(/ESRCH/);
  });
});
