import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DiscontinuationReason } from '../graphql/schema/enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';

@ObjectType('ParticipantFlow', {
  description: 'How far one person came in the study, also those who were only screened.',
})
export class ParticipantFlowModel {
  @Field(() => ID)
  participantId!: string;

  @Field(() => ID)
  studyId!: string;

  @Field(() => ID, { nullable: true })
  siteId!: string | null;

  @Field(() => Instant, { nullable: true })
  screenedAt!: string | null;

  @Field(() => Boolean, { nullable: true })
  eligible!: boolean | null;

  @Field(() => [String], { description: 'Exclusion criteria of the protocol that applied.' })
  exclusions!: readonly string[];

  @Field(() => Instant, { nullable: true })
  consentedAt!: string | null;

  @Field(() => Instant, { nullable: true })
  enrolledAt!: string | null;

  @Field(() => Instant, { nullable: true })
  leftInterventionAt!: string | null;

  @Field(() => DiscontinuationReason, { nullable: true })
  leftInterventionReason!: string | null;

  @Field(() => Instant, { nullable: true })
  leftStudyAt!: string | null;

  @Field(() => DiscontinuationReason, { nullable: true })
  leftStudyReason!: string | null;

  @Field(() => Instant, { nullable: true })
  completedAt!: string | null;
}
