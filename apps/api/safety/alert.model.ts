import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { AlertGrade, AlertOutcome, AlertStatus, AssessedRisk, RiskAction } from '../graphql/schema/watch-enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';

@ObjectType('Alert', {
  description: 'A worry about one participant, raised by a safety rule or a person. Only people close it.',
})
export class AlertModel {
  @Field(() => ID)
  alertId!: string;

  @Field(() => ID)
  participantId!: string;

  @Field(() => ID, { nullable: true })
  siteId!: string | null;

  @Field(() => AlertStatus)
  status!: string;

  @Field(() => AlertGrade)
  grade!: string;

  @Field(() => ID, { nullable: true, description: 'The rule that raised it; none for a person’s concern.' })
  ruleId!: string | null;

  @Field(() => Int, { nullable: true })
  ruleVersion!: number | null;

  @Field(() => ID, { nullable: true, description: 'The newest occasion that spoke.' })
  measureId!: string | null;

  @Field(() => String, { nullable: true, description: 'The item that spoke, where one did.' })
  item!: string | null;

  @Field(() => Float, { nullable: true, description: 'The answer, the total or the rise, in the instrument’s points.' })
  value!: number | null;

  @Field(() => Instant, { nullable: true, description: 'When the answers were given.' })
  answeredAt!: string | null;

  @Field(() => Boolean, { description: 'The answers were old when they reached the study, as transcribed paper is.' })
  late!: boolean;

  @Field(() => ID, { nullable: true, description: 'Who was worried, where no rule was.' })
  raisedBy!: string | null;

  @Field(() => String, { nullable: true, description: 'The kind of record a concern is about.' })
  aboutCategory!: string | null;

  @Field(() => ID, { nullable: true })
  aboutRecordId!: string | null;

  @Field(() => Instant)
  raisedAt!: string;

  @Field(() => Int, { description: 'How often the rule spoke again while it was open.' })
  recurrences!: number;

  @Field(() => Int, { description: 'How often it was passed on because nobody acknowledged it in time.' })
  level!: number;

  @Field(() => Instant, { description: 'Since when it waits: raised, passed on, or become more pressing last.' })
  waitingSince!: string;

  @Field(() => Boolean, { description: 'Whether those whose turn it is were told with success.' })
  told!: boolean;

  @Field(() => ID, { nullable: true })
  acknowledgedBy!: string | null;

  @Field(() => Instant, { nullable: true })
  acknowledgedAt!: string | null;

  @Field(() => Boolean, { description: 'A risk assessment has to be on the record before it can be closed.' })
  assessmentAsked!: boolean;

  @Field(() => AssessedRisk, { nullable: true })
  risk!: string | null;

  @Field(() => [RiskAction])
  actions!: string[];

  @Field(() => Instant, { nullable: true })
  assessedAt!: string | null;

  @Field(() => AlertOutcome, { nullable: true })
  outcome!: string | null;

  @Field(() => ID, { nullable: true })
  closedBy!: string | null;

  @Field(() => Instant, { nullable: true })
  closedAt!: string | null;
}
