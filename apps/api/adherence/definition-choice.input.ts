import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Json } from '../graphql/scalars/json.scalar.ts';

@InputType({ description: 'A definition that the study has published.' })
export class PublishedDefinitionInput {
  @Field(() => ID)
  definitionId!: string;

  @Field(() => Int, { nullable: true, description: 'The newest version, when left out.' })
  version?: number | null;
}

@InputType({ isOneOf: true, description: 'Which adherence definition: a published one, or one of your own.' })
export class DefinitionChoiceInput {
  @Field(() => PublishedDefinitionInput, { nullable: true })
  published?: PublishedDefinitionInput;

  @Field(() => Json, {
    nullable: true,
    description: 'As data, in the format intersession.adherence/1. Nothing is published by asking.',
  })
  own?: unknown;
}
