import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AdjustmentTrigger, InitiatedBy, RemovableTerm } from '../graphql/schema/enums.ts';
import { AssignmentVersionStatus } from '../graphql/schema/row-enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';
import { LocalDate } from '../graphql/scalars/local-date.scalar.ts';

@ObjectType('AssignmentVersion', {
  description: 'One version of an assignment: the terms and how long they were in force. Version 0 is the proposal.',
})
export class AssignmentVersionModel {
  @Field(() => ID)
  assignmentId!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => AssignmentVersionStatus)
  status!: string;

  @Field(() => InitiatedBy)
  initiatedBy!: string;

  @Field(() => Boolean, { description: 'Therapist and client set it together.' })
  collaborative!: boolean;

  @Field(() => Instant, { nullable: true, description: 'When the homework was assigned; none for a proposal.' })
  assignedAt!: string | null;

  @Field(() => LocalDate, { nullable: true })
  assignedDate!: string | null;

  @Field(() => [RemovableTerm], { description: 'Terms that this version took away.' })
  removed!: readonly string[];

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
