import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { v5 as uuidv5 } from 'uuid';
import type pg from 'pg';
import {
  DatasetSpecification,
  type DocumentWriter,
  endProgress,
  ErasedMeanwhile,
  exportDataset,
  type ExportedArchive,
  type ExportProgress,
  ExportRefused,
  tellProgress,
} from '#datasets';
import type { DatasetCommand, ReleaseStatus } from '#domain';
import { CommandRefused, type Engine, type ExecuteRequest, type Receipt } from '#platform';
import { EVERYTHING } from '#read-models';
import { engineSources } from './engine.sources.ts';

const NAMESPACE = '8f0f39c5-6b7e-5c5e-8a37-3a3a0d0c5f11';
/** Somebody may be erased while an export runs; then it is run again. */
const MOST_RUNS = 3;

export interface ReleaseMakingParts {
  readonly engine: Engine;
  readonly pool: pg.Pool;
  readonly execute: (request: ExecuteRequest) => Promise<Receipt>;
  readonly documents: readonly DocumentWriter[];
  readonly software: { readonly name: string; readonly version: string };
  readonly clock?: () => Date;
}

export interface ReleaseOrder {
  readonly studyId: string;
  readonly releaseId: string;
  /** Where the archive is to be. */
  readonly place: string;
  /** What lies there may go: it is of a run that was killed before the record was told. */
  readonly replaces?: boolean;
  readonly signal: AbortSignal;
  readonly progress?: (progress: ExportProgress) => void;
}

/** The release is not one that may be made: the message says where it stands. */
export class ReleaseNotDue extends Error {
  override readonly name = 'ReleaseNotDue';
}

/** Makes releases that were asked for, and tells the record what came of each. */
export class ReleaseMaking {
  constructor(private readonly parts: ReleaseMakingParts) {}

  /**
   * Makes one release, unless another process is at it. Doing so again after a crash gives the same archive.
   * @returns undefined where another process makes it
   * @throws ReleaseNotDue; ExportRefused, which the record is told
   */
  async make(order: ReleaseOrder): Promise<ExportedArchive | undefined> {
    return this.alone(order.releaseId, () => this.#make(order));
  }

  /** Does something about a release that only one process does at a time; undefined where another does. */
  async alone<Result>(releaseId: string, work: () => Promise<Result>): Promise<Result | undefined> {
    const client = await this.parts.pool.connect();
    try {
      const { rows } = await client.query<{ free: boolean }>('SELECT pg_try_advisory_lock($1) AS free', [
        lockOf(releaseId),
      ]);
      if (rows[0]?.free !== true) return undefined;
      return await work().finally(() => client.query('SELECT pg_advisory_unlock($1)', [lockOf(releaseId)]));
    } finally {
      client.release();
    }
  }

  /** `make`, by whoever holds the release already. */
  async makeHeld(order: ReleaseOrder): Promise<ExportedArchive> {
    return this.#make(order);
  }

  async #make(order: ReleaseOrder): Promise<ExportedArchive> {
    const { studyId, releaseId, place } = order;
    const specification = await this.#specificationOf(order);
    // Not before the newest record says that it is still to be made: a finished archive never goes.
    if (order.replaces === true) await rm(place, { recursive: true, force: true });
    try {
      const { archive, earlier } = await this.#run(order, specification);
      try {
        await this.#say(releaseId, releaseCommand(order, archive, earlier, this.parts.software.version));
      } catch (error) {
        // Where the answer was lost the record may have been told: what lies there stays until that is known.
        if (!(error instanceof CommandRefused)) throw error;
        await rm(place, { recursive: true, force: true });
        throw new ExportRefused('join', error.code, [error.message]);
      }
      return archive;
    } catch (error) {
      if (error instanceof ExportRefused) await this.#refused(order, error);
      throw error;
    } finally {
      await endProgress(this.parts.pool, studyId, releaseId);
    }
  }

  async #specificationOf({ studyId, releaseId }: ReleaseOrder): Promise<DatasetSpecification> {
    const { engine } = this.parts;
    const after = await engine.store.head();
    const snapshot = await engine.readModels.openSnapshot({ scope: EVERYTHING, after, timeoutMs: 60_000 });
    try {
      const [row] = await snapshot.sql<{ status: ReleaseStatus; index: string; specification: string }>(
        `SELECT r.status, r.log_index AS index, d.specification FROM releases r
         JOIN datasets d ON d.study_id = r.study_id AND d.dataset_id = r.dataset_id AND d.version = r.version
         WHERE r.study_id = $1 AND r.release_id = $2`,
        [studyId, releaseId],
      );
      if (row === undefined) throw new ReleaseNotDue(`study ${studyId} has no release ${releaseId}`);
      if (row.status !== 'requested' && row.status !== 'approved')
        throw new ReleaseNotDue(`release ${releaseId} is ${row.status}`);
      return { ...DatasetSpecification.parse(JSON.parse(row.specification)), index: Number(row.index) };
    } finally {
      await snapshot.close();
    }
  }

  async #run(order: ReleaseOrder, specification: DatasetSpecification) {
    const { engine, pool, documents, software } = this.parts;
    const { releaseId, place, signal, studyId } = order;
    let told = 0;
    const progress = (at: ExportProgress): void => {
      order.progress?.(at);
      if (performance.now() - told < 500) return;
      told = performance.now();
      void tellProgress(pool, { studyId, releaseId }, at).catch(() => undefined);
    };
    for (let run = 1; ; run += 1) {
      const sources = engineSources({ engine, pool, releaseId, mode: 'make' });
      try {
        const request = { releaseId, specification, place, sources, documents, software, signal, progress };
        const archive = await exportDataset(request);
        return { archive, earlier: archive.manifest.earlierReleases };
      } catch (error) {
        if (!(error instanceof ErasedMeanwhile) || run === MOST_RUNS) throw error;
      }
    }
  }

  async #refused({ studyId, releaseId }: ReleaseOrder, { stage, reason, problems }: ExportRefused): Promise<void> {
    await this.#say(releaseId, {
      type: 'RefuseDataset',
      ...{ studyId, releaseId, stage, cause: reason },
      problems: problems.slice(0, 50).map((problem) => problem.slice(0, 1_000)),
    }).catch((error: unknown) => {
      // Somebody cancelled it meanwhile: that is told already.
      if (!(error instanceof CommandRefused)) throw error;
    });
  }

  async #say(cause: string, command: DatasetCommand): Promise<void> {
    const { execute, clock = () => new Date() } = this.parts;
    await execute({
      category: 'dataset',
      command,
      context: {
        commandId: uuidv5(`${cause}/${command.type}`, NAMESPACE),
        actor: { id: 'system', role: 'system' },
        source: 'system',
        occurredAt: clock().toISOString(),
      },
    });
  }
}

function releaseCommand(
  { studyId, releaseId }: ReleaseOrder,
  { manifest, manifestHash, risk }: ExportedArchive,
  earlier: readonly string[],
  software: string,
): DatasetCommand {
  return {
    type: 'ReleaseDataset',
    ...{ studyId, releaseId, earlier: [...earlier], manifest: manifestHash, software },
    files: manifest.files.map(({ path, sha256, bytes }) => ({ path, sha256, bytes })),
    riskReport: manifest.riskReport,
    people: risk.people,
    k: risk.output.anonymity.k,
    erasureEpoch: manifest.erasureEpoch,
  };
}

/** A key for PostgreSQL’s advisory locks of 64 bits. */
function lockOf(releaseId: string): string {
  const hash = createHash('sha256').update(`dataset release ${releaseId}`).digest();
  return hash.readBigInt64BE(0).toString();
}
