import { readModelEntities } from '../read-models.entities.ts';
import type { ReadSnapshot } from './read-snapshot.ts';

/** What one table holds, in a few characters. */
export interface TableDigest {
  readonly table: string;
  readonly rows: number;
  /** Equal for equal rows, each as often, in whatever order they lie. */
  readonly digest: string;
}

/**
 * Digests of every table a snapshot sees, in the order of their names. Two 64-bit hashes of each row as text are added up, so
 * nothing is sorted and the memory needed does not grow with the table. Finds faults; is no proof against a forger.
 */
export async function tableDigests(snapshot: ReadSnapshot): Promise<readonly TableDigest[]> {
  const digests: TableDigest[] = [];
  for (const entity of readModelEntities) {
    const { name } = snapshot.table<object>(entity);
    const [found] = await snapshot.sql<{ rows: string; digest: string }>(
      `SELECT count(*) AS rows, format('%s %s', coalesce(sum(hashtextextended(t::text, 0)), 0), coalesce(sum(hashtextextended(t::text, 1)), 0)) AS digest
       FROM ${name} t`,
    );
    digests.push({ table: name.replaceAll('"', ''), rows: Number(found?.rows), digest: found?.digest ?? '' });
  }
  return digests.sort((one, other) => (one.table < other.table ? -1 : 1));
}

/** Names of the tables that differ. */
export function differingTables(some: readonly TableDigest[], others: readonly TableDigest[]): readonly string[] {
  const known = new Map(others.map(({ table, rows, digest }) => [table, `${rows} ${digest}`]));
  return some.filter(({ table, rows, digest }) => known.get(table) !== `${rows} ${digest}`).map(({ table }) => table);
}
