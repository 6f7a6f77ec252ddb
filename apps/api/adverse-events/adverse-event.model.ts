import { Field, ID, ObjectType } from '@nestjs/graphql';
import { AdverseEventOutcome, AdverseEventSeverity, Relatedness } from '../graphql/schema/enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';
import { LocalDate } from '../graphql/scalars/local-date.scalar.ts';

@ObjectType('AdverseEvent', { description: 'Something untoward that happened to a participant.' })
export class AdverseEventModel {
  @Field(() => ID)
  participantId!: string;

  @Field(() => ID)
  adverseEventId!: string;

  @Field(() => ID, { nullable: true })
  studyId!: string | null;

  @Field(() => ID, { nullable: true })
  siteId!: string | null;

  @Field(() => Boolean)
  serious!: boolean;

  @Field(() => AdverseEventSeverity)
  severity!: string;

  @Field(() => Relatedness)
  relatedness!: string;

  @Field(() => Boolean)
  expected!: boolean;

  @Field(() => LocalDate)
  onset!: string;

  @Field(() => AdverseEventOutcome)
  outcome!: string;

  @Field(() => Instant)
  occurredAt!: string;

  @Field(() => Instant)
  recordedAt!: string;
}
