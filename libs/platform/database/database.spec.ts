import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createDatabase, type TestDatabase } from '../../../test/postgres.ts';
import { createLog } from '../logging/log.ts';
import { DatabaseIsNewer, DatabaseUnusable } from './database.error.ts';
import { describeServer, openDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';

const log = createLog({ level: 'silent', format: 'json' });

class MakeNotes1800000000000 implements MigrationInterface {
  readonly name = 'MakeNotes1800000000000';
  async up(runner: QueryRunner): Promise<void> {
    // Slow enough that another who did not wait would begin as well.
    await runner.query('SELECT pg_sleep(0.2)');
    await runner.query('CREATE TABLE notes (id int)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notes');
  }
}

class Break1800000000001 implements MigrationInterface {
  readonly name = 'Break1800000000001';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE half (id int)');
    await runner.query('SELECT no_such_function()');
  }
  down(): Promise<void> {
    return Promise.resolve();
  }
}

const open = (url: string, patience?: number) =>
  openDatabase({
    config: { dataDir: '/nowhere', database: { kind: 'server', url, poolSize: 4 } },
    log,
    ...(patience !== undefined && { patience }),
  });

describe('migrations', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(() => database.drop());
  const run = (list: Parameters<typeof migrate>[0]['migrations']) =>
    migrate({ url: database.url, where: 'here', migrations: list });

  it('run once when several processes start together, and again do nothing', async () => {
    const ran = await Promise.all([1, 2, 3].map(() => run([MakeNotes1800000000000])));
    expect(ran.flat()).toEqual(['MakeNotes1800000000000']);
    expect(await run([MakeNotes1800000000000])).toEqual([]);
  });

  it('leave nothing half done when one fails', async () => {
    await expect(run([MakeNotes1800000000000, Break1800000000001])).rejects.toThrow('no_such_function');
    const opened = await openDatabase({
      config: { dataDir: '/nowhere', database: { kind: 'server', url: database.url, poolSize: 2 } },
      log,
      migrations: [MakeNotes1800000000000],
    });
    const { rows } = await opened.pool.query<{ half: string | null }>(`SELECT to_regclass('half') AS half`);
    expect(rows).toEqual([{ half: null }]);
    await opened.close();
  });

  it('of a newer version are refused by name, and nothing is changed', async () => {
    const refusal = run([]);
    await expect(refusal).rejects.toBeInstanceOf(DatabaseIsNewer);
    await expect(refusal).rejects.toThrow(/\(here\).*newer version.*MakeNotes1800000000000/);
  });

  it('have names in order of time, each once', () => {
    const names = migrations.map((Migration) => new Migration().name ?? Migration.name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/[A-Za-z]\d{13}$/);
  });
});

describe('DATABASE_URL', () => {
  it('opens a migrated database, twice over the same one', async () => {
    const database = await createDatabase();
    for (const migrated of [true, true]) {
      const opened = await open(database.url);
      const { rows } = await opened.pool.query<{ ok: boolean }>(`SELECT to_regclass('events') IS NOT NULL AS ok`);
      expect(rows).toEqual([{ ok: migrated }]);
      expect(await opened.dataSource.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
      await opened.close();
      await opened.close();
    }
    await database.drop();
  });

  it('lends clients that may lose their connection while nobody listens', async () => {
    const database = await createDatabase();
    const opened = await open(database.url);
    const client = await opened.pool.connect();
    expect(() => client.emit('error', new Error('terminating connection'))).not.toThrow();
    client.release();
    await opened.close();
    await database.drop();
  });

  it('names the server but never the password', async () => {
    const url = 'postgres://me:hunter2@127.0.0.1:1/study?sslmode=disable';
    expect(describeServer(url)).toBe('127.0.0.1:1/study');
    const refusal = open(url, 0);
    await expect(refusal).rejects.toBeInstanceOf(DatabaseUnusable);
    await expect(refusal).rejects.toThrow(/^DATABASE_URL: 127\.0\.0\.1:1\/study cannot be used: .*ECONNREFUSED/);
    await expect(refusal).rejects.not.toThrow('hunter2');
  });

  it('that names no database is refused at once', async () => {
    const database = await createDatabase();
    await database.drop();
    await expect(open(database.url)).rejects.toThrow(/DATABASE_URL: .*does not exist/);
  });

  it('is waited for while the server comes up', async () => {
    const database = await createDatabase();
    const { port } = new URL(database.url);
    const reserved = createServer().listen(0, '127.0.0.1');
    await once(reserved, 'listening');
    const address = reserved.address();
    const later = typeof address === 'object' && address !== null ? address.port : 0;
    reserved.close();
    await once(reserved, 'close');
    const opening = open(database.url.replace(`:${port}/`, `:${later}/`));
    await sleep(400);
    const { connect } = await import('node:net');
    const relay = createServer((socket) => {
      const upstream = connect(Number(port), '127.0.0.1');
      socket.on('error', () => upstream.destroy()).pipe(upstream);
      upstream.on('error', () => socket.destroy()).pipe(socket);
    }).listen(later, '127.0.0.1');
    const opened = await opening;
    await opened.close();
    relay.close();
    await database.drop();
  });
});
