import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { type EventStore, isPassing } from '#event-store';
import type { ExecuteRequest, Log, Receipt } from '#platform';
import { EVERYTHING, Lead, LeadLost, type ReadModels } from '#read-models';
import { type ProcessManager, Turn } from './process.turn.ts';

export interface ProcessesParts {
  readonly managers: readonly ProcessManager[];
  readonly store: Pick<EventStore, 'head'>;
  readonly readModels: Pick<ReadModels, 'openSnapshot'>;
  readonly execute: (request: ExecuteRequest) => Promise<Receipt>;
  /** Of the database whose lock says who leads. */
  readonly pool: pg.Pool;
  readonly log: Log;
  /** The installation’s clock; a dry run brings a faster one. */
  readonly clock?: () => Date;
  /** ms between turns. 15,000. */
  readonly pace?: number;
}

export type ProcessesState = 'stopped' | 'starting' | 'standby' | 'running' | 'waiting';

const PACE = 15_000;
/** ms that read models may take to come up with the log before a turn is put off. */
const PATIENCE = 30_000;
const MAX_PAUSE = 10_000;

/** Takes turns with every process manager, in one process of the installation at a time. */
export class Processes {
  readonly #parts: ProcessesParts;
  readonly #stopping = new AbortController();
  #running: Promise<void> | undefined;
  #state: ProcessesState = 'stopped';
  readonly #failing = new Set<string>();

  constructor(parts: ProcessesParts) {
    this.#parts = parts;
  }

  get state(): ProcessesState {
    return this.#state;
  }

  /** Managers whose last turn failed: the others go on. */
  get failing(): readonly string[] {
    return [...this.#failing];
  }

  /** Runs until `stop`, or stands by while another process does. */
  start(): void {
    if (this.#running !== undefined) return;
    this.#state = 'starting';
    this.#running = this.#runOn(this.#stopping.signal);
  }

  /** Lets the command under way finish. May be called again. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
    this.#state = 'stopped';
  }

  /**
   * One turn of every manager, each over read models that know everything the ones before it did.
   * @param now the moment the turn is about; the clock’s by default
   */
  async turn(signal: AbortSignal, now: Date = (this.#parts.clock ?? (() => new Date()))()): Promise<void> {
    for (const manager of this.#parts.managers) {
      try {
        await this.#take(manager, now.toISOString(), signal);
        this.#failing.delete(manager.name);
      } catch (err) {
        if (signal.aborted || isPassing(err)) throw err;
        this.#failing.add(manager.name);
        this.#parts.log.error({ err, manager: manager.name }, 'A process manager failed; it tries again');
      }
    }
  }

  async #take(manager: ProcessManager, now: string, signal: AbortSignal): Promise<void> {
    const { store, readModels, execute } = this.#parts;
    const after = await store.head();
    const snapshot = await readModels.openSnapshot({ scope: EVERYTHING, after, timeoutMs: PATIENCE });
    try {
      await manager.run(new Turn({ now, snapshot, execute, signal }));
    } finally {
      await snapshot.close();
    }
  }

  async #runOn(signal: AbortSignal): Promise<void> {
    for (let pause = 50; !signal.aborted; pause = Math.min(MAX_PAUSE, pause * 2)) {
      try {
        await this.#lead(signal, () => (pause = 50));
      } catch (error) {
        if (signal.aborted) return;
        this.#state = 'waiting';
        const reason =
          error instanceof LeadLost ? 'the lead went to another process' : 'something passing is in the way';
        this.#parts.log.warn({ reason, err: error }, 'Reminders, expiry and alerts wait');
        await sleep(pause, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  async #lead(signal: AbortSignal, onLead: () => void): Promise<void> {
    const { pool, log, pace = PACE } = this.#parts;
    const onStandby = (): void => {
      this.#state = 'standby';
      log.info('Another process sends reminders and watches over safety; this one stands by');
    };
    const lead = await Lead.take({ task: 'processes', pool, signal, onStandby });
    if (lead === undefined) return;
    try {
      this.#state = 'running';
      onLead();
      while (!lead.signal.aborted) {
        await this.turn(lead.signal);
        await sleep(pace, undefined, { signal: lead.signal }).catch(() => undefined);
      }
      lead.refuseWhenLost();
    } finally {
      await lead.release();
    }
  }
}
