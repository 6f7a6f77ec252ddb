import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { InitiatedBy } from '../graphql/schema/enums.ts';
import { GoalStatus } from '../graphql/schema/row-enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';

@ObjectType('Goal', { description: 'Something that client and therapist agreed to reach. Homework is linked to it.' })
export class GoalModel {
  @Field(() => ID)
  goalId!: string;

  @Field(() => ID)
  participantId!: string;

  @Field(() => ID, { nullable: true })
  studyId!: string | null;

  @Field(() => ID, { nullable: true })
  siteId!: string | null;

  @Field(() => InitiatedBy)
  setBy!: string;

  @Field(() => GoalStatus)
  status!: string;

  @Field(() => ID, { nullable: true })
  targetMechanism!: string | null;

  @Field(() => Int, { nullable: true, description: 'As last rated, from −2 to 2 (Goal Attainment Scaling).' })
  attainment!: number | null;

  @Field(() => Int, { description: 'How often somebody said how far it is reached.' })
  ratings!: number;

  @Field(() => Int)
  revisions!: number;

  @Field(() => Instant)
  setAt!: string;

  @Field(() => Instant, { nullable: true })
  endedAt!: string | null;

  @Field(() => Instant)
  recordedAt!: string;
}
