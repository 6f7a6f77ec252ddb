import { type ProcessManager, Turn } from '../process.turn.ts';
import { pauseAfter } from '../safety/alert.escalation.ts';
import { reminderPolicies } from '../watched.studies.ts';
import type { CaseloadNotifier } from './caseload.notifier.ts';

interface Run {
  readonly participantId: string;
  readonly missed: number;
  readonly since: Date;
  readonly through: Date;
}

/**
 * Obligations in a row, up to the newest, that nobody met or told of: as many as the policy says, of people in the study,
 * since the policy is in force, and not noticed before.
 */
const RUNS = `WITH met AS (SELECT participant_id, max(due_at) AS at FROM occurrences WHERE study_id = $1
    AND state IN ('done', 'part', 'alternative') AND due_at < $2 GROUP BY participant_id)
  SELECT o.participant_id AS "participantId", count(*)::int AS missed, min(o.due_at) AS since, max(o.due_at) AS through
  FROM occurrences o JOIN participants p ON p.participant_id = o.participant_id
  LEFT JOIN met d ON d.participant_id = o.participant_id LEFT JOIN missed_runs m ON m.participant_id = o.participant_id
  WHERE o.study_id = $1 AND o.state IN ('open', 'unknown', 'not-done') AND o.taken_away_at IS NULL AND o.due_at < $2
    AND o.due_at > coalesce(d.at, '-infinity') AND p.status = 'enrolled' AND NOT p.personal_data_erased
  GROUP BY o.participant_id, m.through
  HAVING count(*) >= $3 AND (m.through IS NULL OR min(o.due_at) > m.through)
    AND max(o.due_at) >= (SELECT min(w.published_at) FROM watch_documents w WHERE w.study_id = $1
      AND w.kind = 'reminder-policy' AND (w.document::json ->> 'tellClinicianAfter') IS NOT NULL)
  ORDER BY o.participant_id LIMIT 2000`;

interface Untold {
  readonly participantId: string;
  readonly since: Date;
  readonly failedTellings: number;
  readonly lastToldAt: Date | null;
  /** Who treats the participant today, or covers for who does. */
  readonly clinicians: readonly string[];
}

const DAY_THERE = `($2::timestamptz AT TIME ZONE s.time_zone)::date`;
const UNTOLD = `SELECT m.participant_id AS "participantId", m.since, m.failed_tellings AS "failedTellings",
    m.last_told_at AS "lastToldAt", ARRAY(
      SELECT DISTINCT coalesce(v.covered_by, c.therapist_id) FROM caseloads c JOIN studies s ON s.study_id = c.study_id
      LEFT JOIN caseload_covers v ON v.study_id = c.study_id AND v.staff_id = c.therapist_id
        AND ${DAY_THERE} BETWEEN v.from_date AND v.to_date
      WHERE c.participant_id = m.participant_id AND c.from_date <= ${DAY_THERE}
        AND coalesce(c.until_date, 'infinity') > ${DAY_THERE} ORDER BY 1) AS clinicians
  FROM missed_runs m WHERE m.study_id = $1 AND NOT m.told AND m.failed_tellings < 5 ORDER BY m.participant_id LIMIT 2000`;

/**
 * Notices runs of missed work, each once, and tells those who treat the participant: that somebody may want to hear from
 * them, and nothing of what was missed. What could not be told after five tries stays a flag of the caseload.
 */
export class MissedWork implements ProcessManager {
  readonly name = 'missed work';

  constructor(private readonly notifier: CaseloadNotifier) {}

  async run(turn: Turn): Promise<void> {
    for (const [studyId, { version, document }] of await reminderPolicies(turn.snapshot)) {
      const { tellClinicianAfter } = document;
      if (tellClinicianAfter === null) continue;
      for (const run of await turn.snapshot.sql<Run>(RUNS, [studyId, turn.now, tellClinicianAfter])) {
        await notice(turn, run, version);
      }
      const untold = await turn.snapshot.sql<Untold>(UNTOLD, [studyId, turn.now]);
      for (const group of forTheSame(untold.filter((one) => isDue(one, turn.now)))) await this.#tell(turn, group);
    }
  }

  async #tell(turn: Turn, group: readonly Untold[]): Promise<void> {
    const to = group[0]?.clinicians ?? [];
    const runs = group.map(({ participantId, since }) => `${participantId}/${since.toISOString()}`);
    const messageId = Turn.idFor(`missed-work/${runs.join()}`);
    const { channel, outcome } = await this.notifier.tellOfPeople({ people: group.length, to, messageId }, turn.signal);
    for (const { participantId, since } of group) {
      const told = { participantId, since: since.toISOString(), to, channel, outcome };
      await turn.claim('contact', { type: 'TellClinician', ...told });
    }
  }
}

async function notice(turn: Turn, { participantId, missed, since, through }: Run, policyVersion: number) {
  const run = { since: since.toISOString(), through: through.toISOString() };
  const command = { type: 'NoticeMissedWork', participantId, missed, ...run, policyVersion };
  await turn.intend({ category: 'contact', command, cause: `missed-work/${participantId}/${run.since}` });
}

function isDue({ clinicians, failedTellings, lastToldAt }: Untold, now: string): boolean {
  if (clinicians.length === 0) return false;
  return lastToldAt === null || Date.parse(now) - lastToldAt.getTime() >= pauseAfter(failedTellings);
}

/** One message for several people of the same clinicians. */
function forTheSame(untold: readonly Untold[]): readonly (readonly Untold[])[] {
  const groups = new Map<string, Untold[]>();
  for (const one of untold) {
    const key = JSON.stringify(one.clinicians);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}
