import { Field, ObjectType } from '@nestjs/graphql';
import { DueKind, Weekday } from '../graphql/schema/enums.ts';
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

  @Field(() => [Weekday], { description: 'Of recurring work.' })
  weekdays!: readonly string[];

  @Field(() => LocalDate, { nullable: true, description: 'First day of recurring work.' })
  from!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day of recurring work, included.' })
  to!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Local time, `HH:MM`, by which recurring work is due; the end of the day where none is given.',
  })
  by!: string | null;
}
