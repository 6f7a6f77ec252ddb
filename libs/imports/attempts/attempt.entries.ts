import type { AttemptRow } from './attempt.row.ts';
import type { Content } from './entry.comparison.ts';
import { attemptCommand } from '../run/import.ids.ts';

/** One entry that a row makes: the command that writes it, and the content it has in the log. */
export interface AttemptEntry {
  readonly event: 'AttemptStarted' | 'AttemptRecorded';
  readonly commandId: string;
  readonly command: { readonly type: 'StartAttempt' | 'RecordAttempt' } & Content;
  readonly occurredAt: string;
  readonly occurredPrecision: AttemptRow['startPrecision'];
  /** As the event holds it, without the assignment version. */
  readonly content: Content;
}

/** Fields of these entries that the log adds. */
export const ADDED_BY_LOG = ['version'];

/** A row makes two entries, in this order: that the attempt began, and what came of it. */
export function entriesOf(row: AttemptRow, attemptId: string, assignmentId: string): readonly AttemptEntry[] {
  const startedAt = new Date(row.start).toISOString();
  const endedAt = row.end === undefined ? undefined : new Date(row.end).toISOString();
  const started = { attemptId, performer: row.content.performer, startedAt };
  const recorded = { attemptId, ...row.content, startedAt, ...(endedAt === undefined ? {} : { endedAt }) };
  return [
    {
      event: 'AttemptStarted',
      commandId: attemptCommand(attemptId, 'StartAttempt'),
      command: { type: 'StartAttempt', assignmentId, ...started },
      occurredAt: startedAt,
      occurredPrecision: row.startPrecision,
      content: started,
    },
    {
      event: 'AttemptRecorded',
      commandId: attemptCommand(attemptId, 'RecordAttempt'),
      command: { type: 'RecordAttempt', assignmentId, ...recorded },
      occurredAt: endedAt ?? startedAt,
      occurredPrecision: row.endPrecision,
      content: recorded,
    },
  ];
}
