import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { DatasetRow } from './dataset.row.ts';
import { ReleaseRow } from './release.row.ts';

/** Every version of every data set of a study, by name, the newest first. */
export class DatasetsOfStudy extends Query<readonly DatasetRow[]> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
  ) {
    super();
  }
}

@QueryHandler(DatasetsOfStudy)
export class DatasetsOfStudyHandler implements IQueryHandler<DatasetsOfStudy> {
  async execute({ snapshot, studyId }: DatasetsOfStudy): Promise<readonly DatasetRow[]> {
    const table = snapshot.table(DatasetRow);
    const rows = await snapshot.sql<Record<string, unknown>>(
      'SELECT * FROM datasets WHERE study_id = $1 ORDER BY dataset_id, version DESC',
      [studyId],
    );
    return rows.map((row) => table.hydrate(row));
  }
}

/** The ledger of releases of a study, the newest first; of one recipient, if asked. */
export class ReleasesOfStudy extends Query<readonly ReleaseRow[]> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
    readonly recipient?: string,
  ) {
    super();
  }
}

@QueryHandler(ReleasesOfStudy)
export class ReleasesOfStudyHandler implements IQueryHandler<ReleasesOfStudy> {
  async execute({ snapshot, studyId, recipient }: ReleasesOfStudy): Promise<readonly ReleaseRow[]> {
    const table = snapshot.table(ReleaseRow);
    const rows = await snapshot.sql<Record<string, unknown>>(
      `SELECT * FROM releases WHERE study_id = $1 AND ($2::text IS NULL OR recipient = $2)
       ORDER BY requested_at DESC, release_id`,
      [studyId, recipient ?? null],
    );
    return rows.map((row) => table.hydrate(row));
  }
}
