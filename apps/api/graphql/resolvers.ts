import { DatasetCommandsResolver } from '../datasets/dataset-commands.resolver.ts';
import { DatasetDesignResolver } from '../datasets/dataset-design.resolver.ts';
import { DatasetsResolver } from '../datasets/datasets.resolver.ts';
import { AdherenceCommandsResolver } from '../adherence/adherence-commands.resolver.ts';
import { AdherenceQuestionResolver } from '../adherence/adherence-question.resolver.ts';
import { AdherenceReportResolver } from '../adherence/adherence-report.resolver.ts';
import { AdherenceResolver } from '../adherence/adherence.resolver.ts';
import { AllocationCommandsResolver } from '../allocation/allocation-commands.resolver.ts';
import { AllocationResolver } from '../allocation/allocation.resolver.ts';
import { AssignmentCommandsResolver } from '../assignments/assignment-commands.resolver.ts';
import { AssignmentTermsResolver } from '../assignments/assignment-terms.resolver.ts';
import { AssignmentVersionsResolver } from '../assignments/assignment-versions.resolver.ts';
import { AssignmentsResolver } from '../assignments/assignments.resolver.ts';
import { AttemptCommandsResolver } from '../attempts/attempt-commands.resolver.ts';
import { AttemptsResolver } from '../attempts/attempts.resolver.ts';
import { AnalysisResolver } from '../board/analysis.resolver.ts';
import { BoardResolver } from '../board/board.resolver.ts';
import { GridJobsCommandsResolver } from '../board/grid-jobs.resolver.ts';
import { OutcomeCourseResolver } from '../board/outcome-course.resolver.ts';
import { ServerResolver } from '../server/server.resolver.ts';
import { SealedTextResolver } from '../content/sealed-text.resolver.ts';
import { EntryCommandsResolver } from '../history/entry-commands.resolver.ts';
import { HistoryResolver } from '../history/history.resolver.ts';
import { LogResolver } from '../log/log.resolver.ts';
import { MeasureCommandsResolver } from '../measures/measure-commands.resolver.ts';
import { MeasuresResolver } from '../measures/measures.resolver.ts';
import { AccessLogResolver } from '../access-log/access-log.resolver.ts';
import { AccountCommandsResolver } from '../accounts/account-commands.resolver.ts';
import { MeResolver } from '../accounts/me.resolver.ts';
import { ParticipantCommandsResolver } from '../participants/participant-commands.resolver.ts';
import { ParticipantRecordResolver } from '../participants/participant-record.resolver.ts';
import { OutcomesResolver } from '../outcomes/outcomes.resolver.ts';
import { OutcomeItemsResolver } from '../outcomes/outcome-items.resolver.ts';
import { PersonSummariesResolver } from '../person-summaries/person-summaries.resolver.ts';
import { SuddenGainsResolver } from '../sudden-gains/sudden-gains.resolver.ts';
import { RatingScoresResolver } from '../ratings/rating-scores.resolver.ts';
import { MeasureReceiptsResolver } from '../missingness/missingness.resolver.ts';
import { AdverseEventsResolver } from '../adverse-events/adverse-events.resolver.ts';
import { ProtocolResolver } from '../protocol/protocol.resolver.ts';
import { ProtocolAmendmentsResolver } from '../protocol-amendments/protocol-amendments.resolver.ts';
import { ConcomitantTreatmentsResolver } from '../concomitant-treatments/concomitant-treatments.resolver.ts';
import { InstrumentCommandsResolver } from '../instruments/instrument-commands.resolver.ts';
import { BuiltInInstrumentsResolver } from '../instruments/built-in-instruments.resolver.ts';
import { RatingAgreementResolver } from '../ratings/rating-agreement.resolver.ts';
import { InstrumentsResolver } from '../instruments/instruments.resolver.ts';
import { ParticipantFlowsResolver } from '../flow/participant-flow.resolver.ts';
import { ArmFlowResolver } from '../flow/arm-flow.resolver.ts';
import { FlowResolver } from '../flow/flow.resolver.ts';
import { OutcomeSummaryResolver } from '../outcome-summary/outcome-summary.resolver.ts';
import { ParticipantOutcomesResolver } from '../participants/participant-outcomes.resolver.ts';
import { ParticipantsResolver } from '../participants/participants.resolver.ts';
import { DataChecksResolver } from '../data-checks/data-checks.resolver.ts';
import { ReconsentsResolver } from '../reconsents/reconsents.resolver.ts';
import { SignaturesResolver } from '../signatures/signatures.resolver.ts';
import { QueriesResolver } from '../queries/queries.resolver.ts';
import { QueryCommandsResolver } from '../queries/query-commands.resolver.ts';
import { RatingCommandsResolver } from '../ratings/rating-commands.resolver.ts';
import { RatingsResolver } from '../ratings/ratings.resolver.ts';
import { SessionCommandsResolver } from '../sessions/session-commands.resolver.ts';
import { SessionsResolver } from '../sessions/sessions.resolver.ts';
import { StudiesResolver } from '../studies/studies.resolver.ts';
import { StudyCommandsResolver } from '../studies/study-commands.resolver.ts';
import { TemplateCommandsResolver } from '../templates/template-commands.resolver.ts';
import { TherapistCommandsResolver } from '../therapists/therapist-commands.resolver.ts';
import { AssignmentRecordResolver } from '../assignments/assignment-record.resolver.ts';
import { ComplianceResolver } from '../compliance/compliance.resolver.ts';
import { ContactsResolver } from '../contacts/contacts.resolver.ts';
import { IntervalsResolver } from '../intervals/intervals.resolver.ts';
import { VoidOccurrencesCommandsResolver } from '../occurrences/void-occurrences.resolver.ts';
import { OccurrencesResolver } from '../occurrences/occurrences.resolver.ts';
import { ParticipantHomeworkResolver } from '../participants/participant-homework.resolver.ts';
import { ReviewsResolver } from '../reviews/reviews.resolver.ts';
import { IdentityCommandsResolver } from '../vault/identity-commands.resolver.ts';
import { IdentityResolver } from '../vault/identity.resolver.ts';
import { StudyPeopleResolver } from '../studies/study-people.resolver.ts';
import { GoalCommandsResolver } from '../goals/goal-commands.resolver.ts';
import { GoalsResolver } from '../goals/goals.resolver.ts';
import { HomeworkPlansResolver } from '../homework-plans/homework-plans.resolver.ts';
import { ClarificationsResolver } from '../clarifications/clarifications.resolver.ts';
import { WorksheetAnswersResolver } from '../worksheet-answers/worksheet-answers.resolver.ts';
import { TemplatesResolver } from '../templates/templates.resolver.ts';
import { CalendarFeedCommandsResolver } from '../calendar/calendar-feed-commands.resolver.ts';
import { CalendarFeedResolver } from '../calendar/calendar-feed.resolver.ts';
import { DeviceCommandsResolver } from '../devices/device-commands.resolver.ts';
import { DevicesResolver } from '../devices/devices.resolver.ts';
import { ParticipantWeekResolver } from '../participant-week/participant-week.resolver.ts';
import { SessionAgendaResolver } from '../agenda/session-agenda.resolver.ts';
import { WorksheetCommandsResolver } from '../worksheets/worksheet-commands.resolver.ts';
import { AssignedWorksheetsResolver } from '../worksheets/assigned-worksheets.resolver.ts';
import { JournalCommandsResolver } from '../journal/journal-commands.resolver.ts';
import { WorksheetLibraryResolver } from '../worksheets/worksheet-library.resolver.ts';
import { AttachmentsResolver } from '../attachments/attachments.resolver.ts';
import { TherapistsResolver } from '../therapists/therapists.resolver.ts';
import { AlertCommandsResolver } from '../safety/alert-commands.resolver.ts';
import { AlertsResolver } from '../safety/alerts.resolver.ts';
import { MonitoringCommandsResolver } from '../safety/monitoring-commands.resolver.ts';
import { WatchResolver } from '../safety/watch.resolver.ts';
import { ReminderCommandsResolver } from '../reminders/reminder-commands.resolver.ts';
import { CaseloadResolver } from '../caseload/caseload.resolver.ts';
import { RemindersResolver } from '../reminders/reminders.resolver.ts';

