import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type AlertGrade, decode } from '#domain';
import { streamName } from '#event-store';
import { Engine } from '#platform';
import { replayOver } from '#processes';
import { EVERYTHING, SafetyRulesOfStudy, WatchDocumentInForce } from '#read-models';
import { dutyAt, type DutyRota, escalationOf, parseDutyRota } from '#safety';
import { CommandReach } from '../access/command-reach.ts';
import type { Permission } from '../access/permission.ts';
import type { Principal } from '../access/principal.ts';
import { BadInput } from '../graphql/errors/bad-input.error.ts';
import type { CommandType } from '../graphql/schema/command-schemas.ts';
import { readSafetyRule } from './watch-documents.ts';

/** Who sends a command, under which id and by which right. */
export interface SafetyFilling {
  readonly commandId: string;
  readonly caller: Principal;
  readonly allow: Permission;
}

/** What somebody does about an alert, they do themselves. */
const OWN_ACTS: readonly CommandType[] = ['AcknowledgeSafetyAlert', 'AssessRisk', 'CloseSafetyAlert'];

interface Passing {
  readonly alertId?: unknown;
}

interface Passed {
  readonly studyId: string;
  readonly grade: AlertGrade;
  readonly level: number;
}

/** The next in the rota who is not the one that passes on; where there is none, everybody else. */
function handOver(rota: DutyRota, { grade, level }: Passed, staffId: string, now: string): readonly string[] {
  const others = (people: readonly string[]): readonly string[] => people.filter((one) => one !== staffId);
  const next = others(escalationOf(rota, grade, level, now).to);
  const all = others([...new Set([...dutyAt(rota, now).people, rota.last])]);
  const to = next.length > 0 ? next : all;
  if (to.length === 0) throw new BadInput([{ field: 'input.alertId', problem: 'nobody else is on duty' }]);
  return to;
}

interface Switching {
  readonly studyId?: unknown;
  readonly ruleId?: unknown;
  readonly version?: unknown;
}

/** What the server adds to commands on safety: who acts, and what a rule would have raised. */
@Injectable()
export class SafetyFillings {
  constructor(
    @Inject(Engine) private readonly engine: Engine,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(CommandReach) private readonly reach: CommandReach,
  ) {}

  /** @throws BadInput for a rule that was never published, NotWithinReach */
  async fill(type: CommandType, input: object, filling: SafetyFilling): Promise<object> {
    if (type === 'PassOnSafetyAlert') return this.#passedOn(input, filling);
    if (OWN_ACTS.includes(type)) return { ...input, staffId: filling.caller.actor.id };
    return type === 'SwitchOnSafetyRule' ? this.#replayed(input, filling) : input;
  }

  /** Who is next is said by the rota of this moment; a command that is sent again says what it said. */
  async #passedOn(input: Passing, { commandId, caller, allow }: SafetyFilling): Promise<object> {
    const alertId = String(input.alertId);
    await this.reach.check(caller, allow, { type: 'PassOnSafetyAlert', alertId });
    const staffId = caller.actor.id;
    for await (const stored of this.engine.store.readStream(streamName(`alert-${alertId}`))) {
      const { metadata, type, data } = decode(stored);
      if (metadata.commandId === commandId && type === 'SafetyAlertEscalated')
        return { ...input, staffId, to: data.to };
    }
    return { ...input, staffId, to: await this.#nextIn(alertId, staffId) };
  }

  /** @throws BadInput where there is no such alert, or nobody on duty to pass it on to */
  async #nextIn(alertId: string, staffId: string): Promise<readonly string[]> {
    const after = await this.engine.store.head();
    const snapshot = await this.engine.readModels.openSnapshot({ scope: EVERYTHING, after });
    try {
      const [alert] = await snapshot.sql<Passed>(
        'SELECT study_id AS "studyId", grade, level FROM alerts WHERE alert_id = $1',
        [alertId],
      );
      if (alert === undefined) throw new BadInput([{ field: 'input.alertId', problem: 'there is no such alert' }]);
      const rota = await this.queries.execute(new WatchDocumentInForce(snapshot, alert.studyId, 'duty-rota'));
      const parsed = parseDutyRota(rota?.document);
      if (!parsed.ok) throw new BadInput([{ field: 'input.alertId', problem: 'its study has no duty rota' }]);
      return handOver(parsed.document, alert, staffId, new Date().toISOString());
    } finally {
      await snapshot.close();
    }
  }

  /** A replay reads a whole study: it is looked first whether the sender may ask for it. */
  async #replayed(input: Switching, { commandId, caller, allow }: SafetyFilling): Promise<object> {
    const studyId = String(input.studyId);
    await this.reach.check(caller, allow, { type: 'SwitchOnSafetyRule', studyId });
    const earlier = await this.#earlier(studyId, commandId);
    return { ...input, replayed: earlier ?? (await this.#replay(studyId, input)) };
  }

  /** A command that is sent again is the same, though the log has grown meanwhile. */
  async #earlier(studyId: string, commandId: string): Promise<object | undefined> {
    for await (const stored of this.engine.store.readStream(streamName(`monitoring-${studyId}`))) {
      const fact = decode(stored);
      if (fact.metadata.commandId === commandId && fact.type === 'SafetyRuleSwitchedOn') return fact.data.replayed;
    }
    return undefined;
  }

  async #replay(studyId: string, { ruleId, version }: Switching): Promise<object> {
    const after = await this.engine.store.head();
    const snapshot = await this.engine.readModels.openSnapshot({ scope: EVERYTHING, after });
    try {
      const rules = await this.queries.execute(new SafetyRulesOfStudy(snapshot, studyId));
      const published = rules.find((one) => one.ruleId === ruleId && one.version === version);
      if (published === undefined) {
        throw new BadInput([{ field: 'input.version', problem: 'this version of this rule was never published' }]);
      }
      const rule = readSafetyRule(published.rule, 'input.ruleId');
      const { logIndex, alerts, people } = await replayOver(snapshot, studyId, rule);
      return { logIndex, alerts: alerts.length, people };
    } finally {
      await snapshot.close();
    }
  }
}
