import { GrantsOfCaregiverHandler, GrantsOfStaffHandler, StudiesOfParticipantHandler } from './grants/rights.query.ts';
import { CompareAdherenceHandler, CountUnmeasuredHandler } from './adherence/adherence-comparison.query.ts';
import {
  EvaluateAdherenceHandler,
  ExplainAdherenceHandler,
  SummariseAdherenceHandler,
} from './adherence/adherence-evaluation.query.ts';
import { AdherenceOfParticipantsHandler, ListAdherenceHandler } from './adherence/adherence.query.ts';
import {
  ListAssignmentVersionsHandler,
  VersionsOfAssignmentsHandler,
} from './assignments/assignment-versions.query.ts';
import {
  AssignmentsByIdHandler,
  AssignmentsOfParticipantsHandler,
  ListAssignmentsHandler,
} from './assignments/assignments.query.ts';
import {
  AttemptsOfAssignmentsHandler,
  AttemptsOfParticipantsHandler,
  ListAttemptsHandler,
} from './attempts/attempts.query.ts';
import { DataCheckSwitchesOfStudyHandler, FindingsOfCheckHandler } from './data-checks/data-checks.query.ts';
import { CountInterventionsHandler } from './due-measures/interventions.query.ts';
import { ReconsentsOfStudyHandler } from './reconsents/reconsents.query.ts';
import { FrozenRecordsOfStudyHandler, SignaturesOfStudyHandler } from './signatures/signatures.query.ts';
import { DefinitionsOfStudiesHandler, ListDefinitionsHandler } from './definitions/definitions.query.ts';
import { ListOutcomesHandler, OutcomesOfParticipantsHandler } from './outcomes/outcomes.query.ts';
import { ListOutcomeItemsHandler, OutcomeItemsOfParticipantsHandler } from './outcomes/outcome-items.query.ts';
import {
  ListPersonSummariesHandler,
  PersonSummariesOfParticipantsHandler,
} from './person-summaries/person-summaries.query.ts';
import { ListSuddenGainsHandler, SuddenGainsOfParticipantsHandler } from './sudden-gains/sudden-gains.query.ts';
import { ScoreRatingsHandler } from './ratings/keyed-scores.query.ts';
import { AgreeRatingsHandler } from './ratings/rating-agreement.query.ts';
import { ListRatingScoresHandler, RatingScoresOfParticipantsHandler } from './ratings/rating-scores.query.ts';
import { ListMeasureReceiptsHandler, MeasureReceiptsOfParticipantsHandler } from './missingness/missingness.query.ts';
import { AdverseEventsOfParticipantsHandler, ListAdverseEventsHandler } from './adverse-events/adverse-events.query.ts';
import { ListProtocolAmendmentsHandler } from './protocol-amendments/protocol-amendments.query.ts';
import {
  ConcomitantTreatmentsOfParticipantsHandler,
  ListConcomitantTreatmentsHandler,
} from './concomitant-treatments/concomitant-treatments.query.ts';
import { ListInstrumentsHandler } from './instruments/instruments.query.ts';
import { ListParticipantFlowsHandler } from './flow/participant-flow.query.ts';
import { CountFlowHandler } from './flow/flow-counts.query.ts';
import { AssociateHomeworkHandler } from './outcome-summary/association.query.ts';
import { SummariseOutcomesHandler } from './outcome-summary/outcome-summary.query.ts';
import { ChangesSinceHandler } from './facts/changes.query.ts';
import { EventHistoryHandler } from './facts/history.query.ts';
import { ListMeasuresHandler, MeasuresOfParticipantsHandler } from './measures/measures.query.ts';
import {
  ListParticipantsHandler,
  ParticipantsByIdHandler,
  ParticipantsOfStudiesHandler,
} from './participants/participants.query.ts';
import {
  ListRatingsHandler,
  RatingsOfAssignmentsHandler,
  RatingsOfParticipantsHandler,
  RatingsOfSessionsHandler,
} from './ratings/ratings.query.ts';
import { ListSessionsHandler, SessionsOfParticipantsHandler } from './sessions/sessions.query.ts';
import { ListSitesHandler, SitesOfStudiesHandler } from './sites/sites.query.ts';
import { ListStudiesHandler, StudiesByIdHandler } from './studies/studies.query.ts';
import {
  AllocationOfParticipantHandler,
  AllocationOfStudyHandler,
  UnblindingsOfParticipantHandler,
} from './allocation/allocation.query.ts';
import { ProtocolInForceHandler } from './protocol-amendments/protocol-in-force.query.ts';
import { WhoCouldHaveKnownHandler } from './allocation/arm-knowledge.query.ts';
import { ArmsOfStudyHandler } from './arms/arms.query.ts';
import {
  CountScheduleHandler,
  DueMeasuresOfStudyHandler,
  TouchedByHandler,
} from './due-measures/due-measures.query.ts';
import { ListQueriesHandler } from './queries/queries.query.ts';
import { CountFollowUpHandler } from './flow/follow-up.query.ts';
import {
  ComplianceOfAssignmentsHandler,
  ComplianceOfParticipantsHandler,
  ListComplianceHandler,
} from './compliance/compliance.query.ts';
import { ContactsOfParticipantsHandler, ListContactsHandler } from './contacts/contacts.query.ts';
import { IntervalsOfParticipantsHandler, ListIntervalsHandler } from './intervals/intervals.query.ts';
import {
  ListOccurrencesHandler,
  OccurrencesByNameHandler,
  OccurrencesOfAssignmentsHandler,
  OccurrencesOfParticipantsHandler,
} from './occurrences/occurrences.query.ts';
import {
  ListReviewsHandler,
  ReviewsOfAssignmentsHandler,
  ReviewsOfParticipantsHandler,
} from './reviews/reviews.query.ts';
import { ListGoalsHandler } from './goals/goals.query.ts';
import { ListHomeworkPlansHandler } from './homework-plans/homework-plans.query.ts';
import { ListClarificationsHandler } from './clarifications/clarifications.query.ts';
import { ListWorksheetAnswersHandler } from './worksheet-answers/worksheet-answers.query.ts';
import { DatasetsOfStudyHandler, ReleasesOfStudyHandler } from './datasets/datasets.query.ts';
import { ReleasePolicyOfStudyHandler } from './datasets/release-policy.query.ts';
import { ListTemplatesHandler } from './templates/templates.query.ts';
import { WeekOfParticipantHandler } from './participant-week/participant-week.query.ts';
import { DrawUpAgendaHandler } from './session-agenda/session-agenda.query.ts';
import { ReadWorksheetExperienceHandler } from './worksheet-experience/worksheet-experience.query.ts';
import { ListAttachmentsHandler } from './attachments/attachments.query.ts';
import { ListTherapistsHandler, TherapistsOfStudiesHandler } from './therapists/therapists.query.ts';
import { ListAlertsHandler } from './alerts/alerts.query.ts';
import { CaseloadOfHandler, OverviewOfSitesHandler } from './monitoring/caseload.query.ts';
import { HomeworkToReviewHandler } from './monitoring/review-queue.query.ts';
import { AnalysisRunsOfStudyHandler, GateOfAnalysisHandler } from './analysis/analysis.query.ts';
import { boardHandlers } from './board/board.handlers.ts';
import { SafetyRulesOfStudyHandler, WatchDocumentInForceHandler } from './monitoring/watch.query.ts';
import { DeliveryReportHandler } from './reminders/delivery.query.ts';
import { ListRemindersHandler } from './reminders/reminders.query.ts';
import { ReminderWishesOfHandler } from './reminder-wishes/reminder-wishes.query.ts';

