import type { Position } from '#event-store';
import type { Sql } from './fact.source.ts';

/** Midnight (UTC) of the day of each study's last event at a position. */
export async function lastDays(
  sql: Sql,
  studyIds: readonly string[],
  upTo: Position,
): Promise<ReadonlyMap<string, string>> {
  const rows = await sql<{ study_id: string; recorded_at: Date }>(
    `SELECT s.study_id, f.recorded_at FROM unnest($1::text[]) AS s(study_id)
     CROSS JOIN LATERAL (SELECT recorded_at FROM facts WHERE study_id = s.study_id COLLATE "C" AND position <= $2::bigint
       ORDER BY position DESC LIMIT 1) f`,
    [studyIds, String(upTo)],
  );
  return new Map(rows.map(({ study_id: study, recorded_at: at }) => [study, midnightOf(at)]));
}

function midnightOf(at: Date): string {
  return `${at.toISOString().slice(0, 10)}T00:00:00.000Z`;
}
