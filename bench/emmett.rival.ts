import { randomUUID } from 'node:crypto';
import type Postgres from 'pg';
import { loadRival } from './rival.packages.ts';
import { SAMPLE_DATA, SAMPLE_METADATA, SAMPLE_TYPE } from './sample.event.ts';

const PACKAGE = '@event-driven-io/emmett-postgresql';

interface EmmettEvent {
  readonly type: string;
  readonly data: unknown;
  readonly metadata: unknown;
}

interface EmmettStore {
  appendToStream(stream: string, events: EmmettEvent[], options: { expectedStreamVersion: bigint }): Promise<unknown>;
  close(): Promise<void>;
}

interface EmmettModule {
  getPostgreSQLEventStore(url: string, options: { connectionOptions: { pool: unknown } }): EmmettStore;
}

export interface Emmett {
  readonly version: string;
  /** @returns Appends per second of `writers` writers. */
  run(writers: number, seconds: number): Promise<number>;
  close(): Promise<void>;
}

/** Installs the rival on first use; undefined, with a word on why, when that fails. */
export async function openEmmett(url: string): Promise<Emmett | undefined> {
  const rival = await loadRival(PACKAGE);
  // Its own pg: the pool must be of the class that it knows.
  const own = await loadRival('pg');
  if (rival === undefined || own === undefined) return undefined;
  const { default: pg } = own.module as { default: typeof Postgres };
  const emmett = rival.module as EmmettModule;
  const pool = new pg.Pool({ connectionString: url, max: 32 });
  const store = emmett.getPostgreSQLEventStore(url, { connectionOptions: { pool } });
  return {
    version: rival.version,
    run: (writers, seconds) => appendFor(store, writers, seconds),
    async close() {
      await store.close();
      await pool.end();
    },
  };
}

async function appendFor(store: EmmettStore, writers: number, seconds: number): Promise<number> {
  const run = randomUUID();
  const event = {
    type: SAMPLE_TYPE,
    data: JSON.parse(SAMPLE_DATA) as unknown,
    metadata: JSON.parse(SAMPLE_METADATA) as unknown,
  };
  const start = performance.now();
  let count = 0;
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let version = 0n; performance.now() - start < seconds * 1_000; version += 1n) {
        await store.appendToStream(`bench-${run}-${String(writer)}`, [event], { expectedStreamVersion: version });
        count += 1;
      }
    }),
  );
  return count / ((performance.now() - start) / 1_000);
}
