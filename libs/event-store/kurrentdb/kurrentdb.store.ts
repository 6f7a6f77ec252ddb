import { setTimeout as sleep } from 'node:timers/promises';
import { checkRestored, checkWrite } from '../event.validation.ts';
import {
  BEGINNING,
  StoreClosed,
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
import { connect, type Connection } from './client.connection.ts';
import { asStoreError, mayPass, messageOf } from './client.failure.ts';
import { appendOnce, type AppendContext } from './event.append.ts';
import { withoutWrite } from './event.envelope.ts';
import { LiveTail } from './live.tail.ts';
import { readHead, readLog, readStreamEvents } from './log.reader.ts';
import { restoreEvents } from './log.restore.ts';
import { hear } from './log.subscription.ts';
import { StreamIndex } from './stream.index.ts';

const PAGE = 500;
const MAX_BACK_OFF = 5_000;

export interface KurrentEventStoreOptions {
  /** `esdb://`, `esdb+discover://`, `kurrentdb://` or `kurrentdb+discover://`, with credentials and options. */
  readonly url: string;
  /** ms to keep asking whether a write survived a lost connection. Default 10,000. */
  readonly outcomePatience?: number;
  /** Told what an operator should know. No participant data, no credentials. */
  readonly log?: (message: string) => void;
}

/**
 * The port over KurrentDB or EventStoreDB (23.10 and newer). The database is this log's own: two installations in one
 * would read each other's events. Ids are unique in their stream only, as the server has no index of them.
 */
export class KurrentEventStore implements EventStore {
  readonly #connection: Connection;
  readonly #context: AppendContext;
  readonly #tail: LiveTail;
  readonly #log: (message: string) => void;
  readonly #closing = new AbortController();
  /** The last append of each stream that is under way. */
  readonly #turns = new Map<StreamName, Promise<unknown>>();
  #head: Position = BEGINNING;

  private constructor(connection: Connection, { outcomePatience = 10_000, log }: KurrentEventStoreOptions) {
    this.#connection = connection;
    this.#log = log ?? (() => undefined);
    this.#context = { connection, index: new StreamIndex(), outcomePatience };
    this.#tail = new LiveTail(connection, this.#log, this.#closing.signal);
  }

  /** @throws StoreUnavailable when the server cannot be reached, refuses the credentials, or is too old. */
  static async open(options: KurrentEventStoreOptions): Promise<KurrentEventStore> {
    const connection = await connect(options.url);
    try {
      const store = new KurrentEventStore(connection, options);
      await store.head();
      return store;
    } catch (error) {
      await connection.close();
      throw asStoreError(error, connection.address.shown);
    }
  }

  /** Of the server, as it tells it. */
  get version(): string {
    return this.#connection.version;
  }

  async append(write: StreamWrite): Promise<Appended> {
    checkWrite(write);
    this.#refuseWhenClosed();
    const before = this.#turns.get(write.stream) ?? Promise.resolve();
    const work = () => appendOnce(this.#context, write);
    const turn = before.then(work, work);
    this.#turns.set(write.stream, turn);
    try {
      return await turn;
    } finally {
      if (this.#turns.get(write.stream) === turn) this.#turns.delete(write.stream);
    }
  }

  async *readStream(stream: StreamName, options: ReadStreamOptions = {}): AsyncIterable<RecordedEvent> {
    this.#refuseWhenClosed();
    for await (const event of readStreamEvents(this.#connection, stream, options)) {
      this.#context.index.learn(stream, event.revision, event.id);
      yield withoutWrite(event);
    }
  }

  async *readAll({ after = BEGINNING, types }: ReadAllOptions = {}): AsyncIterable<Batch> {
    yield* readLog(this.#connection, { after, upTo: await this.head(), types });
  }

  async *subscribe({ after, types, signal }: SubscribeOptions): AsyncIterable<Batch> {
    this.#refuseWhenClosed();
    const ended = AbortSignal.any([signal, this.#closing.signal]);
    const wanted = types && new Set(types);
    let position = after;
    for (let failures = 0; !ended.aborted;) {
      try {
        await this.#tail.start();
        for await (const batch of this.#catchUp({ after: position, types, signal: ended })) {
          ({ position } = batch);
          failures = 0;
          yield batch;
        }
        for await (const batch of this.#live(position, wanted, ended)) {
          ({ position } = batch);
          yield batch;
        }
      } catch (error) {
        if (!mayPass(error)) throw asStoreError(error, this.#connection.address.shown);
        failures += 1;
        if (failures > 1) this.#log(`a subscription waits for the event store: ${messageOf(error)}`);
        const pause = Math.min(10 * 2 ** failures, MAX_BACK_OFF) * (0.5 + Math.random() / 2);
        await sleep(pause, undefined, { signal: ended }).catch(() => undefined);
      }
    }
  }

  async restore(events: readonly RecordedEvent[]): Promise<void> {
    this.#refuseWhenClosed();
    checkRestored(events);
    await restoreEvents(this.#context, events);
  }

  async head(): Promise<Position> {
    this.#refuseWhenClosed();
    const head = await readHead(this.#connection, this.#head);
    if (head > this.#head) this.#head = head;
    return head;
  }

  async close(): Promise<void> {
    const first = !this.#closing.signal.aborted;
    this.#closing.abort();
    await Promise.allSettled(this.#turns.values());
    await this.#tail.stopped();
    if (first) await this.#connection.close();
  }

  /** Until the tail has everything that follows. */
  async *#catchUp(
    options: SubscribeOptions | (Omit<SubscribeOptions, 'types'> & { types: undefined | readonly string[] }),
  ) {
    let position = options.after;
    while (!this.#tail.covers(position) && !options.signal.aborted) {
      for await (const heard of hear(this.#connection, { ...options, after: position })) {
        ({ position } = heard);
        const live = heard.caughtUp && position >= this.#tail.to;
        yield { events: heard.events.map(withoutWrite), position, live };
        if (this.#tail.covers(position)) break;
      }
    }
  }

  /** For as long as the tail reaches back to the reader. */
  async *#live(after: Position, wanted: ReadonlySet<string> | undefined, ended: AbortSignal): AsyncIterable<Batch> {
    let position = after;
    for (let first = true; !ended.aborted && this.#tail.covers(position); first = false) {
      const page = this.#tail.after(position, PAGE);
      const reached = page.length === PAGE ? (page.at(-1)?.position ?? position) : this.#tail.to;
      if (!first && reached <= position) {
        await this.#tail.beyond(position, ended);
        continue;
      }
      if (reached > position) position = reached;
      const events = page.filter(({ type }) => wanted?.has(type) ?? true).map(withoutWrite);
      yield { events, position, live: position >= this.#tail.to };
    }
  }

  #refuseWhenClosed(): void {
    if (this.#closing.signal.aborted) throw new StoreClosed('the event store is closed');
  }
}
