import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { AttemptOutcome, Barrier, Informant, Performer, Source, Visibility } from '../graphql/schema/enums.ts';
import { AttemptState } from '../graphql/schema/row-enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';
import { LocalDate } from '../graphql/scalars/local-date.scalar.ts';

@ObjectType('Attempt', { description: 'One try at a piece of homework.' })
export class AttemptModel {
  @Field(() => ID)
  attemptId!: string;

  @Field(() => ID)
  assignmentId!: string;

  @Field(() => ID)
  participantId!: string;

  @Field(() => ID, { nullable: true })
  studyId!: string | null;

  @Field(() => ID, { nullable: true })
  siteId!: string | null;

  @Field(() => Int, { description: 'The assignment version in force when the work was done.' })
  version!: number;

  @Field(() => ID, { nullable: true, description: 'The obligation it was at, as told: a day, or `whole`.' })
  occurrence!: string | null;

  @Field(() => Performer, { nullable: true })
  performer!: string | null;

  @Field(() => Informant, { nullable: true })
  informant!: string | null;

  @Field(() => AttemptState)
  state!: string;

  @Field(() => AttemptOutcome, { nullable: true })
  outcome!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Something else was done instead.' })
  alternative!: boolean | null;

  @Field(() => Boolean, { description: 'Done, or told, by somebody other than the client.' })
  byProxy!: boolean;

  @Field(() => Instant, { nullable: true })
  startedAt!: string | null;

  @Field(() => Instant, { nullable: true })
  endedAt!: string | null;

  @Field(() => Float, { nullable: true, description: 'From start to end; none where one of them is not known.' })
  minutes!: number | null;

  @Field(() => Instant)
  occurredAt!: string;

  @Field(() => LocalDate, { description: 'The day on the participant’s calendar.' })
  localDate!: string;

  @Field(() => Int, { nullable: true, description: '0 not at all … 4 extremely.' })
  difficulty!: number | null;

  @Field(() => Int, { nullable: true, description: '0 … 4.' })
  mastery!: number | null;

  @Field(() => Int, { nullable: true, description: '0 … 4.' })
  pleasure!: number | null;

  @Field(() => Int, { nullable: true, description: '0 … 4.' })
  helpfulness!: number | null;

  @Field(() => Int, { nullable: true, description: 'Subjective units of distress, 0–100.' })
  distressBefore!: number | null;

  @Field(() => Int, { nullable: true, description: 'Subjective units of distress, 0–100.' })
  distressAfter!: number | null;

  @Field(() => [Barrier])
  barriers!: readonly string[];

  @Field(() => Float, { description: 'From when it happened to when it was stored: tells a back-filled diary.' })
  entryLagHours!: number;

  @Field(() => Visibility, { nullable: true, description: 'Where the participant decided for this entry alone.' })
  visibility!: string | null;

  @Field(() => Int, { description: 'How often somebody told the participant something about it.' })
  feedback!: number;

  @Field(() => Source)
  source!: string;

  @Field(() => Instant)
  recordedAt!: string;
}
