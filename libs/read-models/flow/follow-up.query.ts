import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';

/** How many of those who were allocated an outcome was taken of on one occasion (CONSORT 2025, item 22a). */
export interface FollowUpCount {
  readonly occasion: string;
  readonly followedUp: number;
  readonly missed: number;
}

/** Follow-up by one instrument, occasion by occasion in the order in which they came. */
export class CountFollowUp extends Query<readonly FollowUpCount[]> {
  /** @param participantIds whom to count; everybody who was allocated, when left out */
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
    readonly instrumentId: string,
    readonly participantIds?: readonly string[],
  ) {
    super();
  }
}

@QueryHandler(CountFollowUp)
export class CountFollowUpHandler implements IQueryHandler<CountFollowUp> {
  execute({ snapshot, studyId, instrumentId, participantIds }: CountFollowUp): Promise<readonly FollowUpCount[]> {
    return snapshot.sql<FollowUpCount>(
      `SELECT m.occasion,
         count(DISTINCT m.participant_id) FILTER (WHERE m.status = 'recorded')::int AS "followedUp",
         count(DISTINCT m.participant_id) FILTER (WHERE m.status = 'missed')::int AS missed
       FROM measures m JOIN allocations a ON a.participant_id = m.participant_id
       WHERE m.study_id = $1 AND m.instrument_id = $2 AND ($3::text[] IS NULL OR m.participant_id = ANY($3::text[]))
       GROUP BY m.occasion ORDER BY min(m.occurred_at), m.occasion COLLATE "C"`,
      [studyId, instrumentId, participantIds ?? null],
    );
  }
}
