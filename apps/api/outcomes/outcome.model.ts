import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Informant, MeasureTiming } from '../graphql/schema/enums.ts';
import { InstrumentSource, MeasureProblem, TotalFrom } from '../graphql/schema/row-enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';
import { LocalDate } from '../graphql/scalars/local-date.scalar.ts';

@ObjectType('Outcome', {
  description:
    'An outcome measure that was taken, scored: one occasion of one person on one instrument, told by one informant.',
})
export class OutcomeModel {
  @Field(() => ID)
  participantId!: string;

  @Field(() => ID)
  measureId!: string;

  @Field(() => ID)
  studyId!: string;

  @Field(() => ID, { nullable: true })
  siteId!: string | null;

  @Field(() => ID)
  instrumentId!: string;

  @Field(() => Int)
  instrumentVersion!: number;

  @Field(() => InstrumentSource, { description: 'Whose instrument it was scored by.' })
  instrumentSource!: string;

  @Field(() => String)
  occasion!: string;

  @Field(() => Int, { nullable: true, description: 'Days since enrolment on the participant’s calendar.' })
  day!: number | null;

  @Field(() => MeasureTiming)
  timing!: string;

  @Field(() => Int, { nullable: true, description: 'How far back the questions ask.' })
  recallDays!: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'The questions reach back beyond this informant’s measure before; null where there is none or no recall period is known.',
  })
  recallOverlaps!: boolean | null;

  @Field(() => Informant)
  informant!: string;

  @Field(() => ID, { description: 'Who entered it, by pseudonymous id.' })
  raterId!: string;

  @Field(() => Boolean, { nullable: true })
  assessorBlind!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it was taken within its window; null where none was scheduled.',
  })
  windowOk!: boolean | null;

  @Field(() => Float, { nullable: true, description: 'In points of the instrument; null where it cannot be told.' })
  total!: number | null;

  @Field(() => TotalFrom, { nullable: true, description: 'Computed from the answers, or as the source wrote it.' })
  totalFrom!: string | null;

  @Field(() => Int, { nullable: true, description: 'Items without an answer; null where only a total was told.' })
  itemsMissing!: number | null;

  @Field(() => String, { nullable: true })
  severity!: string | null;

  @Field(() => [String], { description: 'Items answered above their safety threshold.' })
  riskItems!: readonly string[];

  @Field(() => String, { nullable: true, description: 'The instrument and version it was scored by.' })
  scoringVersion!: string | null;

  @Field(() => MeasureProblem, { nullable: true, description: 'Why there is no total, or why it is doubtful.' })
  problem!: string | null;

  @Field(() => Instant)
  occurredAt!: string;

  @Field(() => LocalDate)
  localDate!: string;

  @Field(() => Instant)
  recordedAt!: string;
}
