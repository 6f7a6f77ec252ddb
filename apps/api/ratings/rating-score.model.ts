import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Informant, RatingTargetKind } from '../graphql/schema/enums.ts';
import { RatingScoreKind } from '../graphql/schema/row-enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';
import { LocalDate } from '../graphql/scalars/local-date.scalar.ts';

@ObjectType('RatingScore', {
  description: 'One item, or one scale, of one rating. Never averaged over forms, raters, targets or timing.',
})
export class RatingScoreModel {
  @Field(() => ID)
  participantId!: string;

  @Field(() => ID)
  ratingId!: string;

  @Field(() => RatingScoreKind)
  kind!: string;

  @Field(() => ID, { description: 'Item code or scale.' })
  name!: string;

  @Field(() => ID)
  studyId!: string;

  @Field(() => ID, { nullable: true })
  siteId!: string | null;

  @Field(() => ID)
  formId!: string;

  @Field(() => Int)
  formVersion!: number;

  @Field(() => ID)
  raterId!: string;

  @Field(() => Informant)
  raterRole!: string;

  @Field(() => RatingTargetKind)
  targetKind!: string;

  @Field(() => ID, { nullable: true })
  targetAssignmentId!: string | null;

  @Field(() => Int, { nullable: true })
  targetVersion!: number | null;

  @Field(() => ID, { nullable: true })
  targetSessionId!: string | null;

  @Field(() => LocalDate, { nullable: true })
  targetFrom!: string | null;

  @Field(() => LocalDate, { nullable: true })
  targetTo!: string | null;

  @Field(() => Boolean, { description: 'Made later than the occasion it describes.' })
  retrospective!: boolean;

  @Field(() => Float, {
    nullable: true,
    description: 'Items raw, in the form’s own direction; scales by the published key.',
  })
  value!: number | null;

  @Field(() => Int, { description: 'Items of the scale without a value.' })
  missing!: number;

  @Field(() => Instant)
  occurredAt!: string;

  @Field(() => LocalDate)
  localDate!: string;
}
