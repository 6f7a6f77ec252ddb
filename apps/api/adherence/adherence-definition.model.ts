import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Instant } from '../graphql/scalars/instant.scalar.ts';
import { Json } from '../graphql/scalars/json.scalar.ts';

@ObjectType('AdherenceDefinition', { description: 'A published version of an adherence definition.' })
export class AdherenceDefinitionModel {
  @Field(() => ID)
  studyId!: string;

  @Field(() => ID)
  definitionId!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String, { nullable: true })
  title!: string | null;

  @Field(() => Json, { description: 'As data, in the format intersession.adherence/1.' })
  definition!: unknown;

  @Field(() => Instant)
  publishedAt!: string;

  @Field(() => Instant)
  recordedAt!: string;
}
