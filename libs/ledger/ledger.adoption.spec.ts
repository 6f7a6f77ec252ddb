import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  eventStoreMigrations,
  type EventStore,
  MemoryEventStore,
  PostgresEventStore,
  type RecordedEvent,
  streamName,
} from '#event-store';
import { createMigratedDatabase, type MigratedDatabase } from '../../test/migrated.database.ts';
import { adoptLog, LedgerOfAnotherLog, refuseOtherLog } from './ledger.adoption.ts';
import { ledgerMigrations } from './ledger.migration.ts';
import { Ledger } from './ledger.numbering.ts';
import { copyLog } from './log.copy.ts';

describe('the numbering over a log that was moved', () => {
  let database: MigratedDatabase;
  let original: EventStore;
  let copy: MemoryEventStore;

  beforeEach(async () => {
    database = await createMigratedDatabase([...eventStoreMigrations, ...ledgerMigrations]);
    original = await PostgresEventStore.open({ pool: database.pool });
    copy = new MemoryEventStore();
    await record(original, 12);
    await number(original);
  });
  afterEach(async () => {
    await original.close();
    await copy.close();
    await database.drop();
  });

  async function record(store: EventStore, count: number): Promise<void> {
    for (let n = 0; n < count; n += 1) {
      const event = { id: randomUUID(), type: 'SomethingHappened', data: `{"n":${n}}`, metadata: '{}' };
      await store.append({ stream: streamName(`test-${n % 3}`), expected: 'any', events: [event] });
    }
  }

  async function number(store: EventStore): Promise<void> {
    const stop = new AbortController();
    const ledger = new Ledger({ store, pool: database.pool });
    const running = ledger.run(stop.signal);
    await ledger.waitFor(await store.head());
    stop.abort();
    await running;
  }

  async function rows(): Promise<readonly { index: string; position: string; hash: string; latest: Date }[]> {
    const text = `SELECT "index", position, encode(hash, 'hex') AS hash, latest FROM ledger ORDER BY "index"`;
    return (await database.pool.query<{ index: string; position: string; hash: string; latest: Date }>(text)).rows;
  }

  async function eventsOf(store: EventStore): Promise<readonly RecordedEvent[]> {
    const all: RecordedEvent[] = [];
    for await (const { events } of store.readAll()) all.push(...events);
    return all;
  }

  const over = (store: EventStore) => ({ store, pool: database.pool });
  const withoutPosition = (all: Awaited<ReturnType<typeof rows>>) =>
    all.map(({ index, hash, latest }) => ({ index, hash, latest }));

  it('is told from that of the log it was made from', async () => {
    await copyLog({ from: original, to: copy });
    await expect(refuseOtherLog(over(original))).resolves.toBeUndefined();
    await expect(refuseOtherLog(over(copy))).rejects.toBeInstanceOf(LedgerOfAnotherLog);
    await expect(refuseOtherLog(over(new MemoryEventStore()))).rejects.toThrow(/event 1 /);
    await database.pool.query('UPDATE ledger SET position = position + 1 WHERE "index" = 12');
    await expect(refuseOtherLog(over(original))).rejects.toThrow(/event 12 /);
    await database.pool.query('TRUNCATE ledger');
    await expect(refuseOtherLog(over(copy))).resolves.toBeUndefined();
  });

  it('keeps every index and hash, gets the new positions, and goes on', async () => {
    const before = await rows();
    await copyLog({ from: original, to: copy });
    await record(copy, 2);
    expect(await adoptLog(over(copy))).toBe(12);
    expect(withoutPosition(await rows())).toEqual(withoutPosition(before));
    expect((await rows()).map(({ position }) => position)).toEqual(
      (await eventsOf(copy)).slice(0, 12).map(({ position }) => String(position)),
    );
    await expect(refuseOtherLog(over(copy))).resolves.toBeUndefined();
    await number(copy);
    expect(await rows()).toHaveLength(14);
  });

  it('refuses another log, or half of it, and stays as it was', async () => {
    const before = await rows();
    const events = await eventsOf(original);
    await expect(adoptLog(over(copy))).rejects.toThrow('the log has 0 events, and 12 are numbered');
    await copy.restore(events.slice(0, 7));
    await expect(adoptLog(over(copy))).rejects.toThrow('the log has 7 events, and 12 are numbered');
    await record(copy, 10);
    await expect(adoptLog(over(copy))).rejects.toThrow(/one of the events 1 to 12/);
    expect(await rows()).toEqual(before);
  });
});
