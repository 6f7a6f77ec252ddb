import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import { AllocationRow } from './allocation.row.ts';
import { AllocationSchemeRow } from './allocation-scheme.row.ts';
import { UnblindingRow } from './unblinding.row.ts';

/** How a study allocates, and how many it has allocated as far as the reader sees. */
export interface AllocationOverview {
  readonly scheme: AllocationSchemeRow | null;
  readonly allocated: number;
}

/** The scheme of a study; `scheme` is null where arms come from elsewhere or none are sealed yet. */
export class AllocationOfStudy extends Query<AllocationOverview> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
  ) {
    super();
  }
}

@QueryHandler(AllocationOfStudy)
export class AllocationOfStudyHandler implements IQueryHandler<AllocationOfStudy> {
  async execute({ snapshot, studyId }: AllocationOfStudy): Promise<AllocationOverview> {
    const [scheme] = await snapshot.sql<Record<string, unknown>>(
      'SELECT * FROM allocation_schemes WHERE study_id = $1',
      [studyId],
    );
    const [counted] = await snapshot.sql<{ people: number }>(
      'SELECT count(*)::int AS people FROM allocations WHERE study_id = $1',
      [studyId],
    );
    return {
      scheme: scheme === undefined ? null : snapshot.table(AllocationSchemeRow).hydrate(scheme),
      allocated: counted?.people ?? 0,
    };
  }
}

/** Whether and when a participant was allocated; nothing for those who were not. */
export class AllocationOfParticipant extends Query<AllocationRow | undefined> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly participantId: string,
  ) {
    super();
  }
}

@QueryHandler(AllocationOfParticipant)
export class AllocationOfParticipantHandler implements IQueryHandler<AllocationOfParticipant> {
  async execute({ snapshot, participantId }: AllocationOfParticipant): Promise<AllocationRow | undefined> {
    const [row] = await snapshot.sql<Record<string, unknown>>('SELECT * FROM allocations WHERE participant_id = $1', [
      participantId,
    ]);
    return row && snapshot.table(AllocationRow).hydrate(row);
  }
}

/** Everybody who was told a participant’s arm, in the order in which they were. */
export class UnblindingsOfParticipant extends Query<readonly UnblindingRow[]> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly participantId: string,
  ) {
    super();
  }
}

@QueryHandler(UnblindingsOfParticipant)
export class UnblindingsOfParticipantHandler implements IQueryHandler<UnblindingsOfParticipant> {
  async execute({ snapshot, participantId }: UnblindingsOfParticipant): Promise<readonly UnblindingRow[]> {
    const table = snapshot.table(UnblindingRow);
    const rows = await snapshot.sql<Record<string, unknown>>(
      'SELECT * FROM unblindings WHERE participant_id = $1 ORDER BY unblinded_at, revealed_to',
      [participantId],
    );
    return rows.map((row) => table.hydrate(row));
  }
}
