import { createHash, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  BEGINNING,
  eventStoreMigrations,
  MemoryEventStore,
  PostgresEventStore,
  streamName,
  type Batch,
  type EventStore,
  type Position,
  type RecordedEvent,
  type SubscribeOptions,
} from '#event-store';
import { createMigratedDatabase, type MigratedDatabase } from '../../test/migrated.database.ts';
import { canonicalEvent, eventHash } from './event.hash.ts';
import { ledgerMigrations } from './ledger.migration.ts';
import { Ledger, LedgerAheadOfLog, LedgerBehind, type LogIndex } from './ledger.numbering.ts';

// Executes E6-4.2.2, E6-4.2.5, P11-10(a), P11-10(b).

const event = () => ({ id: randomUUID(), type: 'SomethingHappened', data: '{"n":1}', metadata: '{}' });

async function appendSome(store: EventStore, count: number): Promise<RecordedEvent[]> {
  for (let n = 0; n < count; n += 1) {
    await store.append({ stream: streamName(`test-${String(n % 5)}`), expected: 'any', events: [event()] });
  }
  return allOf(store);
}

async function allOf(store: EventStore): Promise<RecordedEvent[]> {
  const all: RecordedEvent[] = [];
  for await (const { events } of store.readAll()) all.push(...events);
  return all;
}

