import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { PostgresEventStore, type EventStore } from '#event-store';
import { startBenchServer, type BenchServer } from './bench.server.ts';
import { report, takeTurns } from './contest.ts';
import { SAMPLE_DATA, SAMPLE_METADATA, SAMPLE_TYPE } from './sample.event.ts';

export interface ReplaySettings {
  readonly rounds: number;
  readonly events: number;
}

/** Streams of 50 events each, interleaved. */
const FILL = `
  INSERT INTO events (stream, revision, type, id, data, metadata, recorded_at)
  SELECT 'assignment-' || n % ($1::int / 50), n / ($1::int / 50), $2, gen_random_uuid(), $3, $4, now()
  FROM generate_series(0, $1::int - 1) AS n ORDER BY n`;

const READ_MODEL = `
  CREATE TABLE bench_rows (stream text PRIMARY KEY, attempts integer NOT NULL, minutes double precision NOT NULL, last_at text NOT NULL);
  CREATE TABLE bench_checkpoint (position bigint NOT NULL)`;

interface Row {
  readonly attempts: number;
  readonly minutes: number;
  readonly lastAt: string;
}

interface Attempt {
  readonly minutes: number;
}

interface Metadata {
  readonly occurredAt: string;
}

const FLUSH_EVERY = 50_000;

async function timed(events: number, work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return events / ((performance.now() - start) / 1_000);
}

async function copyOut(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    const drain = new Writable({ write: (_chunk, _encoding, done) => done() });
    await pipeline(client.query(copyTo('COPY events TO STDOUT')), drain);
  } finally {
    client.release();
  }
}

async function readAll(store: EventStore, expected: number): Promise<void> {
  let count = 0;
  for await (const { events } of store.readAll()) count += events.length;
  if (count !== expected) throw new Error(`read ${String(count)} events of ${String(expected)}`);
}

async function readAndParse(store: EventStore): Promise<void> {
  let total = 0;
  for await (const { events } of store.readAll()) {
    for (const { data, metadata } of events) {
      total += (JSON.parse(data) as Attempt).minutes + (JSON.parse(metadata) as Metadata).occurredAt.length;
    }
  }
  if (Number.isNaN(total)) throw new Error('an event was not parsed');
}

/** What a projection does: parse, fold by row in memory, and flush rows with the checkpoint. */
async function replay(store: EventStore, pool: pg.Pool): Promise<void> {
  await pool.query('TRUNCATE bench_rows, bench_checkpoint');
  const rows = new Map<string, Row>();
  let pending = 0;
  for await (const { events, position } of store.readAll()) {
    for (const event of events) {
      const { minutes } = JSON.parse(event.data) as Attempt;
      const { occurredAt } = JSON.parse(event.metadata) as Metadata;
      const row = rows.get(event.stream);
      rows.set(event.stream, {
        attempts: (row?.attempts ?? 0) + 1,
        minutes: (row?.minutes ?? 0) + minutes,
        lastAt: occurredAt,
      });
    }
    pending += events.length;
    if (pending >= FLUSH_EVERY) {
      await flush(pool, rows, position);
      pending = 0;
    }
  }
  await flush(pool, rows, await store.head());
}

async function flush(pool: pg.Pool, rows: ReadonlyMap<string, Row>, position: bigint): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const all = [...rows];
    await client.query(
      `INSERT INTO bench_rows SELECT * FROM unnest($1::text[], $2::int[], $3::float8[], $4::text[])
       ON CONFLICT (stream) DO UPDATE SET attempts = excluded.attempts, minutes = excluded.minutes, last_at = excluded.last_at`,
      [
        all.map(([key]) => key),
        all.map(([, r]) => r.attempts),
        all.map(([, r]) => r.minutes),
        all.map(([, r]) => r.lastAt),
      ],
    );
    await client.query('DELETE FROM bench_checkpoint');
    await client.query('INSERT INTO bench_checkpoint VALUES ($1)', [String(position)]);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

async function fill(server: BenchServer, events: number): Promise<void> {
  const client = new pg.Client(server.url);
  await client.connect();
  await client.query(FILL, [events, SAMPLE_TYPE, SAMPLE_DATA, SAMPLE_METADATA]);
  await client.query(READ_MODEL);
  await client.query('VACUUM ANALYZE events');
  await client.query('CHECKPOINT');
  await client.end();
}

export async function benchReplay({ rounds, events }: ReplaySettings): Promise<void> {
  const count = Math.max(1, Math.round(events / 50)) * 50;
  const server = await startBenchServer();
  const pool = new pg.Pool({ connectionString: server.url, max: 10 });
  try {
    await fill(server, count);
    const store = await PostgresEventStore.open({ pool });
    const contestants = [
      { name: 'COPY OUT', run: () => timed(count, () => copyOut(pool)) },
      { name: 'read-all', run: () => timed(count, () => readAll(store, count)) },
      { name: 'read-and-parse', run: () => timed(count, () => readAndParse(store)) },
      { name: 'replay', run: () => timed(count, () => replay(store, pool)) },
    ];
    const rates = await takeTurns(contestants, rounds);
    await report(
      {
        name: 'replay',
        unit: 'events per second',
        settings: { rounds, events: count, postgres: server.version },
        aims: [
          { text: 'read-all to COPY OUT', of: 'read-all', to: 'COPY OUT', atLeast: 0.9 },
          { text: 'replay to read-and-parse', of: 'replay', to: 'read-and-parse', atLeast: 0.5 },
        ],
        notes: [
          'About 680 bytes of JSON an event. COPY OUT: the whole table into this process, bytes dropped unread.',
          'Replay: parse data and metadata, fold by stream, flush rows and checkpoint every 50,000 events.',
        ],
      },
      rates,
    );
    await store.close();
  } finally {
    await pool.end();
    await server.stop();
  }
}