/** Providers for the Nest module that imports CqrsModule. They need nothing injected: a query brings its snapshot. */
export const readModelQueryHandlers = [
  ...[ListStudiesHandler, StudiesByIdHandler],
  ...[ListSitesHandler, SitesOfStudiesHandler],
  ...[ListParticipantsHandler, ParticipantsOfStudiesHandler, ParticipantsByIdHandler],
  ...[ListAssignmentsHandler, AssignmentsOfParticipantsHandler, AssignmentsByIdHandler],
  ...[ListAssignmentVersionsHandler, VersionsOfAssignmentsHandler],
  ...[ListAttemptsHandler, AttemptsOfAssignmentsHandler, AttemptsOfParticipantsHandler],
  ...[ListSessionsHandler, SessionsOfParticipantsHandler],
  ...[ListRatingsHandler, RatingsOfParticipantsHandler, RatingsOfAssignmentsHandler, RatingsOfSessionsHandler],
  ...[ListMeasuresHandler, MeasuresOfParticipantsHandler],
  ...[ListDefinitionsHandler, DefinitionsOfStudiesHandler],
  ...[ListAdherenceHandler, AdherenceOfParticipantsHandler],
  ...[SummariseAdherenceHandler, EvaluateAdherenceHandler, ExplainAdherenceHandler],
  ...[CompareAdherenceHandler, CountUnmeasuredHandler],
  ...[ListOutcomesHandler, OutcomesOfParticipantsHandler],
  ...[ListOutcomeItemsHandler, OutcomeItemsOfParticipantsHandler],
  ...[ListPersonSummariesHandler, PersonSummariesOfParticipantsHandler],
  ...[ListSuddenGainsHandler, SuddenGainsOfParticipantsHandler],
  ...[ListRatingScoresHandler, RatingScoresOfParticipantsHandler, AgreeRatingsHandler, ScoreRatingsHandler],
  ...[ListMeasureReceiptsHandler, MeasureReceiptsOfParticipantsHandler],
  ...[ListAdverseEventsHandler, AdverseEventsOfParticipantsHandler],
  ...[ListProtocolAmendmentsHandler, ProtocolInForceHandler],
  ...[ListConcomitantTreatmentsHandler, ConcomitantTreatmentsOfParticipantsHandler],
  ...[ListInstrumentsHandler],
  ...[ListParticipantFlowsHandler, CountFollowUpHandler],
  ...[AllocationOfStudyHandler, AllocationOfParticipantHandler, UnblindingsOfParticipantHandler],
  ...[WhoCouldHaveKnownHandler, ArmsOfStudyHandler],
  ListQueriesHandler,
  ...[FindingsOfCheckHandler, DataCheckSwitchesOfStudyHandler],
  ...[ReconsentsOfStudyHandler, SignaturesOfStudyHandler, FrozenRecordsOfStudyHandler],
  ...[DueMeasuresOfStudyHandler, CountScheduleHandler, CountInterventionsHandler, TouchedByHandler],
  ...[SummariseOutcomesHandler, AssociateHomeworkHandler, CountFlowHandler],
  ...[ComplianceOfAssignmentsHandler, ComplianceOfParticipantsHandler, ListComplianceHandler],
  ...[ContactsOfParticipantsHandler, ListContactsHandler],
  ...[IntervalsOfParticipantsHandler, ListIntervalsHandler],
  ...[
    ListOccurrencesHandler,
    OccurrencesByNameHandler,
    OccurrencesOfAssignmentsHandler,
    OccurrencesOfParticipantsHandler,
  ],
  ...[ListReviewsHandler, ReviewsOfAssignmentsHandler, ReviewsOfParticipantsHandler],
  ...[ListTherapistsHandler, TherapistsOfStudiesHandler],
  ListGoalsHandler,
  ListHomeworkPlansHandler,
  ListClarificationsHandler,
  ListWorksheetAnswersHandler,
  ListTemplatesHandler,
  ...[DrawUpAgendaHandler, ReadWorksheetExperienceHandler, WeekOfParticipantHandler],
  DatasetsOfStudyHandler,
  ReleasesOfStudyHandler,
  ReleasePolicyOfStudyHandler,
  ListAttachmentsHandler,
  ...[CaseloadOfHandler, OverviewOfSitesHandler, HomeworkToReviewHandler],
  ...[GateOfAnalysisHandler, AnalysisRunsOfStudyHandler, ...boardHandlers],
  ...[ListAlertsHandler, WatchDocumentInForceHandler, SafetyRulesOfStudyHandler],
  ...[ListRemindersHandler, DeliveryReportHandler, ReminderWishesOfHandler],
  ChangesSinceHandler,
  EventHistoryHandler,
  ...[GrantsOfStaffHandler, GrantsOfCaregiverHandler, StudiesOfParticipantHandler],
];
