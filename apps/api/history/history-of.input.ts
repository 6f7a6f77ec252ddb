import { Field, ID, InputType } from '@nestjs/graphql';
import type { Category } from '#domain';
import { RecordKind } from '../graphql/schema/enums.ts';

@InputType({ description: 'One record of the log.' })
export class RecordInput {
  @Field(() => RecordKind)
  category!: Category;

  @Field(() => ID)
  recordId!: string;
}

@InputType({ isOneOf: true, description: 'Whose history.' })
export class HistoryOfInput {
  @Field(() => RecordInput, { nullable: true })
  record?: RecordInput;

  @Field(() => ID, { nullable: true, description: 'Everything that speaks of a person, over all records.' })
  participantId?: string;

  @Field(() => ID, { nullable: true, description: 'Everything of a study.' })
  studyId?: string;
}
