import type { Position } from '#event-store';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
import type { ReadRight, Scope } from '../scope/scope.ts';

/** Which records have changed, by kind, study and person: as much as an open page needs to ask again. */
export interface Change {
  /** What its stream is of: `assignment`, `session`, `measure`, … */
  readonly kind: string;
  readonly studyId: string | null;
  readonly participantIds: readonly string[];
}

/** More at once than a page tells apart: then it is told that much has changed. */
export const MOST_CHANGES = 200;

/**
 * A scope that sees of the log’s growth what its holder may read of its tables: the same kinds of records, the same
 * people. What is masked in tables – arms, therapists, letters – is masked here, as in a history.
 */
export function changesScope(scope: Scope): Scope {
  if (scope.kind === 'everything') return scope;
  const seeing = ({ subjects, reach }: ReadRight): ReadRight => ({
    reach,
    subjects: new Set([...subjects, 'history']),
  });
  return { kind: 'granted', rights: scope.rights.map(seeing) };
}

/** What has changed after a position of the log, within the scope of the snapshot; at most `MOST_CHANGES` and one. */
export class ChangesSince extends Query<readonly Change[]> {
  /** @param snapshot opened with `changesScope` */
  constructor(
    readonly snapshot: ReadSnapshot,
    readonly after: Position,
  ) {
    super();
  }
}

@QueryHandler(ChangesSince)
export class ChangesSinceHandler implements IQueryHandler<ChangesSince> {
  async execute({ snapshot, after }: ChangesSince): Promise<readonly Change[]> {
    return snapshot.sql<{ kind: string; studyId: string | null; participantIds: string[] }>(
      `SELECT DISTINCT split_part(f.stream, '-', 1) AS kind, f.study_id AS "studyId", f.participant_ids AS "participantIds"
       FROM facts f WHERE f.position > $1::bigint AND f.position <= $2::bigint
       ORDER BY 1, 2, 3 LIMIT ${MOST_CHANGES + 1}`,
      [String(after), String(snapshot.position)],
    );
  }
}
