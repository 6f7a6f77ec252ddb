import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { EntryStanding } from '#read-models';
import { enumOfValues } from '../graphql/schema/enum.factory.ts';
import { OccurredPrecision, RecordKind, Source } from '../graphql/schema/enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';
import { LocalDate } from '../graphql/scalars/local-date.scalar.ts';
import { Uuid } from '../graphql/scalars/uuid.scalar.ts';

const STANDINGS: Record<EntryStanding, true> = { 'as-recorded': true, corrected: true, voided: true };
export const EntryStandingEnum = enumOfValues(
  'EntryStanding',
  Object.keys(STANDINGS),
  'What later entries made of it.',
);

@ObjectType('EventActor', { description: 'Who said it, by pseudonymous id.' })
export class EventActorModel {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  role!: string;

  @Field(() => ID, { nullable: true })
  siteId!: string | undefined;
}

@ObjectType('HistoryEvent', {
  description: 'One event: what, when it happened and when it was stored, who, why, and what became of it.',
})
export class HistoryEventModel {
  @Field(() => Uuid)
  eventId!: string;

  @Field(() => Int, { description: 'Its place in the log; the first event is 1.' })
  logIndex!: number;

  @Field(() => RecordKind, { description: 'Kind of record it belongs to.' })
  category!: string;

  @Field(() => ID)
  recordId!: string;

  @Field(() => Int, { description: 'Its place in its record, from 0.' })
  revision!: number;

  @Field(() => String)
  type!: string;

  @Field(() => Instant, { description: 'When it happened; may have been given afterwards.' })
  occurredAt!: string;

  @Field(() => Instant, { description: 'When the log stored it; never chosen by anybody.' })
  recordedAt!: string;

  @Field(() => [ID], { description: 'Everyone it speaks of.' })
  participantIds!: readonly string[];

  @Field(() => EntryStandingEnum)
  standing!: EntryStanding;

  @Field(() => [Uuid], { description: 'Entries that corrected or voided it.' })
  amendedBy!: readonly string[];

  @Field(() => String, { nullable: true, description: 'Why this software cannot read it.' })
  unreadable!: string | null;
}

@ObjectType('EventContext', { description: 'What an event carries besides its content.' })
export class EventContextModel {
  @Field(() => Uuid)
  commandId!: string;

  @Field(() => Uuid)
  causationId!: string;

  @Field(() => Uuid)
  correlationId!: string;

  @Field(() => EventActorModel)
  actor!: EventActorModel;

  @Field(() => Source)
  source!: string;

  @Field(() => OccurredPrecision)
  occurredPrecision!: string;

  @Field(() => LocalDate, { description: 'The day on the participant’s calendar.' })
  localDate!: string;

  @Field(() => String)
  timeZone!: string;

  @Field(() => Instant, { nullable: true, description: 'What the device claimed, where its clock was off.' })
  claimedAt!: string | undefined;

  @Field(() => ID, { nullable: true })
  studyId!: string | undefined;

  @Field(() => ID, { nullable: true })
  siteId!: string | undefined;

  @Field(() => Int)
  protocolVersion!: number;

  @Field(() => Int, { description: 'Version of the shape it was stored in.' })
  schemaVersion!: number;
}
