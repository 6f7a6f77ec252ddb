import { Inject, Injectable } from '@nestjs/common';
import { decode } from '#domain';
import { streamName } from '#event-store';
import { Engine } from '#platform';
import { CommandReach } from '../access/command-reach.ts';
import type { Principal } from '../access/principal.ts';
import type { CommandType } from '../graphql/schema/command-schemas.ts';

interface Asking {
  readonly studyId?: unknown;
  readonly datasetId?: unknown;
  readonly specification?: unknown;
}

const isBlinded = (specification: unknown): boolean =>
  !(typeof specification === 'object' && specification !== null && 'blinded' in specification) ||
  specification.blinded !== false;

/** What the server adds to commands on data sets: who asks and approves, and that nobody gets arms who may not know them. */
@Injectable()
export class DatasetFillings {
  constructor(
    @Inject(Engine) private readonly engine: Engine,
    @Inject(CommandReach) private readonly reach: CommandReach,
  ) {}

  /** @throws NotWithinReach */
  async fill(type: CommandType, input: object, caller: Principal): Promise<object> {
    if (type === 'SpecifyDataset') await this.#refuseArms(type, input, caller, (input as Asking).specification);
    if (type === 'RequestDataset') {
      await this.#refuseArms(type, input, caller, await this.#specified(input));
      return { ...input, requestedBy: caller.actor.id };
    }
    return type === 'ApproveDataset' ? { ...input, approvedBy: caller.actor.id } : input;
  }

  async #refuseArms(type: string, { studyId }: Asking, caller: Principal, specification: unknown): Promise<void> {
    if (isBlinded(specification)) return;
    await this.reach.check(caller, 'arm:read', { type, studyId: String(studyId) });
  }

  /** The newest specification, which is the one that can be asked for. */
  async #specified({ studyId, datasetId }: Asking): Promise<unknown> {
    let newest: unknown;
    for await (const stored of this.engine.store.readStream(streamName(`dataset-${String(studyId)}`))) {
      const fact = decode(stored);
      if (fact.type === 'DatasetSpecified' && fact.data.datasetId === datasetId) newest = fact.data.specification;
    }
    return newest;
  }
}
