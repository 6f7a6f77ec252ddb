import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { decode } from '#domain';
import { streamName } from '#event-store';
import { Engine } from '#platform';
import { replayOver } from '#processes';
import { EVERYTHING, SafetyRulesOfStudy } from '#read-models';
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
    if (OWN_ACTS.includes(type)) return { ...input, staffId: filling.caller.actor.id };
    return type === 'SwitchOnSafetyRule' ? this.#replayed(input, filling) : input;
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
