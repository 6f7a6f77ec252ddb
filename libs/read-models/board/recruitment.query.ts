import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { type BoardTable, columnsOf } from './board.table.ts';

/** Who was enrolled when and where, beside what the protocol or the plan expected. */
export class RecruitmentOfStudy extends Query<BoardTable> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
    /** Of one site; of all where there is none. */
    readonly siteId: string | null = null,
  ) {
    super();
  }
}

interface Target {
  readonly target: number;
  readonly from: string;
  readonly to: string;
}

/** The parts of a protocol document that say how many people by when. */
const protocolled = z
  .object({
    design: z.object({ plannedParticipants: z.int().min(1) }),
    recruitment: z.object({ from: z.iso.date(), to: z.iso.date() }),
  })
  .transform(({ design, recruitment }): Target => ({ target: design.plannedParticipants, ...recruitment }));

/** The part of an analysis plan that says the same, for studies without a protocol document. */
const planned = z
  .object({ recruitment: z.object({ target: z.int().min(1), from: z.iso.date(), to: z.iso.date() }) })
  .transform(({ recruitment }): Target => recruitment);

const WEEKS = `SELECT to_char(date_trunc('week', enrolled_date), 'YYYY-MM-DD') AS week, coalesce(site_id, '') AS site, count(*)::int AS people
  FROM participants WHERE study_id = $1 AND ($2::text IS NULL OR site_id = $2) GROUP BY 1, 2 ORDER BY 1, 2`;
const PROTOCOL = `SELECT protocol AS document FROM protocol_amendments WHERE study_id = $1 AND protocol IS NOT NULL ORDER BY version DESC LIMIT 1`;
const PLAN = 'SELECT plan AS document FROM analysis_gates WHERE study_id = $1 AND plan IS NOT NULL';
const DAY = 86_400_000;

@QueryHandler(RecruitmentOfStudy)
export class RecruitmentOfStudyHandler implements IQueryHandler<RecruitmentOfStudy> {
  async execute({ snapshot, studyId, siteId }: RecruitmentOfStudy): Promise<BoardTable> {
    const found = await snapshot.sql<{ week: string; site: string; people: number }>(WEEKS, [studyId, siteId]);
    // A target is of the whole study: beside one site it would mislead.
    const target = siteId === null ? await targetOf(snapshot, studyId) : undefined;
    let total = 0;
    const rows = found.map(({ week, site, people }) => {
      total += people;
      return [week, site === '' ? null : site, people, total, target === undefined ? null : expectedBy(week, target)];
    });
    return {
      title: 'Recruitment against target',
      definition:
        'people enrolled, by the Monday of their week and by site; the target, of the protocol or else of the analysis plan, rises evenly between its days',
      denominator: 'everybody enrolled',
      ...{ n: total, excluded: [], rows },
      columns: columnsOf(
        ['week', 'Monday, ISO 8601'],
        ['site', 'where they were enrolled'],
        ['enrolled', 'people in that week'],
        ['total', 'people so far'],
        ['target', 'people expected by the end of that week; empty without one'],
      ),
      figures: { target: target?.target ?? null, from: target?.from ?? null, to: target?.to ?? null },
    };
  }
}

async function targetOf(snapshot: ReadSnapshot, studyId: string): Promise<Target | undefined> {
  for (const [statement, shape] of [
    [PROTOCOL, protocolled],
    [PLAN, planned],
  ] as const) {
    const [found] = await snapshot.sql<{ document: string }>(statement, [studyId]);
    const read = shape.safeParse(found === undefined ? null : JSON.parse(found.document));
    if (read.success) return read.data;
  }
  return undefined;
}

function expectedBy(week: string, { target, from, to }: Target): number {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const share = end <= start ? 1 : (Date.parse(week) + 7 * DAY - start) / (end - start);
  return Math.round(target * Math.min(1, Math.max(0, share)));
}
