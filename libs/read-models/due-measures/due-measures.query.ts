import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Measurement } from '#domain';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { DueMeasureRow, type DueMeasureStatus } from './due-measure.row.ts';

/** Measurements of a study by the day they are due, at most 1,000: of some participants, with some standings. */
export class DueMeasuresOfStudy extends Query<readonly DueMeasureRow[]> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
    readonly wanted: {
      readonly participantIds?: readonly string[] | undefined;
      readonly statuses?: readonly DueMeasureStatus[] | undefined;
    } = {},
  ) {
    super();
  }
}

@QueryHandler(DueMeasuresOfStudy)
export class DueMeasuresOfStudyHandler implements IQueryHandler<DueMeasuresOfStudy> {
  async execute({ snapshot, studyId, wanted }: DueMeasuresOfStudy): Promise<readonly DueMeasureRow[]> {
    const table = snapshot.table(DueMeasureRow);
    const rows = await snapshot.sql<Record<string, unknown>>(
      `SELECT * FROM due_measures WHERE study_id = $1 AND ($2::text[] IS NULL OR participant_id = ANY($2::text[]))
       AND ($3::text[] IS NULL OR status = ANY($3::text[])) ORDER BY due_on, participant_id, instrument_id, occasion LIMIT 1000`,
      [studyId, wanted.participantIds ?? null, wanted.statuses ?? null],
    );
    return rows.map((row) => table.hydrate(row));
  }
}

/** How many participants one measurement of the schedule stands how for. */
export interface ScheduleCount {
  readonly instrumentId: string;
  readonly occasion: string;
  readonly status: DueMeasureStatus;
  readonly people: number;
}

/** Where the schedule of a study stands, measurement by measurement. */
export class CountSchedule extends Query<readonly ScheduleCount[]> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
  ) {
    super();
  }
}

@QueryHandler(CountSchedule)
export class CountScheduleHandler implements IQueryHandler<CountSchedule> {
  execute({ snapshot, studyId }: CountSchedule): Promise<readonly ScheduleCount[]> {
    return snapshot.sql<ScheduleCount>(
      `SELECT instrument_id AS "instrumentId", occasion, status, count(*)::int AS people FROM due_measures
       WHERE study_id = $1 GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
      [studyId],
    );
  }
}

/** Somebody whom an amendment touches, and by which measurements that are still to come. */
export interface TouchedParticipant {
  readonly participantId: string;
  readonly measurements: readonly Measurement[];
}

/** Participants who are in the study and have not yet given measurements that an amendment changes. */
export class TouchedBy extends Query<readonly TouchedParticipant[]> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
    readonly changed: readonly Measurement[],
  ) {
    super();
  }
}

@QueryHandler(TouchedBy)
export class TouchedByHandler implements IQueryHandler<TouchedBy> {
  async execute({ snapshot, studyId, changed }: TouchedBy): Promise<readonly TouchedParticipant[]> {
    const rows = await snapshot.sql<{ participant_id: string; instrument_id: string; occasion: string }>(
      `SELECT f.participant_id, c.instrument_id, c.occasion
       FROM flow f CROSS JOIN unnest($2::text[], $3::text[]) AS c (instrument_id, occasion)
       WHERE f.study_id = $1 AND f.enrolled_at IS NOT NULL AND f.left_study_at IS NULL AND f.completed_at IS NULL
       AND NOT EXISTS (SELECT FROM measures m WHERE m.participant_id = f.participant_id
         AND m.instrument_id = c.instrument_id AND m.occasion = c.occasion)
       ORDER BY f.participant_id, c.instrument_id, c.occasion`,
      [studyId, changed.map(({ instrumentId }) => instrumentId), changed.map(({ occasion }) => occasion)],
    );
    const touched = new Map<string, Measurement[]>();
    for (const { participant_id: who, instrument_id: instrumentId, occasion } of rows) {
      touched.set(who, [...(touched.get(who) ?? []), { instrumentId, occasion }]);
    }
    return [...touched].map(([participantId, measurements]) => ({ participantId, measurements }));
  }
}
