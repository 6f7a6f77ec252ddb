import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Barrier, Informant } from '../graphql/schema/enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';
import { LocalDate } from '../graphql/scalars/local-date.scalar.ts';

@ObjectType('Review', { description: 'One time that a piece of homework was gone through together.' })
export class ReviewModel {
  @Field(() => ID, { description: 'The event that tells of it.' })
  reviewId!: string;

  @Field(() => ID)
  assignmentId!: string;

  @Field(() => ID)
  participantId!: string;

  @Field(() => ID, { nullable: true })
  studyId!: string | null;

  @Field(() => ID, { nullable: true })
  siteId!: string | null;

  @Field(() => Int)
  version!: number;

  @Field(() => ID, { nullable: true, description: 'None for a review apart from any session.' })
  sessionId!: string | null;

  @Field(() => Int, { nullable: true })
  sessionNumber!: number | null;

  @Field(() => Informant)
  reviewerRole!: string;

  @Field(() => [Barrier])
  barriers!: readonly string[];

  @Field(() => Int, { nullable: true, description: '0 … 4: how helpful the client found it, looking back.' })
  helpfulness!: number | null;

  @Field(() => Instant)
  occurredAt!: string;

  @Field(() => LocalDate)
  localDate!: string;

  @Field(() => Instant)
  recordedAt!: string;
}
