import { AdherenceRow } from './adherence/adherence.row.ts';
import { AllocationSchemeRow } from './allocation/allocation-scheme.row.ts';
import { AllocationRow } from './allocation/allocation.row.ts';
import { UnblindingRow } from './allocation/unblinding.row.ts';
import { AlertRow } from './alerts/alert.row.ts';
import { AnalysisGateRow } from './analysis/analysis-gate.row.ts';
import { AnalysisRunRow } from './analysis/analysis-run.row.ts';
import { SafetyRuleRow } from './monitoring/safety-rule.row.ts';
import { SafetySwitchRow } from './monitoring/safety-switch.row.ts';
import { WatchDocumentRow } from './monitoring/watch-document.row.ts';
import { MissedRunRow } from './missed-runs/missed-run.row.ts';
import { ReminderWishRow } from './reminder-wishes/reminder-wish.row.ts';
import { ReminderRow } from './reminders/reminder.row.ts';
import { DataCheckSwitchRow } from './data-checks/data-check-switch.row.ts';
import { ReconsentRow } from './reconsents/reconsent.row.ts';
import { DueMeasureRow } from './due-measures/due-measure.row.ts';
import { ArmRow } from './arms/arm.row.ts';
import { AssignmentVersionRow } from './assignments/assignment-version.row.ts';
import { AssignmentRow } from './assignments/assignment.row.ts';
import { AttemptRow } from './attempts/attempt.row.ts';
import { ComplianceRow } from './compliance/compliance.row.ts';
import { ContactRow } from './contacts/contact.row.ts';
import { DefinitionRow } from './definitions/definition.row.ts';
import { FactPersonRow } from './facts/fact-person.row.ts';
import { FactRow } from './facts/fact.row.ts';
import { IntervalRow } from './intervals/interval.row.ts';
import { MeasureRow } from './measures/measure.row.ts';
import { OutcomeRow } from './outcomes/outcome.row.ts';
import { OutcomeItemRow } from './outcomes/outcome-item.row.ts';
import { PersonSummaryRow } from './person-summaries/person-summary.row.ts';
import { SuddenGainRow } from './sudden-gains/sudden-gain.row.ts';
import { RatingScoreRow } from './ratings/rating-score.row.ts';
import { MeasureReceiptRow } from './missingness/measure-receipt.row.ts';
import { AdverseEventRow } from './adverse-events/adverse-event.row.ts';
import { ProtocolAmendmentRow } from './protocol-amendments/protocol-amendment.row.ts';
import { ConcomitantTreatmentRow } from './concomitant-treatments/concomitant-treatment.row.ts';
import { InstrumentRow } from './instruments/instrument.row.ts';
import { ParticipantFlowRow } from './flow/participant-flow.row.ts';
import { OccurrenceRow } from './occurrences/occurrence.row.ts';
import { ParticipantRow } from './participants/participant.row.ts';
import { QueryRow } from './queries/query.row.ts';
import { RatingRow } from './ratings/rating.row.ts';
import { ReviewRow } from './reviews/review.row.ts';
import { SessionRow } from './sessions/session.row.ts';
import { SiteRow } from './sites/site.row.ts';
import { StudyRow } from './studies/study.row.ts';
import { GoalRow } from './goals/goal.row.ts';
import { HomeworkPlanRow } from './homework-plans/homework-plan.row.ts';
import { ClarificationRow } from './clarifications/clarification.row.ts';
import { WorksheetAnswerRow } from './worksheet-answers/worksheet-answer.row.ts';
import { DatasetRow } from './datasets/dataset.row.ts';
import { ReleasePolicyRow } from './datasets/release-policy.row.ts';
import { ReleaseRow } from './datasets/release.row.ts';
import { TemplateRow } from './templates/template.row.ts';
import { AttachmentRow } from './attachments/attachment.row.ts';
import { CaseloadCoverRow } from './grants/caseload-cover.row.ts';
import { CaseloadRow } from './grants/caseload.row.ts';
import { LinkedPersonRow } from './grants/linked-person.row.ts';
import { RatingSampleRow } from './grants/rating-sample.row.ts';
import { SharedWorkRow } from './grants/shared-work.row.ts';
import { StaffPostRow } from './grants/staff-post.row.ts';
import { SupervisionRow } from './grants/supervision.row.ts';
import { TherapistRow } from './therapists/therapist.row.ts';

/** Entities of every generation: hand them to the DataSource. Their tables are made per generation, never migrated. */
export const readModelEntities = [
  FactRow,
  FactPersonRow,
  StudyRow,
  SiteRow,
  TherapistRow,
  ParticipantRow,
  AssignmentRow,
  AssignmentVersionRow,
  OccurrenceRow,
  AttemptRow,
  ReviewRow,
  SessionRow,
  ContactRow,
  RatingRow,
  MeasureRow,
  DefinitionRow,
  AdherenceRow,
  OutcomeRow,
  OutcomeItemRow,
  PersonSummaryRow,
  SuddenGainRow,
  RatingScoreRow,
  MeasureReceiptRow,
  AdverseEventRow,
  ProtocolAmendmentRow,
  ConcomitantTreatmentRow,
  InstrumentRow,
  ParticipantFlowRow,
  ...[AllocationSchemeRow, AllocationRow, UnblindingRow, ArmRow],
  DueMeasureRow,
  ReconsentRow,
  DataCheckSwitchRow,
  QueryRow,
  IntervalRow,
  ComplianceRow,
  GoalRow,
  HomeworkPlanRow,
  ClarificationRow,
  WorksheetAnswerRow,
  TemplateRow,
  DatasetRow,
  ReleaseRow,
  ReleasePolicyRow,
  AttachmentRow,
  ...[StaffPostRow, CaseloadCoverRow, SupervisionRow, RatingSampleRow, CaseloadRow, LinkedPersonRow, SharedWorkRow],
  ...[AlertRow, ReminderRow, ReminderWishRow, MissedRunRow, WatchDocumentRow, SafetySwitchRow, SafetyRuleRow],
  ...[AnalysisGateRow, AnalysisRunRow],
];
