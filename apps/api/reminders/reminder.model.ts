import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  DeliveryFailure,
  ReminderCancellation,
  ReminderChannel,
  ReminderStatus,
} from '../graphql/schema/watch-enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';
import { LocalDate } from '../graphql/scalars/local-date.scalar.ts';

@ObjectType('Reminder', { description: 'One message about one obligation through one channel: at most one arrives.' })
export class ReminderModel {
  @Field(() => ID)
  reminderId!: string;

  @Field(() => ID)
  participantId!: string;

  @Field(() => ID, { nullable: true })
  assignmentId!: string | null;

  @Field(() => String, { nullable: true })
  occurrence!: string | null;

  @Field(() => ID, { nullable: true })
  instrumentId!: string | null;

  @Field(() => String, { nullable: true })
  occasion!: string | null;

  @Field(() => ReminderChannel)
  channel!: string;

  @Field(() => ReminderStatus)
  status!: string;

  @Field(() => Instant)
  plannedFor!: string;

  @Field(() => LocalDate, { description: 'The participant’s day.' })
  localDate!: string;

  @Field(() => Int)
  policyVersion!: number;

  @Field(() => Int)
  attempts!: number;

  @Field(() => Instant, { nullable: true })
  sentAt!: string | null;

  @Field(() => DeliveryFailure, { nullable: true })
  failure!: string | null;

  @Field(() => Instant, { nullable: true, description: 'When the participant came to the study through it.' })
  openedAt!: string | null;

  @Field(() => ReminderCancellation, { nullable: true })
  cancelledBecause!: string | null;
}

@ObjectType('Delivery', {
  description: 'What came of the messages to one person through one channel. Counts of messages.',
})
export class DeliveryModel {
  @Field(() => ID)
  participantId!: string;

  @Field(() => ReminderChannel)
  channel!: string;

  @Field(() => Int, { description: 'Planned, whatever came of it.' })
  intended!: number;

  @Field(() => Int, { description: 'Still to go out.' })
  waiting!: number;

  @Field(() => Int, { description: 'Taken by the mail server or push service.' })
  sent!: number;

  @Field(() => Int, { description: 'May have arrived; not sent again.' })
  unknown!: number;

  @Field(() => Int)
  failed!: number;

  @Field(() => Int)
  cancelled!: number;

  @Field(() => Int)
  opened!: number;

  @Field(() => Int, { description: 'What they reminded of was done after they went out.' })
  answered!: number;
}

@ObjectType('ReminderWishes', { description: 'How a participant wants to be reminded.' })
export class ReminderWishesModel {
  @Field(() => ID)
  participantId!: string;

  @Field(() => [ReminderChannel], { nullable: true, description: 'None where the study’s own hold.' })
  channels!: string[] | null;

  @Field(() => [String], { description: '`HH:MM` on the participant’s clock; none leaves it to the study.' })
  times!: string[];

  @Field(() => String, { nullable: true })
  quietFrom!: string | null;

  @Field(() => String, { nullable: true })
  quietTo!: string | null;

  @Field(() => LocalDate, { nullable: true })
  pausedFrom!: string | null;

  @Field(() => LocalDate, { nullable: true })
  pausedTo!: string | null;
}
