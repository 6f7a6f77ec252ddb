import { Inject } from '@nestjs/common';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../access/allow.decorator.ts';
import { Caller } from '../access/caller.decorator.ts';
import type { Principal } from '../access/principal.ts';
import { PushDeviceModel } from './device.model.ts';
import { Devices } from './devices.ts';

/** What takes push messages. */
@Resolver(() => PushDeviceModel)
export class DevicesResolver {
  constructor(@Inject(Devices) private readonly devices: Devices) {}

  @Query(() => String, {
    description: 'The `applicationServerKey` that a browser needs to take push messages of this server, in base64url.',
  })
  @Allow('study:read')
  pushPublicKey(): Promise<string> {
    return this.devices.publicKey();
  }

  @Query(() => [PushDeviceModel], { description: 'Where the caller takes push messages, newest first.' })
  @Allow('device:write')
  pushDevices(
    @Args('participantId', { type: () => ID }) participantId: string,
    @Caller() caller: Principal,
  ): Promise<readonly PushDeviceModel[]> {
    return this.devices.list(caller, participantId);
  }
}
