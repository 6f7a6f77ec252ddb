import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { NO_DATASETS } from '#domain';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import type { ReleasePolicyRow } from './release-policy.row.ts';

/** Who lets releases of a study's data go; why and since when, where somebody has said so. */
export interface ReleasePolicy {
  readonly approval: ReleasePolicyRow['approval'];
  readonly reason: string | null;
  /** ISO 8601, UTC. */
  readonly since: string | null;
}

/** Who lets releases of a study's data go; undefined for no such study. */
export class ReleasePolicyOfStudy extends Query<ReleasePolicy | undefined> {
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly studyId: string,
  ) {
    super();
  }
}

interface Stored {
  readonly approval: ReleasePolicyRow['approval'] | null;
  readonly reason: string | null;
  readonly since: Date | null;
}

const POLICY = `SELECT p.approval, p.reason, p.since
  FROM studies s LEFT JOIN release_policies p ON p.study_id = s.study_id WHERE s.study_id = $1`;

@QueryHandler(ReleasePolicyOfStudy)
export class ReleasePolicyOfStudyHandler implements IQueryHandler<ReleasePolicyOfStudy> {
  async execute({ snapshot, studyId }: ReleasePolicyOfStudy): Promise<ReleasePolicy | undefined> {
    const [found] = await snapshot.sql<Stored>(POLICY, [studyId]);
    if (found === undefined) return undefined;
    const { approval, reason, since } = found;
    return { approval: approval ?? NO_DATASETS.approval, reason, since: since?.toISOString() ?? null };
  }
}
