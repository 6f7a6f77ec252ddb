import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Instant } from '../graphql/scalars/instant.scalar.ts';

@ObjectType('Site', { description: 'A site of a study.' })
export class SiteModel {
  @Field(() => ID)
  siteId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  timeZone!: string;

  @Field(() => Instant)
  openedAt!: string;

  @Field(() => Instant)
  recordedAt!: string;
}
