import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Json } from '../graphql/scalars/json.scalar.ts';

@ObjectType('AssignedWorksheet', { description: 'A version of a worksheet that somebody’s homework is done on.' })
export class AssignedWorksheetModel {
  @Field(() => ID)
  templateId!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => Json, { description: 'The whole worksheet, as it is filled in, read and printed.' })
  document!: unknown;
}
