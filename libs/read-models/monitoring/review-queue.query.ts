import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { WAITS } from './waiting-homework.ts';

/** A piece of homework on which something was told since it was last gone through. */
export interface WaitingHomework {
  readonly assignmentId: string;
  readonly participantId: string;
  readonly code: string;
  /** The newest that was told, ISO 8601. */
  readonly toldAt: string;
  /** When the person’s next session begins; none where none is arranged. */
  readonly nextSessionAt: string | null;
}

/** Homework that waits to be gone through, that of the soonest session first (500 at most). */
export class HomeworkToReview extends Query<readonly WaitingHomework[]> {
  /** @param today `YYYY-MM-DD` */
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
    readonly today: string,
  ) {
    super();
  }
}

const REVIEW_QUEUE = `SELECT a.assignment_id AS "assignmentId", a.participant_id AS "participantId", p.code,
    coalesce(a.last_attempt_at, a.updated_at) AS told_at, n.scheduled_at
  FROM assignments a JOIN participants p ON p.participant_id = a.participant_id
  LEFT JOIN LATERAL (SELECT min(s.scheduled_at) AS scheduled_at FROM sessions s
    WHERE s.participant_id = a.participant_id AND s.state = 'scheduled' AND s.local_date >= $2::date) n ON true
  WHERE a.study_id = $1 AND ${WAITS}
  ORDER BY n.scheduled_at NULLS LAST, p.code, told_at, a.assignment_id LIMIT 500`;

@QueryHandler(HomeworkToReview)
export class HomeworkToReviewHandler implements IQueryHandler<HomeworkToReview> {
  async execute({ snapshot, studyId, today }: HomeworkToReview): Promise<readonly WaitingHomework[]> {
    type Row = Omit<WaitingHomework, 'toldAt' | 'nextSessionAt'> & { told_at: Date; scheduled_at: Date | null };
    const rows = await snapshot.sql<Row>(REVIEW_QUEUE, [studyId, today]);
    return rows.map(({ told_at, scheduled_at, ...row }) => ({
      ...row,
      toldAt: told_at.toISOString(),
      nextSessionAt: scheduled_at?.toISOString() ?? null,
    }));
  }
}
