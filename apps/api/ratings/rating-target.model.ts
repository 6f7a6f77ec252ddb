import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocalDate } from '../graphql/scalars/local-date.scalar.ts';
import { RatingTargetKind } from '../graphql/schema/enums.ts';

@ObjectType('RatingTarget', { description: 'What a rating speaks of.' })
export class RatingTargetModel {
  @Field(() => RatingTargetKind)
  kind!: string;

  @Field(() => ID, { nullable: true })
  assignmentId!: string | null;

  @Field(() => Int, { nullable: true })
  version!: number | null;

  @Field(() => ID, { nullable: true })
  sessionId!: string | null;

  @Field(() => LocalDate, { nullable: true })
  from!: string | null;

  @Field(() => LocalDate, { nullable: true })
  to!: string | null;
}
