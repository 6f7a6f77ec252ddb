import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ExportCancelled, ExportRefused } from '#datasets';
import type { Log } from '#platform';
import { EVERYTHING, Lead, LeadLost, type ReadModels } from '#read-models';
import type pg from 'pg';
import { type ReleaseMaking, ReleaseNotDue } from './release.making.ts';

export interface DatasetWorkerParts {
  readonly making: ReleaseMaking;
  readonly readModels: Pick<ReadModels, 'openSnapshot'>;
  readonly pool: pg.Pool;
  readonly log: Log;
  /** Archives lie below it, by the id of the release. */
  readonly folder: string;
  /** ms between looks for releases that are due. 2,000. */
  readonly pace?: number;
}

interface Due {
  readonly study_id: string;
  readonly release_id: string;
}

const MAX_PAUSE = 10_000;

/** Makes what was asked for, one release after the other, in one process of the installation at a time. */
export class DatasetWorker {
  readonly #parts: DatasetWorkerParts;
  readonly #stopping = new AbortController();
  #running: Promise<void> | undefined;

  constructor(parts: DatasetWorkerParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#running ??= this.#runOn(this.#stopping.signal);
  }

  /** A release under way is given up, and made anew after the next start. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  /** Makes every release that is due now. */
  async turn(signal: AbortSignal): Promise<void> {
    for (const due of await this.#due()) {
      signal.throwIfAborted();
      await this.#make(due, signal);
    }
  }

  async #make({ study_id: studyId, release_id: releaseId }: Due, ending: AbortSignal): Promise<void> {
    const { making, folder, log } = this.#parts;
    const cancelled = new AbortController();
    const signal = AbortSignal.any([ending, cancelled.signal]);
    const watching = this.#watch(studyId, releaseId, cancelled, signal);
    const place = join(folder, releaseId);
    try {
      // What a crash left between the last file and the word that it is there: the same is made again.
      await making.make({ studyId, releaseId, place, replaces: true, signal });
    } catch (error) {
      if (ending.aborted) throw error;
      if (!(error instanceof ExportRefused || error instanceof ExportCancelled || error instanceof ReleaseNotDue))
        log.error({ err: error, releaseId }, 'A data set could not be made; it is tried again');
    } finally {
      cancelled.abort();
      await watching;
    }
  }

  /** Looks now and then whether somebody has cancelled what is being made. */
  async #watch(studyId: string, releaseId: string, cancelled: AbortController, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await sleep(1_000, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      const due = await this.#due().catch(() => undefined);
      if (due !== undefined && !due.some((one) => one.study_id === studyId && one.release_id === releaseId))
        cancelled.abort(new ExportCancelled('the release is not wanted any more'));
    }
  }

  async #due(): Promise<readonly Due[]> {
    const snapshot = await this.#parts.readModels.openSnapshot({ scope: EVERYTHING });
    try {
      return await snapshot.sql<Due>(
        `SELECT study_id, release_id FROM releases WHERE status IN ('requested', 'approved') ORDER BY requested_at, release_id`,
      );
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
        const reason = error instanceof LeadLost ? 'the lead went to another process' : 'something is in the way';
        this.#parts.log.warn({ reason, err: error }, 'Data sets wait');
        await sleep(pause, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  async #lead(signal: AbortSignal, onLead: () => void): Promise<void> {
    const { pool, pace = 2_000 } = this.#parts;
    const lead = await Lead.take({ task: 'datasets', pool, signal });
    if (lead === undefined) return;
    try {
      await this.#sweep();
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

  /** Takes away what a process that was killed had half-written. */
  async #sweep(): Promise<void> {
    const { folder } = this.#parts;
    const entries = await readdir(folder).catch(() => []);
    for (const entry of entries)
      if (entry.includes('.partial-')) await rm(join(folder, entry), { recursive: true, force: true });
  }
}
