import { Field, Float, ObjectType } from '@nestjs/graphql';
import { IntervalMetric } from '../graphql/schema/row-enums.ts';

@ObjectType('IntervalMetricValue', {
  description: 'A metric of one interval: what the record shows, and what its unknowns allow.',
})
export class IntervalMetricModel {
  @Field(() => IntervalMetric)
  metric!: string;

  @Field(() => Float, { nullable: true, description: 'None where there is nothing to measure.' })
  value!: number | null;

  @Field(() => Float, { nullable: true, description: 'The least the unknowns allow; none where nothing bounds it.' })
  low!: number | null;

  @Field(() => Float, { nullable: true, description: 'The most the unknowns allow; none where nothing bounds it.' })
  high!: number | null;
}
