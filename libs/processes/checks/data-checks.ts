import { type DataCheck, readProtocol } from '#domain';
import { type DataFinding, findingsOf, FindingsOfCheck, queryKindOf, type ReadSnapshot } from '#read-models';
import { type ProcessManager, Turn } from '../process.turn.ts';

interface SwitchedOn {
  readonly studyId: string;
  readonly ruleId: string;
  readonly version: number;
  readonly history: boolean;
  readonly switchedAt: Date;
  readonly protocol: string;
}

/** Rules that are on, with the protocol in force. A study that is locked takes no queries. */
const SWITCHED_ON = `SELECT s.study_id AS "studyId", s.rule_id AS "ruleId", s.version, s.history,
    s.switched_at AS "switchedAt", p.protocol
  FROM data_check_switches s JOIN LATERAL (SELECT a.protocol FROM protocol_amendments a
    WHERE a.study_id = s.study_id AND a.protocol IS NOT NULL ORDER BY a.version DESC LIMIT 1) p ON true
  WHERE s.version IS NOT NULL AND coalesce((SELECT f.type FROM facts f WHERE f.stream = 'study-' || s.study_id
    AND f.type IN ('StudyLocked', 'StudyUnlocked') ORDER BY f.revision DESC LIMIT 1), '') <> 'StudyLocked'
  ORDER BY 1, 2`;

/** Queries that one turn opens for a rule; the next turn goes on. */
const MOST_A_TURN = 500;

/**
 * Opens a discrepancy query for every record that a rule doubts, once for a rule and record, whatever becomes of the query.
 * Looks at what was recorded since the rule was switched on and not imported; at the whole history where that was asked for.
 */
export class DataChecks implements ProcessManager {
  readonly name = 'data checks';

  async run(turn: Turn): Promise<void> {
    for (const on of await turn.snapshot.sql<SwitchedOn>(SWITCHED_ON)) {
      const rule = ruleOf(on);
      if (rule !== undefined) await this.#look(turn, on, rule);
    }
  }

  async #look(turn: Turn, { studyId, history, switchedAt }: SwitchedOn, rule: DataCheck): Promise<void> {
    const asked = await askedBy(turn.snapshot, studyId, rule.ruleId);
    const since = history ? undefined : switchedAt.toISOString();
    const found = await findingsOf(new FindingsOfCheck(turn.snapshot, studyId, rule, { since }));
    const fresh = found.filter((finding) => !asked.has(queryIdFor(studyId, rule.ruleId, finding)));
    for (const finding of fresh.slice(0, MOST_A_TURN)) await open(turn, studyId, rule, finding);
  }
}

async function open(turn: Turn, studyId: string, rule: DataCheck, finding: DataFinding): Promise<void> {
  const { ruleId, question } = rule;
  const { participantId, category, recordId, field } = finding;
  const queryId = queryIdFor(studyId, ruleId, finding);
  const doubt = { participantId, category, recordId, field, kind: queryKindOf(rule), ruleId, question };
  const command = { type: 'OpenQuery', queryId, ...doubt };
  await turn.intend({ category: 'query', command, cause: causeOf(studyId, ruleId, finding) });
}

/** The version is not in it: a rule that is published anew does not ask again what it has asked. */
function causeOf(studyId: string, ruleId: string, { participantId, category, recordId, field, part }: DataFinding) {
  return ['data-check', studyId, ruleId, participantId, category, recordId, field, part].join('/');
}

/** The id of the query that a rule opens, or opened, for a finding. */
export function queryIdFor(studyId: string, ruleId: string, finding: DataFinding): string {
  return Turn.idFor(`query/${causeOf(studyId, ruleId, finding)}`);
}

/** Ids of the queries that a rule has opened in a study, whatever has become of them. */
export async function askedBy(snapshot: ReadSnapshot, studyId: string, ruleId: string): Promise<ReadonlySet<string>> {
  const rows = await snapshot.sql<{ queryId: string }>(
    'SELECT query_id AS "queryId" FROM queries WHERE study_id = $1 AND rule_id = $2',
    [studyId, ruleId],
  );
  return new Set(rows.map(({ queryId }) => queryId));
}

/** The rule as the protocol in force has it; none where that has another version of it, which was never switched on. */
function ruleOf({ ruleId, version, protocol }: SwitchedOn): DataCheck | undefined {
  const read = readProtocol(JSON.parse(protocol));
  if ('problems' in read) return undefined;
  return read.protocol.checks.find((rule) => rule.ruleId === ruleId && rule.version === version);
}
