import { Field, Float, ObjectType } from '@nestjs/graphql';
import { Unit } from '../graphql/schema/enums.ts';

@ObjectType('Quantity', { description: 'An amount of one unit. Amounts of different units are never added.' })
export class QuantityModel {
  @Field(() => Float)
  amount!: number;

  @Field(() => Unit)
  unit!: string;
}
