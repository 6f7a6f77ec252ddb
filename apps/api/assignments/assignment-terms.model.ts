import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  Accessibility,
  Barrier,
  Focus,
  Medium,
  Performer,
  Phase,
  Setting,
  Visibility,
} from '../graphql/schema/enums.ts';

@ObjectType('AssignmentTerms', { description: 'Everything agreed about one piece of homework, in one version.' })
export class AssignmentTermsModel {
  @Field(() => Focus)
  focus!: string;

  @Field(() => Medium)
  medium!: string;

  @Field(() => Int, { nullable: true, description: '0 not at all … 4 extremely.' })
  difficulty!: number | null;

  @Field(() => Boolean, { description: 'Whether a rationale is on record.' })
  rationaleGiven!: boolean;

  @Field(() => ID, { nullable: true, description: 'The mechanism it should act on, in the study’s own terms.' })
  targetMechanism!: string | null;

  @Field(() => Phase, { nullable: true })
  phase!: string | null;

  @Field(() => [Accessibility])
  accessibility!: readonly string[];

  @Field(() => [Performer])
  performers!: readonly string[];

  @Field(() => Setting)
  setting!: string;

  @Field(() => Visibility)
  visibility!: string;

  @Field(() => Int, { nullable: true, description: 'The client’s confidence that it will be done, 0–100.' })
  confidence!: number | null;

  @Field(() => [Barrier])
  foreseenObstacles!: readonly string[];
}
