import { Field, Float, ID, ObjectType } from '@nestjs/graphql';
import { Informant } from '../graphql/schema/enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';

@ObjectType('SuddenGain', { description: 'A sudden gain between two measures of one person (Tang & DeRubeis 1999).' })
export class SuddenGainModel {
  @Field(() => ID)
  participantId!: string;

  @Field(() => ID, { description: 'The measure after the gain.' })
  measureId!: string;

  @Field(() => ID)
  studyId!: string;

  @Field(() => ID, { nullable: true })
  siteId!: string | null;

  @Field(() => ID)
  instrumentId!: string;

  @Field(() => Informant)
  informant!: string;

  @Field(() => String)
  occasionBefore!: string;

  @Field(() => String)
  occasionAfter!: string;

  @Field(() => Float)
  before!: number;

  @Field(() => Float)
  after!: number;

  @Field(() => Float, { description: 'Points.' })
  magnitude!: number;

  @Field(() => Boolean, { description: 'Half of it or more was lost later.' })
  reversed!: boolean;

  @Field(() => Float, { description: 'Points that were asked for.' })
  threshold!: number;

  @Field(() => String)
  thresholdSource!: string;

  @Field(() => Instant)
  occurredAt!: string;
}
