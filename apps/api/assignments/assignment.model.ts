import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AssignmentStatus } from '../graphql/schema/row-enums.ts';
import {
  DeclineReason,
  DeclinedBy,
  Informant,
  InitiatedBy,
  OccurrenceState,
  WithdrawalReason,
} from '../graphql/schema/enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';
import { LocalDate } from '../graphql/scalars/local-date.scalar.ts';

@ObjectType('Assignment', {
  description: 'A piece of homework as it stands: the terms of its newest version and what came of it.',
})
export class AssignmentModel {
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

  @Field(() => Int, { description: 'How often the terms were changed.' })
  adjustments!: number;

  @Field(() => AssignmentStatus)
  status!: string;

  @Field(() => InitiatedBy)
  initiatedBy!: string;

  @Field(() => Boolean, { description: 'An analyst derived it from a log in which nobody assigned it.' })
  analystConstruction!: boolean;

  @Field(() => Instant, { nullable: true, description: 'When it was suggested, where it was before it was assigned.' })
  proposedAt!: string | null;

  @Field(() => Instant, { nullable: true, description: 'None while it is only proposed.' })
  assignedAt!: string | null;

  @Field(() => LocalDate, { nullable: true })
  assignedDate!: string | null;

  @Field(() => Instant, { nullable: true })
  declinedAt!: string | null;

  @Field(() => DeclinedBy, { nullable: true })
  declinedBy!: string | null;

  @Field(() => DeclineReason, { nullable: true })
  declineReason!: string | null;

  @Field(() => Instant, { nullable: true, description: 'When it was first looked at on a device.' })
  openedAt!: string | null;

  @Field(() => Int, { description: 'Questions of the participant.' })
  questions!: number;

  @Field(() => Int, { description: 'Questions that wait for an answer.' })
  unanswered!: number;

  @Field(() => Int, { description: 'How often somebody told the participant something about the work.' })
  feedback!: number;

  @Field(() => Int)
  attemptsStarted!: number;

  @Field(() => Int)
  attemptsRecorded!: number;

  @Field(() => Int)
  attemptsAbandoned!: number;

  @Field(() => Instant, { nullable: true })
  lastAttemptAt!: string | null;

  @Field(() => Boolean, { description: 'Somebody told how it went. What nobody reported is unknown, not undone.' })
  reported!: boolean;

  @Field(() => OccurrenceState, { nullable: true, description: 'The last report about the obligation as a whole.' })
  reportedState!: string | null;

  @Field(() => Instant, { nullable: true })
  completedAt!: string | null;

  @Field(() => LocalDate, { nullable: true })
  completedDate!: string | null;

  @Field(() => Informant, { nullable: true })
  completedBy!: string | null;

  @Field(() => Boolean, { nullable: true })
  late!: boolean | null;

  @Field(() => Instant, { nullable: true })
  expiredAt!: string | null;

  @Field(() => Instant, { nullable: true })
  withdrawnAt!: string | null;

  @Field(() => LocalDate, { nullable: true })
  withdrawnDate!: string | null;

  @Field(() => WithdrawalReason, { nullable: true })
  withdrawalReason!: string | null;

  @Field(() => Instant)
  recordedAt!: string;

  @Field(() => Instant)
  updatedAt!: string;
}
