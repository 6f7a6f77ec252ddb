import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';

/** How far the interventions of a study have come, as far as the reader sees sessions and homework. Counts of people. */
export interface InterventionCounts {
  /** Session number → people with whom one was held. */
  readonly held: ReadonlyMap<number, number>;
  /** `template version` → people to whom it was assigned. */
  readonly assigned: ReadonlyMap<string, number>;
}

/** Sessions held and worksheets assigned in a study, beside which the plan of the protocol is read. */
export class CountInterventions extends Query<InterventionCounts> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
  ) {
    super();
  }
}

@QueryHandler(CountInterventions)
export class CountInterventionsHandler implements IQueryHandler<CountInterventions> {
  async execute({ snapshot, studyId }: CountInterventions): Promise<InterventionCounts> {
    const held = await snapshot.sql<{ session: number; people: number }>(
      `SELECT session_number AS session, count(DISTINCT participant_id)::int AS people FROM sessions
       WHERE study_id = $1 AND state = 'held' GROUP BY 1 ORDER BY 1`,
      [studyId],
    );
    const assigned = await snapshot.sql<{ template: string; people: number }>(
      `SELECT template_id || ' ' || template_version AS template, count(DISTINCT participant_id)::int AS people
       FROM assignments WHERE study_id = $1 AND template_id IS NOT NULL AND assigned_at IS NOT NULL GROUP BY 1 ORDER BY 1`,
      [studyId],
    );
    return {
      held: new Map(held.map(({ session, people }) => [session, people])),
      assigned: new Map(assigned.map(({ template, people }) => [template, people])),
    };
  }
}
