import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { SealedContent } from '../content/sealed-content.ts';
import { SealedTextModel } from '../content/sealed-text.model.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';
import { LocalDate } from '../graphql/scalars/local-date.scalar.ts';
import { DayItemKind, DayItemStanding } from '../graphql/schema/row-enums.ts';

@ObjectType('DayItem', { description: 'One thing that a participant is asked for: homework, or a measure.' })
export class DayItemModel {
  @Field(() => DayItemKind)
  kind!: string;

  @Field(() => ID, { nullable: true, description: 'Of homework.' })
  assignmentId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Of homework: its day, or `whole`.' })
  occurrence!: string | null;

  @Field(() => SealedTextModel, { nullable: true, description: 'What the homework is called.' })
  title!: SealedContent | null;

  @Field(() => ID, { nullable: true, description: 'Of a measure.' })
  instrumentId!: string | null;

  @Field(() => Int, { nullable: true, description: 'Of a measure: the version to be answered.' })
  instrumentVersion!: number | null;

  @Field(() => String, { nullable: true, description: 'Of a measure, as the schedule names it.' })
  occasion!: string | null;

  @Field(() => Instant, { nullable: true, description: 'From when on it can be done.' })
  opensAt!: string | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'Until when it is asked for; what comes later is taken too. None for work without an end.',
  })
  dueAt!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day of the strip it stands on.' })
  dueDate!: string | null;

  @Field(() => DayItemStanding)
  standing!: string;
}

@ObjectType('WeekDay', { description: 'One day of a participant’s week.' })
export class WeekDayModel {
  @Field(() => LocalDate)
  date!: string;

  @Field(() => [DayItemModel], { description: 'Due on that day; what was voided is left out.' })
  items!: readonly DayItemModel[];
}

@ObjectType('ParticipantWeek', { description: 'A participant’s day, and the week it lies in.' })
export class ParticipantWeekModel {
  @Field(() => ID)
  participantId!: string;

  @Field(() => LocalDate, {
    description: 'The day that was asked for, or the one it is now where the participant lives.',
  })
  today!: string;

  @Field(() => String, { nullable: true, description: 'The zone the participant lives by on that day (IANA).' })
  timeZone!: string | null;

  @Field(() => Int, { nullable: true, description: 'Weeks since enrolment: 0 in the first.' })
  studyWeek!: number | null;

  @Field(() => [DayItemModel], {
    description:
      'What can be done on that day, what was done on it, and what nobody told of for two days; what is due first comes first.',
  })
  items!: readonly DayItemModel[];

  @Field(() => [WeekDayModel], { description: 'Seven days, Monday first.' })
  days!: readonly WeekDayModel[];

  @Field(() => Int)
  logIndex!: number;
}
