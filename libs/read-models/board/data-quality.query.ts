import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { type BoardTable, columnsOf, short } from './board.table.ts';

/** How carefully each site records: late entry, unlogged sessions, corrections, missing measures. */
export class DataQuality extends Query<BoardTable> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
  ) {
    super();
  }
}

/** Two days: what is entered later was probably not entered from memory of the day. */
const LATE_HOURS = 48;

const PEOPLE = `SELECT coalesce(site_id, '') AS site, count(*)::int AS people FROM participants WHERE study_id = $1 GROUP BY 1`;
const TRIES = `SELECT coalesce(site_id, '') AS site, count(*)::int AS attempts, count(*) FILTER (WHERE source = 'paper')::int AS paper,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY entry_lag_hours) AS lag, percentile_cont(0.9) WITHIN GROUP (ORDER BY entry_lag_hours) AS lag90,
  count(*) FILTER (WHERE entry_lag_hours > ${LATE_HOURS})::int AS late
FROM attempts WHERE study_id = $1 GROUP BY 1`;
const HELD = `SELECT coalesce(site_id, '') AS site, count(*) FILTER (WHERE state = 'held')::int AS held,
  count(*) FILTER (WHERE state = 'held' AND homework_reviewed IS NULL)::int AS unlogged,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY greatest(0, extract(epoch FROM recorded_at - occurred_at) / 3600)) AS lag
FROM sessions WHERE study_id = $1 GROUP BY 1`;
const MISSING = `SELECT coalesce(site_id, '') AS site, count(*)::int AS expected,
  count(*) FILTER (WHERE status IN ('missed', 'overdue'))::int AS missing
FROM missingness WHERE study_id = $1 GROUP BY 1`;

const SITES = `SELECT p.site, p.people, coalesce(t.attempts, 0) AS attempts, t.lag, t.lag90, coalesce(t.late, 0) AS late, coalesce(t.paper, 0) AS paper,
    coalesce(h.held, 0) AS held, coalesce(h.unlogged, 0) AS unlogged, h.lag AS "sessionLag", coalesce(m.expected, 0) AS expected, coalesce(m.missing, 0) AS missing
  FROM (${PEOPLE}) p LEFT JOIN (${TRIES}) t USING (site) LEFT JOIN (${HELD}) h USING (site)
  LEFT JOIN (${MISSING}) m USING (site) ORDER BY 1`;

interface Site {
  readonly site: string;
  readonly people: number;
  readonly attempts: number;
  readonly lag: number | null;
  readonly lag90: number | null;
  readonly late: number;
  readonly paper: number;
  readonly held: number;
  readonly unlogged: number;
  readonly sessionLag: number | null;
  readonly expected: number;
  readonly missing: number;
}

const share = (part: number, of: number): number | null => short(of === 0 ? null : part / of);

@QueryHandler(DataQuality)
export class DataQualityHandler implements IQueryHandler<DataQuality> {
  async execute({ snapshot, studyId }: DataQuality): Promise<BoardTable> {
    const sites = await snapshot.sql<Site>(SITES, [studyId]);
    return {
      title: 'Data quality, site by site',
      definition: `entry lag: hours from when it happened to when it was recorded; late: more than ${LATE_HOURS} hours; unlogged: a session held without a word on homework`,
      denominator: 'attempts, sessions held and measures expected at each site',
      n: sites.reduce((sum, { people }) => sum + people, 0),
      excluded: [],
      columns: columnsOf(
        ['site', 'id'],
        ['people', 'enrolled'],
        ['attempts', 'recorded'],
        ['median lag', 'hours'],
        ['90 % within', 'hours'],
        ['late', 'share of attempts'],
        ['paper', 'share of attempts'],
        ['sessions held', 'count'],
        ['unlogged', 'share of sessions held'],
        ['session lag', 'hours, median'],
        ['missing measures', 'share of those expected'],
      ),
      rows: sites.map((each) => [
        ...[each.site === '' ? null : each.site, each.people, each.attempts, short(each.lag), short(each.lag90)],
        ...[share(each.late, each.attempts), share(each.paper, each.attempts), each.held],
        ...[share(each.unlogged, each.held), short(each.sessionLag), share(each.missing, each.expected)],
      ]),
      figures: { lateHours: LATE_HOURS },
    };
  }
}
