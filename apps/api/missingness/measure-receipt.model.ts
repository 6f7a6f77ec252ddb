import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { MissedMeasureReason } from '../graphql/schema/enums.ts';
import { ReasonFrom, ReceiptStatus } from '../graphql/schema/row-enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';
import { LocalDate } from '../graphql/scalars/local-date.scalar.ts';

@ObjectType('MeasureReceipt', {
  description: 'One measure of one person: expected or not, received or not, and why not.',
})
export class MeasureReceiptModel {
  @Field(() => ID)
  participantId!: string;

  @Field(() => ID)
  measureId!: string;

  @Field(() => ID)
  studyId!: string;

  @Field(() => ID, { nullable: true })
  siteId!: string | null;

  @Field(() => ID)
  instrumentId!: string;

  @Field(() => Int)
  instrumentVersion!: number;

  @Field(() => String)
  occasion!: string;

  @Field(() => Boolean, { description: 'Whether a schedule asked for it.' })
  scheduled!: boolean;

  @Field(() => LocalDate, { nullable: true })
  dueDate!: string | null;

  @Field(() => LocalDate, { nullable: true })
  windowFrom!: string | null;

  @Field(() => LocalDate, { nullable: true })
  windowTo!: string | null;

  @Field(() => ReceiptStatus)
  status!: string;

  @Field(() => LocalDate, { nullable: true })
  receivedDate!: string | null;

  @Field(() => MissedMeasureReason, { nullable: true })
  reason!: string | null;

  @Field(() => ReasonFrom, { nullable: true, description: 'Recorded, or because the participant had left by then.' })
  reasonFrom!: string | null;

  @Field(() => Instant, { description: 'The day that pending and overdue are told for.' })
  knownUntil!: string;
}
