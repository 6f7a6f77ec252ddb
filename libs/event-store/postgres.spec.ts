import { afterAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createDatabase } from '../../test/postgres.ts';
import { createMigratedDatabase, migrate, type MigratedDatabase } from '../../test/migrated.database.ts';
import { eventsOf, eventStoreContract, follow, newEvent, newStream } from './contract.ts';
import { streamName } from './port.ts';
import { eventStoreMigrations } from './postgres/events.migration.ts';
import { PostgresEventStore } from './postgres/postgres.store.ts';

const unused: MigratedDatabase[] = [];

/** Migrating takes longer than most tests: a database serves one after the other. */
async function emptyDatabase(): Promise<{ database: MigratedDatabase; dispose: () => Promise<void> }> {
  const database = unused.pop() ?? (await createMigratedDatabase(eventStoreMigrations));
  return {
    database,
    async dispose() {
      await database.pool.query('TRUNCATE events RESTART IDENTITY');
      unused.push(database);
    },
  };
}

afterAll(async () => {
  for (const database of unused) await database.drop();
});

eventStoreContract(
  'the PostgreSQL store',
  async () => {
    const { database, dispose } = await emptyDatabase();
    return { store: await PostgresEventStore.open({ pool: database.pool }), dispose };
  },
  { ids: 'log' },
);

eventStoreContract(
  'the PostgreSQL store with two groups under way',
  async () => {
    const { database, dispose } = await emptyDatabase();
    return { store: await PostgresEventStore.open({ pool: database.pool, groups: 2 }), dispose };
  },
  { ids: 'log' },
);

describe('the PostgreSQL store', () => {
  const withStores = async (
    count: number,
    use: (stores: PostgresEventStore[], database: MigratedDatabase) => Promise<void>,
  ): Promise<void> => {
    const { database, dispose } = await emptyDatabase();
    const pools = Array.from({ length: count }, () => new pg.Pool({ connectionString: database.url, max: 5 }));
    const stores = await Promise.all(pools.map((pool) => PostgresEventStore.open({ pool })));
    try {
      await use(stores, database);
    } finally {
      await Promise.all(stores.map((store) => store.close()));
      await Promise.all(pools.map((pool) => pool.end()));
      await dispose();
    }
  };

  it('lets several processes write groups to the same streams without a deadlock', async () => {
    await withStores(4, async (stores, { pool }) => {
      const streams = Array.from({ length: 12 }, newStream);
      const writers = stores.flatMap((store) =>
        Array.from({ length: 12 }, async (_, writer) => {
          for (let n = 0; n < 10; n += 1) {
            const stream = streams[(writer + n) % streams.length]!;
            await store.append({ stream, expected: 'any', events: [newEvent(), newEvent()] });
          }
        }),
      );
      await Promise.all(writers);
      const { rows } = await pool.query<{ streams: number; gaps: number }>(`
        SELECT count(*)::int AS streams, count(*) FILTER (WHERE length <> last + 1)::int AS gaps
        FROM (SELECT count(*) AS length, max(revision) AS last FROM events GROUP BY stream) AS s`);
      expect(rows).toEqual([{ streams: 12, gaps: 0 }]);
      const deadlocks = await pool.query(
        'SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()',
      );
      expect(deadlocks.rows).toEqual([{ deadlocks: 0 }]);
      expect(await eventsOf(stores[0]!.readAll())).toHaveLength(4 * 12 * 10 * 2);
    });
  });

  it('lets one of several processes that expect the same revision win, every time', async () => {
    await withStores(4, async (stores) => {
      const stream = newStream();
      await stores[0]!.append({ stream, expected: 'none', events: [newEvent()] });
      for (let revision = 0; revision < 15; revision += 1) {
        const attempts = await Promise.allSettled(
          stores.map((store) => store.append({ stream, expected: revision, events: [newEvent()] })),
        );
        expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
        const losers = attempts.flatMap((attempt) => (attempt.status === 'rejected' ? [attempt.reason as Error] : []));
        expect(losers.map(({ name }) => name)).toEqual(['Error', 'Error', 'Error']);
        expect(losers).toEqual(losers.map(() => expect.objectContaining({ code: 'WrongExpectedRevision' })));
      }
    });
  });

  it('stores once what two processes send at once', async () => {
    await withStores(2, async (stores) => {
      for (let round = 0; round < 20; round += 1) {
        const write = { stream: newStream(), expected: 'none' as const, events: [newEvent(), newEvent()] };
        const [one, other] = await Promise.all(stores.map((store) => store.append(write)));
        expect([one?.repeated, other?.repeated].sort()).toEqual([false, true]);
        expect(one?.position).toBe(other?.position);
      }
    });
  });

  it('tells a reader in another process', async () => {
    await withStores(2, async ([reader, writer]) => {
      let sent = 0;
      const { events } = await follow(reader!, {
        until: (seen, { live }) => {
          if (live && sent === seen.length && sent < 5) {
            sent += 1;
            setTimeout(() => void writer!.append({ stream: newStream(), expected: 'any', events: [newEvent()] }), 150);
          }
          return seen.length === 5;
        },
      });
      expect(events).toHaveLength(5);
    });
  });

  it('splits pages of large documents', async () => {
    await withStores(1, async ([store]) => {
      const data = `"${'x'.repeat(990_000)}"`;
      for (let n = 0; n < 40; n += 1) {
        await store!.append({ stream: newStream(), expected: 'any', events: [newEvent({ data }), newEvent()] });
      }
      let [events, largest] = [0, 0];
      for await (const batch of store!.readAll()) {
        events += batch.events.length;
        largest = Math.max(largest, batch.events.filter((event) => event.data.length > 2).length);
      }
      expect({ events, largest }).toEqual({ events: 80, largest: 17 });
    });
  });

  it('asks for the migrations when the table is missing', async () => {
    const database = await createDatabase();
    const pool = new pg.Pool({ connectionString: database.url });
    await expect(PostgresEventStore.open({ pool })).rejects.toMatchObject({
      code: 'StoreUnavailable',
      message: expect.stringContaining('run the migrations'),
    });
    await pool.end();
    await database.drop();
  });

  it('migrates an existing database once and keeps what is in it', async () => {
    await withStores(1, async ([store], { url }) => {
      await store!.append({ stream: streamName('study-1'), expected: 'none', events: [newEvent()] });
      await migrate(url, eventStoreMigrations);
      expect(await eventsOf(store!.readAll())).toHaveLength(1);
    });
  });
});
