import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { TherapistConsentScope } from '../graphql/schema/enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';
import { LocalDate } from '../graphql/scalars/local-date.scalar.ts';

@ObjectType('Therapist', { description: 'Somebody who delivers the treatment, by pseudonymous id (TIDieR item 5).' })
export class TherapistModel {
  @Field(() => ID)
  therapistId!: string;

  @Field(() => ID)
  studyId!: string;

  @Field(() => ID, { nullable: true })
  siteId!: string | null;

  @Field(() => String)
  profession!: string;

  @Field(() => String, { nullable: true })
  training!: string | null;

  @Field(() => Float, { nullable: true })
  yearsOfExperience!: number | null;

  @Field(() => String, { nullable: true })
  consentVersion!: string | null;

  @Field(() => [TherapistConsentScope])
  consentScopes!: readonly string[];

  @Field(() => LocalDate, { nullable: true })
  consentDate!: string | null;

  @Field(() => [String], { description: 'Forms they may rate with, as `form@version`.' })
  certifiedFor!: readonly string[];

  @Field(() => Int)
  supervisions!: number;

  @Field(() => Float)
  supervisionMinutes!: number;

  @Field(() => Instant)
  registeredAt!: string;

  @Field(() => Instant)
  updatedAt!: string;
}
