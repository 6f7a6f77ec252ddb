import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { decode, refuse } from '#domain';
import { streamName } from '#event-store';
import { CommandRefused, Engine } from '#platform';
import { EVERYTHING, FindingsOfCheck, ProtocolInForce } from '#read-models';
import { CommandReach } from '../access/command-reach.ts';
import type { CommandType } from '../graphql/schema/command-schemas.ts';
import type { SafetyFilling } from '../safety/safety.fillings.ts';

interface Switching {
  readonly studyId?: unknown;
  readonly ruleId?: unknown;
  readonly version?: unknown;
}

/** What the server adds when a data check is switched on: what it would have opened over the study’s history. */
@Injectable()
export class DataCheckFillings {
  constructor(
    @Inject(Engine) private readonly engine: Engine,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(CommandReach) private readonly reach: CommandReach,
  ) {}

  /** @throws CommandRefused for a rule that the protocol in force does not have, NotWithinReach */
  async fill(type: CommandType, input: object, { commandId, caller, allow }: SafetyFilling): Promise<object> {
    if (type !== 'SwitchOnDataCheck') return input;
    const studyId = String((input as Switching).studyId);
    // A rehearsal reads a whole study: it is looked first whether the sender may ask for it.
    await this.reach.check(caller, allow, { type, studyId });
    const earlier = await this.#earlier(studyId, commandId);
    return { ...input, rehearsed: earlier ?? (await this.#rehearse(studyId, input)) };
  }

  /** A command that is sent again is the same, though the log has grown meanwhile. */
  async #earlier(studyId: string, commandId: string): Promise<object | undefined> {
    for await (const stored of this.engine.store.readStream(streamName(`monitoring-${studyId}`))) {
      const fact = decode(stored);
      if (fact.metadata.commandId === commandId && fact.type === 'DataCheckSwitchedOn') return fact.data.rehearsed;
    }
    return undefined;
  }

  async #rehearse(studyId: string, { ruleId, version }: Switching): Promise<object> {
    const after = await this.engine.store.head();
    const snapshot = await this.engine.readModels.openSnapshot({ scope: EVERYTHING, after });
    try {
      const inForce = await this.queries.execute(new ProtocolInForce(snapshot, studyId));
      const rule = inForce?.protocol.checks.find((one) => one.ruleId === ruleId && one.version === version);
      if (rule === undefined) throw new CommandRefused(refuse('DataCheckNotPublished'));
      const found = await this.queries.execute(new FindingsOfCheck(snapshot, studyId, rule));
      const people = new Set(found.map(({ participantId }) => participantId)).size;
      return { logIndex: snapshot.logIndex, queries: found.length, people };
    } finally {
      await snapshot.close();
    }
  }
}
