import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { WAITS } from './waiting-homework.ts';

/** Homework that fell due in one week of a person. Counts of obligations. */
export interface CaseloadWeek {
  /** First of seven days, `YYYY-MM-DD`. */
  readonly from: string;
  readonly due: number;
  readonly done: number;
  /** Due, and told by nobody. */
  readonly unknown: number;
}

/** The session that a person comes to next. */
export interface NextSession {
  readonly sessionId: string;
  readonly sessionNumber: number;
  /** When it is to begin, ISO 8601. */
  readonly at: string;
  readonly modality: string | null;
}

/** A person as far as somebody who treats them has to look. */
export interface CaseloadEntry {
  readonly participantId: string;
  /** What the study calls them. */
  readonly code: string;
  /** None where none is arranged. */
  readonly nextSession: NextSession | null;
  readonly siteId: string | null;
  readonly status: string;
  /** Homework on which something was told since it was last gone through. */
  readonly toReview: number;
  /** The eight weeks before `today`, oldest first. */
  readonly weeks: readonly CaseloadWeek[];
  /** The instrument of the trend; none where nothing was scored in the study. */
  readonly trendInstrumentId: string | null;
  /** The last eight totals of the instrument, oldest first. */
  readonly trend: readonly { readonly date: string; readonly total: number }[];
  readonly openAlerts: number;
  /** Sessions held of which nobody logged the homework. */
  readonly sessionsUnlogged: number;
  /** Measures whose window is over or open, and that are not there. */
  readonly measuresOwed: number;
  /** Obligations in a row, up to the newest, that nobody met or told of. */
  readonly missedInARow: number;
  /** ISO 8601: when the present run of missed work was long enough to be noticed; null where it is not. */
  readonly missedWorkNoticedAt: string | null;
}

/** The people a reader looks after, those with alerts first, then those with most to review. */
export class CaseloadOf extends Query<readonly CaseloadEntry[]> {
  /**
   * @param today `YYYY-MM-DD`
   * @param instrumentId of the trend; the one scored most often in the study when left out
   */
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
    readonly today: string,
    readonly instrumentId?: string,
  ) {
    super();
  }
}

const WEEKS = `SELECT coalesce(json_agg(w ORDER BY w."from"), '[]') FROM (
    SELECT to_char(start, 'YYYY-MM-DD') AS "from",
      count(o.occurrence) FILTER (WHERE o.state <> 'void')::int AS due,
      (count(*) FILTER (WHERE o.state IN ('done', 'part', 'alternative')))::int AS done,
      (count(*) FILTER (WHERE o.state = 'unknown'))::int AS unknown
    FROM generate_series($2::date - 56, $2::date - 7, interval '7 days') start
    LEFT JOIN occurrences o ON o.participant_id = p.participant_id AND o.taken_away_at IS NULL
      AND o.due_date >= start::date AND o.due_date < start::date + 7
    GROUP BY start) w`;

const TREND = `SELECT coalesce(json_agg(json_build_object('date', t.local_date::text, 'total', t.total) ORDER BY t.occurred_at), '[]')
  FROM (SELECT local_date, total, occurred_at FROM outcomes o
    WHERE o.participant_id = p.participant_id AND o.instrument_id = i.instrument_id AND o.total IS NOT NULL
    ORDER BY o.occurred_at DESC LIMIT 8) t`;

const TO_REVIEW = `SELECT count(*)::int FROM assignments a WHERE a.participant_id = p.participant_id AND ${WAITS}`;

const NEXT_SESSION = `SELECT json_build_object('sessionId', s.session_id, 'sessionNumber', s.session_number,
    'at', to_char(s.scheduled_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'modality', s.modality)
  FROM sessions s WHERE s.participant_id = p.participant_id AND s.state = 'scheduled' AND s.local_date >= $2::date
  ORDER BY s.scheduled_at, s.session_id LIMIT 1`;

const INSTRUMENT = `SELECT coalesce($3::text, (SELECT o.instrument_id FROM outcomes o
  WHERE o.study_id = $1 AND o.total IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1)) AS instrument_id`;

const MISSED = `SELECT count(*)::int FROM occurrences o WHERE o.participant_id = p.participant_id
  AND o.state IN ('unknown', 'not-done') AND o.taken_away_at IS NULL AND o.due_date < $2::date
  AND o.due_at > coalesce((SELECT max(d.due_at) FROM occurrences d
    WHERE d.participant_id = p.participant_id AND d.state IN ('done', 'part', 'alternative') AND d.due_date < $2::date), '-infinity')`;

const NOTICED = `SELECT to_char(m.noticed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') FROM missed_runs m
  WHERE m.participant_id = p.participant_id AND m.since > coalesce((SELECT max(d.due_at) FROM occurrences d
    WHERE d.participant_id = p.participant_id AND d.state IN ('done', 'part', 'alternative')), '-infinity')`;

