/**
 * The event store port: the only way events enter and leave the log. Engines (memory, PostgreSQL, KurrentDB) implement
 * it and pass `contract.ts`. The port knows nothing of homework: data and metadata are opaque canonical JSON text.
 */

declare const brand: unique symbol;
type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };

/** `category-id`, for example `assignment-0190…`. 1 to 200 characters, no white space or control characters. */
export type StreamName = Brand<string, 'StreamName'>;
/** An engine's checkpoint: opaque, comparable with `<`, unique to an event. For receipts and checkpoints only. */
export type Position = Brand<bigint, 'Position'>;
/** Ordinal of an event in its stream, from 0, without gaps. */
export type Revision = number;

/** Before the first event. */
export const BEGINNING = -1n as Position;

/** An event as a caller hands it in. `data` and `metadata` are the canonical JSON (RFC 8785) that is hashed. */
export interface NewEvent {
  /** UUID, unique in the whole log; appending the same id to the same stream again changes nothing. */
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

/** An event as the log holds it. */
export interface RecordedEvent extends NewEvent {
  readonly stream: StreamName;
  readonly revision: Revision;
  readonly position: Position;
  /** When the log stored it: ISO 8601, UTC, milliseconds (`2026-03-01T09:00:00.000Z`). Never chosen by a caller. */
  readonly recordedAt: string;
}

export type ExpectedRevision = 'any' | 'none' | 'exists' | Revision;

export interface StreamWrite {
  readonly stream: StreamName;
  readonly expected: ExpectedRevision;
  /** 1 to `MAX_EVENTS_PER_APPEND` events, stored all together or not at all. */
  readonly events: readonly NewEvent[];
}

/** What an append, or the repetition of one, put into the log. */
export interface Appended {
  readonly stream: StreamName;
  /** Of the last event of this write. */
  readonly revision: Revision;
  /** Of the last event of this write. */
  readonly position: Position;
  readonly recordedAt: string;
  /** The events were there already, by id, so nothing was written now. */
  readonly repeated: boolean;
}

/** Events in position order. May be empty: the position still advances. */
export interface Batch {
  readonly events: readonly RecordedEvent[];
  /** Everything up to and including this position has been delivered to this reader. */
  readonly position: Position;
  /** The reader had caught up with the log when this batch was made. */
  readonly live: boolean;
}

export interface ReadStreamOptions {
  /** First revision (inclusive); backwards: the one to start from. */
  readonly from?: Revision;
  readonly limit?: number;
  readonly backwards?: boolean;
}

export interface ReadAllOptions {
  readonly after?: Position;
  readonly types?: readonly string[];
}

export interface SubscribeOptions {
  readonly after: Position;
  readonly types?: readonly string[];
  readonly signal: AbortSignal;
}

export interface EventStore {
  /**
   * Appends to one stream, atomically. Idempotent by event id: when every id is already in that stream the original
   * result comes back with `repeated`, whatever `expected` says.
   * @throws WrongExpectedRevision, EventIdTaken, AppendOutcomeUnknown, StoreUnavailable, InvalidEvent, StoreClosed
   */
  append(write: StreamWrite): Promise<Appended>;
  /** Yields nothing for a stream that does not exist. */
  readStream(stream: StreamName, options?: ReadStreamOptions): AsyncIterable<RecordedEvent>;
  /** Every committed event once, in position order, up to the head at the time of the call. */
  readAll(options?: ReadAllOptions): AsyncIterable<Batch>;
  /** Catches up, then stays live; the consumer's pull is the back-pressure. Survives lost connections; ends when `signal` aborts. */
  subscribe(options: SubscribeOptions): AsyncIterable<Batch>;
  /**
   * For copies and backups: writes events with their own ids, revisions and recordedAt, in the order given. Only into a
   * store that nobody reads or appends to. Repeating a prefix that is already there changes nothing.
   */
  restore(events: readonly RecordedEvent[]): Promise<void>;
  /** Position of the last settled event, or `BEGINNING`. */
  head(): Promise<Position>;
  /** Lets queued appends finish, ends subscriptions, releases connections. */
  close(): Promise<void>;
}

export const MAX_EVENTS_PER_APPEND = 1_000;
/** Bytes of UTF-8 in data plus metadata of one event. */
export const MAX_EVENT_BYTES = 1_000_000;

const STREAM_NAME = /^[a-z]+-[A-Za-z0-9._~:-]{1,180}$/;

/** @throws InvalidEvent when the text is not `category-id`. */
export function streamName(text: string): StreamName {
  if (!STREAM_NAME.test(text)) throw new InvalidEvent(`not a stream name: ${JSON.stringify(text.slice(0, 80))}`);
  return text as StreamName;
}

/** Errors that a store reports; `code` is stable and safe to show. */
export abstract class EventStoreError extends Error {
  abstract readonly code: string;
}

export class WrongExpectedRevision extends EventStoreError {
  readonly code = 'WrongExpectedRevision';
  constructor(
    readonly stream: StreamName,
    readonly expected: ExpectedRevision,
    readonly actual: Revision | 'none',
  ) {
    super(`stream ${stream}: expected ${String(expected)}, found ${String(actual)}`);
  }
}

/** An id of this write is in the log already, in another stream or beside ids that are not. */
export class EventIdTaken extends EventStoreError {
  readonly code = 'EventIdTaken';
  constructor(readonly eventId: string) {
    super(`event id ${eventId} is already in the log`);
  }
}

export class InvalidEvent extends EventStoreError {
  readonly code = 'InvalidEvent';
}

/** The connection was lost during the append and the store could not be asked again: it may or may not have happened. Resending the same ids is safe. */
export class AppendOutcomeUnknown extends EventStoreError {
  readonly code = 'AppendOutcomeUnknown';
}

/** Nothing was written: the store cannot be reached, is full, or refuses writes. */
export class StoreUnavailable extends EventStoreError {
  readonly code = 'StoreUnavailable';
}

/** A stream is not what was appended to it: somebody has deleted, truncated or written to it past this store. */
export class StreamDamaged extends EventStoreError {
  readonly code = 'StreamDamaged';
  constructor(
    readonly stream: StreamName,
    problem: string,
  ) {
    super(`stream ${stream} ${problem}`);
  }
}

export class StoreClosed extends EventStoreError {
  readonly code = 'StoreClosed';
}
