import { Field, ID, ObjectType } from '@nestjs/graphql';
import { QueryKind, QueryOutcome } from '../graphql/schema/enums.ts';
import { QueryStatus } from '../graphql/schema/row-enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';

@ObjectType('DiscrepancyQuery', { description: 'Something in a record is doubted, and how far it has come.' })
export class QueryModel {
  @Field(() => ID)
  queryId!: string;

  @Field(() => ID)
  participantId!: string;

  @Field(() => QueryStatus)
  status!: string;

  @Field(() => QueryKind)
  kind!: string;

  @Field(() => String, { nullable: true, description: 'The kind of record doubted.' })
  category!: string | null;

  @Field(() => ID, { nullable: true })
  recordId!: string | null;

  @Field(() => ID, { nullable: true })
  entryId!: string | null;

  @Field(() => String, { nullable: true })
  field!: string | null;

  @Field(() => ID, { nullable: true, description: 'The rule that found it; none where a person did.' })
  ruleId!: string | null;

  @Field(() => QueryOutcome, { nullable: true })
  outcome!: string | null;

  @Field(() => Instant)
  openedAt!: string;

  @Field(() => ID)
  openedBy!: string;

  @Field(() => Instant, { nullable: true })
  answeredAt!: string | null;

  @Field(() => Instant, { nullable: true })
  closedAt!: string | null;
}
