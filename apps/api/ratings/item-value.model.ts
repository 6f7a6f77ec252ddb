import { Field, Float, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('ItemValue', { description: 'One item of a form and its raw value. No value: the item was left out.' })
export class ItemValueModel {
  @Field(() => ID)
  item!: string;

  @Field(() => Float, { nullable: true })
  value!: number | null;
}
