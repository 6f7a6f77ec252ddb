import { Field, Int, ObjectType } from '@nestjs/graphql';
import { FlowStage } from '../graphql/schema/row-enums.ts';
import { ExclusionModel } from '../outcome-summary/statistics.model.ts';

@ObjectType('FlowCount', { description: 'A stage of the participant flow.' })
export class FlowCountModel {
  @Field(() => FlowStage)
  stage!: string;

  @Field(() => Int)
  people!: number;

  @Field(() => [ExclusionModel], {
    description: 'One person may have several exclusion criteria, so that these can add up to more than the people.',
  })
  reasons!: readonly ExclusionModel[];
}

@ObjectType('Flow', { description: 'Participant flow (CONSORT 2025), arms apart from it.' })
export class FlowModel {
  @Field(() => [FlowCountModel])
  stages!: readonly FlowCountModel[];

  @Field(() => Int, { description: 'Index of the last event of the log that this answer knows of.' })
  logIndex!: number;
}
