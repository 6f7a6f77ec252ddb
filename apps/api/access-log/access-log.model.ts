import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ACCESS_ACTS, type AccessAct, type RecordedAccess } from '#platform';
import { enumOfValues } from '../graphql/schema/enum.factory.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';

export const AccessActEnum = enumOfValues('AccessAct', ACCESS_ACTS, 'What was done.');

@ObjectType('OpenedKind', { description: 'One kind of data that was opened.' })
export class OpenedKindModel {
  @Field(() => String, { description: 'Such as `diary`, as the event catalogue names its fields.' })
  kind!: string;

  @Field(() => [ID], { description: 'Entries of the record it came with.' })
  entryIds!: readonly string[];
}

@ObjectType('AccessEntry', { description: 'A line of the access log, which is only ever added to.' })
export class AccessEntryModel {
  @Field(() => Int, { description: 'Counted from 1, without gaps.' })
  entry!: number;

  @Field(() => Instant)
  at!: string;

  @Field(() => AccessActEnum)
  act!: AccessAct;

  @Field(() => String, { description: '`done`, `refused` or `failed`.' })
  outcome!: string;

  @Field(() => ID, { nullable: true, description: 'Who, by their pseudonymous id; none where nobody could be told.' })
  subjectId!: string | null;

  @Field(() => String, { nullable: true, description: 'The role they did it in.' })
  role!: string | null;

  @Field(() => ID, { nullable: true })
  studyId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Whose record.' })
  participantId!: string | null;

  @Field(() => String, { nullable: true, description: 'The fields that were asked for.' })
  operation!: string | null;

  @Field(() => [OpenedKindModel], { description: 'What was opened.' })
  opened!: readonly OpenedKindModel[];

  @Field(() => String, { nullable: true })
  detail!: string | null;

  @Field(() => String, { nullable: true, description: 'Why, in their words.' })
  purpose!: string | null;

  @Field(() => Int, { nullable: true, description: 'The log index their answer knew of.' })
  logIndex!: number | null;

  @Field(() => String, { description: 'Where they were, coarsely: `this computer`, `private network`, `internet`.' })
  addressClass!: string;

  @Field(() => String, { description: 'Of this line and all before it: SHA-256, in hexadecimal.' })
  hash!: string;
}

export function accessEntryModel(entry: RecordedAccess): AccessEntryModel {
  const {
    opened = {},
    subjectId,
    role,
    studyId,
    participantId,
    operation,
    detail,
    purpose,
    logIndex,
    ...plain
  } = entry;
  return {
    ...plain,
    ...{ subjectId: subjectId ?? null, role: role ?? null, studyId: studyId ?? null, detail: detail ?? null },
    ...{ participantId: participantId ?? null, operation: operation ?? null, purpose: purpose ?? null },
    logIndex: logIndex ?? null,
    opened: Object.entries(opened).map(([kind, entryIds]) => ({ kind, entryIds })),
  };
}
