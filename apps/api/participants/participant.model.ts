import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConsentScope, ConsentStep, DiscontinuationReason, DiscontinuedFrom } from '../graphql/schema/enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';
import { LocalDate } from '../graphql/scalars/local-date.scalar.ts';
import { Json } from '../graphql/scalars/json.scalar.ts';
import { ParticipantStatus } from '../graphql/schema/row-enums.ts';

@ObjectType('Participant', { description: 'A person in a study, under a code that says nothing about them.' })
export class ParticipantModel {
  @Field(() => ID)
  participantId!: string;

  @Field(() => ID)
  studyId!: string;

  @Field(() => ID, { nullable: true })
  siteId!: string | null;

  @Field(() => ID)
  code!: string;

  @Field(() => String, { description: 'IANA; the calendar of this person.' })
  timeZone!: string;

  @Field(() => Int, { description: 'The version in force when the person was enrolled.' })
  protocolVersion!: number;

  @Field(() => ParticipantStatus)
  status!: string;

  @Field(() => Instant)
  enrolledAt!: string;

  @Field(() => LocalDate)
  enrolledDate!: string;

  @Field(() => Instant, { nullable: true })
  endedAt!: string | null;

  @Field(() => LocalDate, { nullable: true })
  endedDate!: string | null;

  @Field(() => DiscontinuedFrom, { nullable: true, description: 'What a person who left has left.' })
  endedFrom!: string | null;

  @Field(() => DiscontinuationReason, { nullable: true })
  endReason!: string | null;

  @Field(() => Json, { description: 'Every baseline characteristic, by the protocol’s own names.' })
  characteristics!: object;

  @Field(() => String, { nullable: true })
  stratum!: string | null;

  @Field(() => String, { nullable: true })
  sex!: string | null;

  @Field(() => String, { nullable: true })
  gender!: string | null;

  @Field(() => String, { nullable: true })
  ethnicity!: string | null;

  @Field(() => String, { nullable: true })
  education!: string | null;

  @Field(() => String, { nullable: true })
  ageBand!: string | null;

  @Field(() => String, { nullable: true })
  diagnosis!: string | null;

  @Field(() => String, { nullable: true })
  medication!: string | null;

  @Field(() => String, { nullable: true })
  priorTherapy!: string | null;

  @Field(() => String, { nullable: true, description: 'Therapy group, for partially nested designs; not the arm.' })
  treatmentGroup!: string | null;

  @Field(() => ID, { nullable: true, description: 'Who treats the person.' })
  therapistId!: string | null;

  @Field(() => LocalDate, { nullable: true })
  therapistFrom!: string | null;

  @Field(() => String, { nullable: true, description: 'The information that was consented to last.' })
  consentVersion!: string | null;

  @Field(() => [ConsentScope])
  consentScopes!: readonly string[];

  @Field(() => LocalDate, { nullable: true })
  consentDate!: string | null;

  @Field(() => ConsentStep, { nullable: true, description: 'How far that consent was taken back since.' })
  consentWithdrawn!: string | null;

  @Field(() => LocalDate, { nullable: true })
  screenedDate!: string | null;

  @Field(() => [ID], {
    name: 'presentTreatments',
    description: 'Treatments beside the trial’s that were begun and not stopped.',
  })
  concomitantTreatments!: readonly string[];

  @Field(() => Int, { description: 'Changes of such treatments on record.' })
  concomitantChanges!: number;

  @Field(() => Boolean, { description: 'The key of this person’s sealed content is destroyed.' })
  personalDataErased!: boolean;

  @Field(() => Instant)
  recordedAt!: string;

  @Field(() => Instant)
  updatedAt!: string;
}
