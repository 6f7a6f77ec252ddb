import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Instant } from '../graphql/scalars/instant.scalar.ts';

@InputType('PushKeysInput', { description: 'Keys of a subscription, in base64url.' })
export class PushKeysInput {
  @Field(() => String, { description: 'The public key of the device: 65 bytes.' })
  p256dh!: string;

  @Field(() => String, { description: '16 bytes.' })
  auth!: string;
}

@InputType('PushSubscriptionInput', {
  description: 'What `PushSubscription.toJSON()` of a browser says, without `expirationTime`.',
})
export class PushSubscriptionInput {
  @Field(() => String, { description: 'An https address of a push service.' })
  endpoint!: string;

  @Field(() => PushKeysInput)
  keys!: PushKeysInput;
}

@ObjectType('PushDevice', { description: 'A phone or browser that takes push messages.' })
export class PushDeviceModel {
  @Field(() => ID)
  deviceId!: string;

  @Field(() => Instant)
  registeredAt!: string;
}
