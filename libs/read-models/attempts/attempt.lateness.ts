import { WHOLE } from '#domain';
import type { OccurrenceRow } from '../occurrences/occurrence.row.ts';
import type { AttemptRow } from './attempt.row.ts';

const DAY = 86_400_000;

/** The obligations an attempt may be at, best first, as `OccurrencesByName` takes them. */
export function occurrenceNames({ assignmentId, occurrence, localDate }: AttemptRow): readonly string[] {
  const names = occurrence === null ? [localDate, WHOLE] : [occurrence];
  return names.map((name) => `${assignmentId}\n${name}`);
}

/** Days from the due moment to the work, 0 when it was in time; null where nothing says when it was due. */
export function lateDays(attempt: AttemptRow, obligation: OccurrenceRow | undefined): number | null {
  const dueAt = obligation?.dueAt ?? null;
  if (dueAt === null) return null;
  const done = attempt.endedAt ?? attempt.startedAt ?? attempt.occurredAt;
  return Math.max(0, (Date.parse(done) - Date.parse(dueAt)) / DAY);
}
