import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DiscontinuationReason, DiscontinuedFrom } from '../graphql/schema/enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';
import { LocalDate } from '../graphql/scalars/local-date.scalar.ts';
import { ParticipantStatus } from '../graphql/schema/row-enums.ts';

@ObjectType('Participant', { description: 'A person in a study, under a code that says nothing about them.' })
export class ParticipantModel {
  @Field(() => ID)
  participantId!: string;

  @Field(() => ID)
  studyId!: string;

  @Field(() => ID, { nullable: true })
  siteId!: string | null;

  @Field(() => ID)
  code!: string;

  @Field(() => String, { description: 'IANA; the calendar of this person.' })
  timeZone!: string;

  @Field(() => Int, { description: 'The version in force when the person was enrolled.' })
  protocolVersion!: number;

  @Field(() => ParticipantStatus)
  status!: string;

  @Field(() => Instant)
  enrolledAt!: string;

  @Field(() => LocalDate)
  enrolledDate!: string;

  @Field(() => Instant, { nullable: true })
  endedAt!: string | null;

  @Field(() => LocalDate, { nullable: true })
  endedDate!: string | null;

  @Field(() => DiscontinuedFrom, { nullable: true, description: 'What a person who left has left.' })
  endedFrom!: string | null;

  @Field(() => DiscontinuationReason, { nullable: true })
  endReason!: string | null;

  @Field(() => Boolean, { description: 'The key of this person’s sealed content is destroyed.' })
  personalDataErased!: boolean;

  @Field(() => Instant)
  recordedAt!: string;

  @Field(() => Instant)
  updatedAt!: string;
}
