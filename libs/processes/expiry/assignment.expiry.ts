import type { ProcessManager, Turn } from '../process.turn.ts';

interface Over {
  readonly assignmentId: string;
  readonly lastDue: Date;
}

/** Homework all of whose obligations fell due on the participant’s calendar, and that nobody completed. */
const OVER = `SELECT a.assignment_id AS "assignmentId", max(o.due_at) AS "lastDue"
  FROM assignments a JOIN occurrences o ON o.assignment_id = a.assignment_id AND o.participant_id = a.participant_id
  WHERE a.status = 'active' AND a.study_id IN (SELECT study_id FROM watch_documents WHERE kind = 'reminder-policy')
  GROUP BY a.assignment_id
  HAVING bool_and(o.due_at IS NOT NULL) AND max(o.due_at) < $1`;

/**
 * Closes homework whose last obligation is over, in studies that published a reminder policy: what was imported or is kept by
 * hand is left alone. Work that comes later is still taken: it is late, not lost.
 */
export class AssignmentExpiry implements ProcessManager {
  readonly name = 'assignment expiry';

  async run(turn: Turn): Promise<void> {
    for (const { assignmentId, lastDue } of await turn.snapshot.sql<Over>(OVER, [turn.now])) {
      const command = { type: 'ExpireAssignment', assignmentId };
      await turn.intend({ category: 'assignment', command, cause: `${assignmentId}/${lastDue.toISOString()}` });
    }
  }
}
