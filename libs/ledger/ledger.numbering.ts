import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { BEGINNING, isPassing, type EventStore, type Position, type RecordedEvent } from '#event-store';
import { eventHash } from './event.hash.ts';
import {
  findIndexAt,
  findIndexAtTime,
  findPositionAt,
  insertRows,
  readHead,
  type LedgerHead,
  type LogIndex,
} from './ledger.table.ts';

export type { LedgerHead, LogIndex } from './ledger.table.ts';

export interface LedgerOptions {
  readonly store: EventStore;
  /** Of a database with `ledgerMigrations` applied; the caller's to end. */
  readonly pool: pg.Pool;
  /** Told what an operator should know. No participant data. */
  readonly log?: (message: string) => void;
}

/** The numbering had not reached a position in time. */
export class LedgerBehind extends Error {
  readonly code = 'LedgerBehind';
  constructor(readonly position: Position) {
    super(`the log is not numbered up to position ${String(position)} yet`);
  }
}

/** The log ends before its numbering does: one of them is of another database, or events were lost. */
export class LedgerAheadOfLog extends Error {
  readonly code = 'LedgerAheadOfLog';
}

/** ms between looks while somebody waits and another process may be the one that numbers. */
const POLL_INTERVAL = 25;
const MAX_BACK_OFF = 5_000;

/**
 * The log index: which event is the n-th. One process numbers, by `run`; several that run at once get in each other's way
 * but write the same.
 */
export class Ledger {
  readonly #store: EventStore;
  readonly #pool: pg.Pool;
  readonly #log: (message: string) => void;
  /** What this process knows to be numbered; another may be ahead. */
  #known: Position = BEGINNING;
  #wakes: (() => void)[] = [];

  constructor({ store, pool, log = () => undefined }: LedgerOptions) {
    this.#store = store;
    this.#pool = pool;
    this.#log = log;
  }

  /**
   * Numbers the log as it grows, until `signal` aborts; waits through lost connections.
   * @throws LedgerAheadOfLog, and whatever else waiting does not mend.
   */
  async run(signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted;) {
      try {
        await this.#number(signal, () => (failures = 0));
      } catch (error) {
        if (!isPassing(error)) throw error;
        failures += 1;
        this.#log(`numbering waits for the database: ${error instanceof Error ? error.message : String(error)}`);
        const pause = Math.min(25 * 2 ** failures, MAX_BACK_OFF);
        await sleep(pause, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  /** The last event that is numbered. */
  async head(): Promise<LedgerHead> {
    return this.#learn(await readHead(this.#pool));
  }

  /**
   * Index of the last event at or before a position: 0 when there is none, undefined while the numbering has not come to
   * the position.
   */
  async indexAt(position: Position): Promise<LogIndex | undefined> {
    if (this.#known < position && (await this.head()).position < position) return undefined;
    return findIndexAt(this.#pool, position);
  }

  /** Position of the event with this index; `BEGINNING` for 0; undefined when there is no such event (yet). */
  async positionAt(index: LogIndex): Promise<Position | undefined> {
    return index === 0n ? BEGINNING : findPositionAt(this.#pool, index);
  }

  /**
   * Index where the longest prefix ends whose every `recordedAt` is at or before `time`; 0 when that is empty. Settled for
   * a time that the server's clock has passed.
   */
  async indexAtTime(time: Date): Promise<LogIndex> {
    return findIndexAtTime(this.#pool, time);
  }

  /**
   * Waits until the numbering has come to a position, whichever process does it.
   * @param limits timeoutMs: ms, 5,000 unless given.
   * @returns The index of the last event at or before the position.
   * @throws LedgerBehind, and the signal's reason when it aborts.
   */
  async waitFor(position: Position, limits: { timeoutMs?: number; signal?: AbortSignal } = {}): Promise<LogIndex> {
    const { timeoutMs = 5_000, signal } = limits;
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      signal?.throwIfAborted();
      const index = await this.indexAt(position);
      if (index !== undefined) return index;
      const left = deadline - performance.now();
      if (left <= 0) throw new LedgerBehind(position);
      await this.#change(Math.min(left, POLL_INTERVAL));
    }
  }

  async #number(signal: AbortSignal, onProgress: () => void): Promise<void> {
    let head = await this.head();
    if ((await this.#store.head()) < head.position) {
      throw new LedgerAheadOfLog('the log ends before its numbering does: it is not the log that was numbered');
    }
    for await (const { events } of this.#store.subscribe({ after: head.position, signal })) {
      for (let rest = events; rest.length > 0; rest = after(events, head.position)) {
        const { rows, last } = numbered(head, rest);
        const written = await insertRows(this.#pool, head, rows);
        head = this.#learn(written ? last : await readHead(this.#pool));
        onProgress();
      }
    }
  }

  #learn(head: LedgerHead): LedgerHead {
    if (head.position > this.#known) {
      this.#known = head.position;
      const wakes = this.#wakes;
      this.#wakes = [];
      for (const wake of wakes) wake();
    }
    return head;
  }

  async #change(atMost: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, atMost);
      this.#wakes.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}

function after(events: readonly RecordedEvent[], position: Position): readonly RecordedEvent[] {
  return events.filter((event) => event.position > position);
}

function numbered(head: LedgerHead, events: readonly RecordedEvent[]) {
  let { position, latest } = head;
  let time = new Date(latest === -Infinity ? 0 : latest).toISOString();
  const rows = events.map((event) => {
    const recorded = Date.parse(event.recordedAt);
    if (recorded > latest) [latest, time] = [recorded, event.recordedAt];
    ({ position } = event);
    return { position, hash: eventHash(event), latest: time };
  });
  return { rows, last: { index: (head.index + BigInt(rows.length)) as LogIndex, position, latest } };
}
