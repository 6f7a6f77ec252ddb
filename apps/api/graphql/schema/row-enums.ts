import type {
  ChangeCategory as ChangeCategoryValue,
  Instrument,
  MeasureProblem as MeasureProblemValue,
  TextsStanding as TextsStandingValue,
} from '#instruments';
import { registerEnumType } from '@nestjs/graphql';
import type {
  ChangeDirection as ChangeDirectionValue,
  DeviationSource as DeviationSourceValue,
  ArmKnowledge,
  DayItem,
  DayItemStanding as DayItemStandingValue,
  DueMeasureStatus as DueMeasureStatusValue,
  FlowStage as FlowStageValue,
  GoalStatus as GoalStatusValue,
  TemplateStatus as TemplateStatusValue,
  OutcomeShare as OutcomeShareValue,
  InstrumentSource as InstrumentSourceValue,
  NoChangeReason as NoChangeReasonValue,
  RatingScoreKind as RatingScoreKindValue,
  ReasonFrom as ReasonFromValue,
  ReceiptStatus as ReceiptStatusValue,
  TotalFrom as TotalFromValue,
  AssignmentStatus as AssignmentStatusValue,
  AssignmentVersionStatus as AssignmentVersionStatusValue,
  AttemptState as AttemptStateValue,
  AdherenceVerdict as AdherenceVerdictValue,
  MeasureRow,
  IntervalDenominator as IntervalDenominatorValue,
  IntervalRow,
  OccurrenceStanding as OccurrenceStandingValue,
  ParticipantStatus as ParticipantStatusValue,
  QueryRow,
  ReconsentStanding as ReconsentStandingValue,
  SessionState as SessionStateValue,
} from '#read-models';
import { INTERVAL_METRICS } from '#read-models';
import { enumOfUnion } from './enum.factory.ts';

