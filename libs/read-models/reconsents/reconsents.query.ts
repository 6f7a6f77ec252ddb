import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import type { ReconsentRow } from './reconsent.row.ts';

/** Where consent that has to be given anew stands on a day. */
export type ReconsentStanding = 'upcoming' | 'due' | 'overdue' | 'given' | 'released';

type Told = 'because' | 'due' | 'firstDay' | 'lastDay';

/** What is told of it to whoever may know the days. */
export type Reconsent = Pick<ReconsentRow, 'participantId' | 'siteId' | 'givenOn'> & {
  readonly [Name in Told]: NonNullable<ReconsentRow[Name]>;
} & { readonly standing: ReconsentStanding };

/** What of it is wanted; whatever is left out is not cut down. */
export interface ReconsentsWanted {
  readonly siteIds?: readonly string[] | undefined;
  readonly participantIds?: readonly string[] | undefined;
  readonly standings?: readonly ReconsentStanding[] | undefined;
}

/** Consent to be given anew: what is longest due first, at most 1,000. Whoever left the study is released from it. */
export class ReconsentsOfStudy extends Query<readonly Reconsent[]> {
  /** @param today `YYYY-MM-DD` */
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
    readonly today: string,
    readonly wanted: ReconsentsWanted = {},
  ) {
    super();
  }
}

const STANDING = `CASE WHEN r.given_on IS NOT NULL THEN 'given'
  WHEN f.left_study_at IS NOT NULL OR f.completed_at IS NOT NULL THEN 'released' WHEN $2::date > r.last_day THEN 'overdue'
  WHEN $2::date >= r.first_day THEN 'due' ELSE 'upcoming' END`;

const RECONSENTS = `SELECT * FROM (
    SELECT r.participant_id AS "participantId", r.site_id AS "siteId", r.because, r.due, r.first_day::text AS "firstDay",
      r.last_day::text AS "lastDay", r.given_on::text AS "givenOn", ${STANDING} AS standing
    FROM reconsents r JOIN flow f ON f.participant_id = r.participant_id
    WHERE r.study_id = $1 AND r.first_day IS NOT NULL
      AND ($3::text[] IS NULL OR r.site_id = ANY($3::text[]))
      AND ($4::text[] IS NULL OR r.participant_id = ANY($4::text[]))) owed
  WHERE $5::text[] IS NULL OR standing = ANY($5::text[])
  ORDER BY "lastDay", "participantId" LIMIT 1000`;

@QueryHandler(ReconsentsOfStudy)
export class ReconsentsOfStudyHandler implements IQueryHandler<ReconsentsOfStudy> {
  execute({ snapshot, studyId, today, wanted }: ReconsentsOfStudy): Promise<readonly Reconsent[]> {
    const { siteIds = null, participantIds = null, standings = null } = wanted;
    return snapshot.sql<Reconsent>(RECONSENTS, [studyId, today, siteIds, participantIds, standings]);
  }
}
