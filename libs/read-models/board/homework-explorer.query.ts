import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { type BoardTable, columnsOf, short } from './board.table.ts';

/** By what homework is told apart. */
export type HomeworkAspect =
  'focus' | 'medium' | 'difficulty' | 'phase' | 'initiated-by' | 'rationale-given' | 'setting' | 'site' | 'barrier';

/** What is given, done, adjusted and abandoned, and why. */
export class ExploreHomework extends Query<BoardTable> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
    readonly aspect: HomeworkAspect,
  ) {
    super();
  }
}

const COLUMN: Readonly<Record<Exclude<HomeworkAspect, 'barrier'>, string>> = {
  focus: 'a.focus',
  medium: 'a.medium',
  difficulty: 'a.difficulty::text',
  phase: 'a.phase',
  'initiated-by': 'a.initiated_by',
  'rationale-given': "CASE WHEN a.rationale_given THEN 'given' ELSE 'not given' END",
  setting: 'a.setting',
  site: 'a.site_id',
};

const whole = (
  part: string,
) => `SELECT ${part} AS part, count(*)::int AS given, count(DISTINCT a.participant_id)::int AS people,
    count(*) FILTER (WHERE a.status = 'completed')::int AS completed, count(*) FILTER (WHERE a.attempts_recorded > 0)::int AS attempted,
    count(*) FILTER (WHERE a.adjustments > 0)::int AS adjusted, count(*) FILTER (WHERE a.attempts_abandoned > 0)::int AS abandoned,
    count(*) FILTER (WHERE a.status IN ('declined', 'withdrawn'))::int AS refused, count(*) FILTER (WHERE a.reviews > 0)::int AS reviewed
  FROM assignments a WHERE a.study_id = $1 GROUP BY 1 ORDER BY 2 DESC, 1`;

/** Barriers are told of attempts; one attempt may have several. */
const BARRIERS = `SELECT b.barrier AS part, count(DISTINCT t.assignment_id)::int AS given, count(DISTINCT t.participant_id)::int AS people,
    count(DISTINCT t.assignment_id) FILTER (WHERE a.status = 'completed')::int AS completed,
    count(DISTINCT t.assignment_id) FILTER (WHERE t.state <> 'abandoned')::int AS attempted,
    count(DISTINCT t.assignment_id) FILTER (WHERE a.adjustments > 0)::int AS adjusted,
    count(DISTINCT t.assignment_id) FILTER (WHERE t.state = 'abandoned')::int AS abandoned,
    count(DISTINCT t.assignment_id) FILTER (WHERE a.status IN ('declined', 'withdrawn'))::int AS refused,
    count(DISTINCT t.assignment_id) FILTER (WHERE a.reviews > 0)::int AS reviewed
  FROM attempts t CROSS JOIN LATERAL unnest(t.barriers) AS b(barrier) JOIN assignments a ON a.assignment_id = t.assignment_id
  WHERE t.study_id = $1 GROUP BY 1 ORDER BY 2 DESC, 1`;

interface Part {
  readonly part: string | null;
  readonly given: number;
  readonly people: number;
  readonly completed: number;
  readonly attempted: number;
  readonly adjusted: number;
  readonly abandoned: number;
  readonly refused: number;
  readonly reviewed: number;
}

@QueryHandler(ExploreHomework)
export class ExploreHomeworkHandler implements IQueryHandler<ExploreHomework> {
  async execute({ snapshot, studyId, aspect }: ExploreHomework): Promise<BoardTable> {
    const statement = aspect === 'barrier' ? BARRIERS : whole(COLUMN[aspect]);
    const parts = await snapshot.sql<Part>(statement, [studyId]);
    const [all] = await snapshot.sql<{ people: number; assignments: number }>(
      'SELECT count(DISTINCT participant_id)::int AS people, count(*)::int AS assignments FROM assignments WHERE study_id = $1',
      [studyId],
    );
    return {
      title: `Homework by ${aspect}`,
      definition:
        'assignments as they stand: completed, with an attempt, adjusted, with an abandoned attempt, declined or withdrawn, reviewed',
      denominator: aspect === 'barrier' ? 'assignments with an attempt that told of the barrier' : 'every assignment',
      n: all?.people ?? 0,
      excluded: [],
      columns: columnsOf(
        [aspect, 'empty where it is not recorded'],
        ['assignments', 'count'],
        ['people', 'count'],
        ...(['completed', 'attempted', 'adjusted', 'abandoned', 'declined or withdrawn', 'reviewed'] as const).map(
          (name) => [name, 'assignments'] as const,
        ),
        ['share completed', '0 to 1'],
      ),
      rows: parts.map(({ part, given, people, completed, attempted, adjusted, abandoned, refused, reviewed }) => [
        ...[part, given, people, completed, attempted, adjusted, abandoned, refused, reviewed],
        short(given === 0 ? null : completed / given),
      ]),
      figures: { assignments: all?.assignments ?? 0 },
    };
  }
}
