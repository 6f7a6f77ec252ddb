import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { QueryKind, RecordKind } from '../graphql/schema/enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';
import { Json } from '../graphql/scalars/json.scalar.ts';

@ObjectType('DataCheck', { description: 'A rule of the protocol in force that doubts records, and whether it is on.' })
export class DataCheckModel {
  @Field(() => ID)
  ruleId!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String, { description: 'What is asked of those who answer for the record.' })
  question!: string;

  @Field(() => Json, { description: 'What is looked for, as the protocol has it.' })
  check!: unknown;

  @Field(() => Boolean, { description: 'Whether this version opens queries.' })
  on!: boolean;

  @Field(() => Boolean, { description: 'Whether it also asks about what was on record before, imports included.' })
  history!: boolean;

  @Field(() => Instant, { nullable: true, description: 'Since when the rule is on, or off again.' })
  switchedAt!: string | null;

  @Field(() => Int, { nullable: true, description: 'Queries that it would have opened when it was switched on.' })
  wouldHaveOpened!: number | null;
}

@ObjectType('DataFinding', { description: 'What a rule doubts in one record.' })
export class DataFindingModel {
  @Field(() => ID)
  participantId!: string;

  @Field(() => RecordKind)
  category!: string;

  @Field(() => ID)
  recordId!: string;

  @Field(() => String)
  field!: string;

  @Field(() => String, { nullable: true, description: 'The part of the record that is meant, such as an attempt.' })
  part!: string | null;

  @Field(() => Boolean, { description: 'Whether a query of this rule asks about it already, or did.' })
  asked!: boolean;
}

@ObjectType('DataCheckRehearsal', {
  description: 'What a rule would open over the history that the caller sees. Nothing is written.',
})
export class DataCheckRehearsalModel {
  @Field(() => QueryKind, { description: 'Of its queries.' })
  kind!: string;

  @Field(() => Int, { description: 'Findings in all.' })
  total!: number;

  @Field(() => Int, { description: 'Of so many people.' })
  people!: number;

  @Field(() => [DataFindingModel], { description: 'The first 1000.' })
  findings!: readonly DataFindingModel[];

  @Field(() => Int, { description: 'Index of the last event of the log that this answer knows of.' })
  logIndex!: number;
}
