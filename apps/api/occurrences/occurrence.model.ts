import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Informant, VoidReason } from '../graphql/schema/enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';
import { LocalDate } from '../graphql/scalars/local-date.scalar.ts';
import { OccurrenceStanding } from '../graphql/schema/row-enums.ts';

@ObjectType('Occurrence', {
  description: 'One obligation of an assignment: a day of recurring work, or the whole; and what came of it.',
})
export class OccurrenceModel {
  @Field(() => ID)
  assignmentId!: string;

  @Field(() => ID, { description: 'Its day on the participant’s calendar, or `whole`.' })
  occurrence!: string;

  @Field(() => ID)
  participantId!: string;

  @Field(() => ID, { nullable: true })
  studyId!: string | null;

  @Field(() => ID, { nullable: true })
  siteId!: string | null;

  @Field(() => Int, { description: 'The assignment version in force when it fell due.' })
  version!: number;

  @Field(() => Boolean, { description: 'Whether version 1 asked for it.' })
  asAssigned!: boolean;

  @Field(() => Instant, { nullable: true })
  dueAt!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'On the calendar the participant lived on that day.' })
  dueDate!: string | null;

  @Field(() => OccurrenceStanding, { description: 'Due and told by nobody is unknown, never not done.' })
  state!: string;

  @Field(() => VoidReason, { nullable: true })
  reason!: string | null;

  @Field(() => Informant, {
    nullable: true,
    description: 'None where the state is what the attempts show, or nobody told.',
  })
  reportedBy!: string | null;

  @Field(() => Int)
  reports!: number;

  @Field(() => Instant, { nullable: true })
  completedAt!: string | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'When it was withdrawn, declined or adjusted away before its time.',
  })
  takenAwayAt!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the session after it went through it; none where nobody logged that.',
  })
  reviewed!: boolean | null;
}
