import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AdjustmentTrigger, Barrier } from '../graphql/schema/enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';

@ObjectType('HomeworkPlan', {
  description:
    'What was agreed on a piece of homework besides its terms: goals, an if-then plan, what stands in its place.',
})
export class HomeworkPlanModel {
  @Field(() => ID)
  assignmentId!: string;

  @Field(() => ID)
  participantId!: string;

  @Field(() => ID, { nullable: true })
  studyId!: string | null;

  @Field(() => ID, { nullable: true })
  siteId!: string | null;

  @Field(() => [ID])
  goalIds!: readonly string[];

  @Field(() => [Barrier])
  obstacles!: readonly string[];

  @Field(() => Int, { nullable: true, description: 'The client’s, 0 to 100, with this plan.' })
  confidence!: number | null;

  @Field(() => ID, { nullable: true, description: 'Homework that stands in its place.' })
  substituteId!: string | null;

  @Field(() => AdjustmentTrigger, { nullable: true })
  substituteTrigger!: string | null;

  @Field(() => Instant)
  updatedAt!: string;
}
