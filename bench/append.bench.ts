import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { PostgresEventStore, streamName, type EventStore } from '#event-store';
import { startBenchServer } from './bench.server.ts';
import { report, takeTurns, type Contestant } from './contest.ts';
import { openEmmett } from './emmett.rival.ts';
import { hasPgbench, runClientLoop, runPgbench } from './insert.rival.ts';
import { sampleEvent } from './sample.event.ts';

export interface AppendSettings {
  readonly rounds: number;
  /** Of each measurement. */
  readonly seconds: number;
}

/** Each writer appends to a stream of its own, one event at a time, expecting the revision it has seen. */
async function appendFor(store: EventStore, writers: number, seconds: number): Promise<number> {
  const run = randomUUID();
  const start = performance.now();
  let count = 0;
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      const stream = streamName(`bench-${run}-${String(writer)}`);
      for (let revision = -1; performance.now() - start < seconds * 1_000; revision += 1) {
        await store.append({ stream, expected: revision < 0 ? 'none' : revision, events: [sampleEvent()] });
        count += 1;
      }
    }),
  );
  return count / ((performance.now() - start) / 1_000);
}

export async function benchAppend({ rounds, seconds }: AppendSettings): Promise<void> {
  const server = await startBenchServer();
  const pool = new pg.Pool({ connectionString: server.url, max: 10 });
  const store = await PostgresEventStore.open({ pool });
  const emmett = await openEmmett(server.url);
  const [insert, runInsert] = hasPgbench() ? ['pgbench INSERT', runPgbench] : ['client loop INSERT', runClientLoop];
  const contestants = [64, 16, 1].flatMap((writers): Contestant[] => [
    { name: `append, ${String(writers)} writers`, run: () => appendFor(store, writers, seconds) },
    { name: `${insert}, ${String(writers)} clients`, run: () => runInsert(server.url, writers, seconds) },
    ...(emmett ? [{ name: `Emmett, ${String(writers)} writers`, run: () => emmett.run(writers, seconds) }] : []),
  ]);
  try {
    const rates = await takeTurns(contestants, rounds);
    const against = (rival: string, writers: number, atLeast: number) => ({
      text: `append to ${rival}, ${String(writers)} writers`,
      of: `append, ${String(writers)} writers`,
      to: `${rival}, ${String(writers)} ${rival === 'Emmett' ? 'writers' : 'clients'}`,
      atLeast,
    });
    await report(
      {
        name: 'append',
        unit: 'appends of one event per second',
        settings: { rounds, seconds, postgres: server.version, emmett: emmett?.version ?? 'not installed', insert },
        aims: [against(insert, 64, 1.3), against('Emmett', 64, 5), against(insert, 1, 0.65)],
        notes: [
          'Same server, same columns and keys, about 680 bytes of JSON an event, fsync and synchronous_commit on.',
          `${insert}: one prepared INSERT a transaction, no revision check, no idempotency. Emmett: pool of 32.`,
        ],
      },
      rates,
    );
  } finally {
    await store.close();
    await emmett?.close();
    await pool.end();
    await server.stop();
  }
}
