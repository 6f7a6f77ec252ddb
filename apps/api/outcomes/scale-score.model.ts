import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('ScaleScore', { description: 'One scale of a questionnaire at one occasion.' })
export class ScaleScoreModel {
  @Field(() => ID)
  scale!: string;

  @Field(() => Float, { nullable: true, description: 'In points; none where too many answers are missing.' })
  value!: number | null;

  @Field(() => Int)
  missing!: number;

  @Field(() => Boolean, { description: 'Missing answers were filled by the instrument’s own rule.' })
  imputed!: boolean;
}
