import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Json } from '../graphql/scalars/json.scalar.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';

@ObjectType('ProtocolAmendment', {
  description: 'A version of the protocol: what changed and why (CONSORT 2025, item 10).',
})
export class ProtocolAmendmentModel {
  @Field(() => ID)
  studyId!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String)
  changes!: string;

  @Field(() => String)
  reason!: string;

  @Field(() => Json, { nullable: true, description: 'The document; none where the protocol is kept elsewhere.' })
  protocol!: unknown;

  @Field(() => Instant)
  publishedAt!: string;

  @Field(() => Instant)
  recordedAt!: string;
}
