import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Informant } from '../graphql/schema/enums.ts';
import { ScoredByModel } from './outcome-summary.model.ts';
import { ExclusionModel, IntervalModel } from './statistics.model.ts';

@ObjectType('HomeworkDefinition', { description: 'A published adherence definition.' })
export class HomeworkDefinitionModel {
  @Field(() => ID)
  definitionId!: string;

  @Field(() => Int)
  version!: number;
}

@ObjectType('HomeworkAssociation', {
  description: 'How homework and improvement go together between people. An association: it says nothing about cause.',
})
export class HomeworkAssociationModel {
  @Field(() => HomeworkDefinitionModel)
  homework!: HomeworkDefinitionModel;

  @Field(() => ScoredByModel)
  instrument!: ScoredByModel;

  @Field(() => Informant)
  informant!: string;

  @Field(() => String)
  definition!: string;

  @Field(() => String, { description: 'How to read it.' })
  caution!: string;

  @Field(() => String)
  denominator!: string;

  @Field(() => Int)
  enrolled!: number;

  @Field(() => Int)
  n!: number;

  @Field(() => IntervalModel, { nullable: true, description: 'Pearson’s r with Fisher’s interval.' })
  correlation!: IntervalModel | null;

  @Field(() => [ExclusionModel])
  excluded!: readonly ExclusionModel[];

  @Field(() => Int, { description: 'Index of the last event of the log that this answer knows of.' })
  logIndex!: number;
}
