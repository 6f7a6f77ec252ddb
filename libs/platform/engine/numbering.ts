import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { isPassing } from '#event-store';
import type { Ledger } from '#ledger';
import { Lead, LeadLost } from '#read-models';
import type { Log } from '../logging/log.ts';

/** `standby`: another process numbers. `waiting`: something that passes is in the way. `failed`: somebody has to look. */
export type NumberingState = 'stopped' | 'starting' | 'standby' | 'running' | 'waiting' | 'failed';

export interface NumberingParts {
  readonly ledger: Pick<Ledger, 'run'>;
  /** Of the database with the ledger. */
  readonly pool: pg.Pool;
  readonly log: Log;
}

const MAX_PAUSE = 5_000;

/** Numbers the log in this process, or stands by while another does. */
export class Numbering {
  readonly #parts: NumberingParts;
  readonly #stopping = new AbortController();
  #running: Promise<void> | undefined;
  #state: NumberingState = 'stopped';

  constructor(parts: NumberingParts) {
    this.#parts = parts;
  }

  get state(): NumberingState {
    return this.#state;
  }

  /** Runs until `stop`. */
  start(): void {
    if (this.#running !== undefined) return;
    this.#state = 'starting';
    this.#running = this.#runOn(this.#stopping.signal).catch((err: unknown) => {
      this.#state = 'failed';
      this.#parts.log.error({ err }, 'The log is no longer numbered');
    });
  }

  /** Lets what is under way finish. May be called again. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
    this.#state = 'stopped';
  }

  async #runOn(signal: AbortSignal): Promise<void> {
    for (let pause = 50; !signal.aborted; pause = Math.min(MAX_PAUSE, pause * 2)) {
      try {
        await this.#lead(signal, () => (pause = 50));
      } catch (error) {
        if (signal.aborted) return;
        if (!(error instanceof LeadLost) && !isPassing(error)) throw error;
        this.#state = 'waiting';
        this.#parts.log.warn({ reason: error instanceof Error ? error.message : '' }, 'The numbering of the log waits');
        await sleep(pause * (0.5 + Math.random() / 2), undefined, { signal }).catch(() => undefined);
      }
    }
  }

  async #lead(signal: AbortSignal, onLead: () => void): Promise<void> {
    const { ledger, pool, log } = this.#parts;
    const onStandby = (): void => {
      this.#state = 'standby';
      log.info('Another process numbers the log; this one stands by');
    };
    const lead = await Lead.take({ task: 'numbering', pool, signal, onStandby });
    if (lead === undefined) return;
    try {
      this.#state = 'running';
      log.info('This process numbers the log');
      onLead();
      await ledger.run(lead.signal);
      lead.refuseWhenLost();
    } finally {
      await lead.release();
    }
  }
}
