import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Json } from '../graphql/scalars/json.scalar.ts';
import { ExclusionModel } from '../outcome-summary/statistics.model.ts';

@ObjectType('BoardColumn', { description: 'A column of a panel’s table.' })
export class BoardColumnModel {
  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'What it holds, with its unit.' })
  about!: string;
}

@ObjectType('BoardTable', {
  description:
    'A panel of the study board as a table, with what is needed to read it: definition, denominator, n, exclusions, log index.',
})
export class BoardTableModel {
  @Field(() => String)
  title!: string;

  @Field(() => String)
  definition!: string;

  @Field(() => String)
  denominator!: string;

  @Field(() => Int, { description: 'People the figures rest on.' })
  n!: number;

  @Field(() => [ExclusionModel])
  excluded!: readonly ExclusionModel[];

  @Field(() => [BoardColumnModel])
  columns!: readonly BoardColumnModel[];

  @Field(() => Json, {
    description: 'A list of rows, each a list of values in the order of the columns; null is unknown, never zero.',
  })
  rows!: unknown;

  @Field(() => Json, { description: 'Single figures by name, such as a fit or a target.' })
  figures!: unknown;

  @Field(() => Int, { description: 'Index of the last event of the log that this answer knows of.' })
  logIndex!: number;
}
