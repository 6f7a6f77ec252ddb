import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import {
  type ArchiveDifference,
  diffArchives,
  documentWriters,
  ExportRefused,
  NoArchive,
  type ReadArchive,
  readArchive,
  type Verification,
  verifyArchive,
} from '#datasets';
import { type Config, CONFIG, type Database, DATABASE, Engine } from '#platform';
import { engineSources, exportsFolder, softwareVersion } from '#processes';
import {
  DatasetsOfStudy,
  DatasetsOfStudyHandler,
  EVERYTHING,
  type ReleaseRow,
  ReleasesOfStudy,
  ReleasesOfStudyHandler,
} from '#read-models';
import { BadInput } from '../graphql/errors/bad-input.error.ts';
import { ReleaseKept } from './release-kept.error.ts';

/** ms that the newest entries of the log may take to be in the tables. */
const PATIENCE = 10_000;
const DAY = 86_400_000;
const HALF_DAY = DAY / 2;

/** A release of the ledger. */
export interface RecordedRelease {
  readonly row: ReleaseRow;
  /** Whether it holds no arms in any form. */
  readonly isBlinded: boolean;
}

/** Archives that this installation keeps, by the release they are of. */
@Injectable()
export class ReleaseArchives {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(Engine) private readonly engine: Engine,
  ) {}

  /** @throws BadInput for a release whose archive is not here */
  async verify(releaseId: string): Promise<Verification> {
    const scratch = await mkdtemp(join(tmpdir(), 'intersession verify '));
    const sources = this.#sources(releaseId);
    const parts = { place: this.#place(releaseId), scratch: join(scratch, 'again'), sources };
    const signal = new AbortController().signal;
    const making = { documents: documentWriters, software: softwareVersion(), signal };
    return asBadInput('releaseId', () => verifyArchive({ ...parts, ...making })).finally(() =>
      rm(scratch, { recursive: true, force: true }),
    );
  }

  /** @throws BadInput for a release whose archive is not here */
  async difference(before: string, after: string, most: number): Promise<ArchiveDifference> {
    const one = await asBadInput('before', () => readArchive(this.#place(before)));
    const other = await asBadInput('after', () => readArchive(this.#place(after)));
    return asBadInput('after', () => diffArchives(one, other, this.#sources(after), most));
  }

  /** A release of the study and whether its recipient is blinded; undefined where there is none. */
  async recorded(studyId: string, releaseId: string): Promise<RecordedRelease | undefined> {
    const after = await this.engine.store.head();
    const snapshot = await this.engine.readModels.openSnapshot({ scope: EVERYTHING, after, timeoutMs: PATIENCE });
    try {
      const releases = await new ReleasesOfStudyHandler().execute(new ReleasesOfStudy(snapshot, studyId));
      const row = releases.find((release) => release.releaseId === releaseId);
      if (row === undefined) return undefined;
      const versions = await new DatasetsOfStudyHandler().execute(new DatasetsOfStudy(snapshot, studyId));
      const asked = versions.find(({ datasetId, version }) => datasetId === row.datasetId && version === row.version);
      return { row, isBlinded: asked?.specification['blinded'] !== false };
    } finally {
      await snapshot.close();
    }
  }

  /** The archive of a release that may be handed out on that day. @throws ReleaseKept */
  async handedOut(row: ReleaseRow, now: Date): Promise<ReadArchive> {
    refuseKept(row, now);
    const archive = await readArchive(this.#place(row.releaseId)).catch((error: unknown) => {
      if (error instanceof NoArchive) throw new ReleaseKept('elsewhere');
      throw error;
    });
    if (archive.manifestHash !== row.manifest || archive.damaged.length > 0) throw new ReleaseKept('damaged');
    return archive;
  }

  #place(releaseId: string): string {
    return join(exportsFolder(this.config), releaseId);
  }

  #sources(releaseId: string) {
    return engineSources({ engine: this.engine, pool: this.database.pool, releaseId, mode: 'verify' });
  }
}

/** @throws ReleaseKept */
function refuseKept({ status, reason, expires }: ReleaseRow, now: Date): void {
  switch (status) {
    case 'waiting':
    case 'requested':
    case 'approved':
      throw new ReleaseKept('not-made');
    case 'cancelled':
    case 'refused':
      throw new ReleaseKept('not-to-be', reason);
    case 'recalled':
      throw new ReleaseKept('recalled', reason);
    case 'released':
      // It may be kept until the end of that day, wherever on earth that is.
      if (expires !== null && now.getTime() >= Date.parse(expires) + DAY + HALF_DAY)
        throw new ReleaseKept('expired', expires);
  }
}

async function asBadInput<Result>(field: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NoArchive) throw new BadInput([{ field, problem: 'has no archive on this server' }]);
    if (error instanceof ExportRefused) throw new BadInput([{ field, problem: error.message }]);
    throw error;
  }
}
