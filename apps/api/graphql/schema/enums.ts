import { allocationMethod } from '#randomisation';
import {
  allocationEvents,
  accessibilityNeed,
  adjustmentTrigger,
  barrier,
  correctionReason,
  deciders,
  discontinuationReason,
  due,
  focus,
  informant,
  initiatedBy,
  medium,
  modality,
  occurredPrecision,
  performer,
  phase,
  queryKind,
  queryOutcome,
  ratingTarget,
  source,
  removableTerm,
  unblindingReason,
  unit,
  weekday,
} from '#domain';
import type { z } from 'zod';
import { commandEnum, commandField, listedEnum } from './command-schemas.ts';
import { enumOf, enumOfValues, registerAs } from './enum.factory.ts';

/** Every enum that comes from the domain. Its values are the domain’s; only names and descriptions are given here. */

export const AllocationMethod = enumOf('AllocationMethod', allocationMethod, 'How arms come about.');
export const UnblindingReason = enumOf(
  'UnblindingReason',
  unblindingReason,
  'Why somebody has to know an arm before the data are final.',
);
export const AllocationOrigin = enumOf(
  'AllocationOrigin',
  allocationEvents.ParticipantAllocated.data.shape.origin,
  'Where an arm was drawn.',
);
export const QueryKind = enumOf('QueryKind', queryKind, 'What is doubted of a record.');
export const QueryOutcome = enumOf('QueryOutcome', queryOutcome, 'How a discrepancy was settled.');
export const OccurredPrecision = enumOf('OccurredPrecision', occurredPrecision, 'How sharply a moment is known.');
export const Source = enumOf('Source', source, 'How an entry reached the log.');
export const Unit = enumOf('Unit', unit, 'What a dose is counted in. Amounts of different units are never added.');
export const Informant = enumOf('Informant', informant, 'Who tells.');
export const Performer = enumOf('Performer', performer, 'Who carries the homework out.');
export const Barrier = enumOf('Barrier', barrier, 'What stood in the way of homework, coded.');
export const Focus = enumOf('Focus', focus, 'What kind of change the work aims at.');
export const Medium = enumOf('Medium', medium, 'In which form the work is done.');
export const InitiatedBy = enumOf('InitiatedBy', initiatedBy, 'Whose idea the homework was.');
export const AdjustmentTrigger = enumOf('AdjustmentTrigger', adjustmentTrigger, 'Why homework was adjusted.');
export const CorrectionReason = enumOf('CorrectionReason', correctionReason, 'Why an entry was corrected or voided.');
export const DiscontinuationReason = enumOf('DiscontinuationReason', discontinuationReason, 'Why a participant left.');
export const Modality = enumOf('Modality', modality, 'How a session was held.');
export const Phase = enumOf('Phase', phase, 'Phase of the treatment.');

export const Setting = enumOf('Setting', commandEnum('AssignHomework', 'terms', 'setting'), 'Where it was agreed.');
export const Visibility = enumOf(
  'Visibility',
  commandEnum('AssignHomework', 'terms', 'visibility'),
  'Who may read what the participant writes.',
);
export const AttemptOutcome = enumOf(
  'AttemptOutcome',
  commandEnum('RecordAttempt', 'outcome'),
  'What came of an attempt.',
);
export const OccurrenceState = enumOf(
  'OccurrenceState',
  commandEnum('ReportOccurrence', 'state'),
  'How an obligation ended, as reported. What nobody reported is unknown, not undone.',
);
export const WithdrawalReason = enumOf(
  'WithdrawalReason',
  commandEnum('WithdrawAssignment', 'reason'),
  'Why homework was taken back.',
);
export const DiscontinuedFrom = enumOf(
  'DiscontinuedFrom',
  commandEnum('DiscontinueParticipant', 'from'),
  'What the participant left.',
);
export const ErasureRequester = enumOf(
  'ErasureRequester',
  commandEnum('ErasePersonalData', 'requestedBy'),
  'Who asked for the erasure.',
);
export const MissedSessionReason = enumOf(
  'MissedSessionReason',
  commandEnum('MissSession', 'reason'),
  'Why a session did not take place.',
);
export const HomeworkReviewed = enumOf(
  'HomeworkReviewed',
  commandEnum('LogHomeworkSection', 'reviewed'),
  'Whether the session reviewed earlier homework.',
);
export const HomeworkSet = enumOf(
  'HomeworkSet',
  commandEnum('LogHomeworkSection', 'assigned'),
  'Whether the session set homework. None was set is a fact, unlike nobody having logged it.',
);
export const WhyNoHomework = enumOf(
  'WhyNoHomework',
  commandEnum('LogHomeworkSection', 'whyNot'),
  'Why homework was not reviewed or not set.',
);
export const MeasureTiming = enumOf(
  'MeasureTiming',
  commandEnum('RecordMeasure', 'timing'),
  'When a measure was taken, with respect to a session.',
);
export const MissedMeasureReason = enumOf(
  'MissedMeasureReason',
  commandEnum('MissMeasure', 'reason'),
  'Why a measure is missing.',
);
export const ShownFeature = enumOf(
  'ShownFeature',
  commandEnum('ShowFeature', 'feature'),
  'A feature of the platform that was shown.',
);
export const ShownTo = enumOf('ShownTo', commandEnum('ShowFeature', 'to'), 'Whom a feature was shown to.');
export const ReconsentBecause = enumOf(
  'ReconsentBecause',
  commandEnum('PlanReconsent', 'because'),
  'Why consent has to be given anew.',
);
export const SignatureMeaning = enumOf(
  'SignatureMeaning',
  commandEnum('SignRecord', 'meaning'),
  'What a signature vouches for.',
);

