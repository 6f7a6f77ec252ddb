import type pg from 'pg';
import type { ExportProgress } from '../pipeline/dataset.export.ts';

/** Says how far a release is, to every process. */
export async function tellProgress(
  pool: pg.Pool,
  { studyId, releaseId }: { readonly studyId: string; readonly releaseId: string },
  { stage, rows }: ExportProgress,
): Promise<void> {
  await pool.query(
    `INSERT INTO dataset_progress (study_id, release_id, stage, rows) VALUES ($1, $2, $3, $4)
     ON CONFLICT (study_id, release_id) DO UPDATE SET stage = $3, rows = $4, updated_at = now()`,
    [studyId, releaseId, stage, rows],
  );
}

export interface ToldProgress {
  readonly releaseId: string;
  readonly stage: string;
  readonly rows: number;
}

/** Releases of a study that are being made. */
export async function progressOf(pool: pg.Pool, studyId: string): Promise<readonly ToldProgress[]> {
  const { rows } = await pool.query<{ release_id: string; stage: string; rows: string }>(
    'SELECT release_id, stage, rows FROM dataset_progress WHERE study_id = $1',
    [studyId],
  );
  return rows.map((row) => ({ releaseId: row.release_id, stage: row.stage, rows: Number(row.rows) }));
}

/** It is made, or will not be. */
export async function endProgress(pool: pg.Pool, studyId: string, releaseId: string): Promise<void> {
  await pool.query('DELETE FROM dataset_progress WHERE study_id = $1 AND release_id = $2', [studyId, releaseId]);
}