export const ParticipantStatus = enumOfUnion<ParticipantStatusValue>(
  'ParticipantStatus',
  { enrolled: true, left: true, completed: true },
  'Where a participant stands.',
);
export const AssignmentStatus = enumOfUnion<AssignmentStatusValue>(
  'AssignmentStatus',
  { proposed: true, declined: true, active: true, completed: true, expired: true, withdrawn: true },
  'Where an assignment stands.',
);
export const AssignmentVersionStatus = enumOfUnion<AssignmentVersionStatusValue>(
  'AssignmentVersionStatus',
  {
    ...{ proposed: true, agreed: true, declined: true, 'in-force': true, superseded: true },
    ...{ completed: true, expired: true, withdrawn: true },
  },
  'What became of a version of an assignment.',
);
export const AttemptState = enumOfUnion<AttemptStateValue>(
  'AttemptState',
  { started: true, recorded: true, abandoned: true },
  'How far the telling of an attempt has come.',
);
export const MeasureStatus = enumOfUnion<MeasureRow['status']>(
  'MeasureStatus',
  { recorded: true, missed: true },
  'Whether a measure was taken.',
);
export const AdherenceVerdict = enumOfUnion<AdherenceVerdictValue>(
  'AdherenceVerdict',
  { adherent: true, 'non-adherent': true, unknown: true },
  'Three-valued: unknown is neither.',
);
export const InstrumentSource = enumOfUnion<InstrumentSourceValue>(
  'InstrumentSource',
  { 'built-in': true, study: true, unknown: true },
  'Whose instrument a measure was scored by.',
);
export const TotalFrom = enumOfUnion<TotalFromValue>(
  'TotalFrom',
  { items: true, reported: true },
  'Where a total comes from.',
);
export const MeasureProblem = enumOfUnion<MeasureProblemValue>(
  'MeasureProblem',
  {
    'unknown-instrument': true,
    'impossible-answer': true,
    'too-many-missing': true,
    'total-out-of-range': true,
    'total-differs': true,
    'no-total': true,
  },
  'Why a measure has no total, or a doubtful one.',
);
export const ChangeDirection = enumOfUnion<ChangeDirectionValue>(
  'ChangeDirection',
  { improved: true, unchanged: true, deteriorated: true },
  'Whether a change is reliable, and which way.',
);
export const ChangeCategory = enumOfUnion<ChangeCategoryValue>(
  'ChangeCategory',
  { recovered: true, improved: true, unchanged: true, deteriorated: true, 'not-clinical-at-start': true },
  'Clinically significant change (Jacobson & Truax 1991).',
);
export const NoChangeReason = enumOfUnion<NoChangeReasonValue>(
  'NoChangeReason',
  { 'no-score': true, 'one-score': true, 'versions-differ': true, 'unknown-instrument': true },
  'Why there is no change.',
);
export const RatingScoreKind = enumOfUnion<RatingScoreKindValue>(
  'RatingScoreKind',
  { item: true, scale: true },
  'What a value of a rating is of.',
);
export const ReceiptStatus = enumOfUnion<ReceiptStatusValue>(
  'ReceiptStatus',
  { received: true, early: true, late: true, missed: true, pending: true, overdue: true },
  'What became of a measure. Early and late lie outside the window.',
);
export const ReasonFrom = enumOfUnion<ReasonFromValue>(
  'ReasonFrom',
  { recorded: true, 'participant-left': true },
  'Where a reason comes from.',
);
export const DeviationSource = enumOfUnion<DeviationSourceValue>(
  'DeviationSource',
  { instrument: true, 'all-baselines': true, 'complete-cases': true },
  'Whose standard deviation before treatment goes into reliable change.',
);
export const ArmKnowledgeBasis = enumOfUnion<ArmKnowledge['basis']>(
  'ArmKnowledgeBasis',
  { role: true, cover: true, supervision: true, unblinding: true, read: true },
  'By which right an arm could be known, or that it was read.',
);
export const DueMeasureStatus = enumOfUnion<DueMeasureStatusValue>(
  'DueMeasureStatus',
  { upcoming: true, due: true, overdue: true, recorded: true, missed: true, released: true },
  'Where a measurement that a participant is owed stands.',
);
export const ReconsentStanding = enumOfUnion<ReconsentStandingValue>(
  'ReconsentStanding',
  { upcoming: true, due: true, overdue: true, given: true, released: true },
  'Where consent that has to be given anew stands.',
);
export const FeatureAvailability = enumOfUnion<'available' | 'withheld'>(
  'FeatureAvailability',
  { available: true, withheld: true },
  'Whether a feature of the platform is there for somebody.',
);
export const QueryStatus = enumOfUnion<QueryRow['status']>(
  'QueryStatus',
  { open: true, answered: true, closed: true },
  'How far a discrepancy query has come.',
);
export const FlowStage = enumOfUnion<FlowStageValue>(
  'FlowStage',
  {
    screened: true,
    'not-eligible': true,
    'eligible-not-enrolled': true,
    consented: true,
    enrolled: true,
    allocated: true,
    'received-intervention': true,
    'left-intervention': true,
    'left-study': true,
    'lost-to-follow-up': true,
    completed: true,
    ongoing: true,
  },
  'A stage of the participant flow.',
);
export const OutcomeShare = enumOfUnion<OutcomeShareValue>(
  'OutcomeShare',
  {
    response: true,
    remission: true,
    'reliably-improved': true,
    'reliably-improved-by-points': true,
    'reliably-deteriorated': true,
    recovered: true,
    'below-caseness': true,
    'reliably-below-caseness': true,
  },
  'A share that outcome studies report.',
);
export const OccurrenceStanding = enumOfUnion<OccurrenceStandingValue>(
  'OccurrenceStanding',
  { done: true, part: true, alternative: true, 'not-done': true, unknown: true, void: true, open: true },
  'What came of an obligation. Unknown is due and told by nobody; open is not due yet.',
);
export const DayItemStanding = enumOfUnion<DayItemStandingValue>(
  'DayItemStanding',
  { ...{ 'to-do': true, untold: true, done: true, part: true, alternative: true }, 'not-done': true, void: true },
  'Where a thing of a participant’s day stands. Untold: it was due on an earlier day and nobody told of it.',
);
export const DayItemKind = enumOfUnion<DayItem['kind']>(
  'DayItemKind',
  { homework: true, measure: true },
  'What a participant is asked for.',
);
export const SessionState = enumOfUnion<SessionStateValue>(
  'SessionState',
  { scheduled: true, held: true, missed: true, cancelled: true },
  'What became of a session.',
);
export const IntervalDenominator = enumOfUnion<IntervalDenominatorValue>(
  'IntervalDenominator',
  { 'as-assigned': true, 'as-adjusted': true },
  'Whether obligations count as version 1 asked for them, or as in force when they fell due.',
);
export const IntervalOpening = enumOfUnion<IntervalRow['openedBy']>(
  'IntervalOpening',
  { session: true, module: true, calendar: true, 'early-close': true },
  'What opened an interval.',
);
export const IntervalClosing = enumOfUnion<NonNullable<IntervalRow['closedBy']>>(
  'IntervalClosing',
  {
    ...{ 'next-session': true, 'next-module': true, 'study-rule': true, 'cancelled-session': true },
    ...{ 'missed-session': true, 'drop-out': true, 'last-interval': true, calendar: true },
  },
  'Why an interval closed.',
);
/** `quantityUnit` → `QUANTITY_UNIT`; resolvers see the read model’s spelling. */
export const IntervalMetric = Object.fromEntries(
  INTERVAL_METRICS.map((metric) => [metric.replace(/([A-Z])/g, '_$1').toUpperCase(), metric]),
);
registerEnumType(IntervalMetric, { name: 'IntervalMetric', description: 'The measures of homework over an interval.' });

export const TextsStanding = enumOfUnion<TextsStandingValue>(
  'TextsStanding',
  { installed: true, 'partly-installed': true, 'not-installed': true },
  'Whether the wording of an instrument can be shown.',
);
export const InstrumentBetter = enumOfUnion<Instrument['better']>(
  'InstrumentBetter',
  { lower: true, higher: true },
  'Which way is better.',
);
export const GoalStatus = enumOfUnion<GoalStatusValue>(
  'GoalStatus',
  { open: true, attained: true, dropped: true },
  'Where a goal stands.',
);
export const TemplateStatus = enumOfUnion<TemplateStatusValue>(
  'TemplateStatus',
  { draft: true, 'in-use': true, superseded: true, retired: true },
  'What a version of a template is good for. Work done with a superseded one stays bound to it, and is still taken.',
);
