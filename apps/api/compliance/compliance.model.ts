import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Instant } from '../graphql/scalars/instant.scalar.ts';

@ObjectType('Compliance', {
  description:
    'The Assignment Compliance Rating (Primakoff, Epstein & Covi 1986) of an obligation, derived from events: nobody gave it.',
})
export class ComplianceModel {
  @Field(() => ID)
  assignmentId!: string;

  @Field(() => ID)
  occurrence!: string;

  @Field(() => ID)
  participantId!: string;

  @Field(() => ID, { nullable: true })
  studyId!: string | null;

  @Field(() => ID, { nullable: true })
  siteId!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      '1 not attempted, 2 tried but unable, 3 something else instead, 4 partly, 5 fully, 6 more than asked; none when unknown.',
  })
  rating!: number | null;

  @Field(() => Int, { description: 'The least it can be, by what is on record.' })
  low!: number;

  @Field(() => Int)
  high!: number;

  @Field(() => Instant, { nullable: true })
  dueAt!: string | null;
}
