import { Field, Float, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('Descriptives', { description: 'A sample; figures it is too small for are left out, never zero.' })
export class DescriptivesModel {
  @Field(() => Int)
  n!: number;

  @Field(() => Float, { nullable: true })
  mean!: number | null;

  @Field(() => Float, { nullable: true, description: 'Divisor n − 1.' })
  sd!: number | null;

  @Field(() => Float, { nullable: true })
  median!: number | null;

  @Field(() => Float, { nullable: true })
  min!: number | null;

  @Field(() => Float, { nullable: true })
  max!: number | null;
}

@ObjectType('ConfidenceInterval', { description: 'An estimate between its limits, in its own unit.' })
export class IntervalModel {
  @Field(() => Float)
  estimate!: number;

  @Field(() => Float)
  lower!: number;

  @Field(() => Float)
  upper!: number;

  @Field(() => Float)
  confidence!: number;
}

@ObjectType('PrePostEffect', { description: 'A pre–post effect, which means nothing without its correlation.' })
export class PrePostEffectModel {
  @Field(() => Float, { description: '(mean pre − mean post) / SD of pre: positive when scores fell.' })
  d!: number;

  @Field(() => Float, { nullable: true, description: 'Correlation of pre and post.' })
  r!: number | null;

  @Field(() => Int)
  n!: number;
}

@ObjectType('Exclusion', { description: 'People left out of a figure, and why.' })
export class ExclusionModel {
  @Field(() => String, { description: 'A code, such as no-score-after or missed-drop-out.' })
  reason!: string;

  @Field(() => Int)
  people!: number;
}
