import type { ReadSnapshot } from '#read-models';
import { parseSafetyRule, type RuleFinding, ruleFinding, type SafetyRule, type TakenMeasure } from '#safety';
import { type ProcessManager, Turn } from '../process.turn.ts';
import { takenBy } from './taken.query.ts';

interface SwitchedOn {
  readonly studyId: string;
  readonly ruleId: string;
  readonly version: number;
  readonly switchedAt: Date;
  readonly rule: string;
}

const SWITCHED_ON = `SELECT s.study_id AS "studyId", s.rule_id AS "ruleId", s.version, s.switched_at AS "switchedAt", r.rule
  FROM safety_switches s JOIN safety_rules r ON r.study_id = s.study_id AND r.rule_id = s.rule_id AND r.version = s.version`;

interface NewAnswers {
  readonly participantId: string;
  readonly measureId: string;
  readonly source: string;
}

/**
 * Answers recorded or corrected since the rule was switched on, of which it has told nothing in any alert, open or closed.
 * What an import or a restore brought speaks to nobody.
 */
const NEW_ANSWERS = `SELECT DISTINCT o.participant_id AS "participantId", o.measure_id AS "measureId", f.metadata::json ->> 'source' AS source
  FROM outcomes o JOIN facts f ON f.stream = 'measure-' || o.measure_id
  WHERE o.study_id = $1 AND o.instrument_id = $2 AND f.recorded_at >= $3 AND f.type IN ('MeasureRecorded', 'EntryCorrected')
    AND f.metadata::json ->> 'source' <> 'import'
    AND NOT EXISTS (SELECT FROM alerts a JOIN facts t ON t.stream = a.stream
      WHERE a.participant_id = o.participant_id AND a.rule_id = $4 AND t.type IN ('SafetyAlertRaised', 'SafetyAlertRecurred')
        AND t.data::json #>> '{source,measureId}' = o.measure_id)
  ORDER BY 1, 2`;

interface OpenAlert {
  readonly alertId: string;
}

/** Answers that were given this long before they reached us could not have been looked at in time by anybody here. */
const LATE_AFTER = 36 * 3_600_000;

/** Raises alerts by the rules that are switched on: one for a person and rule at a time, later answers join it. */
export class SafetyWatch implements ProcessManager {
  readonly name = 'safety watch';

  async run(turn: Turn): Promise<void> {
    for (const on of await turn.snapshot.sql<SwitchedOn>(SWITCHED_ON)) {
      const parsed = parseSafetyRule(JSON.parse(on.rule));
      if (parsed.ok) await this.#watch(turn, on, parsed.document);
    }
  }

  async #watch(turn: Turn, on: SwitchedOn, rule: SafetyRule): Promise<void> {
    const { studyId, ruleId, switchedAt } = on;
    const told = [studyId, rule.sign.instrumentId, switchedAt, ruleId];
    for (const { participantId, measureId, source } of await turn.snapshot.sql<NewAnswers>(NEW_ANSWERS, told)) {
      const taken = await takenBy(turn.snapshot, participantId, rule.sign.instrumentId);
      const finding = ruleFinding(rule, upTo(taken, measureId));
      if (finding === null) continue;
      await this.#raise(turn, on, { participantId, finding, late: isLate(turn.now, finding, source) });
    }
  }

  async #raise(turn: Turn, { ruleId, version }: SwitchedOn, { participantId, finding, late }: Raising): Promise<void> {
    const open = await openAlertOf(turn.snapshot, participantId, ruleId);
    const cause = `${ruleId}/${finding.measureId}`;
    const { measureId, instrumentId, answeredAt, item, value, grade, assessmentAsked } = finding;
    const source = { measureId, instrumentId, answeredAt, value, ...(item === null ? {} : { item }) };
    if (open !== undefined) {
      const command = { type: 'RecurSafetyAlert', alertId: open, grade, source, late };
      const joined = await turn.intend({ category: 'alert', command, cause });
      // Closed in the meantime: what has been answered since is an alert of its own.
      if (!('refused' in joined && joined.refused === 'AlertIsClosed')) return;
    }
    const alertId = Turn.idFor(`alert/${cause}`);
    const raising = { alertId, participantId, rule: { ruleId, version }, grade, source, assessmentAsked, late };
    await turn.intend({ category: 'alert', command: { type: 'RaiseSafetyAlert', ...raising }, cause });
  }
}

interface Raising {
  readonly participantId: string;
  readonly finding: RuleFinding;
  readonly late: boolean;
}

/** A person’s occasions up to one of them, oldest first. */
function upTo(taken: readonly TakenMeasure[], measureId: string): readonly TakenMeasure[] {
  const at = taken.findIndex((one) => one.measureId === measureId);
  return at === -1 ? [] : taken.slice(0, at + 1);
}

function isLate(now: string, { answeredAt }: RuleFinding, source: string): boolean {
  return source === 'paper' || Date.parse(now) - Date.parse(answeredAt) > LATE_AFTER;
}

async function openAlertOf(snapshot: ReadSnapshot, participantId: string, ruleId: string): Promise<string | undefined> {
  const rows = await snapshot.sql<OpenAlert>(
    `SELECT alert_id AS "alertId" FROM alerts WHERE participant_id = $1 AND rule_id = $2 AND status <> 'closed'
       ORDER BY raised_at DESC LIMIT 1`,
    [participantId, ruleId],
  );
  return rows[0]?.alertId;
}
