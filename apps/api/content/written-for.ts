import { AssignmentsById, type ReadSnapshot } from '#read-models';
import type { QueryBus } from '@nestjs/cqrs';
import { loaderOf } from '../snapshots/loaders.ts';
import type { Visibility } from './sealed-content.ts';

/**
 * For whom an entry of homework is meant: as its writer said of the entry itself; otherwise it is as private as the
 * homework. That homework is meant for research does not mean every entry of it for research.
 * @param own what was said of the entry alone
 */
export async function writtenFor(
  queries: QueryBus,
  { assignmentId, own }: { readonly assignmentId: string; readonly own: Visibility | null | undefined },
  snapshot: ReadSnapshot,
): Promise<Visibility> {
  if (own !== null && own !== undefined) return own;
  const found = loaderOf(snapshot, 'assignment', (at, ids) => queries.execute(new AssignmentsById(at, ids)));
  return (await found.load(assignmentId))?.visibility === 'private' ? 'private' : 'therapist';
}

const ENTRIES = `SELECT assignment_id || '/' || attempt_id AS entry, visibility FROM attempts
  WHERE assignment_id || '/' || attempt_id = ANY($1::text[]) AND assignment_id = ANY($2::text[])`;

/** What the participant said of one attempt alone; null where they said nothing of it. */
export async function saidOfAttempt(
  { assignmentId, attemptId }: { readonly assignmentId: string; readonly attemptId: string | null },
  snapshot: ReadSnapshot,
): Promise<Visibility | null> {
  if (attemptId === null) return null;
  const said = loaderOf(snapshot, 'sharing of attempts', async (at, entries) => {
    const assignments = entries.map((entry) => entry.slice(0, entry.indexOf('/')));
    const rows = await at.sql<{ entry: string; visibility: Visibility | null }>(ENTRIES, [entries, assignments]);
    return new Map(rows.map(({ entry, visibility }) => [entry, visibility]));
  });
  return (await said.load(`${assignmentId}/${attemptId}`)) ?? null;
}
