import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { ArmRow } from './arm.row.ts';

/** The arms of a study that a reader may see, still sealed: of some participants, or of all. In the order of their ids. */
export class ArmsOfStudy extends Query<readonly ArmRow[]> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
    readonly participantIds?: readonly string[],
  ) {
    super();
  }
}

@QueryHandler(ArmsOfStudy)
export class ArmsOfStudyHandler implements IQueryHandler<ArmsOfStudy> {
  async execute({ snapshot, studyId, participantIds }: ArmsOfStudy): Promise<readonly ArmRow[]> {
    const table = snapshot.table(ArmRow);
    const rows = await snapshot.sql<Record<string, unknown>>(
      `SELECT * FROM arms WHERE study_id = $1 AND ($2::text[] IS NULL OR participant_id = ANY($2::text[]))
       ORDER BY participant_id`,
      [studyId, participantIds ?? null],
    );
    return rows.map((row) => table.hydrate(row));
  }
}