/** A log whose subscriptions begin when its gate opens. */
class LateLog extends MemoryEventStore {
  gate: Promise<void> = Promise.resolve();
  open = (): void => undefined;
  #subscribed = (): void => undefined;
  readonly subscribed = new Promise<void>((resolve) => (this.#subscribed = resolve));

  override async *subscribe(options: SubscribeOptions): AsyncIterable<Batch> {
    const { gate } = this;
    this.#subscribed();
    await gate;
    yield* super.subscribe(options);
  }
}

const index = (value: number) => BigInt(value) as LogIndex;

describe('the hash of an event', () => {
  const recorded: RecordedEvent = {
    id: '0190f3c4-0000-7000-8000-000000000001',
    type: 'HomeworkAssigned',
    data: '{"note":"\\"žlutý\\" \\u0000 🐎"}',
    metadata: '{}',
    stream: streamName('assignment-1'),
    revision: 3,
    position: 7n as Position,
    recordedAt: '2026-03-01T09:00:00.000Z',
  };

  it('is the SHA-256 of a RFC 9162 leaf over the canonical JSON of what every engine keeps', () => {
    const bytes = canonicalEvent(recorded);
    expect(Object.keys(JSON.parse(bytes) as object)).toEqual([
      'data',
      'id',
      'metadata',
      'recordedAt',
      'revision',
      'stream',
      'type',
    ]);
    const expected = createHash('sha256')
      .update(Buffer.from([0]))
      .update(bytes, 'utf8')
      .digest('hex');
    expect(eventHash(recorded)).toBe(expected);
    expect(eventHash(recorded)).toBe('30cc67b19d40084ac54933c8b6fdf31e24509ce898239b2402e76fcbc5974fbe');
  });

  it('changes with everything but the position', () => {
    const other = {
      data: '{}',
      id: randomUUID(),
      metadata: '[]',
      recordedAt: '2026-03-01T09:00:00.001Z',
      revision: 4,
      type: 'Other',
    };
    for (const [key, value] of Object.entries({ ...other, stream: streamName('assignment-2') })) {
      expect(eventHash({ ...recorded, [key]: value })).not.toBe(eventHash(recorded));
    }
    expect(eventHash({ ...recorded, position: 8n as Position })).toBe(eventHash(recorded));
  });
});

describe('the ledger', () => {
  let database: MigratedDatabase;
  let store: EventStore;
  let running: { stop: AbortController; ended: Promise<void> }[] = [];

  beforeAll(async () => (database = await createMigratedDatabase([...eventStoreMigrations, ...ledgerMigrations])));
  beforeEach(async () => (store = await PostgresEventStore.open({ pool: database.pool })));
  afterEach(async () => {
    await stopRunning();
    await store.close();
    await database.pool.query('TRUNCATE ledger, events RESTART IDENTITY');
  });
  afterAll(() => database.drop());

  const ledgerOf = (log: EventStore = store) => new Ledger({ store: log, pool: database.pool });
  const start = (ledger: Ledger) => {
    const stop = new AbortController();
    running.push({ stop, ended: ledger.run(stop.signal) });
  };
  const stopRunning = async () => {
    for (const { stop } of running) stop.abort();
    await Promise.all(running.map(({ ended }) => ended));
    running = [];
  };
  const rows = async () => {
    const found = await database.pool.query<{ index: string; position: string; hash: string }>(
      `SELECT "index", position, encode(hash, 'hex') AS hash FROM ledger ORDER BY "index"`,
    );
    return found.rows;
  };
  const expectedRows = (events: readonly RecordedEvent[]) =>
    events.map((recorded, n) => ({
      index: String(n + 1),
      position: String(recorded.position),
      hash: eventHash(recorded),
    }));

  it('numbers every event from 1 in the order of the log', async () => {
    const ledger = ledgerOf();
    expect(await ledger.head()).toMatchObject({ index: 0n, position: BEGINNING });
    const events = await appendSome(store, 40);
    start(ledger);
    const last = events.at(-1)!;
    expect(await ledger.waitFor(last.position)).toBe(40n);
    expect(await rows()).toEqual(expectedRows(events));
    expect(await ledger.head()).toMatchObject({ index: 40n, position: last.position });
    expect(await ledger.positionAt(index(7))).toBe(events[6]?.position);
    expect(await ledger.indexAt(events[6]!.position)).toBe(7n);
    expect(await ledger.positionAt(index(0))).toBe(BEGINNING);
    expect(await ledger.indexAt(BEGINNING)).toBe(0n);
  });

  it('goes on where it was, also over positions that nobody took', async () => {
    for (let round = 1; round <= 3; round += 1) {
      await database.pool.query(`SELECT nextval(pg_get_serial_sequence('events', 'position'))`);
      const events = await appendSome(store, 10);
      const ledger = ledgerOf();
      start(ledger);
      expect(await ledger.waitFor(events.at(-1)!.position)).toBe(BigInt(round * 10));
      expect(await ledger.indexAt((events.at(-10)!.position - 1n) as Position)).toBe(BigInt(round * 10 - 10));
      await stopRunning();
      expect(await rows()).toEqual(expectedRows(events));
    }
  });

  it('is written once by several processes that run it', async () => {
    const ledgers = [ledgerOf(), ledgerOf(), ledgerOf()];
    const appending = appendSome(store, 150);
    ledgers.forEach(start);
    const events = await appending;
    await Promise.all(ledgers.map((ledger) => ledger.waitFor(events.at(-1)!.position)));
    expect(await rows()).toEqual(expectedRows(events));
  });

  it('is taken up where another process left it, by one that began earlier', async () => {
    const log = new LateLog();
    await appendSome(log, 3);
    log.gate = new Promise((resolve) => (log.open = resolve));
    const late = ledgerOf(log);
    start(late);
    await log.subscribed;
    log.gate = Promise.resolve();
    const early = ledgerOf(log);
    start(early);
    expect(await early.waitFor(await log.head())).toBe(3n);
    running.at(-1)?.stop.abort();
    await running.at(-1)?.ended;
    const events = await appendSome(log, 7);
    log.open();
    expect(await late.waitFor(await log.head())).toBe(10n);
    expect(await rows()).toEqual(expectedRows(events));
    await stopRunning();
    await log.close();
  });

  it('is the same for a copy on another engine', async () => {
    const events = await appendSome(store, 25);
    start(ledgerOf());
    await ledgerOf().waitFor(events.at(-1)!.position);
    await stopRunning();
    const original = await rows();
    const copy = new MemoryEventStore();
    await copy.restore(events);
    await database.pool.query('TRUNCATE ledger');
    const copied = ledgerOf(copy);
    start(copied);
    await copied.waitFor(await copy.head());
    const withoutPosition = (all: typeof original) => all.map(({ index: n, hash }) => ({ n, hash }));
    expect(withoutPosition(await rows())).toEqual(withoutPosition(original));
    await stopRunning();
    await copy.close();
  });

  it('finds the longest prefix up to a time, over clocks that went back', async () => {
    const seconds = [10, 20, 15, 20, 40, 30, 50];
    const stream = streamName('test-times');
    const events = seconds.map((second, revision): RecordedEvent => {
      const recordedAt = new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
      return { ...event(), stream, revision, position: BEGINNING, recordedAt };
    });
    await store.restore(events);
    const ledger = ledgerOf();
    start(ledger);
    await ledger.waitFor(await store.head());
    const at = (second: number, ms = 0) => ledger.indexAtTime(new Date(Date.UTC(2026, 0, 1, 0, 0, second, ms)));
    for (const second of [0, 9, 10, 14, 15, 19, 20, 29, 30, 39, 40, 49, 50, 59]) {
      const tooLate = seconds.findIndex((recorded) => recorded > second);
      expect([second, await at(second)]).toEqual([second, BigInt(tooLate < 0 ? seconds.length : tooLate)]);
    }
    expect(await at(9, 999)).toBe(0n);
  });

  it('waits no longer than it is told to, and not when it is aborted', async () => {
    const ledger = ledgerOf();
    const { position } = await store.append({ stream: streamName('test-1'), expected: 'none', events: [event()] });
    expect(await ledger.indexAt(position)).toBeUndefined();
    expect(await ledger.positionAt(index(1))).toBeUndefined();
    await expect(ledger.waitFor(position, { timeoutMs: 60 })).rejects.toBeInstanceOf(LedgerBehind);
    await expect(ledger.waitFor(position, { signal: AbortSignal.abort(new Error('gone')) })).rejects.toThrow('gone');
  });

  it('sees what another process numbers', async () => {
    const waiting = ledgerOf();
    const { position } = await store.append({ stream: streamName('test-1'), expected: 'none', events: [event()] });
    const index = waiting.waitFor(position);
    start(ledgerOf());
    expect(await index).toBe(1n);
  });

  it('refuses to go on over a log that ends before its numbering', async () => {
    const ledger = ledgerOf();
    start(ledger);
    await ledger.waitFor((await appendSome(store, 3)).at(-1)!.position);
    await stopRunning();
    await database.pool.query('DELETE FROM events WHERE position = (SELECT max(position) FROM events)');
    await expect(ledgerOf().run(new AbortController().signal)).rejects.toBeInstanceOf(LedgerAheadOfLog);
  });

  it('stops loudly when its table is not as it left it', async () => {
    await database.pool.query('ALTER TABLE ledger RENAME TO elsewhere');
    await expect(ledgerOf().run(new AbortController().signal)).rejects.toThrow(/ledger/);
    await database.pool.query('ALTER TABLE elsewhere RENAME TO ledger');
  });

  it('waits through ended connections', async () => {
    const ledger = ledgerOf();
    start(ledger);
    for (let round = 1; round <= 4; round += 1) {
      const events = await appendSome(store, 5);
      await database.pool.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
      );
      expect(await ledger.waitFor(events.at(-1)!.position).catch(() => ledger.waitFor(events.at(-1)!.position))).toBe(
        BigInt(round * 5),
      );
    }
    expect(await rows()).toEqual(expectedRows(await allOf(store)));
  });
});
