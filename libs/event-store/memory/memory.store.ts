import { setImmediate as nextTurn } from 'node:timers/promises';
import { checkRestored, checkWrite } from '../event.validation.ts';
import {
  BEGINNING,
  EventIdTaken,
  StoreClosed,
  WrongExpectedRevision,
  type Appended,
  type Batch,
  type EventStore,
  type ExpectedRevision,
  type Position,
  type ReadAllOptions,
  type ReadStreamOptions,
  type RecordedEvent,
  type StreamName,
  type StreamWrite,
  type SubscribeOptions,
} from '../port.ts';

const PAGE = 500;

export interface MemoryEventStoreOptions {
  /** Now; for specs that need chosen times. */
  readonly clock?: () => Date;
}

/** The port without a disk: for specs and simulations. Positions leave gaps, as a real engine's do. */
export class MemoryEventStore implements EventStore {
  readonly #log: RecordedEvent[] = [];
  readonly #streams = new Map<StreamName, RecordedEvent[]>();
  readonly #byId = new Map<string, RecordedEvent>();
  readonly #closing = new AbortController();
  readonly #clock: () => Date;
  #waiting: (() => void)[] = [];

  constructor({ clock = () => new Date() }: MemoryEventStoreOptions = {}) {
    this.#clock = clock;
  }

  async append(write: StreamWrite): Promise<Appended> {
    await nextTurn();
    this.#refuseWhenClosed();
    checkWrite(write);
    const repeated = this.#repetitionOf(write);
    if (repeated) return repeated;
    const stream = this.#streams.get(write.stream) ?? [];
    if (!matches(write.expected, stream.length)) {
      throw new WrongExpectedRevision(write.stream, write.expected, stream.length === 0 ? 'none' : stream.length - 1);
    }
    const recordedAt = this.#clock().toISOString();
    for (const { id, type, data, metadata } of write.events) {
      const revision = this.#streams.get(write.stream)?.length ?? 0;
      this.#store({ id, type, data, metadata, stream: write.stream, revision, recordedAt });
    }
    this.#wake();
    return this.#outcome(write, false);
  }

  async *readStream(stream: StreamName, options: ReadStreamOptions = {}): AsyncIterable<RecordedEvent> {
    await nextTurn();
    this.#refuseWhenClosed();
    const { backwards = false, limit = Infinity } = options;
    const events = this.#streams.get(stream) ?? [];
    const { from = backwards ? events.length - 1 : 0 } = options;
    const chosen = backwards ? events.slice(0, from + 1).reverse() : events.slice(from);
    yield* chosen.slice(0, limit);
  }

  async *readAll({ after = BEGINNING, types }: ReadAllOptions = {}): AsyncIterable<Batch> {
    this.#refuseWhenClosed();
    const end = await this.head();
    let position = after;
    while (position < end) {
      const batch = this.#page(position, types, end);
      position = batch.position;
      yield batch;
    }
  }

  async *subscribe({ after, types, signal }: SubscribeOptions): AsyncIterable<Batch> {
    this.#refuseWhenClosed();
    const ended = AbortSignal.any([signal, this.#closing.signal]);
    ended.addEventListener('abort', () => this.#wake(), { once: true });
    let position = after;
    let live = false;
    while (!ended.aborted) {
      const end = this.#end();
      if (position < end || !live) {
        const batch = this.#page(position, types, end);
        ({ position, live } = batch);
        await nextTurn();
        if (ended.aborted) return;
        yield batch;
      } else {
        await this.#change();
      }
    }
  }

  async restore(events: readonly RecordedEvent[]): Promise<void> {
    await nextTurn();
    this.#refuseWhenClosed();
    checkRestored(events);
    const fresh = events.slice(this.#knownPrefix(events));
    const lengths = new Map<StreamName, number>();
    for (const { id, stream, revision } of fresh) {
      if (this.#byId.has(id)) throw new EventIdTaken(id);
      const length = lengths.get(stream) ?? this.#streams.get(stream)?.length ?? 0;
      if (revision !== length)
        throw new WrongExpectedRevision(stream, revision - 1, length === 0 ? 'none' : length - 1);
      lengths.set(stream, length + 1);
    }
    for (const event of fresh) this.#store(event);
    this.#wake();
  }

  async head(): Promise<Position> {
    await nextTurn();
    this.#refuseWhenClosed();
    return this.#end();
  }

  async close(): Promise<void> {
    await nextTurn();
    this.#closing.abort();
    this.#wake();
  }

  #refuseWhenClosed(): void {
    if (this.#closing.signal.aborted) throw new StoreClosed('the event store is closed');
  }

  #end(): Position {
    return this.#log.at(-1)?.position ?? BEGINNING;
  }

  #store(event: Omit<RecordedEvent, 'position'>): void {
    const { id, type, data, metadata, stream, revision, recordedAt } = event;
    const position = BigInt(this.#log.length * 3 + 1) as Position;
    const stored = { id, type, data, metadata, stream, revision, recordedAt, position };
    this.#log.push(stored);
    this.#byId.set(id, stored);
    const events = this.#streams.get(stream);
    if (events) events.push(stored);
    else this.#streams.set(stream, [stored]);
  }

  #repetitionOf(write: StreamWrite): Appended | undefined {
    const known = write.events.filter(({ id }) => this.#byId.has(id));
    const [first] = known;
    if (!first) return undefined;
    const here = known.every(({ id }) => this.#byId.get(id)?.stream === write.stream);
    if (!here || known.length < write.events.length) throw new EventIdTaken(first.id);
    return this.#outcome(write, true);
  }

  #outcome({ stream, events }: StreamWrite, repeated: boolean): Appended {
    const last = events.at(-1);
    const stored = last && this.#byId.get(last.id);
    if (!stored) throw new Error('an append left nothing behind');
    return { stream, revision: stored.revision, position: stored.position, recordedAt: stored.recordedAt, repeated };
  }

  #page(after: Position, types: readonly string[] | undefined, end: Position): Batch {
    const start = after < 1n ? 0 : Math.min(this.#log.length, Number((after - 1n) / 3n) + 1);
    const page = this.#log.slice(start, start + PAGE).filter(({ position }) => position <= end);
    const last = page.at(-1)?.position ?? (after > end ? after : end);
    const events = types ? page.filter(({ type }) => types.includes(type)) : page;
    return { events, position: last, live: last >= this.#end() };
  }

  /** How many events at the start of a copy are here already. */
  #knownPrefix(events: readonly RecordedEvent[]): number {
    const end = events.findIndex(({ id, stream, revision }) => {
      const known = this.#byId.get(id);
      return known?.stream !== stream || known.revision !== revision;
    });
    return end < 0 ? events.length : end;
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resume of waiting) resume();
  }

  async #change(): Promise<void> {
    await new Promise<void>((resume) => this.#waiting.push(resume));
  }
}

function matches(expected: ExpectedRevision, length: number): boolean {
  if (expected === 'any') return true;
  if (expected === 'none') return length === 0;
  if (expected === 'exists') return length > 0;
  return length === expected + 1;
}
