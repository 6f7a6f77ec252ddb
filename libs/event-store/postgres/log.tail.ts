import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Position } from '../port.ts';
import { refuseUnsafeServer, type EventsTable } from './events.table.ts';
import { lookAtFence, LockFence } from './lock.fence.ts';
import { ignoreError } from './pooled.client.ts';
import { isPassing, messageOf } from './postgres.failure.ts';

export const WAKE_CHANNEL = 'intersession_events';

/** ms between looks: while writers are under way or news has just come, and when it has been quiet (NOTIFY cuts that short). */
const BUSY_INTERVAL = 5;
const IDLE_INTERVAL = 100;
const MAX_BACK_OFF = 5_000;
const LINGER = 1_000;
/** ms that readers may wait for one writer before that is worth a line in the log. */
const PATIENCE = 5_000;

interface Wait {
  readonly isOver: () => boolean;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
  /** A reader that stays on waits for the server to come back; one that asks once is told. */
  readonly staysOn: boolean;
}

/** The moving end of the log, watched over one connection for all readers of this process, while there are any. */
export class LogTail {
  readonly #fence = new LockFence();
  readonly #waits = new Set<Wait>();
  #looks = 0;
  #lookedAt = 0;
  #heldBackSince: number | undefined;
  #watching: Promise<void> | undefined;
  #stopping = false;
  #nudge = new AbortController();
  #nudging: NodeJS.Timeout | undefined;
  #interval = BUSY_INTERVAL;

  constructor(
    private readonly pool: pg.Pool,
    private readonly table: EventsTable,
    private readonly log: (message: string) => void,
  ) {}

  /** Everything up to here may be read, by a statement that starts now. */
  get settled(): Position {
    return this.#fence.settled;
  }

  /** Something was committed: look soon, though not more often than the busy interval. */
  wake(): void {
    if (this.#waits.size === 0) return;
    this.#interval = BUSY_INTERVAL;
    const tooEarly = BUSY_INTERVAL - (performance.now() - this.#lookedAt);
    if (tooEarly <= 0) this.#nudge.abort();
    else this.#nudging ??= setTimeout(() => this.#lookNow(), tooEarly);
  }

  /** Everything that was committed before the call is at or before the answer. @throws StoreUnavailable */
  async settle(): Promise<Position> {
    const asked = this.#looks;
    const settled = this.#until(() => this.#fence.settledLook > asked, false);
    this.#lookNow();
    await settled;
    return this.settled;
  }

  /** Waits, through lost connections too, until something after `position` is settled or `signal` aborts. */
  async beyond(position: Position, signal: AbortSignal): Promise<void> {
    const giveUp = () => this.#answerWaits();
    signal.addEventListener('abort', giveUp, { once: true });
    try {
      await this.#until(() => signal.aborted || this.settled > position, true);
    } finally {
      signal.removeEventListener('abort', giveUp);
    }
  }

  #lookNow(): void {
    clearTimeout(this.#nudging);
    this.#nudging = undefined;
    this.#nudge.abort();
  }

  async #until(isOver: () => boolean, staysOn: boolean): Promise<void> {
    if (isOver()) return;
    await new Promise<void>((resolve, reject) => {
      this.#waits.add({ isOver, resolve, reject, staysOn });
      this.#watching ??= this.#watch();
    });
  }

  #answerWaits(): void {
    for (const wait of this.#waits) {
      if (!wait.isOver()) continue;
      this.#waits.delete(wait);
      wait.resolve();
    }
    if (this.#waits.size === 0) this.#nudge.abort();
  }

  async #watch(): Promise<void> {
    while (this.#waits.size > 0) await this.#watchWhileAwaited();
    // In the same turn as the check, or a wait could be added that nobody watches for.
    this.#watching = undefined;
  }

  async #watchWhileAwaited(): Promise<void> {
    let connection: TailConnection | undefined;
    let failures = 0;
    while (await this.#isAwaited()) {
      this.#nudge = new AbortController();
      try {
        connection ??= await this.#connect();
        await this.#look(connection.client);
        failures = 0;
      } catch (error) {
        await connection?.end(true);
        connection = undefined;
        failures += 1;
        this.#tellWaits(error, failures);
        this.#interval = Math.min(25 * 2 ** failures, MAX_BACK_OFF) * (0.5 + Math.random() / 2);
      }
      if (this.#waits.size > 0) await this.#pause(this.#interval);
    }
    await connection?.end(false);
  }

  /** Keeps the connection for a moment after the last wait: the next one is often near. */
  async #isAwaited(): Promise<boolean> {
    const end = performance.now() + LINGER;
    while (this.#waits.size === 0 && !this.#stopping) {
      const left = end - performance.now();
      if (left <= 0) return false;
      this.#nudge = new AbortController();
      await this.#pause(left);
    }
    return this.#waits.size > 0;
  }

  async #pause(duration: number): Promise<void> {
    await sleep(duration, undefined, { signal: this.#nudge.signal }).catch(() => undefined);
  }

  /** Once nobody waits any more and the connection is given back. */
  async stopped(): Promise<void> {
    this.#stopping = true;
    this.#lookNow();
    await this.#watching;
  }

  async #connect(): Promise<TailConnection> {
    const connection = await connectTail(this.pool, () => this.wake());
    this.#fence.forgetWriters();
    return connection;
  }

  async #look(client: pg.PoolClient): Promise<void> {
    const before = this.settled;
    // Counted before the question is sent: whoever asks from here on needs a later look.
    this.#looks += 1;
    const number = this.#looks;
    this.#lookedAt = performance.now();
    this.#fence.add(await lookAtFence(client, this.table), number);
    this.#noticeDelay(before);
    this.#answerWaits();
    const quiet = this.settled === before && !this.#fence.waiting;
    this.#interval = quiet ? Math.min(this.#interval * 1.3, IDLE_INTERVAL) : BUSY_INTERVAL;
  }

  #noticeDelay(before: Position): void {
    if (!this.#fence.waiting || this.settled > before) {
      this.#heldBackSince = undefined;
      return;
    }
    this.#heldBackSince ??= this.#lookedAt;
    if (this.#lookedAt - this.#heldBackSince < PATIENCE) return;
    this.#heldBackSince = this.#lookedAt;
    this.log('readers of the log wait for a transaction that has written to it and stays open');
  }

  /** The first failure may only be a connection that went stale: the next look tells. */
  #tellWaits(error: unknown, failures: number): void {
    const passing = isPassing(error);
    if (passing && failures === 1) return;
    if (failures === 2) this.log(`the log cannot be read for now: ${messageOf(error)}`);
    for (const wait of this.#waits) {
      if (passing && wait.staysOn) continue;
      this.#waits.delete(wait);
      wait.reject(error);
    }
  }
}

interface TailConnection {
  readonly client: pg.PoolClient;
  end(broken: boolean): Promise<void>;
}

async function connectTail(pool: pg.Pool, wake: () => void): Promise<TailConnection> {
  const client = await pool.connect();
  client.on('error', ignoreError).on('notification', wake);
  const end = async (broken: boolean) => {
    const unusable =
      broken ||
      (await client.query(`UNLISTEN ${WAKE_CHANNEL}`).then(
        () => false,
        () => true,
      ));
    client.off('error', ignoreError).off('notification', wake);
    client.release(unusable);
  };
  try {
    await refuseUnsafeServer(client);
    await client.query(`LISTEN ${WAKE_CHANNEL}`);
    return { client, end };
  } catch (error) {
    await end(true);
    throw error;
  }
}
