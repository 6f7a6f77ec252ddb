import { Field, ObjectType } from '@nestjs/graphql';
import { DueKind } from '../graphql/schema/enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';
import { LocalDate } from '../graphql/scalars/local-date.scalar.ts';

@ObjectType('Due', { description: 'When the work is due.' })
export class DueModel {
  @Field(() => DueKind)
  kind!: string;

  @Field(() => Instant, { nullable: true })
  at!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'On the participant’s calendar.' })
  date!: string | null;
}
