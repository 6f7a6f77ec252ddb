import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';

/** Stages of the participant flow (CONSORT 2025), as far as they do not depend on arms. */
export type FlowStage =
  | 'screened'
  | 'not-eligible'
  | 'eligible-not-enrolled'
  | 'consented'
  | 'enrolled'
  | 'allocated'
  | 'received-intervention'
  | 'left-intervention'
  | 'left-study'
  | 'lost-to-follow-up'
  | 'completed'
  | 'ongoing';

export interface FlowCount {
  readonly stage: FlowStage;
  readonly people: number;
  /** One person may have several exclusion criteria: those reasons can add up to more than the people. */
  readonly reasons: readonly { readonly reason: string; readonly people: number }[];
}

/** How many people of a study reached each stage, and why others did not. */
export class CountFlow extends Query<readonly FlowCount[]> {
  /**
   * @param participantIds whom to count; everybody, when left out
   * @param siteId of one site; of all where there is none
   */
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
    readonly participantIds?: readonly string[],
    readonly siteId: string | null = null,
  ) {
    super();
  }
}

interface StageRule {
  readonly stage: FlowStage;
  readonly condition: string;
  /** The SQL that says why. */
  readonly reason?: string;
}

const ENROLLED = 'enrolled_at IS NOT NULL';
const ALLOCATED = 'EXISTS (SELECT FROM allocations l WHERE l.participant_id = flow.participant_id)';
const STAGES: readonly StageRule[] = [
  { stage: 'screened', condition: 'screened_at IS NOT NULL' },
  { stage: 'not-eligible', condition: `eligible = false AND enrolled_at IS NULL`, reason: 'unnest(exclusions)' },
  { stage: 'eligible-not-enrolled', condition: 'eligible = true AND enrolled_at IS NULL' },
  { stage: 'consented', condition: 'consented_at IS NOT NULL' },
  { stage: 'enrolled', condition: ENROLLED },
  { stage: 'allocated', condition: ALLOCATED },
  {
    stage: 'received-intervention',
    condition: `${ALLOCATED} AND (EXISTS (SELECT FROM sessions s WHERE s.participant_id = flow.participant_id AND s.state = 'held')
      OR EXISTS (SELECT FROM assignments a WHERE a.participant_id = flow.participant_id))`,
  },
  {
    stage: 'left-intervention',
    condition: `${ENROLLED} AND left_intervention_at IS NOT NULL`,
    reason: 'left_intervention_reason',
  },
  { stage: 'left-study', condition: `${ENROLLED} AND left_study_at IS NOT NULL`, reason: 'left_study_reason' },
  {
    stage: 'lost-to-follow-up',
    condition: `${ENROLLED} AND left_study_at IS NOT NULL AND left_study_reason = 'lost-to-follow-up'`,
  },
  { stage: 'completed', condition: `${ENROLLED} AND completed_at IS NOT NULL` },
  { stage: 'ongoing', condition: `${ENROLLED} AND left_study_at IS NULL AND completed_at IS NULL` },
];

@QueryHandler(CountFlow)
export class CountFlowHandler implements IQueryHandler<CountFlow> {
  async execute({ snapshot, studyId, participantIds, siteId }: CountFlow): Promise<readonly FlowCount[]> {
    const counts: FlowCount[] = [];
    for (const rule of STAGES) counts.push(await countStage(snapshot, [studyId, participantIds ?? null, siteId], rule));
    return counts;
  }
}

const WHOM =
  'study_id = $1 AND ($2::text[] IS NULL OR participant_id = ANY($2::text[])) AND ($3::text IS NULL OR site_id = $3)';

async function countStage(
  snapshot: ReadSnapshot,
  parameters: readonly unknown[],
  { stage, condition, reason }: StageRule,
): Promise<FlowCount> {
  const people = await snapshot.sql<{ people: number }>(
    `SELECT count(*)::int AS people FROM flow WHERE ${WHOM} AND ${condition}`,
    parameters,
  );
  const count = people[0]?.people ?? 0;
  if (reason === undefined) return { stage, people: count, reasons: [] };
  const reasons = await snapshot.sql<{ reason: string; people: number }>(
    `SELECT reason, count(*)::int AS people FROM (SELECT ${reason} AS reason FROM flow
     WHERE ${WHOM} AND ${condition}) r GROUP BY 1 ORDER BY 2 DESC, 1`,
    parameters,
  );
  return { stage, people: count, reasons };
}
