import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AdjustmentTrigger } from '../graphql/schema/enums.ts';
import { AssignmentVersionStatus } from '../graphql/schema/row-enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';
import { LocalDate } from '../graphql/scalars/local-date.scalar.ts';

@ObjectType('AssignmentVersion', {
  description: 'One version of an assignment: the terms and how long they were in force.',
})
export class AssignmentVersionModel {
  @Field(() => ID)
  assignmentId!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => AssignmentVersionStatus)
  status!: string;

  @Field(() => AdjustmentTrigger, { nullable: true, description: 'Why it was adjusted; none for version 1.' })
  trigger!: string | null;

  @Field(() => Instant)
  inForceFrom!: string;

  @Field(() => LocalDate)
  inForceFromDate!: string;

  @Field(() => Instant, { nullable: true })
  inForceTo!: string | null;

  @Field(() => Instant)
  recordedAt!: string;
}
