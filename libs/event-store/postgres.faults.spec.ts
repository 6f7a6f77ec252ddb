import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createMigratedDatabase, migrate, type MigratedDatabase } from '../../test/migrated.database.ts';
import { startTestPostgres, type TestPostgres } from '../../test/postgres.ts';
import { eventsOf, follow, newEvent, newStream } from './contract.ts';
import { StoreUnavailable, type RecordedEvent } from './port.ts';
import { eventStoreMigrations } from './postgres/events.migration.ts';
import { PostgresEventStore } from './postgres/postgres.store.ts';

type Cut = 'nothing' | 'the request' | 'the answer' | 'the answer and everything after';

/** A TCP proxy that cuts the connection at an append. */
class CuttingProxy {
  next: Cut = 'nothing';
  cuts = 0;
  #refuses = false;
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;

  constructor(private readonly target: number) {
    this.#server = createServer((client) => this.#join(client));
  }

  async listen(): Promise<number> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return (this.#server.address() as AddressInfo).port;
  }

  heal(): void {
    this.#refuses = false;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #join(client: Socket): void {
    const server = connect(this.target, '127.0.0.1');
    for (const socket of [client, server]) {
      this.#sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => this.#sockets.delete(socket));
    }
    const end = () => {
      client.destroy();
      server.destroy();
    };
    if (this.#refuses) return end();
    let swallow = false;
    client.on('close', end).on('data', (chunk) => {
      const cut = chunk.includes('intersession-append') ? this.next : 'nothing';
      if (cut !== 'nothing') {
        this.next = 'nothing';
        this.cuts += 1;
      }
      if (cut === 'the request') return end();
      swallow ||= cut !== 'nothing';
      this.#refuses ||= cut === 'the answer and everything after';
      server.write(chunk);
    });
    server.on('close', end).on('data', (chunk) => {
      if (swallow) end();
      else client.write(chunk);
    });
  }
}

describe('a connection that is cut during an append', () => {
  let database: MigratedDatabase;
  let proxy: CuttingProxy;
  let pool: pg.Pool;
  let store: PostgresEventStore;

  beforeEach(async () => {
    database = await createMigratedDatabase(eventStoreMigrations);
    const url = new URL(database.url);
    proxy = new CuttingProxy(Number(url.port));
    url.port = String(await proxy.listen());
    pool = new pg.Pool({ connectionString: url.href, max: 3 });
    store = await PostgresEventStore.open({ pool, outcomePatience: 300 });
  });

  afterEach(async () => {
    await store.close();
    await pool.end();
    await proxy.close();
    await database.drop();
  });

  it.each<Cut>(['the request', 'the answer'])('loses %s: every write is stored once and says so', async (cut) => {
    const writes = Array.from({ length: 8 }, () => ({
      stream: newStream(),
      expected: 'none' as const,
      events: [newEvent(), newEvent()],
    }));
    await store.append({ stream: newStream(), expected: 'none', events: [newEvent()] });
    proxy.next = cut;
    const appended = await Promise.all(writes.map((write) => store.append(write)));
    expect(proxy.cuts).toBe(1);
    expect(appended).toEqual(
      writes.map(({ stream }) => expect.objectContaining({ stream, revision: 1, repeated: false })),
    );
    expect(await eventsOf(store.readAll())).toHaveLength(17);
  });

  it.each<Cut>(['the request', 'the answer'])(
    'loses %s of a write that expects the wrong revision: it is refused',
    async (cut) => {
      const stream = newStream();
      await store.append({ stream, expected: 'none', events: [newEvent()] });
      proxy.next = cut;
      await expect(store.append({ stream, expected: 'none', events: [newEvent()] })).rejects.toMatchObject({
        code: 'WrongExpectedRevision',
      });
      expect(proxy.cuts).toBe(1);
    },
  );

  it('says that it does not know when it cannot ask, and the same ids settle it later', async () => {
    const write = { stream: newStream(), expected: 'none' as const, events: [newEvent()] };
    proxy.next = 'the answer and everything after';
    await expect(store.append(write)).rejects.toMatchObject({ code: 'AppendOutcomeUnknown' });
    await expect(store.append({ ...write, stream: newStream() })).rejects.toBeInstanceOf(StoreUnavailable);
    proxy.heal();
    expect(await store.append(write)).toMatchObject({ revision: 0, repeated: true });
    expect(await eventsOf(store.readAll())).toHaveLength(1);
  });
});

describe('a server that refuses', () => {
  let database: MigratedDatabase;
  beforeAll(async () => (database = await createMigratedDatabase(eventStoreMigrations)));
  afterAll(() => database.drop());

  const appendOne = async (pool: pg.Pool) => {
    const store = await PostgresEventStore.open({ pool });
    try {
      return await store.append({ stream: newStream(), expected: 'none', events: [newEvent()] });
    } finally {
      await store.close();
    }
  };

  it.each([
    ['a full disk', 'disk_full'],
    ['too little memory', 'out_of_memory'],
    ['a broken disk', 'io_error'],
  ])('because of %s stores nothing and says so', async (_, condition) => {
    await database.pool.query(`
      CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION USING ERRCODE = '${condition}'; END $$;
      CREATE OR REPLACE TRIGGER refuse BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION refuse()`);
    await expect(appendOne(database.pool)).rejects.toBeInstanceOf(StoreUnavailable);
    await database.pool.query('DROP TRIGGER refuse ON events');
    await expect(appendOne(database.pool)).resolves.toMatchObject({ revision: 0 });
  });

  it('because it is read-only stores nothing and says so', async () => {
    const pool = new pg.Pool({ connectionString: database.url, options: '-c default_transaction_read_only=on' });
    const opened = await appendOne(pool).catch((error: unknown) => error);
    expect(opened).toBeInstanceOf(StoreUnavailable);
    await pool.end();
  });

  it('is not opened when it may lose commits', async () => {
    const pool = new pg.Pool({ connectionString: database.url, options: '-c synchronous_commit=off' });
    await expect(PostgresEventStore.open({ pool })).rejects.toThrow(/synchronous_commit is off/);
    await pool.end();
  });

  it('is not opened when sessions draw positions in lots', async () => {
    await database.pool.query('ALTER SEQUENCE events_position_seq CACHE 10');
    await expect(PostgresEventStore.open({ pool: database.pool })).rejects.toThrow(/CACHE 1/);
    await database.pool.query('ALTER SEQUENCE events_position_seq CACHE 1');
  });

  it('is told to end idle transactions', async () => {
    await (await PostgresEventStore.open({ pool: database.pool })).close();
    const client = new pg.Client(database.url);
    await client.connect();
    const { rows } = await client.query<{ limit: string }>(
      `SELECT current_setting('idle_in_transaction_session_timeout') AS limit`,
    );
    expect(rows).toEqual([{ limit: '1min' }]);
    await client.end();
  });

  it('or cannot be reached: opening, appending and reading say so', async () => {
    const pool = new pg.Pool({ connectionString: 'postgres://nobody@127.0.0.1:1/none' });
    await expect(PostgresEventStore.open({ pool })).rejects.toBeInstanceOf(StoreUnavailable);
    await pool.end();
  });
});

describe('a subscription', () => {
  it('survives connections that are ended under it', async () => {
    const database = await createMigratedDatabase(eventStoreMigrations);
    const pool = new pg.Pool({ connectionString: database.url, application_name: 'victim' });
    const [store, writer] = [
      await PostgresEventStore.open({ pool }),
      await PostgresEventStore.open({ pool: database.pool }),
    ];
    let ended = 0;
    const reading = follow(store, { until: (events) => events.length === 60 });
    for (let n = 0; n < 60; n += 1) {
      await writer.append({ stream: newStream(), expected: 'none', events: [newEvent()] });
      if (n % 12 !== 5) continue;
      const { rowCount } = await database.pool.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'victim' AND datname = current_database()`,
      );
      ended += rowCount ?? 0;
    }
    const { events } = await reading;
    expect(ended).toBeGreaterThan(0);
    expect(events).toEqual(await eventsOf(writer.readAll()));
    await store.close();
    await writer.close();
    await pool.end();
    await database.drop();
  });
});

describe('a server that is restarted', () => {
  let server: TestPostgres;
  let pool: pg.Pool;
  beforeAll(async () => {
    server = await startTestPostgres();
    await migrate(server.url, eventStoreMigrations);
  });
  beforeEach(() => {
    pool = new pg.Pool({ connectionString: server.url, max: 5 });
    pool.on('error', () => undefined);
  });
  afterEach(() => pool.end());
  afterAll(() => server.stop());

  it.each(['fast', 'immediate'] as const)('(%s) loses and doubles nothing that was acknowledged', async (mode) => {
    const store = await PostgresEventStore.open({ pool });
    const after = await store.head();
    const acknowledged: string[] = [];
    const stop = new AbortController();
    const seen: RecordedEvent[] = [];
    const reading = (async () => {
      for await (const { events } of store.subscribe({ after, signal: stop.signal })) seen.push(...events);
    })();
    const writing = Array.from({ length: 6 }, async () => {
      for (let n = 0; n < 120; n += 1) {
        const write = { stream: newStream(), expected: 'none' as const, events: [newEvent()] };
        await appendPatiently(store, write);
        acknowledged.push(write.events[0]!.id);
      }
    });
    await sleep(60);
    await server.restart({ mode, downFor: 100 });
    await Promise.all(writing);
    const inLog = (await eventsOf(store.readAll({ after }))).map(({ id }) => id);
    expect(inLog.toSorted()).toEqual(acknowledged.toSorted());
    while (seen.length < inLog.length) await sleep(20);
    stop.abort();
    await reading;
    expect(seen.map(({ id }) => id)).toEqual(inLog);
    await store.close();
  });

  it('as a standby is not opened', async () => {
    const { rows } = await pool.query<{ data_directory: string }>('SHOW data_directory');
    await writeFile(join(rows[0]!.data_directory, 'standby.signal'), '');
    await server.restart();
    await expect(PostgresEventStore.open({ pool })).rejects.toThrow(/standby/);
  });
});

async function appendPatiently(
  store: PostgresEventStore,
  write: Parameters<PostgresEventStore['append']>[0],
): Promise<void> {
  for (;;) {
    try {
      await store.append(write);
      return;
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      await sleep(20);
    }
  }
}
