import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Instant } from '../graphql/scalars/instant.scalar.ts';

@ObjectType('Study', { description: 'A study and the protocol version in force.' })
export class StudyModel {
  @Field(() => ID)
  studyId!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: 'IANA; the calendar its days and weeks are counted on.' })
  timeZone!: string;

  @Field(() => Int, { description: '0 until a protocol is published.' })
  protocolVersion!: number;

  @Field(() => Instant)
  registeredAt!: string;

  @Field(() => Instant)
  recordedAt!: string;

  @Field(() => Instant, { description: 'When the last event that changed it was recorded.' })
  updatedAt!: string;
}
