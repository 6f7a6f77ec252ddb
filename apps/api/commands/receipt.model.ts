import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Instant } from '../graphql/scalars/instant.scalar.ts';
import { PositionScalar } from '../graphql/scalars/position.scalar.ts';
import { Uuid } from '../graphql/scalars/uuid.scalar.ts';

@ObjectType('Receipt', {
  description: 'What a command wrote. Sending the same command again under its id gets the same receipt.',
})
export class ReceiptModel {
  @Field(() => Uuid)
  commandId!: string;

  @Field(() => ID, { description: 'The id of the record written to, within its kind.' })
  recordId!: string;

  @Field(() => String, { description: 'The stream written to: kind and id of the record.' })
  stream!: string;

  @Field(() => Int, { description: 'Of the last event written; counted from 0 within the stream.' })
  revision!: number;

  @Field(() => PositionScalar, { description: 'Give it to `after` to read one’s own write.' })
  position!: string;

  @Field(() => [Uuid])
  eventIds!: readonly string[];

  @Field(() => Instant)
  recordedAt!: string;
}
