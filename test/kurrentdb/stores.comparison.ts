/** The same log on another engine and on PostgreSQL: what the projections make of it, row for row, and its log index. */
import pg from 'pg';
import { eventStoreMigrations, type EventStore, PostgresEventStore, type RecordedEvent } from '#event-store';
import { readModelEntities, type ReadModels, type ReadSnapshot } from '#read-models';
import { createMigratedDatabase } from '../migrated.database.ts';
import { ReadSide, reading } from '../read-models/read-side.ts';

export interface StoresComparison {
  readonly events: number;
  readonly tables: number;
  readonly rows: number;
  /** Names of the tables whose rows are not the same. */
  readonly differing: readonly string[];
  /** Log indexes whose event has another hash, or none. */
  readonly indexesDiffering: number;
}

/** ms to wait for read models. */
const PATIENCE = 1_800_000;
const BATCH = 500;

/** Reads a log through its store into tables, copies it to PostgreSQL with `restore`, reads it again, and compares. */
export async function compareWithPostgres(store: EventStore): Promise<StoresComparison> {
  const database = await createMigratedDatabase(eventStoreMigrations);
  const pool = new pg.Pool({ connectionString: database.url, max: 6 });
  try {
    const copy = await PostgresEventStore.open({ pool });
    const events = await copyLog(store, copy);
    const one = await readThrough(store);
    const other = await readThrough(copy);
    await copy.close();
    return { events, ...differences(one, other) };
  } finally {
    await pool.end();
    await database.drop();
  }
}

async function copyLog(from: EventStore, to: EventStore): Promise<number> {
  let count = 0;
  let waiting: RecordedEvent[] = [];
  const flush = async () => {
    await to.restore(waiting);
    count += waiting.length;
    waiting = [];
  };
  for await (const { events } of from.readAll()) {
    waiting.push(...events);
    if (waiting.length >= BATCH) await flush();
  }
  await flush();
  return count;
}

interface Contents {
  /** Table → its rows as text, in an order of their own. */
  readonly tables: ReadonlyMap<string, readonly string[]>;
  /** Hash of each event, in the order of the log index. */
  readonly hashes: readonly string[];
}

async function readThrough(store: EventStore): Promise<Contents> {
  const side = await ReadSide.open(store);
  try {
    const models: ReadModels = await side.readModels();
    models.start();
    const head = await store.head();
    await models.waitFor(head, PATIENCE);
    const tables = await reading(models, { after: head, timeoutMs: PATIENCE }, tablesOf);
    const { rows } = await side.pool.query<{ hash: string }>(
      `SELECT encode(hash, 'hex') AS hash FROM ledger ORDER BY "index"`,
    );
    return { tables, hashes: rows.map(({ hash }) => hash) };
  } finally {
    await side.close({ keepStore: true });
  }
}

/** Without positions: they are each engine's own. */
async function tablesOf(snapshot: ReadSnapshot): Promise<ReadonlyMap<string, readonly string[]>> {
  const tables = new Map<string, readonly string[]>();
  for (const entity of readModelEntities) {
    const { name } = snapshot.table<object>(entity);
    const rows = await snapshot.sql<{ row: string }>(
      `SELECT (to_jsonb(t) - 'position')::text AS row FROM ${name} t ORDER BY (to_jsonb(t) - 'position')::text COLLATE "C"`,
    );
    tables.set(
      name,
      rows.map(({ row }) => row),
    );
  }
  return tables;
}

function differences(one: Contents, other: Contents): Omit<StoresComparison, 'events'> {
  const names = [...one.tables.keys()];
  const equal = (some: readonly string[] = [], others: readonly string[] = []) =>
    some.length === others.length && some.every((row, n) => row === others[n]);
  const length = Math.max(one.hashes.length, other.hashes.length);
  const indexes = Array.from({ length }, (_, n) => n);
  return {
    tables: names.length,
    rows: [...one.tables.values()].reduce((sum, rows) => sum + rows.length, 0),
    differing: names.filter((name) => !equal(one.tables.get(name), other.tables.get(name))),
    indexesDiffering: indexes.filter((n) => one.hashes[n] !== other.hashes[n]).length,
  };
}

/** For people. */
export function describeComparison({ events, tables, rows, differing, indexesDiffering }: StoresComparison): string {
  const same = differing.length === 0 && indexesDiffering === 0;
  const found = same
    ? `the same ${String(rows)} rows in ${String(tables)} tables, and the same ${String(events)} log indexes and hashes`
    : `other rows in ${differing.join(', ') || 'no table'}, ${String(indexesDiffering)} of ${String(events)} log indexes differ`;
  return `KurrentDB and PostgreSQL, row for row: ${found}`;
}