/** Every resolver of the API: the schema is made of these. */
export const resolvers = [
  ...[DatasetCommandsResolver, DatasetsResolver, DatasetDesignResolver],
  ...[MeResolver, AccountCommandsResolver, AccessLogResolver],
  ...[StudiesResolver, StudyCommandsResolver],
  ...[QueriesResolver, QueryCommandsResolver],
  ...[IdentityResolver, IdentityCommandsResolver],
  ...[AllocationResolver, AllocationCommandsResolver],
  ...[ParticipantsResolver, ParticipantRecordResolver, ParticipantCommandsResolver],
  ...[AssignmentsResolver, AssignmentTermsResolver, AssignmentVersionsResolver, AssignmentCommandsResolver],
  ...[AttemptsResolver, AttemptCommandsResolver],
  ...[SessionsResolver, SessionCommandsResolver],
  ...[RatingsResolver, RatingCommandsResolver],
  ...[MeasuresResolver, MeasureCommandsResolver],
  ...[AdherenceResolver, AdherenceReportResolver, AdherenceQuestionResolver, AdherenceCommandsResolver],
  ...[HistoryResolver, EntryCommandsResolver, SignaturesResolver],
  ...[ReconsentsResolver, DataChecksResolver],
  ParticipantOutcomesResolver,
  OutcomesResolver,
  OutcomeItemsResolver,
  PersonSummariesResolver,
  SuddenGainsResolver,
  RatingScoresResolver,
  MeasureReceiptsResolver,
  AdverseEventsResolver,
  ...[ProtocolAmendmentsResolver, ProtocolResolver],
  ConcomitantTreatmentsResolver,
  ...[InstrumentsResolver, InstrumentCommandsResolver, BuiltInInstrumentsResolver],
  RatingAgreementResolver,
  ParticipantFlowsResolver,
  ...[OutcomeSummaryResolver, FlowResolver, ArmFlowResolver],
  ...[BoardResolver, OutcomeCourseResolver, AnalysisResolver, GridJobsCommandsResolver, ServerResolver],
  ...[
    VoidOccurrencesCommandsResolver,
    OccurrencesResolver,
    ReviewsResolver,
    ContactsResolver,
    AssignmentRecordResolver,
  ],
  ...[IntervalsResolver, ComplianceResolver, ParticipantHomeworkResolver],
  ...[TherapistsResolver, StudyPeopleResolver, TherapistCommandsResolver, TemplateCommandsResolver],
  ...[GoalsResolver, GoalCommandsResolver],
  HomeworkPlansResolver,
  ClarificationsResolver,
  WorksheetAnswersResolver,
  TemplatesResolver,
  ...[WorksheetLibraryResolver, WorksheetCommandsResolver],
  ...[SessionAgendaResolver, ParticipantWeekResolver],
  ...[AssignedWorksheetsResolver, JournalCommandsResolver],
  AttachmentsResolver,
  ...[AlertsResolver, AlertCommandsResolver, WatchResolver, MonitoringCommandsResolver],
  ...[CaseloadResolver, RemindersResolver, ReminderCommandsResolver],
  ...[DevicesResolver, DeviceCommandsResolver, CalendarFeedResolver, CalendarFeedCommandsResolver],
  ...[LogResolver, SealedTextResolver],
];
