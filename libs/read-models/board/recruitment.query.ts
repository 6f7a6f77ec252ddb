import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { type BoardTable, columnsOf } from './board.table.ts';

/** Who was enrolled when and where, beside what the plan expected. */
export class RecruitmentOfStudy extends Query<BoardTable> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
  ) {
    super();
  }
}

/** The part of an analysis plan that says how many people by when. */
const planned = z.object({
  recruitment: z.object({ target: z.int().min(1), from: z.iso.date(), to: z.iso.date() }),
});

const WEEKS = `SELECT to_char(date_trunc('week', enrolled_date), 'YYYY-MM-DD') AS week, coalesce(site_id, '') AS site, count(*)::int AS people
  FROM participants WHERE study_id = $1 GROUP BY 1, 2 ORDER BY 1, 2`;
const DAY = 86_400_000;

@QueryHandler(RecruitmentOfStudy)
export class RecruitmentOfStudyHandler implements IQueryHandler<RecruitmentOfStudy> {
  async execute({ snapshot, studyId }: RecruitmentOfStudy): Promise<BoardTable> {
    const found = await snapshot.sql<{ week: string; site: string; people: number }>(WEEKS, [studyId]);
    const [gate] = await snapshot.sql<{ plan: string | null }>('SELECT plan FROM analysis_gates WHERE study_id = $1', [
      studyId,
    ]);
    const plan = planned.safeParse(gate?.plan === null || gate === undefined ? null : JSON.parse(gate.plan));
    const target = plan.success ? plan.data.recruitment : undefined;
    let total = 0;
    const rows = found.map(({ week, site, people }) => {
      total += people;
      return [week, site === '' ? null : site, people, total, target === undefined ? null : expectedBy(week, target)];
    });
    return {
      title: 'Recruitment against target',
      definition:
        'people enrolled, by the Monday of their week and by site; the target rises evenly between the days of the plan',
      denominator: 'everybody enrolled',
      ...{ n: total, excluded: [], rows },
      columns: columnsOf(
        ['week', 'Monday, ISO 8601'],
        ['site', 'where they were enrolled'],
        ['enrolled', 'people in that week'],
        ['total', 'people so far'],
        ['target', 'people expected by the end of that week; empty without a plan'],
      ),
      figures: { target: target?.target ?? null, from: target?.from ?? null, to: target?.to ?? null },
    };
  }
}

function expectedBy(week: string, { target, from, to }: z.infer<typeof planned>['recruitment']): number {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const share = end <= start ? 1 : (Date.parse(week) + 7 * DAY - start) / (end - start);
  return Math.round(target * Math.min(1, Math.max(0, share)));
}
