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
  readArchive,
  type Verification,
  verifyArchive,
} from '#datasets';
import { type Config, CONFIG, type Database, DATABASE, Engine } from '#platform';
import { engineSources, exportsFolder, softwareVersion } from '#processes';
import { BadInput } from '../graphql/errors/bad-input.error.ts';

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

  #place(releaseId: string): string {
    return join(exportsFolder(this.config), releaseId);
  }

  #sources(releaseId: string) {
    return engineSources({ engine: this.engine, pool: this.database.pool, releaseId, mode: 'verify' });
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
