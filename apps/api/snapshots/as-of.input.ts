import { Field, InputType, Int } from '@nestjs/graphql';
import { Instant } from '../graphql/scalars/instant.scalar.ts';

@InputType({ isOneOf: true, description: 'A moment of the log: what was known then.' })
export class AsOfInput {
  @Field(() => Int, { nullable: true, description: 'Index of the last event to be known of; the first event is 1.' })
  index?: number;

  @Field(() => Instant, {
    nullable: true,
    description: 'The longest beginning of the log whose every event was recorded by then.',
  })
  time?: string;
}
