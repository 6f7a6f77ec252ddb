import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { WorksheetExperience } from '#worksheets';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';

/** What one participant did with each worksheet, and found of it. Facts only: what they suggest is decided elsewhere. */
export class ReadWorksheetExperience extends Query<readonly WorksheetExperience[]> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
    readonly participantId: string,
  ) {
    super();
  }
}

@QueryHandler(ReadWorksheetExperience)
export class ReadWorksheetExperienceHandler implements IQueryHandler<ReadWorksheetExperience> {
  execute({ snapshot, studyId, participantId }: ReadWorksheetExperience): Promise<readonly WorksheetExperience[]> {
    return snapshot.sql<WorksheetExperience>(EXPERIENCE, [studyId, participantId]);
  }
}

/** Homework that was agreed counts as skipped once it has ended, or has fallen due, without anybody having tried it. */
const EXPERIENCE = `
  SELECT a.template_id AS "worksheetId",
    count(*) FILTER (WHERE a.attempts_recorded + a.attempts_abandoned > 0)::int AS tried,
    count(*) FILTER (WHERE a.attempts_recorded + a.attempts_abandoned = 0
      AND (a.status IN ('expired', 'withdrawn') OR a.reported_state = 'not-done'))::int AS skipped,
    coalesce(sum(t.full_), 0)::int AS "full",
    avg(t.helpfulness)::float8 AS helpfulness, avg(t.difficulty)::float8 AS difficulty,
    bool_or(a.status IN ('active', 'proposed')) AS current
  FROM assignments a
  LEFT JOIN LATERAL (
    SELECT count(*) FILTER (WHERE outcome = 'full') AS full_, avg(helpfulness) AS helpfulness, avg(difficulty) AS difficulty
    FROM attempts WHERE assignment_id = a.assignment_id) t ON true
  WHERE a.study_id = $1 AND a.participant_id = $2 AND a.template_id IS NOT NULL
  GROUP BY a.template_id ORDER BY a.template_id`;
