import { Field, Float, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'One item of a form and its raw value. No value: the item was left out.' })
export class ItemValueInput {
  @Field(() => ID, { description: 'Code of the item within its form.' })
  item!: string;

  @Field(() => Float, { nullable: true })
  value?: number | null;
}
