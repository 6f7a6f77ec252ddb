/** Reads of streams and of the whole log, through lost connections. */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  BACKWARDS,
  END,
  FORWARDS,
  START,
  type AllStreamResolvedEvent,
  type ResolvedEvent,
} from '@eventstore/db-client';
import {
  BEGINNING,
  StoreUnavailable,
  StreamDamaged,
  type Batch,
  type Position,
  type ReadStreamOptions,
  type Revision,
  type StreamName,
} from '../port.ts';
import type { Connection } from './client.connection.ts';
import { asStoreError, failureOf, mayPass } from './client.failure.ts';
import { AHEAD, ClientStream } from './client.stream.ts';
import { fromResolved, placeOf, withoutWrite, type StoredEvent } from './event.envelope.ts';
import { placeAfter } from './log.position.ts';

const PAGE = 500;
/** ms without progress after which a read gives up. */
const PATIENCE = 10_000;
const MAX_BACK_OFF = 1_000;

/** Tries again, with growing pauses, until a part of the work is done or `PATIENCE` is over. */
export class Persistence {
  #failures = 0;
  #since = performance.now();

  constructor(private readonly shown: string) {}

  progress(): void {
    this.#failures = 0;
    this.#since = performance.now();
  }

  /** @throws the error as the port tells it, when waiting will not mend it or has been long enough */
  async after(error: unknown): Promise<void> {
    if (!mayPass(error) || performance.now() - this.#since > PATIENCE) throw asStoreError(error, this.shown);
    if (this.#failures === 0) this.#since = performance.now();
    this.#failures += 1;
    await sleep(Math.min(10 * 2 ** this.#failures, MAX_BACK_OFF) * (0.5 + Math.random() / 2));
  }
}

export async function* readStreamEvents(
  connection: Connection,
  stream: StreamName,
  options: ReadStreamOptions,
): AsyncGenerator<StoredEvent> {
  const { backwards = false, from, limit = Infinity } = options;
  let [next, left] = [from, limit];
  const persistence = new Persistence(connection.address.shown);
  while (left > 0 && (next === undefined || next >= 0)) {
    try {
      for await (const page of streamPages(connection, stream, { backwards, from: next, limit: left })) {
        for (const resolved of page) {
          const event = ownEvent(resolved, stream, backwards ? next : (next ?? 0));
          next = event.revision + (backwards ? -1 : 1);
          left -= 1;
          yield event;
        }
        persistence.progress();
      }
      if (backwards && next !== from && left > 0) refuseGap(stream, 0, (next ?? -1) + 1);
      return;
    } catch (error) {
      if (failureOf(error) === 'missing') return;
      if (failureOf(error) === 'deleted') throw new StreamDamaged(stream, 'was deleted on the server');
      await persistence.after(error);
    }
  }
}

interface StreamRange {
  readonly backwards: boolean;
  readonly from: Revision | undefined;
  readonly limit: number;
}

async function* streamPages(
  { client, address }: Connection,
  name: StreamName,
  { backwards, from, limit }: StreamRange,
): AsyncGenerator<readonly ResolvedEvent[]> {
  const reading = client.readStream(
    name,
    {
      direction: backwards ? BACKWARDS : FORWARDS,
      fromRevision: from === undefined ? (backwards ? END : START) : BigInt(from),
      maxCount: Math.min(limit, Number.MAX_SAFE_INTEGER),
      requiresLeader: true,
    },
    AHEAD,
  );
  yield* pagesOf<ResolvedEvent>(reading, PAGE, address.deadline);
}

async function* pagesOf<Item>(
  reading: { cancel(): Promise<void> },
  most: number,
  patience: number,
): AsyncGenerator<readonly Item[]> {
  const stream = new ClientStream<Item>(reading, () => reading.cancel());
  try {
    yield* stream.pages(most, patience);
  } finally {
    stream.close();
  }
}

/** @throws StreamDamaged when the stream is not what this log wrote, from its first event on */
function ownEvent(resolved: ResolvedEvent, stream: StreamName, expected: Revision | undefined): StoredEvent {
  const event = fromResolved(resolved);
  if (event === undefined) throw new StreamDamaged(stream, 'holds an event that Intersession did not write');
  if (expected !== undefined) refuseGap(stream, expected, event.revision);
  return event;
}

function refuseGap(stream: StreamName, expected: Revision, found: Revision): void {
  if (found <= expected) return;
  const gap = `has lost its events ${String(expected)} to ${String(found - 1)}`;
  throw new StreamDamaged(stream, `${gap}: it was deleted or truncated on the server`);
}

/** Position of the last event of this log; the server's own that came after it do not count. */
export async function readHead(connection: Connection, known: Position = BEGINNING): Promise<Position> {
  const persistence = new Persistence(connection.address.shown);
  for (;;) {
    try {
      return await lastPosition(connection, known);
    } catch (error) {
      await persistence.after(error);
    }
  }
}

async function lastPosition({ client, address }: Connection, known: Position): Promise<Position> {
  const options = { direction: BACKWARDS, fromPosition: END, requiresLeader: true } as const;
  const reading = client.readAll(options, { highWaterMark: 16 });
  for await (const page of pagesOf<AllStreamResolvedEvent>(reading, PAGE, address.deadline)) {
    for (const resolved of page) {
      const event = fromResolved(resolved);
      if (event) return event.position;
      if ((placeOf(resolved) ?? known) < known) return known;
    }
  }
  return known;
}

export interface LogRange {
  readonly after: Position;
  readonly upTo: Position;
  readonly types: readonly string[] | undefined;
}

/** The client's reads of the log take no filter: types are chosen here. */
export async function* readLog(connection: Connection, { after, upTo, types }: LogRange): AsyncGenerator<Batch> {
  let position = after;
  const wanted = types && new Set(types);
  const persistence = new Persistence(connection.address.shown);
  while (position < upTo) {
    try {
      for await (const page of logPages(connection, position)) {
        const batch = batchOf(page, { after: position, upTo, wanted });
        persistence.progress();
        if (batch.position === position) continue;
        ({ position } = batch);
        yield batch;
        if (batch.live) return;
      }
    } catch (error) {
      await persistence.after(error);
      continue;
    }
    // A read ends where the log does: what is missing then has not come to this node yet.
    await persistence.after(new StoreUnavailable('the log ends before its head'));
  }
}

async function* logPages({ client, address }: Connection, position: Position) {
  const options = { direction: FORWARDS, fromPosition: placeAfter(position), requiresLeader: true } as const;
  yield* pagesOf<AllStreamResolvedEvent>(client.readAll(options, AHEAD), PAGE, address.deadline);
}

interface Wanted {
  readonly after: Position;
  readonly upTo: Position;
  readonly wanted: ReadonlySet<string> | undefined;
}

function batchOf(page: readonly AllStreamResolvedEvent[], { after, upTo, wanted }: Wanted): Batch {
  let position = after;
  const events = [];
  for (const resolved of page) {
    const place = placeOf(resolved);
    if (place === undefined || place <= position) continue;
    if (place > upTo) return { events, position: upTo, live: true };
    position = place;
    const event = fromResolved(resolved);
    if (event && (wanted?.has(event.type) ?? true)) events.push(withoutWrite(event));
  }
  return { events, position, live: position >= upTo };
}
