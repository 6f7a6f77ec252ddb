import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Informant } from '../graphql/schema/enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';
import { LocalDate } from '../graphql/scalars/local-date.scalar.ts';

@ObjectType('Rating', { description: 'A filled-in form about an assignment version, a session or an interval.' })
export class RatingModel {
  @Field(() => ID)
  ratingId!: string;

  @Field(() => ID)
  participantId!: string;

  @Field(() => ID, { nullable: true })
  studyId!: string | null;

  @Field(() => ID, { nullable: true })
  siteId!: string | null;

  @Field(() => ID)
  formId!: string;

  @Field(() => Int)
  formVersion!: number;

  @Field(() => ID, { description: 'Pseudonymous.' })
  raterId!: string;

  @Field(() => Informant)
  raterRole!: string;

  @Field(() => Boolean, { description: 'Made later than the occasion it describes.' })
  retrospective!: boolean;

  @Field(() => Instant)
  occurredAt!: string;

  @Field(() => LocalDate)
  localDate!: string;

  @Field(() => Instant)
  recordedAt!: string;
}
