import { Field, Float, ID, ObjectType } from '@nestjs/graphql';
import { ContactBy, ContactChannel } from '../graphql/schema/enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';
import { LocalDate } from '../graphql/scalars/local-date.scalar.ts';

@ObjectType('Contact', { description: 'Contact between sessions, one for each participant.' })
export class ContactModel {
  @Field(() => ID)
  contactId!: string;

  @Field(() => ID)
  participantId!: string;

  @Field(() => ID, { nullable: true })
  studyId!: string | null;

  @Field(() => ID, { nullable: true })
  siteId!: string | null;

  @Field(() => ContactBy)
  madeBy!: string;

  @Field(() => ContactChannel)
  channel!: string;

  @Field(() => Float, { nullable: true })
  minutes!: number | null;

  @Field(() => Instant)
  occurredAt!: string;

  @Field(() => LocalDate)
  localDate!: string;

  @Field(() => Instant)
  recordedAt!: string;
}
