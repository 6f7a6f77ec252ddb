import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { RecordKind, SignatureMeaning } from '../graphql/schema/enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';

@ObjectType('Signature', { description: 'Somebody vouched for a record; and whether it still reads as it did then.' })
export class SignatureModel {
  @Field(() => ID)
  eventId!: string;

  @Field(() => RecordKind)
  category!: string;

  @Field(() => ID)
  recordId!: string;

  @Field(() => Int, { description: 'Of the last entry that was signed.' })
  revision!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Events in the whole log when it was signed: as of this index the record reads as signed. None in signatures from before these were bound to it.',
  })
  logIndex!: number | null;

  @Field(() => SignatureMeaning)
  meaning!: string;

  @Field(() => ID)
  signedBy!: string;

  @Field(() => Instant)
  signedAt!: string;

  @Field(() => Boolean, { description: 'Whether the record was added to or changed since, as far as the caller sees.' })
  outOfDate!: boolean;

  @Field(() => Int, { description: 'Entries since.' })
  changes!: number;

  @Field(() => Instant, { nullable: true, description: 'When the first of them was recorded.' })
  changedAt!: string | null;
}

@ObjectType('FrozenRecord', { description: 'A record that takes nothing until it is released.' })
export class FrozenRecordModel {
  @Field(() => RecordKind)
  category!: string;

  @Field(() => ID)
  recordId!: string;

  @Field(() => String)
  reason!: string;

  @Field(() => ID)
  frozenBy!: string;

  @Field(() => Instant)
  frozenAt!: string;
}
