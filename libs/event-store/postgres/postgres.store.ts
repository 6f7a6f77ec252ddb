import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { checkRestored, checkWrite } from '../event.validation.ts';
import {
  BEGINNING,
  StoreClosed,
  StoreUnavailable,
  type Appended,
  type Batch,
  type EventStore,
  type Position,
  type ReadAllOptions,
  type ReadStreamOptions,
  type RecordedEvent,
  type StreamName,
  type StreamWrite,
  type SubscribeOptions,
} from '../port.ts';
import { appendGroup } from './append.group.ts';
import { AppendQueue } from './append.queue.ts';
import { CommitNotice } from './commit.notice.ts';
import { findEventsTable, limitIdleTransactions, refuseUnsafeServer, type EventsTable } from './events.table.ts';
import { readPages, readStreamPages, type PageRequest } from './log.reader.ts';
import { LogTail } from './log.tail.ts';
import { ignoreError, withClient } from './pooled.client.ts';
import { isPassing, messageOf } from './postgres.failure.ts';
import { restoreEvents } from './restore.statement.ts';

export interface PostgresEventStoreOptions {
  /** The caller's, and the caller's to end after `close`. The store uses up to four of its connections at a time. */
  readonly pool: pg.Pool;
  /** Group commits under way at the same time in this process. Default 1. */
  readonly groups?: number;
  /** ms to keep asking whether a write survived a lost connection. Default 10,000. */
  readonly outcomePatience?: number;
  /** Told what an operator should know. No participant data. */
  readonly log?: (message: string) => void;
}

export class PostgresEventStore implements EventStore {
  readonly #pool: pg.Pool;
  readonly #table: EventsTable;
  readonly #queue: AppendQueue;
  readonly #tail: LogTail;
  readonly #notice: CommitNotice;
  readonly #closing = new AbortController();
  readonly #log: (message: string) => void;

  private constructor(options: PostgresEventStoreOptions, table: EventsTable) {
    const { pool, groups = 1, outcomePatience = 10_000, log = () => undefined } = options;
    this.#pool = pool;
    this.#table = table;
    this.#log = log;
    this.#notice = new CommitNotice(pool);
    this.#tail = new LogTail(pool, table, log);
    const context = { pool, table, outcomePatience };
    this.#queue = new AppendQueue(async (writes) => {
      const outcomes = await appendGroup(context, writes);
      if (outcomes.some((outcome) => 'appended' in outcome)) this.#wake();
      return outcomes;
    }, groups);
  }

  /**
   * Over a database with `eventStoreMigrations` applied.
   * @throws StoreUnavailable when the server cannot be reached, is a standby, or is set to lose commits.
   */
  static async open(options: PostgresEventStoreOptions): Promise<PostgresEventStore> {
    const { pool } = options;
    if (!pool.listeners('error').includes(ignoreError)) pool.on('error', ignoreError);
    try {
      return await withClient(pool, async (client) => {
        await refuseUnsafeServer(client);
        await limitIdleTransactions(client);
        return new PostgresEventStore(options, await findEventsTable(client));
      });
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error;
      throw new StoreUnavailable(`the event store cannot be opened: ${messageOf(error)}`, { cause: error });
    }
  }

  async append(write: StreamWrite): Promise<Appended> {
    checkWrite(write);
    return this.#queue.append(write);
  }

  async *readStream(stream: StreamName, options: ReadStreamOptions = {}): AsyncIterable<RecordedEvent> {
    this.#refuseWhenClosed();
    yield* reporting(readStreamPages(this.#pool, this.#table, stream, options));
  }

  async *readAll({ after = BEGINNING, types }: ReadAllOptions = {}): AsyncIterable<Batch> {
    this.#refuseWhenClosed();
    const upTo = await this.#settle();
    yield* reporting(this.#pages({ after, upTo, types }));
  }

  async *subscribe({ after, types, signal }: SubscribeOptions): AsyncIterable<Batch> {
    this.#refuseWhenClosed();
    const ended = AbortSignal.any([signal, this.#closing.signal]);
    let position = after;
    let caughtUp = false;
    for (let failures = 0; !ended.aborted;) {
      try {
        if (caughtUp) await this.#tail.beyond(position, ended);
        else await this.#tail.settle();
        const upTo = this.#tail.settled;
        for await (const batch of this.#pages({ after: position, upTo, types })) {
          if (ended.aborted) return;
          ({ position } = batch);
          caughtUp ||= batch.live;
          failures = 0;
          yield batch;
        }
        if (caughtUp || position < this.#tail.settled || ended.aborted) continue;
        caughtUp = true;
        yield { events: [], position, live: true };
      } catch (error) {
        if (!isPassing(error)) throw error;
        failures += 1;
        this.#log(`a subscription waits for the event store: ${messageOf(error)}`);
        await pauseAfter(failures, ended);
      }
    }
  }

  async restore(events: readonly RecordedEvent[]): Promise<void> {
    this.#refuseWhenClosed();
    checkRestored(events);
    if (events.length === 0) return;
    try {
      await withClient(this.#pool, (client) => restoreEvents(client, this.#table, events));
    } catch (error) {
      throw unavailableIfPassing(error);
    }
    this.#wake();
  }

  async head(): Promise<Position> {
    this.#refuseWhenClosed();
    const settled = await this.#settle();
    try {
      const { rows } = await this.#pool.query<{ position: string }>(
        `SELECT position FROM ${this.#table.name} WHERE position <= $1 ORDER BY position DESC LIMIT 1`,
        [String(settled)],
      );
      const [row] = rows;
      return row ? (BigInt(row.position) as Position) : BEGINNING;
    } catch (error) {
      throw unavailableIfPassing(error);
    }
  }

  async close(): Promise<void> {
    await this.#queue.drain();
    this.#closing.abort();
    this.#notice.stop();
    await this.#tail.stopped();
  }

  #refuseWhenClosed(): void {
    if (this.#closing.signal.aborted) throw new StoreClosed('the event store is closed');
  }

  #wake(): void {
    this.#tail.wake();
    this.#notice.tell();
  }

  async *#pages(request: PageRequest): AsyncGenerator<Batch, void> {
    for await (const batch of readPages(this.#pool, this.#table, request)) {
      yield { ...batch, live: batch.position >= this.#tail.settled };
    }
  }

  async #settle(): Promise<Position> {
    return this.#tail.settle().catch((error: unknown) => {
      throw unavailableIfPassing(error);
    });
  }
}

function unavailableIfPassing(error: unknown): unknown {
  if (error instanceof StoreUnavailable || !isPassing(error)) return error;
  return new StoreUnavailable(messageOf(error), { cause: error });
}

async function* reporting<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item, void> {
  try {
    yield* items;
  } catch (error) {
    throw unavailableIfPassing(error);
  }
}

const MAX_BACK_OFF = 5_000;

async function pauseAfter(failures: number, signal: AbortSignal): Promise<void> {
  const pause = Math.min(25 * 2 ** failures, MAX_BACK_OFF) * (0.5 + Math.random() / 2);
  await sleep(pause, undefined, { signal }).catch(() => undefined);
}
