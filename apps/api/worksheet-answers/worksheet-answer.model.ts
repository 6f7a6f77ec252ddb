import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Instant } from '../graphql/scalars/instant.scalar.ts';
import { LocalDate } from '../graphql/scalars/local-date.scalar.ts';

@ObjectType('WorksheetAnswer', {
  description: 'The answers of one attempt, bound to the version of the worksheet they were given to.',
})
export class WorksheetAnswerModel {
  @Field(() => ID)
  assignmentId!: string;

  @Field(() => ID)
  attemptId!: string;

  @Field(() => ID)
  participantId!: string;

  @Field(() => ID, { nullable: true })
  studyId!: string | null;

  @Field(() => ID, { nullable: true })
  siteId!: string | null;

  @Field(() => ID)
  templateId!: string;

  @Field(() => Int, { description: 'The version that was in front of the person.' })
  templateVersion!: number;

  @Field(() => Int, { description: 'Questions that have an answer.' })
  answered!: number;

  @Field(() => Instant)
  occurredAt!: string;

  @Field(() => LocalDate)
  localDate!: string;

  @Field(() => Instant)
  recordedAt!: string;
}
