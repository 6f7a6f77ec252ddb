import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { StudyRow } from '#read-models';
import { enumOfValues } from '../graphql/schema/enum.factory.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';

const LIVES: Readonly<Record<StudyRow['life'], true>> = {
  ...{ undeclared: true, draft: true, 'dry-run': true, live: true, closed: true },
};
export const StudyLife = enumOfValues(
  'StudyLife',
  Object.keys(LIVES),
  'Where a study stands. Undeclared: it has no protocol document, and is live from the start.',
);

@ObjectType('Study', { description: 'A study and the protocol version in force.' })
export class StudyModel {
  @Field(() => ID)
  studyId!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: 'IANA; the calendar its days and weeks are counted on.' })
  timeZone!: string;

  @Field(() => Int, { description: '0 until a protocol is published.' })
  protocolVersion!: number;

  @Field(() => StudyLife)
  life!: string;

  @Field(() => Instant)
  registeredAt!: string;

  @Field(() => Instant)
  recordedAt!: string;

  @Field(() => Instant, { description: 'When the last event that changed it was recorded.' })
  updatedAt!: string;
}
