import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Position } from '#event-store';
import { type Change, EVERYTHING, MOST_CHANGES, type Scope } from '#read-models';
import { mayConcern } from './live.concern.ts';

/** Somebody who listens. */
export interface Listener {
  readonly response: ServerResponse;
  /** Their scope at this moment; nothing once they may no longer listen, such as signed out. */
  readonly scopeNow: () => Promise<Scope | undefined>;
}

export interface LiveSource {
  /** The end of the log. */
  head(): Promise<Position>;
  /** What has changed after a position, as far as a scope goes, and how far the tables knew of it. */
  changes(scope: Scope, after: Position): Promise<{ readonly changes: readonly Change[]; readonly upTo: Position }>;
}

/** In milliseconds. */
export interface LiveTimes {
  /** Between two looks at the end of the log. */
  readonly look: number;
  /** Between two signs of life. */
  readonly beat: number;
}

/** `scope`: as it was when last asked for, to know whom to ask about. */
interface Stream extends Listener {
  scope: Scope;
}

/** More would be an attack or a fault; each holds a connection. */
const MOST_STREAMS = 2_000;

/**
 * Server-sent events for every open page: `ready` at first, `changed` with what is within the scope of its reader, `beat`
 * as a sign of life, and `signed-out` before the end. One loop looks at the log for all, and only while somebody listens.
 */
export class LiveStreams {
  readonly #streams = new Set<Stream>();
  #loop: Promise<void> | undefined;
  #closed = false;
  #at: Position | undefined;
  #beaten = performance.now();

  constructor(
    private readonly source: LiveSource,
    private readonly times: LiveTimes,
    private readonly warn: (error: unknown) => void,
  ) {}

  get size(): number {
    return this.#streams.size;
  }

  /** Keeps the response open. @returns false when there are too many, or they may not listen */
  async add(listener: Listener): Promise<boolean> {
    const scope = await listener.scopeNow();
    if (this.#closed || scope === undefined || this.#streams.size >= MOST_STREAMS) return false;
    if (this.#loop === undefined) this.#at = await this.source.head();
    const { response } = listener;
    const stream = { ...listener, scope };
    response.writeHead(200, HEAD);
    this.#streams.add(stream);
    response.on('close', () => this.#streams.delete(stream));
    tell(stream, 'ready', {});
    this.#loop ??= this.#run().finally(() => (this.#loop = undefined));
    return true;
  }

  /** Ends every stream; their pages will look for another server. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const { response } of this.#streams) response.end();
    await this.#loop;
  }

  /** Nest’s, where the application ends without its door having been closed first. */
  onModuleDestroy(): Promise<void> {
    return this.close();
  }

  async #run(): Promise<void> {
    while (!this.#closed && this.#streams.size > 0) {
      await this.#turn().catch(this.warn);
      await sleep(this.times.look);
    }
  }

  async #turn(): Promise<void> {
    const from = (this.#at ??= await this.source.head());
    if ((await this.source.head()) > from) await this.#deliver(from);
    const now = performance.now();
    if (now - this.#beaten < this.times.beat) return;
    this.#beaten = now;
    for (const stream of this.#streams) if (await refresh(stream)) tell(stream, 'beat', {});
  }

  /** The tables may be behind the log: what they do not know of yet is told at the next look. */
  async #deliver(from: Position): Promise<void> {
    const { changes: all, upTo } = await this.source.changes(EVERYTHING, from);
    if (upTo <= from) return;
    const many = all.length > MOST_CHANGES;
    for (const stream of [...this.#streams]) {
      if (!many && !all.some((change) => mayConcern(stream.scope, change))) continue;
      if (!(await refresh(stream))) continue;
      const { changes } = await this.source.changes(stream.scope, from);
      if (changes.length > 0) tell(stream, 'changed', messageOf(changes));
    }
    this.#at = upTo;
  }
}

const HEAD = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  // Proxies that gather answers would hold events back.
  'X-Accel-Buffering': 'no',
} as const;

/** @returns whether the listener may go on; otherwise the stream has ended */
async function refresh(stream: Stream): Promise<boolean> {
  const scope = await stream.scopeNow();
  if (scope === undefined) {
    tell(stream, 'signed-out', {});
    stream.response.end();
    return false;
  }
  stream.scope = scope;
  return true;
}

function tell({ response }: Listener, event: string, data: object): void {
  if (!response.writableEnded) response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

function messageOf(changes: readonly Change[]): object {
  const all = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)];
  return {
    kinds: all(changes.map(({ kind }) => kind)),
    studyIds: all(changes.flatMap(({ studyId }) => studyId ?? [])),
    participantIds: all(changes.flatMap(({ participantIds }) => participantIds)),
    // Then whatever is shown is to be asked for again.
    more: changes.length > MOST_CHANGES,
  };
}
