import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { ProtocolDocument } from '#domain';
import { ArmsOfStudy, ProtocolInForce, type ReadSnapshot } from '#read-models';
import { Arms } from './arms.ts';

/** What the platform does in an arm, by the name the protocol has for it. */
export type ArmFeature = keyof ProtocolDocument['arms'][number]['platform'];

/** Which features the protocol keeps from whom: part of the intervention, so that it goes by arm. */
@Injectable()
export class ArmFeatures {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(Arms) private readonly opened: Arms,
  ) {}

  /**
   * The participants in whose arm the protocol in force switches a feature off. Those whose arm the reader may not know
   * are never among them: an answer that lacked something would tell the arm.
   */
  async switchedOff(
    snapshot: ReadSnapshot,
    studyId: string,
    feature: ArmFeature,
    participantIds?: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const inForce = await this.queries.execute(new ProtocolInForce(snapshot, studyId));
    const off = new Set(inForce?.protocol.arms.flatMap(({ arm, platform }) => (platform[feature] ? [] : [arm])));
    if (off.size === 0) return new Set();
    const arms = await this.opened.open(await this.queries.execute(new ArmsOfStudy(snapshot, studyId, participantIds)));
    return new Set(arms.flatMap(({ participantId, arm }) => (arm !== null && off.has(arm) ? [participantId] : [])));
  }
}
