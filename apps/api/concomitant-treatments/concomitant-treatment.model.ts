import { Field, ID, ObjectType } from '@nestjs/graphql';
import { TreatmentChange, TreatmentKind } from '../graphql/schema/enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';
import { LocalDate } from '../graphql/scalars/local-date.scalar.ts';

@ObjectType('ConcomitantTreatment', { description: 'A change of a treatment beside the trial’s.' })
export class ConcomitantTreatmentModel {
  @Field(() => ID)
  entryId!: string;

  @Field(() => ID)
  participantId!: string;

  @Field(() => ID, { nullable: true })
  studyId!: string | null;

  @Field(() => ID, { nullable: true })
  siteId!: string | null;

  @Field(() => ID)
  treatment!: string;

  @Field(() => TreatmentKind)
  kind!: string;

  @Field(() => TreatmentChange)
  change!: string;

  @Field(() => LocalDate, { nullable: true })
  changedOn!: string | null;

  @Field(() => Instant)
  occurredAt!: string;

  @Field(() => Instant)
  recordedAt!: string;
}
