import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { AlertGrade } from '../graphql/schema/watch-enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';
import { Json } from '../graphql/scalars/json.scalar.ts';

@ObjectType('CrisisContact', { description: 'Whom to turn to at any hour.' })
export class CrisisContactModel {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  how!: string;
}

@ObjectType('WatchedRule', { description: 'A published version of a safety rule.' })
export class WatchedRuleModel {
  @Field(() => ID)
  ruleId!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => Json, { description: 'As data, in the format intersession.safety/1.' })
  rule!: unknown;

  @Field(() => Boolean, { description: 'It raises alerts now.' })
  on!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Alerts it would have raised before, as counted when it was switched on.',
  })
  wouldHaveRaised!: number | null;
}

@ObjectType('Watch', {
  description:
    'How a study is watched over between sessions. This is no crisis service: `contacts` says whom to turn to.',
})
export class WatchModel {
  @Field(() => String, { nullable: true, description: 'In plain words, when answers are read.' })
  readingTimes!: string | null;

  @Field(() => [CrisisContactModel])
  contacts!: readonly CrisisContactModel[];

  @Field(() => Boolean, { description: 'Whether the study promises that somebody is on duty now.' })
  inCover!: boolean;

  @Field(() => [ID], {
    description: 'Who is on duty now, or next; first who is told first, then the deputies. Who is away is left out.',
  })
  onDuty!: readonly string[];

  @Field(() => Int, { nullable: true })
  rotaVersion!: number | null;

  @Field(() => Json, { nullable: true, description: 'As data, in the format intersession.duty/1.' })
  dutyRota!: unknown;

  @Field(() => Int, { nullable: true })
  policyVersion!: number | null;

  @Field(() => Json, { nullable: true, description: 'As data, in the format intersession.reminders/1.' })
  reminderPolicy!: unknown;

  @Field(() => [WatchedRuleModel])
  rules!: readonly WatchedRuleModel[];
}

@ObjectType('ReplayedAlert', { description: 'An alert that a rule would have raised. Nobody was told of it.' })
export class ReplayedAlertModel {
  @Field(() => ID)
  participantId!: string;

  @Field(() => ID)
  measureId!: string;

  @Field(() => AlertGrade)
  grade!: string;

  @Field(() => Float)
  value!: number;

  @Field(() => Instant)
  answeredAt!: string;

  @Field(() => Int, { description: 'Later answers that would have joined it while it was open.' })
  recurrences!: number;
}

@ObjectType('SafetyReplay', {
  description: 'What a rule would have raised over the history of a study. It raises nothing.',
})
export class SafetyReplayModel {
  @Field(() => Int)
  logIndex!: number;

  @Field(() => Int, { description: 'People who answered the rule’s instrument at all.' })
  people!: number;

  @Field(() => Int)
  total!: number;

  @Field(() => [ReplayedAlertModel], { description: 'The first 1,000, oldest first.' })
  alerts!: readonly ReplayedAlertModel[];
}
