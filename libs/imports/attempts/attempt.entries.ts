import type { AttemptRow } from './attempt.row.ts';
import type { ImportEntry } from '../rows/import.row.ts';
import { attemptCommand } from '../run/import.ids.ts';

/** Fields of these entries that the log adds. */
const ADDED_BY_LOG = ['version'];

/** A row makes two entries, in this order: that the attempt began, and what came of it. */
export function entriesOf(row: AttemptRow, attemptId: string, assignmentId: string): readonly ImportEntry[] {
  const startedAt = new Date(row.start).toISOString();
  const endedAt = row.end === undefined ? undefined : new Date(row.end).toISOString();
  const started = { attemptId, performer: row.content.performer, startedAt };
  const recorded = { attemptId, ...row.content, startedAt, ...(endedAt === undefined ? {} : { endedAt }) };
  const entry = { category: 'assignment', recordId: assignmentId, addedByLog: ADDED_BY_LOG } as const;
  return [
    {
      ...entry,
      event: 'AttemptStarted',
      commandId: attemptCommand(attemptId, 'StartAttempt'),
      command: { type: 'StartAttempt', assignmentId, ...started },
      occurredAt: startedAt,
      occurredPrecision: row.startPrecision,
      content: started,
    },
    {
      ...entry,
      event: 'AttemptRecorded',
      commandId: attemptCommand(attemptId, 'RecordAttempt'),
      command: { type: 'RecordAttempt', assignmentId, ...recorded },
      occurredAt: endedAt ?? startedAt,
      occurredPrecision: row.endPrecision,
      content: recorded,
    },
  ];
}
