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

@ObjectType('FollowUpCount', { description: 'How many of those who were allocated were followed up on one occasion.' })
export class FollowUpCountModel {
  @Field(() => String)
  occasion!: string;

  @Field(() => Int, { description: 'People of whom the outcome was taken.' })
  followedUp!: number;

  @Field(() => Int, { description: 'People of whom it is recorded that it was missed.' })
  missed!: number;
}

@ObjectType('ArmFlow', { description: 'The flow of those allocated to one arm, for those who are not blind to it.' })
export class ArmFlowModel {
  @Field(() => String)
  arm!: string;

  readonly participantIds!: readonly string[];
  readonly studyId!: string;
  readonly siteId!: string | null;
}

@ObjectType('Flow', {
  description: 'Participant flow (CONSORT 2025): all together, and by arm for those not blind to it.',
})
export class FlowModel {
  @Field(() => [FlowCountModel])
  stages!: readonly FlowCountModel[];

  @Field(() => Int, { description: 'Index of the last event of the log that this answer knows of.' })
  logIndex!: number;

  readonly studyId!: string;
  readonly siteId!: string | null;
}
