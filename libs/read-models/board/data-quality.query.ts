import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { type BoardTable, columnsOf, short } from './board.table.ts';

/** How carefully each site records: late entry, unlogged sessions, corrections, doubts, missing measures. */
export class DataQuality extends Query<BoardTable> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
    /** Whether the reader may read discrepancy queries: without, their number is unknown, not zero. */
    readonly readsQueries: boolean,
  ) {
    super();
  }
}

/** Two days: what is entered later was probably not entered from memory of the day. */
export const LATE_HOURS = 48;

const quantiles = (lag: string) => `percentile_cont(0.5) WITHIN GROUP (ORDER BY ${lag}) AS lag,
  percentile_cont(0.9) WITHIN GROUP (ORDER BY ${lag}) AS lag90`;
const LAG = 'greatest(0, extract(epoch FROM recorded_at - occurred_at) / 3600)';

const PEOPLE = `SELECT coalesce(site_id, '') AS site, count(*)::int AS people FROM participants WHERE study_id = $1 GROUP BY 1`;
const TRIES = `SELECT coalesce(site_id, '') AS site, count(*)::int AS attempts, count(*) FILTER (WHERE source = 'paper')::int AS paper,
  ${quantiles('entry_lag_hours')}, count(*) FILTER (WHERE entry_lag_hours > ${LATE_HOURS})::int AS late
FROM attempts WHERE study_id = $1 GROUP BY 1`;
const HELD = `SELECT coalesce(site_id, '') AS site, count(*) FILTER (WHERE state = 'held')::int AS held,
  count(*) FILTER (WHERE state = 'held' AND homework_reviewed IS NULL)::int AS unlogged, ${quantiles(LAG)}
FROM sessions WHERE study_id = $1 GROUP BY 1`;
const TAKEN = `SELECT coalesce(site_id, '') AS site, ${quantiles(LAG)} FROM outcomes WHERE study_id = $1 GROUP BY 1`;
const MISSING = `SELECT coalesce(site_id, '') AS site, count(*)::int AS expected,
  count(*) FILTER (WHERE status IN ('missed', 'overdue'))::int AS missing
FROM missingness WHERE study_id = $1 GROUP BY 1`;
const DOUBTS = `SELECT coalesce(site_id, '') AS site, count(*)::int AS queries, count(*) FILTER (WHERE status <> 'closed')::int AS open
FROM queries WHERE study_id = $1 GROUP BY 1`;
const CORRECTED = `SELECT coalesce(p.site_id, '') AS site, count(*)::int AS corrections FROM facts f
  JOIN participants p ON p.participant_id = f.participant_ids[1]
  WHERE f.study_id = $1 AND f.type IN ('EntryCorrected', 'EntryVoided') GROUP BY 1`;

const SITES = `SELECT p.site, p.people, coalesce(t.attempts, 0) AS attempts, t.lag, t.lag90, coalesce(t.late, 0) AS late, coalesce(t.paper, 0) AS paper,
    coalesce(h.held, 0) AS held, coalesce(h.unlogged, 0) AS unlogged, h.lag AS "sessionLag", h.lag90 AS "sessionLag90",
    o.lag AS "measureLag", coalesce(m.expected, 0) AS expected, coalesce(m.missing, 0) AS missing,
    coalesce(q.queries, 0) AS queries, coalesce(q.open, 0) AS open
  FROM (${PEOPLE}) p LEFT JOIN (${TRIES}) t USING (site) LEFT JOIN (${HELD}) h USING (site) LEFT JOIN (${TAKEN}) o USING (site)
  LEFT JOIN (${MISSING}) m USING (site) LEFT JOIN (${DOUBTS}) q USING (site) ORDER BY 1`;

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
  readonly sessionLag90: number | null;
  readonly measureLag: number | null;
  readonly expected: number;
  readonly missing: number;
  readonly queries: number;
  readonly open: number;
}

const share = (part: number, of: number): number | null => short(of === 0 ? null : part / of);

@QueryHandler(DataQuality)
export class DataQualityHandler implements IQueryHandler<DataQuality> {
  async execute({ snapshot, studyId, readsQueries }: DataQuality): Promise<BoardTable> {
    const sites = await snapshot.sql<Site>(SITES, [studyId]);
    // How many corrections there were is no history of anybody.
    const counts = await snapshot.computing('contact').sql<{ site: string; corrections: number }>(CORRECTED, [studyId]);
    const corrections = new Map(counts.map(({ site, corrections: count }) => [site, count]));
    return {
      title: 'Data quality, site by site',
      definition: `lag: hours from when something happened to when it was recorded; late: more than ${LATE_HOURS} hours; unlogged: a session held without a word on homework; corrections: entries corrected or voided`,
      denominator: 'attempts, sessions held and measures expected at each site',
      n: sites.reduce((sum, { people }) => sum + people, 0),
      excluded: [],
      columns: COLUMNS,
      rows: sites.map((each) => [
        ...[each.site === '' ? null : each.site, each.people, each.attempts, short(each.lag), short(each.lag90)],
        ...[share(each.late, each.attempts), share(each.paper, each.attempts), each.held],
        ...[share(each.unlogged, each.held), short(each.sessionLag), short(each.sessionLag90)],
        ...[short(each.measureLag), share(each.missing, each.expected), corrections.get(each.site) ?? 0],
        ...(readsQueries ? [each.open, each.queries] : [null, null]),
      ]),
      figures: { lateHours: LATE_HOURS },
    };
  }
}

const COLUMNS = columnsOf(
  ['site', 'id'],
  ['people', 'enrolled'],
  ['attempts', 'recorded'],
  ['median lag', 'hours, of attempts'],
  ['90 % within', 'hours, of attempts'],
  ['late', 'share of attempts'],
  ['paper', 'share of attempts'],
  ['sessions held', 'count'],
  ['unlogged', 'share of sessions held'],
  ['session lag', 'hours, median'],
  ['session 90 %', 'hours'],
  ['measure lag', 'hours, median'],
  ['missing measures', 'share of those expected'],
  ['corrections', 'entries corrected or voided'],
  ['open queries', 'count; empty for whoever may not read them'],
  ['queries', 'count; empty for whoever may not read them'],
);
