import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Barrier, Focus, Medium, Performer, Setting, Visibility } from '../graphql/schema/enums.ts';

@ObjectType('AssignmentTerms', { description: 'Everything agreed about one piece of homework, in one version.' })
export class AssignmentTermsModel {
  @Field(() => Focus)
  focus!: string;

  @Field(() => Medium)
  medium!: string;

  @Field(() => Int, { nullable: true, description: '0 not at all … 4 extremely.' })
  difficulty!: number | null;

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
