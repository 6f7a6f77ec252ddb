import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type KeyedScore, type RatingKey, scoreByKey } from '#instruments';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import type { RatingRow } from './rating.row.ts';

/** Scores of one rating under a key that its permission-holder supplied. */
export interface KeyedRating extends Pick<RatingRow, 'ratingId' | 'participantId' | 'raterId' | 'raterRole'> {
  readonly scores: readonly KeyedScore[];
}

/** No study has more ratings of one form than this without being asked by person. */
const MOST = 5_000;

/** The ratings of one form of a study, scored by its key; raw items alone are stored. */
export class ScoreRatings extends Query<readonly KeyedRating[]> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
    readonly key: RatingKey,
    readonly participantId?: string,
  ) {
    super();
  }
}

interface RatingLine {
  readonly rating_id: string;
  readonly participant_id: string;
  readonly rater_id: string;
  readonly rater_role: RatingRow['raterRole'];
  readonly items: Readonly<Record<string, number>>;
}

@QueryHandler(ScoreRatings)
export class ScoreRatingsHandler implements IQueryHandler<ScoreRatings> {
  async execute({ snapshot, studyId, key, participantId }: ScoreRatings): Promise<readonly KeyedRating[]> {
    const lines = await snapshot.sql<RatingLine>(
      `SELECT rating_id, participant_id, rater_id, rater_role, items::json AS items FROM ratings
       WHERE study_id = $1 AND form_id = $2 AND form_version = $3 AND ($4::text IS NULL OR participant_id = $4)
       ORDER BY occurred_at, rating_id LIMIT $5`,
      [studyId, key.formId, key.version, participantId ?? null, MOST],
    );
    return lines.map((line) => ({
      ratingId: line.rating_id,
      participantId: line.participant_id,
      raterId: line.rater_id,
      raterRole: line.rater_role,
      scores: scoreByKey(key, line.items),
    }));
  }
}