export const StaffRole = enumOf('StaffRole', commandEnum('AppointStaff', 'role'), 'A role in a study.');
export const ConsentScope = enumOf('ConsentScope', listedEnum('GiveConsent', 'scopes'), 'What consent covers.');
export const Consenter = enumOf('Consenter', commandEnum('GiveConsent', 'consenter'), 'Who gave consent.');
export const Capacity = enumOf(
  'Capacity',
  commandEnum('GiveConsent', 'capacity'),
  'Whether the participant could decide alone.',
);
export const ConsentStep = enumOf(
  'ConsentStep',
  commandEnum('WithdrawConsent', 'step'),
  'How far consent is taken back.',
);
export const Relation = enumOf(
  'Relation',
  commandEnum('LinkPerson', 'relation'),
  'What a linked person is to the participant.',
);
export const TreatmentKind = enumOf(
  'TreatmentKind',
  commandEnum('ChangeConcomitantTreatment', 'kind'),
  'Kinds of concomitant treatment.',
);
export const TreatmentChange = enumOf(
  'TreatmentChange',
  commandEnum('ChangeConcomitantTreatment', 'change'),
  'How a concomitant treatment changed.',
);
export const DeviationSeverity = enumOf(
  'DeviationSeverity',
  commandEnum('RecordProtocolDeviation', 'severity'),
  'How much a deviation matters.',
);
export const AdverseEventSeverity = enumOf(
  'AdverseEventSeverity',
  commandEnum('ReportAdverseEvent', 'severity'),
  'Intensity of an adverse event.',
);
export const Relatedness = enumOf(
  'Relatedness',
  commandEnum('ReportAdverseEvent', 'relatedness'),
  'Whether the trial had to do with an adverse event.',
);
export const AdverseEventOutcome = enumOf(
  'AdverseEventOutcome',
  commandEnum('ReportAdverseEvent', 'outcome'),
  'How an adverse event ended.',
);
export const DeclinedBy = enumOf('DeclinedBy', commandEnum('DeclineAssignment', 'by'), 'Who turned homework down.');
export const DeclineReason = enumOf(
  'DeclineReason',
  commandEnum('DeclineAssignment', 'reason'),
  'Why homework was turned down.',
);
export const VoidReason = enumOf(
  'VoidReason',
  commandEnum('VoidOccurrence', 'reason'),
  'Why an obligation did not apply.',
);
export const GoalDropReason = enumOf(
  'GoalDropReason',
  commandEnum('DropGoal', 'reason'),
  'Why a goal is not pursued any more.',
);
export const AttachmentKind = enumOf(
  'AttachmentKind',
  commandEnum('AttachFile', 'kind'),
  'What an attachment is, by its content.',
);
export const FeedbackBy = enumOf('FeedbackBy', commandEnum('GiveFeedback', 'by'), 'Who gave feedback.');
export const CancelledBy = enumOf('CancelledBy', commandEnum('CancelSession', 'by'), 'Who called a session off.');
export const ContactBy = enumOf('ContactBy', commandEnum('MakeContact', 'by'), 'Who made contact.');
export const ContactChannel = enumOf('ContactChannel', commandEnum('MakeContact', 'channel'), 'How contact was made.');
export const TherapistConsentScope = enumOf(
  'TherapistConsentScope',
  listedEnum('GiveTherapistConsent', 'scopes'),
  'What a therapist agreed to.',
);
export const ErasureDecisionReason = enumOf(
  'ErasureDecisionReason',
  commandEnum('DecideErasure', 'reason'),
  'Why a request for erasure was granted or refused.',
);
export const CancellationReason = enumOf(
  'CancellationReason',
  commandEnum('CancelSession', 'reason'),
  'Why a session was called off.',
);
export const Weekday = enumOf('Weekday', weekday, 'A day of the week.');
export const Accessibility = enumOf('Accessibility', accessibilityNeed, 'What makes homework usable for somebody.');
export const RemovableTerm = enumOf('RemovableTerm', removableTerm, 'Terms that an adjustment can take away.');

const kindsOf = (union: z.ZodDiscriminatedUnion<readonly z.ZodObject[]>): readonly string[] =>
  union.options.map((option) => String((option.shape['kind'] as z.ZodLiteral).value));

export const DueKind = enumOfValues('DueKind', kindsOf(due), 'Whether and when homework is due.');
export const RatingTargetKind = enumOfValues('RatingTargetKind', kindsOf(ratingTarget), 'What a rating speaks of.');

/** Whose history it is: a record is one stream of the log. */
export const RecordKind = enumOfValues('RecordKind', Object.keys(deciders), 'Kinds of records.');
registerAs(commandField('CorrectEntry', 'category'), RecordKind);
export const ReleaseApproval = enumOf(
  'ReleaseApproval',
  commandEnum('SetReleasePolicy', 'approval'),
  'Who lets a release of data go.',
);
