import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { type AgendaGoal, type AgendaHomework, type AgendaItem, agendaItems } from './agenda.items.ts';

export interface SessionAgenda {
  readonly participantId: string;
  /** The last session that the participant attended; null before the first. */
  readonly since: { readonly sessionId: string; readonly sessionNumber: number; readonly at: string } | null;
  readonly items: readonly AgendaItem[];
}

/** What the next session has to take up, of one participant. */
export class DrawUpAgenda extends Query<SessionAgenda> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
    readonly participantId: string,
  ) {
    super();
  }
}

@QueryHandler(DrawUpAgenda)
export class DrawUpAgendaHandler implements IQueryHandler<DrawUpAgenda> {
  async execute({ snapshot, studyId, participantId }: DrawUpAgenda): Promise<SessionAgenda> {
    const [last] = await snapshot.sql<{ session_id: string; session_number: number; occurred_at: Date }>(LAST_SESSION, [
      studyId,
      participantId,
    ]);
    const since = last?.occurred_at.toISOString() ?? null;
    const [homework, goals] = await Promise.all([
      snapshot.sql<AgendaHomework>(HOMEWORK, [studyId, participantId, since ?? '-infinity']),
      snapshot.sql<AgendaGoal>(GOALS, [studyId, participantId]),
    ]);
    return {
      participantId,
      since:
        last === undefined || since === null
          ? null
          : { sessionId: last.session_id, sessionNumber: last.session_number, at: since },
      items: agendaItems(homework, goals),
    };
  }
}

const LAST_SESSION = `
  SELECT session_id, session_number, occurred_at FROM sessions
  WHERE study_id = $1 AND participant_id = $2 AND state = 'held' AND attended IS NOT FALSE
  ORDER BY occurred_at DESC LIMIT 1`;

const GOALS = `
  SELECT goal_id AS "goalId", statement::json AS statement, attainment FROM goals
  WHERE study_id = $1 AND participant_id = $2 AND status = 'open' ORDER BY set_at, goal_id`;

/** One line a piece of homework that is open, or that ended or was worked on since the last session. */
const HOMEWORK = `
  SELECT a.assignment_id AS "assignmentId", a.title::json AS title, a.visibility, a.status, a.unanswered,
    coalesce(t.full_, 0)::int AS "full", coalesce(t.part, 0)::int AS part,
    coalesce(t.alternative, 0)::int AS alternative, coalesce(t.unable, 0)::int AS unable,
    coalesce(t.abandoned, 0)::int AS abandoned,
    coalesce(o.not_done, 0)::int AS "notDone", coalesce(o.unreported, 0)::int AS unreported,
    t.difficulty, t.helpfulness, coalesce(b.barriers, '{}') AS barriers,
    EXISTS (SELECT FROM reviews r WHERE r.assignment_id = a.assignment_id AND r.occurred_at > $3::timestamptz) AS reviewed,
    coalesce(p.goal_ids, '{}') AS "goalIds"
  FROM assignments a
  LEFT JOIN homework_plans p ON p.assignment_id = a.assignment_id
  LEFT JOIN LATERAL (
    SELECT count(*) FILTER (WHERE outcome = 'full') AS full_, count(*) FILTER (WHERE outcome = 'part') AS part,
      count(*) FILTER (WHERE outcome = 'alternative') AS alternative,
      count(*) FILTER (WHERE outcome = 'unable') AS unable, count(*) FILTER (WHERE state = 'abandoned') AS abandoned,
      avg(difficulty)::float8 AS difficulty, avg(helpfulness)::float8 AS helpfulness
    FROM attempts WHERE assignment_id = a.assignment_id AND state <> 'started' AND occurred_at > $3::timestamptz) t ON true
  LEFT JOIN LATERAL (
    SELECT count(*) FILTER (WHERE state = 'not-done') AS not_done, count(*) FILTER (WHERE state = 'unknown') AS unreported
    FROM occurrences WHERE assignment_id = a.assignment_id
      AND (due_at > $3::timestamptz OR due_at IS NULL)) o ON true
  LEFT JOIN LATERAL (
    SELECT array_agg(DISTINCT each ORDER BY each) AS barriers FROM attempts x, unnest(x.barriers) each
    WHERE x.assignment_id = a.assignment_id AND x.occurred_at > $3::timestamptz) b ON true
  WHERE a.study_id = $1 AND a.participant_id = $2
    AND (a.status IN ('active', 'proposed')
      OR coalesce(a.completed_at, a.expired_at, a.withdrawn_at) > $3::timestamptz OR a.last_attempt_at > $3::timestamptz)
  ORDER BY coalesce(a.assigned_at, a.proposed_at), a.assignment_id`;
