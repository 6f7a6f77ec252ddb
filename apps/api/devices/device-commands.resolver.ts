import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../access/allow.decorator.ts';
import { Caller } from '../access/caller.decorator.ts';
import type { Principal } from '../access/principal.ts';
import { PushSubscriptionInput } from './device.model.ts';
import { Devices } from './devices.ts';

/** Lets phones and browsers take push messages, and no more. */
@Resolver()
export class DeviceCommandsResolver {
  constructor(@Inject(Devices) private readonly devices: Devices) {}

  @Mutation(() => ID, {
    nullable: true,
    description:
      'Lets a device take push messages; ten at most, the oldest is forgotten. Sent again it is the same device. Its id, or none where the participant was erased. Messages go out by push where the participant chose it.',
  })
  @Allow('device:write')
  registerPushDevice(
    @Args('participantId', { type: () => ID }) participantId: string,
    @Args('subscription') subscription: PushSubscriptionInput,
    @Caller() caller: Principal,
  ): Promise<string | null> {
    return this.devices.register(caller, participantId, subscription);
  }

  @Mutation(() => Boolean, { description: 'Forgets a device. False where there was none.' })
  @Allow('device:write')
  forgetPushDevice(
    @Args('participantId', { type: () => ID }) participantId: string,
    @Args('deviceId', { type: () => ID }) deviceId: string,
    @Caller() caller: Principal,
  ): Promise<boolean> {
    return this.devices.forget(caller, participantId, deviceId);
  }
}
