import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  CancellationReason,
  CancelledBy,
  HomeworkReviewed,
  HomeworkSet,
  MissedSessionReason,
  Modality,
  Phase,
  WhyNoHomework,
} from '../graphql/schema/enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';
import { LocalDate } from '../graphql/scalars/local-date.scalar.ts';
import { SessionState } from '../graphql/schema/row-enums.ts';

@ObjectType('Session', { description: 'A session of one person: a group session is one for each of its participants.' })
export class SessionModel {
  @Field(() => ID)
  sessionId!: string;

  @Field(() => ID)
  participantId!: string;

  @Field(() => ID, { nullable: true })
  studyId!: string | null;

  @Field(() => ID, { nullable: true })
  siteId!: string | null;

  @Field(() => Int)
  sessionNumber!: number;

  @Field(() => SessionState)
  state!: string;

  @Field(() => Boolean, { nullable: true, description: 'None while it is only arranged, and where it was called off.' })
  attended!: boolean | null;

  @Field(() => Instant, { nullable: true, description: 'When it was to begin, where it was arranged beforehand.' })
  scheduledAt!: string | null;

  @Field(() => CancelledBy, { nullable: true })
  cancelledBy!: string | null;

  @Field(() => CancellationReason, { nullable: true })
  cancellationReason!: string | null;

  @Field(() => MissedSessionReason, { nullable: true })
  missedReason!: string | null;

  @Field(() => Modality, { nullable: true })
  modality!: string | null;

  @Field(() => Phase, { nullable: true })
  phase!: string | null;

  @Field(() => [ID], { description: 'Therapists, by pseudonymous id.' })
  deliverers!: readonly string[];

  @Field(() => Float, { nullable: true })
  minutes!: number | null;

  @Field(() => Instant)
  occurredAt!: string;

  @Field(() => LocalDate)
  localDate!: string;

  @Field(() => HomeworkReviewed, { nullable: true, description: 'None when nobody logged the homework section.' })
  homeworkReviewed!: string | null;

  @Field(() => HomeworkSet, { nullable: true, description: 'None when nobody logged the homework section.' })
  homeworkAssigned!: string | null;

  @Field(() => WhyNoHomework, { nullable: true, description: 'Why earlier homework was not reviewed.' })
  homeworkWhyNotReviewed!: string | null;

  @Field(() => WhyNoHomework, { nullable: true, description: 'Why none was set.' })
  homeworkWhyNot!: string | null;

  @Field(() => Float, { nullable: true })
  homeworkMinutes!: number | null;

  @Field(() => Instant)
  recordedAt!: string;
}
