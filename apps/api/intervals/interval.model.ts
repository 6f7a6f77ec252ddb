import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Instant } from '../graphql/scalars/instant.scalar.ts';
import { LocalDate } from '../graphql/scalars/local-date.scalar.ts';
import {
  AdherenceVerdict,
  IntervalClosing,
  IntervalDenominator,
  IntervalOpening,
} from '../graphql/schema/row-enums.ts';

@ObjectType('Interval', {
  description:
    'One stretch of a person’s time, usually from session to session, under one definition and one denominator.',
})
export class IntervalModel {
  @Field(() => ID)
  participantId!: string;

  @Field(() => ID, { description: 'Whose rules cut the time; `standard` is session to session, with version 0.' })
  definitionId!: string;

  @Field(() => Int)
  definitionVersion!: number;

  @Field(() => IntervalDenominator)
  denominator!: string;

  @Field(() => Int, { description: '1 for the first.' })
  interval!: number;

  @Field(() => ID)
  studyId!: string;

  @Field(() => ID, { nullable: true })
  siteId!: string | null;

  @Field(() => IntervalOpening)
  openedBy!: string;

  @Field(() => Int, { nullable: true })
  openingSessionNumber!: number | null;

  @Field(() => Instant, { nullable: true })
  fromAt!: string | null;

  @Field(() => Instant, { nullable: true })
  toAt!: string | null;

  @Field(() => LocalDate)
  fromDate!: string;

  @Field(() => LocalDate, { nullable: true })
  toDate!: string | null;

  @Field(() => Int, { nullable: true, description: 'None while it is open.' })
  lengthDays!: number | null;

  @Field(() => IntervalClosing, { nullable: true, description: 'None while it is open.' })
  closedBy!: string | null;

  @Field(() => Int, { description: 'Obligations due in it, under this denominator.' })
  n!: number;

  @Field(() => Int, { description: 'Of them, those that nobody told anything of.' })
  nUnknown!: number;

  @Field(() => Float, { nullable: true, description: '0 … 1; none where nothing was due.' })
  reportingRate!: number | null;

  @Field(() => Float, { nullable: true, description: 'The person’s mean unit-level quantity under this denominator.' })
  hMean!: number | null;

  @Field(() => Float, { nullable: true, description: 'How this interval departs from it.' })
  hDev!: number | null;

  @Field(() => Float, { nullable: true, description: 'The definition’s own headline.' })
  value!: number | null;

  @Field(() => Float, { nullable: true })
  best!: number | null;

  @Field(() => Float, { nullable: true })
  worst!: number | null;

  @Field(() => AdherenceVerdict, { nullable: true })
  adherent!: string | null;
}
