import { ALERT_GRADES, type AlertGrade, MOST_ALERT_LEVELS } from '#domain';
import { dutyAt, type DutyRota, escalationOf } from '#safety';
import { type ProcessManager, Turn } from '../process.turn.ts';
import { dutyRotas } from '../watched.studies.ts';
import type { AlertNotifier } from './alert.notifier.ts';

interface Unanswered {
  readonly alertId: string;
  readonly studyId: string;
  readonly grade: AlertGrade;
  readonly level: number;
  readonly waitingSince: Date;
  readonly passedTo: readonly string[];
  readonly told: boolean;
  readonly failedTellings: number;
  readonly lastToldAt: Date | null;
}

const UNANSWERED = `SELECT alert_id AS "alertId", study_id AS "studyId", grade, level, waiting_since AS "waitingSince",
    passed_to AS "passedTo", told, failed_tellings AS "failedTellings", last_told_at AS "lastToldAt"
  FROM alerts WHERE status = 'open' ORDER BY waiting_since LIMIT 10000`;

/** The first pause after people could not be told; it doubles up to the last, and telling never ends. */
const FIRST_PAUSE = 15_000;
const LAST_PAUSE = 5 * 60_000;

/** ms to wait after so many tellings that failed, or may have. */
export function pauseAfter(failedTellings: number): number {
  return failedTellings === 0 ? 0 : Math.min(LAST_PAUSE, FIRST_PAUSE * 2 ** Math.min(failedTellings - 1, 10));
}

interface Waiting extends Unanswered {
  readonly rota: DutyRota;
}

/**
 * Sees to it that no alert goes quiet: those on duty are told, again and again until it is sure that they were; what nobody
 * acknowledged in time goes to the next in the rota, and at the end of the line to everybody, for ever. Alerts that wait
 * for the same people are told together: a hundred letters at once are read by nobody.
 */
export class AlertEscalation implements ProcessManager {
  readonly name = 'alert escalation';

  constructor(private readonly notifier: AlertNotifier) {}

  async run(turn: Turn): Promise<void> {
    const rotas = await dutyRotas(turn.snapshot);
    const waiting = (await turn.snapshot.sql<Unanswered>(UNANSWERED)).flatMap((alert): Waiting[] => {
      const rota = rotas.get(alert.studyId)?.document;
      return rota === undefined ? [] : [{ ...alert, rota }];
    });
    for (const alerts of togetherFor(waiting, turn.now)) await this.#tell(turn, alerts);
    for (const alert of waiting) await passOn(turn, alert);
  }

  /** At least once: what may not have arrived is told again, after a pause that grows to five minutes. */
  async #tell(turn: Turn, { to, alerts }: Together): Promise<void> {
    const [first] = alerts;
    if (first === undefined) return;
    const repetition = alerts.map(({ alertId, level, told }) => `${alertId}/${level}/${told ? turn.now : ''}`);
    const message = {
      ...{ alertIds: alerts.map(({ alertId }) => alertId), studyId: first.studyId, to },
      grade: mostPressing(alerts),
      messageId: Turn.idFor(repetition.join()),
    };
    const { channel, outcome } = await this.notifier.tell(message, turn.signal);
    for (const { alertId, level } of alerts) {
      await turn.claim('alert', { type: 'SendSafetyAlert', ...{ alertId, to, level, channel, outcome } });
    }
  }
}

interface Together {
  readonly to: readonly string[];
  readonly alerts: readonly Waiting[];
}

/** Alerts that have to be told of now, those for the same people of a study together. */
function togetherFor(waiting: readonly Waiting[], now: string): readonly Together[] {
  const groups = new Map<string, { to: readonly string[]; alerts: Waiting[] }>();
  for (const alert of waiting.filter((one) => isToBeTold(one, now))) {
    const to = recipientsOf(alert, now);
    const key = JSON.stringify([alert.studyId, to]);
    const group = groups.get(key) ?? { to, alerts: [] };
    groups.set(key, group);
    group.alerts.push(alert);
  }
  return [...groups.values()];
}

function isToBeTold({ rota, grade, level, told, failedTellings, lastToldAt }: Waiting, now: string): boolean {
  if (lastToldAt === null) return true;
  const last = lastToldAt.toISOString();
  if (!told) return Date.parse(now) - lastToldAt.getTime() >= pauseAfter(failedTellings);
  // There is nobody left to pass it on to: those who were told are told again, at the pace of passing on.
  return level === MOST_ALERT_LEVELS && escalationOf(rota, grade, level, last).at <= now;
}

function recipientsOf({ rota, grade, level, passedTo }: Waiting, now: string): readonly string[] {
  if (passedTo.length > 0) return passedTo;
  return level === 0 ? dutyAt(rota, now).people.slice(0, 1) : escalationOf(rota, grade, level - 1, now).to;
}

function mostPressing(alerts: readonly Waiting[]): AlertGrade {
  const highest = Math.max(...alerts.map(({ grade }) => ALERT_GRADES.indexOf(grade)));
  return ALERT_GRADES[highest] ?? 'high';
}

async function passOn(turn: Turn, { alertId, rota, grade, level, waitingSince }: Waiting): Promise<void> {
  const next = escalationOf(rota, grade, level, waitingSince.toISOString());
  if (next.at > turn.now || level === MOST_ALERT_LEVELS) return;
  const escalation = { alertId, level: level + 1, because: 'not-acknowledged', to: next.to };
  await turn.intend({
    category: 'alert',
    command: { type: 'EscalateSafetyAlert', ...escalation },
    cause: `${alertId}/${level + 1}`,
  });
}
