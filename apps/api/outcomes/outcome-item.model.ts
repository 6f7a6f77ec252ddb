import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Informant } from '../graphql/schema/enums.ts';

@ObjectType('OutcomeItem', { description: 'One answer of an outcome measure.' })
export class OutcomeItemModel {
  @Field(() => ID)
  participantId!: string;

  @Field(() => ID)
  measureId!: string;

  @Field(() => ID)
  item!: string;

  @Field(() => ID)
  studyId!: string;

  @Field(() => ID, { nullable: true })
  siteId!: string | null;

  @Field(() => ID)
  instrumentId!: string;

  @Field(() => Int)
  instrumentVersion!: number;

  @Field(() => String)
  occasion!: string;

  @Field(() => Informant)
  informant!: string;

  @Field(() => Int, { nullable: true, description: 'Place in the instrument, from 1; null where it has no such item.' })
  itemNumber!: number | null;

  @Field(() => Float, { nullable: true, description: 'As given; null where it was left out.' })
  value!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'In the direction of its scale; null where it is missing or cannot be an answer.',
  })
  scored!: number | null;

  @Field(() => Boolean, { description: 'Answered above its safety threshold.' })
  risk!: boolean;
}
