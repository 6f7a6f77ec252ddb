import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Modality } from '../graphql/schema/enums.ts';
import { FeatureAvailability, ParticipantStatus } from '../graphql/schema/row-enums.ts';
import { Instant } from '../graphql/scalars/instant.scalar.ts';
import { LocalDate } from '../graphql/scalars/local-date.scalar.ts';

@ObjectType('CaseloadWeek', { description: 'Homework that fell due in one week of a person. Counts of obligations.' })
export class CaseloadWeekModel {
  @Field(() => LocalDate, { description: 'First of seven days.' })
  from!: string;

  @Field(() => Int)
  due!: number;

  @Field(() => Int)
  done!: number;

  @Field(() => Int, { description: 'Due, and told by nobody.' })
  unknown!: number;
}

@ObjectType('CaseloadScore', { description: 'A total of the instrument.' })
export class CaseloadScoreModel {
  @Field(() => LocalDate)
  date!: string;

  @Field(() => Float)
  total!: number;
}

@ObjectType('NextSession', { description: 'The session that a person comes to next.' })
export class NextSessionModel {
  @Field(() => ID)
  sessionId!: string;

  @Field(() => Int)
  sessionNumber!: number;

  @Field(() => Instant, { description: 'When it is to begin.' })
  at!: string;

  @Field(() => Modality, { nullable: true })
  modality!: string | null;
}

@ObjectType('CaseloadEntry', { description: 'A person as far as somebody who treats them has to look.' })
export class CaseloadEntryModel {
  @Field(() => ID)
  participantId!: string;

  @Field(() => ID, { description: 'What the study calls them; empty for whoever may not know it.' })
  code!: string;

  @Field(() => NextSessionModel, { nullable: true, description: 'None where none is arranged.' })
  nextSession!: NextSessionModel | null;

  @Field(() => ID, { nullable: true })
  siteId!: string | null;

  @Field(() => ParticipantStatus)
  status!: string;

  @Field(() => Int, { description: 'Homework on which something was told since it was last gone through.' })
  toReview!: number;

  @Field(() => [CaseloadWeekModel], { description: 'The eight weeks before `today`, oldest first.' })
  weeks!: readonly CaseloadWeekModel[];

  @Field(() => ID, { nullable: true, description: 'The instrument of the trend; none where nothing was scored.' })
  trendInstrumentId!: string | null;

  @Field(() => FeatureAvailability, {
    description:
      'Whether the protocol has outcomes fed back to who treats the person. Where arms differ in that, withheld from everybody who may not know an arm.',
  })
  outcomeFeedback!: string;

  @Field(() => [CaseloadScoreModel], {
    description: 'The last eight totals of the instrument, oldest first; none where outcome feedback is withheld.',
  })
  trend!: readonly CaseloadScoreModel[];

  @Field(() => Int)
  openAlerts!: number;

  @Field(() => Int, { description: 'Sessions held of which nobody logged the homework.' })
  sessionsUnlogged!: number;

  @Field(() => Int, { description: 'Measures that are due or overdue.' })
  measuresOwed!: number;

  @Field(() => Int, { description: 'Obligations in a row, up to the newest, that nobody met or told of.' })
  missedInARow!: number;

  @Field(() => Instant, {
    nullable: true,
    description:
      'When so much in a row was missed or told by nobody that those who treat the person were told; none once something is done.',
  })
  missedWorkNoticedAt!: string | null;
}

@ObjectType('WaitingHomework', {
  description: 'A piece of homework on which something was told since it was last gone through.',
})
export class WaitingHomeworkModel {
  @Field(() => ID)
  assignmentId!: string;

  @Field(() => ID)
  participantId!: string;

  @Field(() => ID, { description: 'What the study calls them; empty for whoever may not know it.' })
  code!: string;

  @Field(() => Instant, { description: 'When the newest was told.' })
  toldAt!: string;

  @Field(() => Instant, { nullable: true, description: 'When the person’s next session begins.' })
  nextSessionAt!: string | null;
}

@ObjectType('SiteOverview', { description: 'How a site is doing over some days. Counts.' })
export class SiteOverviewModel {
  @Field(() => ID, { nullable: true })
  siteId!: string | null;

  @Field(() => Int)
  participants!: number;

  @Field(() => Int, { description: 'Obligations due, without void ones.' })
  due!: number;

  @Field(() => Int)
  done!: number;

  @Field(() => Int, { description: 'Missed work: told not to be done.' })
  notDone!: number;

  @Field(() => Int, { description: 'Missing data: due, and told by nobody.' })
  unknown!: number;

  @Field(() => Int)
  voided!: number;

  @Field(() => Int)
  sessionsHeld!: number;

  @Field(() => Int, { description: 'Sessions held of which nobody logged the homework.' })
  sessionsUnlogged!: number;

  @Field(() => Int)
  measuresOwed!: number;

  @Field(() => Int)
  openAlerts!: number;

  @Field(() => Int, {
    description:
      'Ratings made when an outcome answered after the rated work was on record: the rater could have known it.',
  })
  ratingsAfterOutcome!: number;
}
