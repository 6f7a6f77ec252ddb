/** The log of the test server: one file of records, streams over it, ids as far as the server remembers them. */
import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';

export interface Proposed {
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  /** Base64, as they are kept in the file. */
  readonly data: string;
  readonly metadata: string;
}

export interface LogRecord extends Proposed {
  readonly stream: string;
  readonly revision: number;
  /** Where it begins in the log, in bytes as the real server counts them; and where the next one does. */
  readonly position: number;
  readonly end: number;
  /** ms since 1970. */
  readonly created: number;
}

interface StreamState {
  readonly records: LogRecord[];
  /** Revision that an append would follow on; beyond the records when it was deleted. */
  last: number;
  /** Events before this one are no longer shown: `$tb` of the stream's metadata. */
  truncatedBefore: number;
  tombstoned: boolean;
}

export type Expected = 'any' | 'no_stream' | 'stream_exists' | bigint;
export type Outcome =
  | {
      readonly kind: 'written' | 'idempotent';
      readonly first: number;
      readonly last: number;
      readonly position: number;
    }
  | { readonly kind: 'wrong-version'; readonly current: number }
  | { readonly kind: 'deleted' };

/** `$tb` of a deleted stream. */
const DELETED = Number.MAX_SAFE_INTEGER;
const METADATA = '$metadata';
const TOMBSTONE = '$streamDeleted';

export interface LogOptions {
  /** File that keeps the log. */
  readonly path: string;
  /** Ids the server remembers for appends that expect any revision, or an existing stream. */
  readonly window: number;
  /** Write the links and statistics that a real server's own projections add. */
  readonly systemEvents: boolean;
}

export class LogModel {
  readonly records: LogRecord[] = [];
  readonly #streams = new Map<string, StreamState>();
  readonly #recent = new Map<string, { readonly stream: string; readonly revision: number }>();
  readonly #file: number;
  readonly #listeners = new Set<(record: LogRecord) => void>();
  #length = 0;

