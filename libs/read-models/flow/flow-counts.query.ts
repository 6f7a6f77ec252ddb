import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';

/** Stages of the participant flow (CONSORT 2025), as far as they do not depend on arms. */
export type FlowStage =
  | 'screened'
  | 'not-eligible'
  | 'eligible-not-enrolled'
  | 'consented'
  | 'enrolled'
  | 'left-intervention'
  | 'left-study'
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
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
  ) {
    super();
  }
}

/** Stage → who is in it, and the column that says why. */
const STAGES: Readonly<Record<FlowStage, readonly [condition: string, reason?: string]>> = {
  screened: ['screened_at IS NOT NULL'],
  'not-eligible': ['eligible = false AND enrolled_at IS NULL', 'unnest(exclusions)'],
  'eligible-not-enrolled': ['eligible = true AND enrolled_at IS NULL'],
  consented: ['consented_at IS NOT NULL'],
  enrolled: ['enrolled_at IS NOT NULL'],
  'left-intervention': ['enrolled_at IS NOT NULL AND left_intervention_at IS NOT NULL', 'left_intervention_reason'],
  'left-study': ['enrolled_at IS NOT NULL AND left_study_at IS NOT NULL', 'left_study_reason'],
  completed: ['enrolled_at IS NOT NULL AND completed_at IS NOT NULL'],
  ongoing: ['enrolled_at IS NOT NULL AND left_study_at IS NULL AND completed_at IS NULL'],
};

@QueryHandler(CountFlow)
export class CountFlowHandler implements IQueryHandler<CountFlow> {
  async execute({ snapshot, studyId }: CountFlow): Promise<readonly FlowCount[]> {
    const counts: FlowCount[] = [];
    for (const [stage, [condition, reason]] of Object.entries(STAGES)) {
      const [found] = await snapshot.sql<{ people: number }>(
        `SELECT count(*)::int AS people FROM flow WHERE study_id = $1 AND ${condition}`,
        [studyId],
      );
      const reasons =
        reason === undefined
          ? []
          : await snapshot.sql<{ reason: string; people: number }>(
              `SELECT reason, count(*)::int AS people FROM (SELECT ${reason} AS reason FROM flow
               WHERE study_id = $1 AND ${condition}) r GROUP BY 1 ORDER BY 2 DESC, 1`,
              [studyId],
            );
      counts.push({ stage: stage as FlowStage, people: found?.people ?? 0, reasons });
    }
    return counts;
  }
}
