import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Fact } from '#domain';
import { LocalDate } from '../graphql/scalars/local-date.scalar.ts';
import { PositionScalar } from '../graphql/scalars/position.scalar.ts';
import { VoidReason } from '../graphql/schema/enums.ts';

@InputType({ description: 'Obligations that did not apply, all for one reason: an outage, a stay in hospital.' })
export class VoidPeriodInput {
  @Field(() => ID)
  studyId!: string;

  @Field(() => ID, { nullable: true, description: 'Of one site; of the whole study where left out.' })
  siteId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Of these participants; of everybody where left out.' })
  participantIds?: string[] | null;

  @Field(() => LocalDate, { description: 'First due day, on each participant’s calendar.' })
  from!: string;

  @Field(() => LocalDate, { description: 'Last due day.' })
  to!: string;

  @Field(() => VoidReason)
  reason!: Fact<'OccurrenceVoided'>['data']['reason'];
}

@ObjectType('VoidedOccurrences', { description: 'How many obligations were taken out of the denominators.' })
export class VoidedOccurrencesModel {
  @Field(() => Int)
  voided!: number;

  @Field(() => Int, { description: 'Not voided, because they were reported, voided or taken away meanwhile.' })
  refused!: number;

  @Field(() => PositionScalar, {
    nullable: true,
    description: 'Give it to `after` to read the new denominators. None where nothing was voided.',
  })
  position!: string | null;
}
