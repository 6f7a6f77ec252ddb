import { Inject, Injectable } from '@nestjs/common';
import { fieldProblems } from '#domain';
import {
  type Config,
  CONFIG,
  type Database,
  DATABASE,
  endpointFlaw,
  Engine,
  openVapidKeys,
  pushSubscription,
  PushSubscriptions,
} from '#platform';
import { CommandReach } from '../access/command-reach.ts';
import type { Principal } from '../access/principal.ts';
import { BadInput } from '../graphql/errors/bad-input.error.ts';
import type { PushDeviceModel, PushSubscriptionInput } from './device.model.ts';

/** Phones and browsers of participants that take push messages. Only participants themselves see to them. */
@Injectable()
export class Devices {
  readonly #subscriptions: PushSubscriptions;

  constructor(
    @Inject(Engine) private readonly engine: Engine,
    @Inject(CommandReach) private readonly reach: CommandReach,
    @Inject(CONFIG) private readonly config: Pick<Config, 'push' | 'demonstration'>,
    @Inject(DATABASE) database: Database,
  ) {
    this.#subscriptions = new PushSubscriptions(database.pool, engine.keys);
  }

  async publicKey(): Promise<string> {
    const { publicKey } = await openVapidKeys(this.engine.keys, this.config.push.privateKey);
    return publicKey;
  }

  /** @throws NotWithinReach */
  async list(caller: Principal, participantId: string): Promise<readonly PushDeviceModel[]> {
    await this.#check(caller, participantId);
    const listed = await this.#subscriptions.listed(participantId);
    return listed.map(({ deviceId, registeredAt }) => ({ deviceId, registeredAt: registeredAt.toISOString() }));
  }

  /** @returns nothing where the participant was erased @throws NotWithinReach, BadInput naming the field */
  async register(caller: Principal, participantId: string, input: PushSubscriptionInput): Promise<string | null> {
    await this.#check(caller, participantId);
    const parsed = pushSubscription.safeParse({ endpoint: input.endpoint, keys: { ...input.keys } });
    if (!parsed.success) {
      const problems = fieldProblems(parsed.error);
      throw new BadInput(problems.map(({ field, problem }) => ({ field: `subscription.${field}`, problem })));
    }
    const flaw = endpointFlaw(parsed.data.endpoint, this.config.demonstration);
    if (flaw !== undefined) throw new BadInput([{ field: 'subscription.endpoint', problem: flaw }]);
    return (await this.#subscriptions.register(participantId, parsed.data)) ?? null;
  }

  /** @throws NotWithinReach */
  async forget(caller: Principal, participantId: string, deviceId: string): Promise<boolean> {
    await this.#check(caller, participantId);
    if (!/^[0-9a-f]{32}$/.test(deviceId)) return false;
    return this.#subscriptions.forget(participantId, deviceId);
  }

  async #check(caller: Principal, participantId: string): Promise<void> {
    await this.reach.check(caller, 'device:write', { type: 'Device', participantId });
  }
}
