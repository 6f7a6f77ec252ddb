import type { ReadSnapshot } from '#read-models';
import type { RowRequest } from './table.source.ts';

type EntityClass<Row> = abstract new () => Row;

/**
 * Rows of some people from the table of one entity.
 * @param condition further SQL over its columns; parameters from $3 on are `values`
 */
export async function storedRows<Row extends object>(
  { snapshot, studyId, participantIds }: Pick<RowRequest, 'snapshot' | 'studyId' | 'participantIds'>,
  entity: EntityClass<Row>,
  condition = 'true',
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  const table = snapshot.table(entity);
  const rows = await snapshot.sql<Record<string, unknown>>(
    `SELECT * FROM ${table.name} WHERE study_id = $1 AND participant_id = ANY($2::text[]) AND ${condition}`,
    [studyId, participantIds, ...values],
  );
  return rows.map((row) => table.hydrate(row));
}

/** Rows of a study that belong to nobody. */
export async function studyRows<Row extends object>(
  snapshot: ReadSnapshot,
  studyId: string,
  entity: EntityClass<Row>,
): Promise<readonly Row[]> {
  const table = snapshot.table(entity);
  const rows = await snapshot.sql<Record<string, unknown>>(`SELECT * FROM ${table.name} WHERE study_id = $1`, [
    studyId,
  ]);
  return rows.map((row) => table.hydrate(row));
}
