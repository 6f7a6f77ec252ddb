import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Performer } from '../graphql/schema/enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';

@ObjectType('Clarification', { description: 'A question about a piece of homework, and what was answered.' })
export class ClarificationModel {
  @Field(() => ID)
  assignmentId!: string;

  @Field(() => Int, { description: 'Counted from 1 within the homework.' })
  number!: number;

  @Field(() => ID)
  participantId!: string;

  @Field(() => ID, { nullable: true })
  studyId!: string | null;

  @Field(() => ID, { nullable: true })
  siteId!: string | null;

  @Field(() => Performer)
  askedBy!: string;

  @Field(() => Boolean)
  answered!: boolean;

  @Field(() => Instant)
  askedAt!: string;

  @Field(() => Instant, { nullable: true })
  answeredAt!: string | null;
}