const CASELOAD = `SELECT p.participant_id AS "participantId", p.code, p.site_id AS "siteId", p.status,
    (${NEXT_SESSION}) AS "nextSession", i.instrument_id AS "trendInstrumentId",
    (${TO_REVIEW}) AS "toReview", (${WEEKS}) AS weeks, (${TREND}) AS trend, (${MISSED}) AS "missedInARow",
    (${NOTICED}) AS "missedWorkNoticedAt",
    (SELECT count(*)::int FROM alerts a WHERE a.participant_id = p.participant_id AND a.status <> 'closed') AS "openAlerts",
    (SELECT count(*)::int FROM sessions s WHERE s.participant_id = p.participant_id AND s.state = 'held'
      AND s.homework_assigned IS NULL) AS "sessionsUnlogged",
    (SELECT count(*)::int FROM due_measures m WHERE m.participant_id = p.participant_id
      AND m.status IN ('due', 'overdue')) AS "measuresOwed"
  FROM participants p CROSS JOIN (${INSTRUMENT}) i WHERE p.study_id = $1
  ORDER BY "openAlerts" DESC, "toReview" DESC, p.participant_id LIMIT 500`;

@QueryHandler(CaseloadOf)
export class CaseloadOfHandler implements IQueryHandler<CaseloadOf> {
  execute({ snapshot, studyId, today, instrumentId }: CaseloadOf): Promise<readonly CaseloadEntry[]> {
    return snapshot.sql<CaseloadEntry>(CASELOAD, [studyId, today, instrumentId ?? null]);
  }
}

/** How a site is doing over some days. Counts. */
export interface SiteOverview {
  readonly siteId: string | null;
  readonly participants: number;
  /** Obligations due in those days, without void ones. */
  readonly due: number;
  readonly done: number;
  readonly notDone: number;
  /** Missing data: due, and told by nobody. Not the same as missed work. */
  readonly unknown: number;
  readonly voided: number;
  readonly sessionsHeld: number;
  readonly sessionsUnlogged: number;
  readonly measuresOwed: number;
  readonly openAlerts: number;
  /** Ratings made when an outcome answered after the rated work was on record: the rater could have known it. */
  readonly ratingsAfterOutcome: number;
}

/** Every site of a study between two days, both included. */
export class OverviewOfSites extends Query<readonly SiteOverview[]> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
    readonly from: string,
    readonly to: string,
  ) {
    super();
  }
}

const at = (table: string, condition: string): string =>
  `(SELECT count(*)::int FROM ${table} x WHERE x.study_id = $1 AND x.site_id IS NOT DISTINCT FROM p.site_id AND ${condition})`;
const DUE = 'x.due_date BETWEEN $2::date AND $3::date AND x.taken_away_at IS NULL';
const HELD = `x.state = 'held' AND x.local_date BETWEEN $2::date AND $3::date`;
const AFTER_OUTCOME = `x.local_date BETWEEN $2::date AND $3::date AND EXISTS (SELECT FROM outcomes o
  WHERE o.participant_id = x.participant_id AND o.recorded_at < x.recorded_at AND o.occurred_at > coalesce(
    (SELECT a.assigned_at FROM assignments a WHERE a.assignment_id = x.target_assignment_id LIMIT 1),
    (SELECT s.occurred_at FROM sessions s WHERE s.session_id = x.target_session_id AND s.participant_id = x.participant_id),
    x.target_to::timestamptz))`;

const OVERVIEW = `SELECT p.site_id AS "siteId", count(*)::int AS participants,
    ${at('occurrences', `${DUE} AND x.state <> 'void'`)} AS due,
    ${at('occurrences', `${DUE} AND x.state IN ('done', 'part', 'alternative')`)} AS done,
    ${at('occurrences', `${DUE} AND x.state = 'not-done'`)} AS "notDone",
    ${at('occurrences', `${DUE} AND x.state = 'unknown'`)} AS unknown,
    ${at('occurrences', `${DUE} AND x.state = 'void'`)} AS voided,
    ${at('sessions', HELD)} AS "sessionsHeld",
    ${at('sessions', `${HELD} AND x.homework_assigned IS NULL`)} AS "sessionsUnlogged",
    ${at('due_measures', `x.status IN ('due', 'overdue')`)} AS "measuresOwed",
    ${at('alerts', `x.status <> 'closed'`)} AS "openAlerts",
    ${at('ratings', AFTER_OUTCOME)} AS "ratingsAfterOutcome"
  FROM participants p WHERE p.study_id = $1 GROUP BY p.site_id ORDER BY p.site_id`;

@QueryHandler(OverviewOfSites)
export class OverviewOfSitesHandler implements IQueryHandler<OverviewOfSites> {
  execute({ snapshot, studyId, from, to }: OverviewOfSites): Promise<readonly SiteOverview[]> {
    return snapshot.sql<SiteOverview>(OVERVIEW, [studyId, from, to]);
  }
}
