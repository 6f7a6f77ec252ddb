import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Informant } from '../graphql/schema/enums.ts';
import { ChangeCategory, ChangeDirection, NoChangeReason } from '../graphql/schema/row-enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';

@ObjectType('PersonSummary', {
  description: 'One person’s change on one instrument as one informant tells it: first to last scored measure.',
})
export class PersonSummaryModel {
  @Field(() => ID)
  participantId!: string;

  @Field(() => ID)
  instrumentId!: string;

  @Field(() => Informant)
  informant!: string;

  @Field(() => ID)
  studyId!: string;

  @Field(() => ID, { nullable: true })
  siteId!: string | null;

  @Field(() => Int)
  instrumentVersion!: number;

  @Field(() => Int, { description: 'Measures with a total.' })
  scored!: number;

  @Field(() => Int, { description: 'Measures without one.' })
  unscored!: number;

  @Field(() => String, { nullable: true })
  preOccasion!: string | null;

  @Field(() => Instant, { nullable: true })
  preAt!: string | null;

  @Field(() => Float, { nullable: true, description: 'First total.' })
  pre!: number | null;

  @Field(() => String, { nullable: true })
  postOccasion!: string | null;

  @Field(() => Instant, { nullable: true })
  postAt!: string | null;

  @Field(() => Float, { nullable: true, description: 'Last total, where there are two.' })
  post!: number | null;

  @Field(() => Float, { nullable: true, description: 'post − pre, points.' })
  change!: number | null;

  @Field(() => Float, { nullable: true })
  percentChange!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Jacobson & Truax; null where the instrument has no reliability.',
  })
  reliableChangeIndex!: number | null;

  @Field(() => ChangeDirection, { nullable: true })
  reliableByIndex!: string | null;

  @Field(() => ChangeDirection, { nullable: true, description: 'By the published number of points.' })
  reliableByPoints!: string | null;

  @Field(() => ChangeCategory, { nullable: true })
  category!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Improved by half of the baseline or more.' })
  response!: boolean | null;

  @Field(() => Boolean, { nullable: true })
  remission!: boolean | null;

  @Field(() => Boolean, { nullable: true })
  casenessStart!: boolean | null;

  @Field(() => Boolean, { nullable: true })
  casenessEnd!: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where the figures behind index, points and cut-offs come from.',
  })
  source!: string | null;

  @Field(() => NoChangeReason, { nullable: true, description: 'Why there is no change.' })
  reason!: string | null;
}
