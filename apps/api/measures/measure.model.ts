import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Informant, MeasureTiming, MissedMeasureReason } from '../graphql/schema/enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';
import { LocalDate } from '../graphql/scalars/local-date.scalar.ts';
import { MeasureStatus } from '../graphql/schema/row-enums.ts';

@ObjectType('Measure', { description: 'An outcome measure at one occasion, taken or missed.' })
export class MeasureModel {
  @Field(() => ID)
  measureId!: string;

  @Field(() => ID)
  participantId!: string;

  @Field(() => ID, { nullable: true })
  studyId!: string | null;

  @Field(() => ID, { nullable: true })
  siteId!: string | null;

  @Field(() => ID)
  instrumentId!: string;

  @Field(() => Int)
  instrumentVersion!: number;

  @Field(() => String)
  occasion!: string;

  @Field(() => MeasureStatus)
  status!: string;

  @Field(() => Int)
  itemsMissing!: number;

  @Field(() => Float, { nullable: true, description: 'As written in the source; never computed here.' })
  reportedTotal!: number | null;

  @Field(() => MeasureTiming, { nullable: true })
  timing!: string | null;

  @Field(() => Int, { nullable: true })
  recallDays!: number | null;

  @Field(() => Informant, { nullable: true })
  informant!: string | null;

  @Field(() => Boolean, { nullable: true })
  assessorBlind!: boolean | null;

  @Field(() => MissedMeasureReason, { nullable: true })
  missedReason!: string | null;

  @Field(() => Instant)
  occurredAt!: string;

  @Field(() => LocalDate)
  localDate!: string;

  @Field(() => Instant)
  recordedAt!: string;
}
