/** Numbers are drawn before they are committed: a cursor on position loses events, the lock fence does not. */
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createMigratedDatabase } from '../../test/migrated.database.ts';
import { newEvent, newStream } from './contract.ts';
import { BEGINNING, type EventStore } from './port.ts';
import { eventStoreMigrations } from './postgres/events.migration.ts';
import { PostgresEventStore } from './postgres/postgres.store.ts';

const ROUNDS = 60;
const WRITERS = 8;

/** Transactions of several rows with pauses between them and before the end; one in ten is rolled back. */
async function writeTransactions(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      await client.query('BEGIN');
      const rows = 1 + Math.floor(Math.random() * 4);
      for (let row = 0; row < rows; row += 1) {
        await client.query(
          `INSERT INTO events (stream, revision, type, id, data, metadata, recorded_at)
           VALUES ($1, 0, 'SomethingHappened', $2, '{}', '{}', now())`,
          [newStream(), newEvent().id],
        );
        if (Math.random() < 0.3) await sleep(Math.random() * 4);
      }
      if (Math.random() < 0.2) await sleep(Math.random() * 25);
      await client.query(Math.random() < 0.1 ? 'ROLLBACK' : 'COMMIT');
    }
  } finally {
    client.release();
  }
}

async function appendWrites(store: EventStore): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    await store.append({ stream: newStream(), expected: 'none', events: [newEvent(), newEvent()] });
  }
}

/** What most event tables are read with: everything after the last position seen. */
async function readNaively(pool: pg.Pool, signal: AbortSignal): Promise<bigint[]> {
  const seen: bigint[] = [];
  for (let last = 0; !signal.aborted || last > 0;) {
    const { rows } = await pool.query<{ position: string }>(
      'SELECT position FROM events WHERE position > $1 ORDER BY position LIMIT 1000',
      [String(seen.at(-1) ?? 0n)],
    );
    seen.push(...rows.map(({ position }) => BigInt(position)));
    last = rows.length;
    if (last === 0) await sleep(2);
  }
  return seen;
}

async function readByFence(store: EventStore, enough: () => Promise<bigint>, signal: AbortSignal): Promise<bigint[]> {
  const seen: bigint[] = [];
  const stop = new AbortController();
  for await (const batch of store.subscribe({ after: BEGINNING, signal: stop.signal })) {
    seen.push(...batch.events.map(({ position }) => position));
    if (signal.aborted && batch.position >= (await enough())) stop.abort();
  }
  return seen;
}

describe('the lock fence', () => {
  it('loses nothing and keeps the order where a cursor on position loses events', async () => {
    const database = await createMigratedDatabase(eventStoreMigrations);
    const [writers, readers] = [0, 1].map(() => new pg.Pool({ connectionString: database.url, max: WRITERS + 2 }));
    const store = await PostgresEventStore.open({ pool: writers! });
    const reader = await PostgresEventStore.open({ pool: readers! });
    const written = new AbortController();
    const naive = readNaively(readers!, written.signal);
    const fenced = readByFence(reader, () => reader.head(), written.signal);

    await Promise.all([
      ...Array.from({ length: WRITERS }, () => writeTransactions(writers!)),
      ...Array.from({ length: 4 }, () => appendWrites(store)),
    ]);
    written.abort();
    await store.append({ stream: newStream(), expected: 'none', events: [newEvent()] });

    const { rows } = await readers!.query<{ position: string }>('SELECT position FROM events ORDER BY position');
    const all = rows.map(({ position }) => BigInt(position));
    const [naiveSeen, fencedSeen] = await Promise.all([naive, fenced]);
    const missed = all.length - 1 - new Set(naiveSeen).size;
    process.stdout.write(
      `${String(all.length)} events; a cursor on position missed ${String(missed)}, the lock fence 0\n`,
    );
    expect(missed).toBeGreaterThan(0);
    expect(fencedSeen).toEqual(all);

    await store.close();
    await reader.close();
    await Promise.all([writers!.end(), readers!.end()]);
    await database.drop();
  }, 120_000);

  it('holds readers back while a transaction that has written is open, and no longer', async () => {
    const database = await createMigratedDatabase(eventStoreMigrations);
    const store = await PostgresEventStore.open({ pool: database.pool });
    const open = await database.pool.connect();
    await open.query('BEGIN');
    await open.query(
      `INSERT INTO events (stream, revision, type, id, data, metadata, recorded_at) VALUES ('test-late', 0, 'Late', $1, '{}', '{}', now())`,
      [newEvent().id],
    );
    await store.append({ stream: newStream(), expected: 'none', events: [newEvent()] });
    const seen: string[] = [];
    const stop = new AbortController();
    const reading = (async () => {
      for await (const { events } of store.subscribe({ after: BEGINNING, signal: stop.signal })) {
        seen.push(...events.map(({ type }) => type));
        if (seen.length >= 2) stop.abort();
      }
    })();
    await sleep(100);
    expect(seen).toEqual([]);
    await open.query('COMMIT');
    open.release();
    await reading;
    expect(seen).toEqual(['Late', 'SomethingHappened']);
    await store.close();
    await database.drop();
  });

  it('lets nobody pass numbers that were only rolled back: a crash may hand them out again', async () => {
    const database = await createMigratedDatabase(eventStoreMigrations);
    const store = await PostgresEventStore.open({ pool: database.pool });
    const { position } = await store.append({ stream: newStream(), expected: 'none', events: [newEvent()] });
    await database.pool.query(
      `SELECT nextval(pg_get_serial_sequence('events', 'position')) FROM generate_series(1, 20)`,
    );
    const batches = [];
    for await (const batch of store.readAll({ types: ['NeverSeen'] })) batches.push(batch);
    expect(batches.at(-1)?.position).toBe(position);
    await store.close();
    await database.drop();
  });
});
