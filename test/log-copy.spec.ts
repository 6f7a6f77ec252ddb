import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type EventStore, openEventStore } from '#event-store';
import { eventHash, LogRoot } from '#ledger';
import {
  CommandExecutor,
  createLog,
  Engine,
  engineEntities,
  migrate,
  migrations,
  openDatabase,
  parseConfig,
} from '#platform';
import { EVERYTHING, type TableDigest, tableDigests } from '#read-models';
import { sendSimulated, simulate } from '#simulator';
import { ProgramProcess } from './faults/program.process.ts';
import { TestServer } from './kurrentdb/test.server.ts';
import { operate, type Operated } from './operator.command.ts';
import { createDatabase, type TestDatabase } from './postgres.ts';

const MASTER_KEY = Buffer.alloc(32, 7).toString('base64');
const TRIAL = { studyId: 'moved', title: 'Moved', participants: 12, weeks: 6, seed: 5, definitions: [] };

let folder: string;
let original: TestDatabase;
const databases: TestDatabase[] = [];
const servers: TestServer[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'log copy '));
  original = await newDatabase();
  await withEngine({}, async (engine) => {
    const executor = new CommandExecutor(engine.executor);
    const trial = simulate({ ...TRIAL, start: '2026-01-05T00:00:00.000Z' });
    await sendSimulated(trial, { execute: (request) => executor.execute(request) });
    engine.start();
    await engine.readModels.waitFor(await engine.store.head(), 60_000);
  });
}, 120_000);
afterAll(async () => {
  for (const server of servers) await server.stop();
  for (const database of databases) await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function newDatabase(): Promise<TestDatabase> {
  const database = await createDatabase();
  databases.push(database);
  await migrate({ url: database.url, where: 'spec', migrations });
  return database;
}

async function newServer(): Promise<TestServer> {
  const server = await TestServer.start();
  servers.push(server);
  return server;
}

/** The engine as the programs open it, over the original database unless told otherwise. */
async function withEngine<Result>(
  variables: Readonly<Record<string, string>>,
  work: (engine: Engine) => Promise<Result>,
): Promise<Result> {
  const config = parseConfig(
    { DATABASE_URL: original.url, DATA_DIR: folder, MASTER_KEY, ...variables },
    { projectFolder: folder, currentFolder: folder, terminal: false, readText: () => '' },
  );
  const log = createLog({ level: 'silent', format: 'json' });
  const database = await openDatabase({ config, log, entities: engineEntities });
  try {
    const engine = await Engine.open({ config, log, database });
    return await work(engine).finally(() => engine.close());
  } finally {
    await database.close();
  }
}

function copying(from: string, to: string): ProgramProcess {
  const parameters = ['log', 'copy', '--from', from, '--to', to];
  return new ProgramProcess('cli', { dataDir: folder, parameters, variables: { MASTER_KEY } });
}

/** The command in this process: a process of its own is only for what is killed. */
const log = (variables: Readonly<Record<string, string>>, ...parameters: readonly string[]): Promise<Operated> =>
  operate({ MASTER_KEY, DATA_DIR: folder, DATABASE_URL: '', EVENTSTORE_URL: '', ...variables }, 'log', ...parameters);

const copy = (from: string, to: string, variables = {}): Promise<Operated> =>
  log(variables, 'copy', '--from', from, '--to', to);

async function withStore<Result>(url: string, work: (store: EventStore) => Promise<Result>): Promise<Result> {
  const opened = await openEventStore(url);
  return work(opened.store).finally(() => opened.close());
}

/** Root and hashes of a log, in its order: equal log indexes have equal hashes. */
async function contentsOf(url: string): Promise<{ readonly root: string; readonly hashes: readonly string[] }> {
  return withStore(url, async (store) => {
    const root = new LogRoot();
    const hashes: string[] = [];
    for await (const { events } of store.readAll()) hashes.push(...events.map(eventHash));
    for (const hash of hashes) root.add(hash);
    return { root: root.value, hashes };
  });
}

async function numberingOf(url: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const text = `SELECT "index" || ' ' || encode(hash, 'hex') || ' ' || latest AS row FROM ledger ORDER BY "index"`;
  const { rows } = await client.query<{ row: string }>(text).finally(() => client.end());
  return rows.map(({ row }) => row);
}

async function tablesOf({ readModels }: Engine): Promise<readonly TableDigest[]> {
  const snapshot = await readModels.openSnapshot({ scope: EVERYTHING });
  // Facts hold the engine's own positions; everything else has to be the same.
  return (await tableDigests(snapshot).finally(() => snapshot.close())).filter(({ table }) => table !== 'facts');
}

describe('npm run cli -- log copy', () => {
  it('from PostgreSQL to PostgreSQL keeps every log index and hash, and copies nothing twice', async () => {
    const target = await createDatabase();
    databases.push(target);
    const first = await copy('DATABASE_URL', target.url, { DATABASE_URL: original.url });
    const { root, hashes } = await contentsOf(original.url);
    expect(first).toMatchObject({
      code: 0,
      printed: expect.stringMatching(new RegExp(`Copied ${hashes.length.toLocaleString('en')} events[^]*${root}`)),
    });
    expect(first.printed).toContain('The keys of sealed content are in PostgreSQL');
    expect(await contentsOf(target.url)).toEqual({ root, hashes });
    const again = await copy(original.url, target.url);
    expect(again).toMatchObject({ code: 0, printed: expect.stringContaining('Copied 0 events') });
  }, 120_000);

  it('to KurrentDB and back, killed in the middle, gives the same log, and the same tables once it is adopted', async () => {
    const [server, before, numbered] = [
      await newServer(),
      await contentsOf(original.url),
      await numberingOf(original.url),
    ];
    for (const part of [0.1, 0.5]) {
      const process = copying(original.url, server.url);
      const enough = Math.floor(before.hashes.length * part);
      await withStore(server.url, async (store) => {
        for (let held = 0; held < enough && process.running; await sleep(5)) {
          held = 0;
          for await (const { events } of store.readAll()) held += events.length;
        }
      });
      await process.kill();
      expect((await contentsOf(server.url)).hashes.length).toBeLessThan(before.hashes.length);
    }
    const finished = await copy(original.url, server.url);
    expect(finished).toMatchObject({ code: 0, printed: expect.stringMatching(/\(\d[\d,]* were there already\)/) });
    expect(await contentsOf(server.url)).toEqual(before);

    const moved = { EVENTSTORE_URL: server.url, DATABASE_URL: original.url };
    const tables = await withEngine({}, tablesOf);
    await expect(withEngine(moved, tablesOf)).rejects.toThrow(/npm run cli -- log adopt/);
    const adopted = await log(moved, 'adopt');
    expect(adopted).toMatchObject({
      code: 0,
      printed: expect.stringContaining('has the log index and the hash it had'),
    });
    expect(await withEngine(moved, tablesOf)).toEqual(tables);
    expect(await numberingOf(original.url)).toEqual(numbered);
    await expect(withEngine({}, tablesOf)).rejects.toThrow(/npm run cli -- log adopt/);

    const back = await newDatabase();
    expect(await copy(server.url, back.url)).toMatchObject({ code: 0 });
    expect(await contentsOf(back.url)).toEqual(before);
    // A log of its own in a database that has numbered nothing is numbered anew, the same way.
    await withEngine({ DATABASE_URL: back.url }, async (engine) => {
      engine.start();
      await engine.readModels.waitFor(await engine.store.head(), 60_000);
      expect(await tablesOf(engine)).toEqual(tables);
    });
    expect(await numberingOf(back.url)).toEqual(numbered);
    expect(await log({ DATABASE_URL: original.url }, 'adopt')).toMatchObject({ code: 0 });
  }, 300_000);

  it('refuses a target that holds something else, and one that is in use', async () => {
    const target = await newDatabase();
    await withStore(target.url, async (store) => {
      const stream = 'test-1' as Parameters<EventStore['readStream']>[0];
      const event = {
        id: '0190f3c4-0000-7000-8000-000000000001',
        type: 'SomethingHappened',
        data: '{}',
        metadata: '{}',
      };
      await store.append({ stream, expected: 'none', events: [event] });
    });
    const other = await copy(original.url, target.url);
    expect([other.code, other.printed]).toEqual([
      2,
      expect.stringContaining('holds something else: its event 1 (0190f3c4'),
    ]);
    expect((await contentsOf(target.url)).hashes).toHaveLength(1);
    const used = await newDatabase();
    await withEngine({ DATABASE_URL: used.url }, async (engine) => {
      engine.start();
      await engine.readModels.waitFor(await engine.store.head(), 60_000);
      const refused = await copy(original.url, used.url);
      expect([refused.code, refused.printed]).toEqual([2, expect.stringMatching(/--to: .* is in use/)]);
    });
  }, 120_000);

  it.each([
    [['--from', 'mysql://root:hunter2@db/x', '--to', 'embedded'], 2, '--from: expected postgres://'],
    [['--from', 'embedded', '--to', 'hunter2'], 2, '--to: expected postgres://'],
    [['--from', 'DATABASE_URL', '--to', 'embedded'], 2, '--from: DATABASE_URL is not set'],
    [['--from', 'esdb://admin:hunter2@localhost?colour=red', '--to', 'embedded'], 2, '--from: it has an option'],
    [['--from', 'postgres://u:hunter2@127.0.0.1:1/x', '--to', 'embedded'], 1, '--from: postgres://127.0.0.1:1/x'],
    [['--from', 'esdb://u:hunter2@127.0.0.1:1?tls=false', '--to', 'embedded'], 1, '--from: esdb://127.0.0.1:1'],
    [['--from', 'embedded', '--to', 'embedded'], 2, '--to: is the place that --from names'],
    [['--from', 'embedded'], 2, "required option '--to <place>' not specified"],
  ])('refuses %j', async (parameters, code, said) => {
    const ending = await log({}, 'copy', ...parameters);
    expect([ending.code, ending.printed]).toEqual([code, expect.stringContaining(said)]);
    expect(ending.printed).not.toContain('hunter2');
    expect(ending.printed).not.toMatch(/\n\s+at /);
  });

  it('finds no log in a database that has none', async () => {
    const empty = await createDatabase();
    databases.push(empty);
    const ending = await copy(empty.url, original.url);
    expect([ending.code, ending.printed]).toEqual([2, expect.stringContaining('holds no log of Intersession')]);
  });
});
