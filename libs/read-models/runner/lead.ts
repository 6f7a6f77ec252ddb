import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** First key of the advisory locks that say who leads; the second is the task's. */
export const LEAD_LOCK = 5_203_111;

/** What only one process of an installation does at a time. The numbers are keys of locks: a task keeps its own for ever. */
export const LEAD_TASKS = { projections: 0, numbering: 1, processes: 2, datasets: 3 } as const;
export type LeadTask = keyof typeof LEAD_TASKS;

/** ms between tries of one that stands by. */
const TRY_INTERVAL = 250;
/** ms between signs of life of the one that leads. */
const BEAT_INTERVAL = 500;
/** ms without a sign of life after which the server ends the session, and the lock with it: hung, stopped or cut off. */
const SILENCE = 3_000;
/** ms that an answer of the server may take. */
const ANSWER = 2_000;

/** The lead went to somebody else, or may have: whatever was done under it stops. Waiting for the next turn mends it. */
export class LeadLost extends Error {
  override readonly name = 'LeadLost';
}

export interface LeadRequest {
  readonly task: LeadTask;
  /** Options of the pool are those of the connection: one of its own, beside the pool. */
  readonly pool: pg.Pool;
  /** Ends the waiting, and the work. */
  readonly signal: AbortSignal;
  /** Called once, when another process leads. */
  readonly onStandby?: () => void;
}

/** The right to do a task alone, for as long as `signal` has not aborted. */
export class Lead {
  readonly #client: pg.Client;
  readonly #lost: AbortController;
  readonly #beat: NodeJS.Timeout;
  #beating = false;
  /** Aborts when the work is to stop, and when the lead is lost. */
  readonly signal: AbortSignal;

  private constructor(client: pg.Client, lost: AbortController, ending: AbortSignal) {
    this.#client = client;
    this.#lost = lost;
    this.signal = AbortSignal.any([ending, lost.signal]);
    this.#beat = setInterval(() => void this.#live(), BEAT_INTERVAL);
  }

  /**
   * Waits for the turn of this process. A session of its own holds the lock: killed, the server lets go of it at once; silent
   * for some seconds, the server ends it.
   * @returns undefined when `signal` aborted first
   * @throws what passes, when the server is away
   */
  static async take({ task, pool, signal, onStandby = () => undefined }: LeadRequest): Promise<Lead | undefined> {
    const lost = new AbortController();
    const client = await connect(pool, lost);
    let told = false;
    try {
      while (!signal.aborted) {
        if (await isFree(client, task)) return new Lead(client, lost, signal);
        if (!told) onStandby();
        told = true;
        await sleep(TRY_INTERVAL, undefined, { signal }).catch(() => undefined);
      }
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    await client.end().catch(() => undefined);
    return undefined;
  }

  /** @throws LeadLost */
  refuseWhenLost(): void {
    this.#lost.signal.throwIfAborted();
  }

  /** Lets another process have its turn. */
  async release(): Promise<void> {
    clearInterval(this.#beat);
    await this.#client.end().catch(() => undefined);
  }

  async #live(): Promise<void> {
    if (this.#beating) return;
    this.#beating = true;
    try {
      await this.#client.query('SELECT 1');
    } catch {
      this.#lost.abort(new LeadLost('the server no longer hears who leads'));
    }
    this.#beating = false;
  }
}

async function connect(pool: pg.Pool, lost: AbortController): Promise<pg.Client> {
  const { password } = pool.options;
  const client = new pg.Client({
    ...pool.options,
    // Not enumerable in a pool's options.
    ...(password === undefined ? {} : { password }),
    connectionTimeoutMillis: ANSWER,
    query_timeout: ANSWER,
  });
  const end = (): void => lost.abort(new LeadLost('the connection of who leads was lost'));
  client.on('error', end).on('end', end);
  await client.connect();
  return client;
}

async function isFree(client: pg.Client, task: LeadTask): Promise<boolean> {
  const { rows } = await client.query<{ free: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS free', [
    LEAD_LOCK,
    LEAD_TASKS[task],
  ]);
  if (rows[0]?.free !== true) return false;
  // The name is for operators who look at pg_stat_activity.
  await client.query(`SET idle_session_timeout = ${SILENCE}; SET application_name = 'intersession leads ${task}'`);
  return true;
}

/** Whether any process leads a task at the moment. */
export async function hasLeader(pool: pg.Pool, task: LeadTask): Promise<boolean> {
  const { rows } = await pool.query<{ led: boolean }>(
    `SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = $1 AND objid = $2 AND objsubid = 2
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) AS led`,
    [LEAD_LOCK, LEAD_TASKS[task]],
  );
  return rows[0]?.led === true;
}
