import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { SealedTextModel } from '../content/sealed-text.model.ts';
import type { SealedContent } from '../content/sealed-content.ts';
import { AssignmentStatus } from '../graphql/schema/row-enums.ts';
import { Barrier } from '../graphql/schema/enums.ts';
import { AgendaKind } from '../graphql/schema/worksheet-enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';

@ObjectType('AgendaHomework', { description: 'What became of a piece of homework since the last session.' })
export class AgendaHomeworkModel {
  @Field(() => ID)
  assignmentId!: string;

  @Field(() => SealedTextModel)
  title!: SealedContent;

  @Field(() => AssignmentStatus)
  status!: string;

  @Field(() => Int, { description: 'Questions that wait for an answer.' })
  unanswered!: number;

  @Field(() => Int)
  full!: number;

  @Field(() => Int)
  part!: number;

  @Field(() => Int)
  alternative!: number;

  @Field(() => Int)
  unable!: number;

  @Field(() => Int)
  abandoned!: number;

  @Field(() => Int, { description: 'Obligations of which somebody said that they were not done.' })
  notDone!: number;

  @Field(() => Int, { description: 'Obligations that fell due and of which nobody told: unknown, not undone.' })
  unreported!: number;

  @Field(() => Float, { nullable: true, description: 'Mean of the attempts, 0 to 4.' })
  difficulty!: number | null;

  @Field(() => Float, { nullable: true, description: 'Mean of the attempts, 0 to 4.' })
  helpfulness!: number | null;

  @Field(() => [Barrier], { description: 'What stood in the way of attempts.' })
  barriers!: readonly string[];

  @Field(() => Boolean, { description: 'Reviewed since the last session.' })
  reviewed!: boolean;

  @Field(() => [ID])
  goalIds!: readonly string[];
}

@ObjectType('AgendaGoal', { description: 'An open goal that no homework serves.' })
export class AgendaGoalModel {
  @Field(() => ID)
  goalId!: string;

  @Field(() => SealedTextModel)
  statement!: SealedContent;

  @Field(() => Int, { nullable: true })
  attainment!: number | null;
}

@ObjectType('AgendaItem', { description: 'One thing to take up: homework or a goal.' })
export class AgendaItemModel {
  @Field(() => AgendaKind)
  kind!: string;

  @Field(() => AgendaHomeworkModel, { nullable: true })
  homework!: AgendaHomeworkModel | null;

  @Field(() => AgendaGoalModel, { nullable: true })
  goal!: AgendaGoalModel | null;
}

@ObjectType('AgendaSession', { description: 'The last session that the participant attended.' })
export class AgendaSessionModel {
  @Field(() => ID)
  sessionId!: string;

  @Field(() => Int)
  sessionNumber!: number;

  @Field(() => Instant)
  at!: string;
}

@ObjectType('SessionAgenda', {
  description: 'What the next session has to take up, from what was tried, skipped and why since the last one.',
})
export class SessionAgendaModel {
  @Field(() => ID)
  participantId!: string;

  @Field(() => AgendaSessionModel, { nullable: true })
  since!: AgendaSessionModel | null;

  @Field(() => [AgendaItemModel])
  items!: readonly AgendaItemModel[];

  @Field(() => Int)
  logIndex!: number;
}