  constructor(private readonly options: LogOptions) {
    this.#file = openSync(options.path, 'a+');
    const text = readFileSync(options.path);
    // What a crash cut off in the middle of a line was never acknowledged.
    const whole = text.subarray(0, text.lastIndexOf(0x0a) + 1);
    ftruncateSync(this.#file, whole.length);
    for (const line of whole.toString('utf8').split('\n').filter(Boolean)) this.#take(JSON.parse(line) as LogRecord[]);
    // A restarted server has forgotten which ids it saw.
    this.#recent.clear();
    if (this.records.length === 0 && options.systemEvents) {
      this.#write('$users', [systemEvent('$UserCreated', { loginName: 'admin' })]);
    }
  }

  /** Position of the last record; -1 before the first. */
  get lastPosition(): number {
    return this.records.at(-1)?.position ?? -1;
  }

  /** Index of the first record at or after a place, which counts by commit and then by prepare. */
  firstAt([commit, prepare]: readonly [number, number]): number {
    let [low, high] = [0, this.records.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const { position } = this.records[middle] ?? { position: Infinity };
      if (position < commit || (position === commit && position < prepare)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The records from one index up or down to another, which is left out. */
  *range(from: number, to: number): Generator<LogRecord> {
    const step = to < from ? -1 : 1;
    for (let index = from; index !== to; index += step) {
      const record = this.records[index];
      if (record === undefined) return;
      yield record;
    }
  }

  listen(listener: (record: LogRecord) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  append(stream: string, expected: Expected, events: readonly Proposed[]): Outcome {
    const state = this.#streams.get(stream);
    if (state?.tombstoned) return { kind: 'deleted' };
    const outcome = this.#check(stream, expected, events);
    if (outcome) return outcome;
    const first = (state?.last ?? -1) + 1;
    if (state && isDeleted(state)) this.#writeMetadata(stream, { $tb: first });
    const records = this.#write(stream, events);
    const last = records.at(-1);
    this.#writeSystemEvents(stream, first);
    return { kind: 'written', first, last: first + events.length - 1, position: last?.position ?? -1 };
  }

  /** The events of a stream that are shown; undefined when there is none (any more). */
  shown(stream: string): readonly LogRecord[] | undefined {
    const state = this.#streams.get(stream);
    if (!state || isDeleted(state)) return undefined;
    return state.records.filter(({ revision }) => revision >= state.truncatedBefore);
  }

  isTombstoned(stream: string): boolean {
    return this.#streams.get(stream)?.tombstoned ?? false;
  }

  delete(stream: string, expected: Expected, hard: boolean): Outcome {
    const state = this.#streams.get(stream);
    if (state?.tombstoned) return { kind: 'deleted' };
    const current = state?.last ?? -1;
    if (!fits(expected, current)) return { kind: 'wrong-version', current };
    const record = hard
      ? this.#write(stream, [systemEvent(TOMBSTONE, {})]).at(-1)
      : this.#writeMetadata(stream, { $tb: DELETED });
    return { kind: 'written', first: current, last: current, position: record?.position ?? -1 };
  }

  close(): void {
    closeSync(this.#file);
  }

  /** What the real server's index writer decides, for good where it has an index and from memory where it has not. */
  #check(stream: string, expected: Expected, events: readonly Proposed[]): Outcome | undefined {
    const state = this.#streams.get(stream);
    const current = state?.last ?? -1;
    const wrong: Outcome = { kind: 'wrong-version', current };
    if (expected === 'stream_exists' && state && isDeleted(state)) return { kind: 'deleted' };
    if (expected === 'stream_exists' && current < 0) return wrong;
    if (expected === 'any' || expected === 'stream_exists') return this.#checkRecent(stream, events, wrong);
    const after = expected === 'no_stream' ? -1 : Number(expected);
    if (after > current) return wrong;
    if (after === current) return undefined;
    const at = events.findIndex(({ id }, n) => state?.records[after + 1 + n]?.id !== id);
    if (at < 0) return this.#idempotent(stream, after + 1, after + events.length);
    if (at === 0 && after === -1 && state && isDeleted(state)) return undefined;
    return wrong;
  }

  #checkRecent(stream: string, events: readonly Proposed[], wrong: Outcome): Outcome | undefined {
    const known = events
      .map(({ id }) => this.#recent.get(id))
      .map((seen) => (seen?.stream === stream ? seen : undefined));
    if (known[0] === undefined) return undefined;
    const last = known.at(-1);
    if (known.includes(undefined) || last === undefined) return wrong;
    return this.#idempotent(stream, known[0].revision, last.revision);
  }

  #idempotent(stream: string, first: number, last: number): Outcome {
    const position = this.#streams.get(stream)?.records[last]?.position ?? -1;
    return { kind: 'idempotent', first, last, position };
  }

  #writeMetadata(stream: string, metadata: object): LogRecord | undefined {
    return this.#write(`$$${stream}`, [systemEvent(METADATA, metadata)]).at(-1);
  }

  /** As `$streams` and the statistics of a real server do, a little after the append. */
  #writeSystemEvents(stream: string, first: number): void {
    if (!this.options.systemEvents || stream.startsWith('$')) return;
    if (first === 0) this.#write('$streams', [link(`0@${stream}`)]);
    if (this.records.length % 25 === 0) this.#write('$stats-127.0.0.1:2113', [systemEvent('$statsCollected', {})]);
  }

  #write(stream: string, events: readonly Proposed[]): readonly LogRecord[] {
    const last = this.#streams.get(stream)?.last ?? -1;
    let position = this.#length;
    const records = events.map((event, n): LogRecord => {
      const size = 64 + stream.length + 2 * event.type.length + event.data.length + event.metadata.length;
      const record = { ...event, stream, revision: last + 1 + n, position, end: position + size, created: Date.now() };
      position = record.end;
      return record;
    });
    writeSync(this.#file, `${JSON.stringify(records)}\n`);
    this.#take(records);
    for (const record of records) for (const listener of this.#listeners) listener(record);
    return records;
  }

  #take(records: readonly LogRecord[]): void {
    for (const record of records) {
      this.records.push(record);
      this.#length = record.end;
      const state = this.#streams.get(record.stream) ?? {
        records: [],
        last: -1,
        truncatedBefore: 0,
        tombstoned: false,
      };
      state.records.push(record);
      state.last = record.revision;
      state.tombstoned ||= record.type === TOMBSTONE;
      this.#streams.set(record.stream, state);
      if (record.type === METADATA && record.stream.startsWith('$$')) this.#truncate(record);
      this.#recent.set(record.id, record);
      const [oldest] = this.#recent.keys();
      if (this.#recent.size > this.options.window && oldest !== undefined) this.#recent.delete(oldest);
    }
  }

  #truncate({ stream, data }: LogRecord): void {
    const state = this.#streams.get(stream.slice(2));
    const { $tb } = JSON.parse(Buffer.from(data, 'base64').toString('utf8')) as { $tb?: number };
    if (state) state.truncatedBefore = $tb ?? 0;
  }
}

function isDeleted({ truncatedBefore }: StreamState): boolean {
  return truncatedBefore === DELETED;
}

function fits(expected: Expected, current: number): boolean {
  if (expected === 'any') return true;
  if (expected === 'no_stream') return current < 0;
  if (expected === 'stream_exists') return current >= 0;
  return Number(expected) === current;
}

function systemEvent(type: string, data: object): Proposed {
  return { id: crypto.randomUUID(), type, isJson: true, data: base64(JSON.stringify(data)), metadata: '' };
}

function link(target: string): Proposed {
  return {
    id: crypto.randomUUID(),
    type: '$>',
    isJson: false,
    data: base64(target),
    metadata: base64('{"$v":"1:0:1:4"}'),
  };
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');
