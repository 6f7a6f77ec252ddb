import type { AlertGrade } from '#domain';
import { dutyAt, escalationOf } from '#safety';
import type { ProcessManager, Turn } from '../process.turn.ts';
import { dutyRotas } from '../watched.studies.ts';
import type { AlertNotifier } from './alert.notifier.ts';

interface Unanswered {
  readonly alertId: string;
  readonly studyId: string;
  readonly grade: AlertGrade;
  readonly level: number;
  readonly waitingSince: Date;
  readonly told: boolean;
}

const UNANSWERED = `SELECT alert_id AS "alertId", study_id AS "studyId", grade, level, waiting_since AS "waitingSince", told
  FROM alerts WHERE status = 'open' ORDER BY waiting_since LIMIT 10000`;

/**
 * Sees to it that no alert goes quiet: those on duty are told, again and again until it is sure that they were; what nobody
 * acknowledged in time goes to the next in the rota, and at the end of the line to everybody.
 */
export class AlertEscalation implements ProcessManager {
  readonly name = 'alert escalation';

  constructor(private readonly notifier: AlertNotifier) {}

  async run(turn: Turn): Promise<void> {
    const rotas = await dutyRotas(turn.snapshot);
    for (const alert of await turn.snapshot.sql<Unanswered>(UNANSWERED)) {
      const rota = rotas.get(alert.studyId)?.document;
      if (rota === undefined) continue;
      const { alertId, level } = alert;
      if (!alert.told) {
        const to =
          level === 0
            ? dutyAt(rota, turn.now).people.slice(0, 1)
            : escalationOf(rota, alert.grade, level - 1, turn.now).to;
        await this.#tell(turn, alert, to);
      }
      const next = escalationOf(rota, alert.grade, level, alert.waitingSince.toISOString());
      if (next.at > turn.now || level === MOST_LEVELS) continue;
      const command = {
        type: 'EscalateSafetyAlert',
        alertId,
        level: level + 1,
        because: 'not-acknowledged',
        to: next.to,
      };
      await turn.intend({ category: 'alert', command, cause: `${alertId}/${level + 1}` });
    }
  }

  /** At least once: what may not have arrived is told again in the next turn. */
  async #tell(turn: Turn, { alertId, studyId, grade, level }: Unanswered, to: readonly string[]): Promise<void> {
    const { channel, outcome } = await this.notifier.tell({ alertId, studyId, grade, to }, turn.signal);
    await turn.claim('alert', { type: 'SendSafetyAlert', ...{ alertId, to, level, channel, outcome } });
  }
}

/** As far as the record counts; everybody has been told long before. */
const MOST_LEVELS = 20;
