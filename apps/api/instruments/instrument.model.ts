import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Instant } from '../graphql/scalars/instant.scalar.ts';
import { Json } from '../graphql/scalars/json.scalar.ts';

@ObjectType('Instrument', { description: 'A version of an instrument that a study has published.' })
export class InstrumentModel {
  @Field(() => ID)
  studyId!: string;

  @Field(() => ID)
  instrumentId!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String, { nullable: true })
  title!: string | null;

  @Field(() => Json, { description: 'As data, in the format of the platform’s own instruments.' })
  instrument!: unknown;

  @Field(() => Instant)
  publishedAt!: string;

  @Field(() => Instant)
  recordedAt!: string;
}
