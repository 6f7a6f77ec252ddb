import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { type BoardTable, columnsOf } from './board.table.ts';

/** What was expected, what came, and why the rest did not, by site, instrument and occasion. */
export class MissingData extends Query<BoardTable> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
    /** Of one site; of all where there is none. */
    readonly siteId: string | null = null,
  ) {
    super();
  }
}

const COUNTS = `SELECT instrument_id AS instrument, occasion, coalesce(site_id, '') AS site, status, coalesce(reason, '') AS reason,
    count(*)::int AS measures, count(DISTINCT participant_id)::int AS people, min(due_date)::text AS due
  FROM missingness WHERE study_id = $1 AND ($2::text IS NULL OR site_id = $2) GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, min(due_date) NULLS LAST, 2, 3, 4, 5`;

interface Count {
  readonly instrument: string;
  readonly occasion: string;
  readonly site: string;
  readonly status: string;
  readonly reason: string;
  readonly measures: number;
  readonly people: number;
  readonly due: string | null;
}

@QueryHandler(MissingData)
export class MissingDataHandler implements IQueryHandler<MissingData> {
  async execute({ snapshot, studyId, siteId }: MissingData): Promise<BoardTable> {
    const counts = await snapshot.sql<Count>(COUNTS, [studyId, siteId]);
    const [whole] = await snapshot.sql<{ people: number }>(
      'SELECT count(DISTINCT participant_id)::int AS people FROM missingness WHERE study_id = $1 AND ($2::text IS NULL OR site_id = $2)',
      [studyId, siteId],
    );
    const came = ['received', 'early', 'late'];
    const sum = (wanted: boolean) =>
      counts.filter(({ status }) => came.includes(status) === wanted).reduce((all, { measures }) => all + measures, 0);
    return {
      title: 'What is missing, and why',
      definition:
        'measures by what became of them: received in, before or after their window, missed with a reason, still to come, or overdue',
      denominator: 'every measure that was scheduled or recorded',
      n: whole?.people ?? 0,
      excluded: [],
      columns: columnsOf(
        ['instrument', 'id'],
        ['occasion', 'of the schedule'],
        ['site', 'id'],
        ['status', 'received, early, late, missed, pending or overdue'],
        ['reason', 'code, where it was missed'],
        ['measures', 'count'],
        ['people', 'count'],
      ),
      rows: counts.map(({ instrument, occasion, site, status, reason, measures, people }) => [
        ...[instrument, occasion, site === '' ? null : site, status, reason === '' ? null : reason],
        ...[measures, people],
      ]),
      figures: { received: sum(true), notReceived: sum(false) },
    };
  }
}
