import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Unit } from '../graphql/schema/enums.ts';
import { DueMeasureStatus } from '../graphql/schema/row-enums.ts';
import { Informant } from '../graphql/schema/enums.ts';
import { LocalDate } from '../graphql/scalars/local-date.scalar.ts';

@ObjectType('Measurement', { description: 'A measurement of a schedule: its occasion and its instrument.' })
export class MeasurementModel {
  @Field(() => String)
  occasion!: string;

  @Field(() => ID)
  instrumentId!: string;
}

@ObjectType('ProtocolProblem', { description: 'What is wrong with a protocol document, and where.' })
export class ProtocolProblemModel {
  @Field(() => String, { description: 'Dotted path.' })
  field!: string;

  @Field(() => String)
  problem!: string;
}

@ObjectType('TouchedParticipant', {
  description: 'Somebody who still has to give measurements that an amendment changes.',
})
export class TouchedParticipantModel {
  @Field(() => ID)
  participantId!: string;

  @Field(() => [MeasurementModel])
  measurements!: readonly MeasurementModel[];
}

@ObjectType('AmendmentPreview', { description: 'What an amendment would do. Nothing is written.' })
export class AmendmentPreviewModel {
  @Field(() => Boolean, { description: 'Whether it would be taken.' })
  acceptable!: boolean;

  @Field(() => [ProtocolProblemModel])
  problems!: readonly ProtocolProblemModel[];

  @Field(() => [MeasurementModel], { description: 'Measurements it neither has nor retires: it is refused for them.' })
  orphanedMeasurements!: readonly MeasurementModel[];

  @Field(() => [String], { description: 'Arms it does not have any more: it is refused for them.' })
  orphanedArms!: readonly string[];

  @Field(() => [MeasurementModel], { description: 'Measurements that it adds, moves or retires.' })
  changed!: readonly MeasurementModel[];

  @Field(() => [TouchedParticipantModel])
  touches!: readonly TouchedParticipantModel[];
}

@ObjectType('DueMeasure', {
  description: 'A measurement that a participant is owed, by the protocol in force on its day.',
})
export class DueMeasureModel {
  @Field(() => ID)
  participantId!: string;

  @Field(() => ID)
  instrumentId!: string;

  @Field(() => String)
  occasion!: string;

  @Field(() => Int)
  instrumentVersion!: number;

  @Field(() => Informant, { description: 'Who is asked.' })
  informant!: string;

  @Field(() => Int)
  protocolVersion!: number;

  @Field(() => LocalDate)
  opensOn!: string;

  @Field(() => LocalDate)
  dueOn!: string;

  @Field(() => LocalDate)
  closesOn!: string;

  @Field(() => DueMeasureStatus)
  status!: string;
}

@ObjectType('ScheduleStanding', { description: 'For how many participants a measurement stands how.' })
export class ScheduleStandingModel {
  @Field(() => DueMeasureStatus)
  status!: string;

  @Field(() => Int)
  people!: number;
}

@ObjectType('ScheduleEntry', {
  description: 'A row of the schedule of enrolment, interventions and assessments (SPIRIT 2025, item 13).',
})
export class ScheduleEntryModel {
  @Field(() => String)
  occasion!: string;

  @Field(() => ID)
  instrumentId!: string;

  @Field(() => String, { description: 'The moment it hangs on.' })
  anchor!: string;

  @Field(() => Int, { description: 'Days from that moment.' })
  afterDays!: number;

  @Field(() => [ScheduleStandingModel])
  standings!: readonly ScheduleStandingModel[];
}

@ObjectType('InterventionArm', {
  description: 'A row of interventions: an arm, as the protocol describes it and with what the platform does in it.',
})
export class InterventionArmModel {
  @Field(() => ID)
  arm!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: 'Experimental, active comparator, and so on (SPIRIT 2025, item 12).' })
  kind!: string;

  @Field(() => Boolean)
  reminders!: boolean;

  @Field(() => Boolean)
  recommendations!: boolean;

  @Field(() => Boolean)
  outcomeFeedback!: boolean;
}

@ObjectType('PlannedHomework', { description: 'Homework that the protocol plans for a session.' })
export class PlannedHomeworkModel {
  @Field(() => ID)
  templateId!: string;

  @Field(() => Int)
  templateVersion!: number;

  @Field(() => Float, { nullable: true, description: 'The dose asked for; none where the work is open-ended.' })
  doseAmount!: number | null;

  @Field(() => Unit, { nullable: true })
  doseUnit!: string | null;

  @Field(() => Int, { description: 'People to whom that version of the worksheet was assigned, in whatever session.' })
  peopleAssigned!: number;
}

@ObjectType('ScheduledSession', {
  description:
    'A row of interventions: a session by its number, what homework is agreed in it, and for how many it was held.',
})
export class ScheduledSessionModel {
  @Field(() => Int, { description: '0 before the first.' })
  session!: number;

  @Field(() => [PlannedHomeworkModel])
  homework!: readonly PlannedHomeworkModel[];

  @Field(() => Int, { description: 'People with whom a session of this number was held.' })
  peopleHeld!: number;
}

@ObjectType('SpiritSchedule', { description: 'The schedule of the protocol in force, and where it stands.' })
export class SpiritScheduleModel {
  @Field(() => Int, { description: '0 where no protocol document is published.' })
  protocolVersion!: number;

  @Field(() => [InterventionArmModel], { description: 'Interventions: the arms. Nobody’s arm is told by them.' })
  arms!: readonly InterventionArmModel[];

  @Field(() => [ScheduledSessionModel], {
    description: 'Interventions: sessions that are planned with homework or were held, by number.',
  })
  sessions!: readonly ScheduledSessionModel[];

  @Field(() => [ScheduleEntryModel], { description: 'Assessments.' })
  entries!: readonly ScheduleEntryModel[];

  @Field(() => Int, { description: 'Index of the last event of the log that this answer knows of.' })
  logIndex!: number;
}
