import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { builtInWorksheets } from '#worksheets';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { type BoardTable, columnsOf, short } from './board.table.ts';
import { HOMEWORK_ASPECTS, type HomeworkAspect } from './homework.aspects.ts';

/** What is given, done, adjusted and abandoned, and why. */
export class ExploreHomework extends Query<BoardTable> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
    readonly aspect: HomeworkAspect,
    /** Of one site; of all where there is none. */
    readonly siteId: string | null = null,
  ) {
    super();
  }
}

/** What came of assignments, each counted once however many parts it has. */
export const OUTCOMES_OF_HOMEWORK = `count(DISTINCT a.assignment_id)::int AS given,
    count(DISTINCT a.assignment_id) FILTER (WHERE a.status = 'completed')::int AS completed,
    count(DISTINCT a.assignment_id) FILTER (WHERE a.attempts_recorded > 0)::int AS attempted,
    count(DISTINCT a.assignment_id) FILTER (WHERE a.adjustments > 0)::int AS adjusted,
    count(DISTINCT a.assignment_id) FILTER (WHERE a.attempts_abandoned > 0)::int AS abandoned,
    count(DISTINCT a.assignment_id) FILTER (WHERE a.status IN ('declined', 'withdrawn'))::int AS refused,
    count(DISTINCT a.assignment_id) FILTER (WHERE a.reviews > 0)::int AS reviewed`;
const WITHIN = 'a.study_id = $1 AND ($2::text IS NULL OR a.site_id = $2)';

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

/** Parameters of an aspect’s source beyond the study and the site. */
export function aspectParameters(aspect: HomeworkAspect): readonly unknown[] {
  if (aspect !== 'approach') return [];
  const pairs = [...builtInWorksheets.values()].flatMap(({ id, approach }) => approach.map((each) => [id, each]));
  return [pairs.map(([id]) => id), pairs.map(([, approach]) => approach)];
}

@QueryHandler(ExploreHomework)
export class ExploreHomeworkHandler implements IQueryHandler<ExploreHomework> {
  async execute({ snapshot, studyId, aspect, siteId }: ExploreHomework): Promise<BoardTable> {
    const { part, from = '', of } = HOMEWORK_ASPECTS[aspect];
    const parts = await snapshot.sql<Part>(
      `SELECT ${part} AS part, count(DISTINCT a.participant_id)::int AS people, ${OUTCOMES_OF_HOMEWORK}
       FROM assignments a ${from} WHERE ${WITHIN} GROUP BY 1 ORDER BY 3 DESC, 1`,
      [studyId, siteId, ...aspectParameters(aspect)],
    );
    const [all] = await snapshot.sql<{ people: number; assignments: number }>(
      `SELECT count(DISTINCT a.participant_id)::int AS people, count(*)::int AS assignments FROM assignments a WHERE ${WITHIN}`,
      [studyId, siteId],
    );
    return {
      title: `Homework by ${aspect}`,
      definition:
        'assignments as they stand: completed, with an attempt, adjusted, with an abandoned attempt, declined or withdrawn, reviewed',
      denominator: of ?? 'every assignment',
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
      rows: parts.map(({ part: name, given, people, completed, attempted, adjusted, abandoned, refused, reviewed }) => [
        ...[name, given, people, completed, attempted, adjusted, abandoned, refused, reviewed],
        short(given === 0 ? null : completed / given),
      ]),
      figures: { assignments: all?.assignments ?? 0, aspect },
    };
  }
}
