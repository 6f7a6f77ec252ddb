/**
 * Who may see which field, and who may send which command: what the walk over the schema expects of the API under test.
 * One line a type, the roles that see its fields, and the fields that are for others. A field without a line fails the
 * build, and so does a line that does not hold.
 *
 * CO coordinator, RE researcher, SI site investigator, CL clinician, SU supervisor, OA outcome assessor, FR fidelity
 * rater, AN analyst, DM statistician of the data monitoring committee, MO monitor, PO privacy officer, PA participant,
 * CG caregiver, OP operator.
 */
export const ROLE_CODES = {
  CO: 'coordinator',
  RE: 'researcher',
  SI: 'site-investigator',
  CL: 'clinician',
  SU: 'supervisor',
  OA: 'outcome-assessor',
  FR: 'fidelity-rater',
  AN: 'analyst',
  DM: 'dmc-statistician',
  MO: 'monitor',
  PO: 'privacy-officer',
  PA: 'participant',
  CG: 'caregiver',
  OP: 'operator',
} as const;
export type RoleCode = keyof typeof ROLE_CODES;

/** Roles that see a type’s fields; then fields that are for others. */
export type TypeLine = readonly [roles: string, fields?: Readonly<Record<string, string>>];

const ALL = 'CO RE SI CL SU OA FR AN DM MO PO PA CG OP';
const PLAN = 'CO RE SI CL SU AN DM MO';
const PEOPLE = 'CO RE SI CL SU OA AN DM MO PO PA';
const NAMED = 'CO SI CL SU OA MO PO PA';
const ARMS = 'CO CL SU DM';
const ALLOCATION = 'CO SI MO PO';
const LOOKERS = 'CO MO PO';
const QUERIES = 'CO SI MO';
const VAULT = 'SI';
const SAFETY = PLAN;
const THERAPISTS = 'CO RE SI CL SU MO';
const HOMEWORK = 'CO RE SI CL SU FR AN DM MO PA CG';
/** Homework that no single record leads to: neither a sample nor what is shared has it. */
const OWN_HOMEWORK = 'CO RE SI CL SU AN DM MO PA';
const ATTEMPTS = 'CO RE SI CL SU AN DM MO PA CG';
const CONTACTS = 'CO RE SI CL SU AN DM MO PA';
const SESSIONS = 'CO RE SI CL SU FR AN DM MO PA';
const RATINGS = PLAN;
const MEASURES = 'CO RE SI CL SU OA AN DM MO PA';
const ADHERENCE = 'CO RE SI CL SU AN DM MO PA';
/** Held in the whole study alone: analysts and privacy officers of this scene are appointed at one site. */
const DATASETS = 'CO RE';
const BOARD = 'CO RE SI CL SU OA AN DM MO PO PA CG';
const HISTORY = 'CO SI CL MO PO';
const TEXTS = 'CO RE SI CL SU FR AN DM MO PO PA CG';

const fields = (roles: string, ...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, roles]));

export const ACCESS_TABLE: Readonly<Record<string, TypeLine>> = {
  Query: [
    '',
    {
      ...fields(ALL, 'me', 'previewAmendment'),
      ...fields(LOOKERS, 'accessLog'),
      ...fields('PA', 'readsOfMine'),
      ...fields(QUERIES, 'discrepancyQueries', 'dataChecks', 'dataCheckRehearsal'),
      ...fields(NAMED, 'reconsents'),
      ...fields(HISTORY, 'signatures', 'frozenRecords'),
      ...fields(VAULT, 'identity'),
      ...fields(SAFETY, 'alerts', 'safetyReplay'),
      ...fields(ALL, 'watch', 'analysisGates'),
      ...fields(PLAN, 'analysisRuns'),
      ...fields(PEOPLE, 'recruitment', 'boardCases'),
      ...fields(ADHERENCE, 'homeworkHeatMap', 'laggedAssociation', 'specificationGrid'),
      ...fields(MEASURES, 'missingData', 'outcomeCourse'),
      ...fields(ATTEMPTS, 'homeworkExplorer'),
      ...fields(CONTACTS, 'dataQuality'),
      ...fields('OP', 'serverReport'),
      ...fields(CONTACTS, 'caseload', 'siteOverview', 'reviewQueue'),
      ...fields(CONTACTS, 'reminders', 'deliveryReport'),
      ...fields(PEOPLE, 'reminderWishes'),
      ...fields(ALL, 'pushPublicKey'),
      ...fields('PA', 'pushDevices', 'calendarFeed'),
      ...fields(ALL, 'log', 'studies', 'study', 'allocation', 'instruments', 'protocolAmendments'),
      ...fields(PEOPLE, 'participant', 'participants', 'participantFlows', 'flow', 'participantAllocation'),
      ...fields(ARMS, 'arms'),
      ...fields(ALLOCATION, 'revealedArm', 'unblindings', 'whoCouldHaveKnown'),
      ...fields(SAFETY, 'adverseEvents', 'concomitantTreatments'),
      ...fields(THERAPISTS, 'therapists'),
      ...fields(HOMEWORK, 'assignment', 'assignments', 'assignmentVersions', 'occurrences', 'reviews'),
      ...fields(ATTEMPTS, 'attempts'),
      ...fields(SESSIONS, 'sessions'),
      ...fields(CONTACTS, 'contacts'),
      ...fields(RATINGS, 'ratings', 'ratingScores'),
      ...fields(MEASURES, 'measures', 'missingness', 'outcomes', 'outcomeItems', 'outcomeSummary'),
      ...fields(MEASURES, 'personSummaries', 'suddenGains', 'dueMeasures', 'spiritSchedule'),
      ...fields(ADHERENCE, 'adherence', 'association', 'compareAdherence', 'explainAdherence'),
      ...fields(ADHERENCE, 'compliance', 'intervals'),
      ...fields(HOMEWORK, 'goals', 'homeworkPlans', 'clarifications', 'sessionAgenda', 'participantWeek'),
      ...fields(HOMEWORK, 'assignedWorksheets'),
      ...fields(ATTEMPTS, 'worksheetAnswers', 'attachments'),
      ...fields(PLAN, 'templates', 'worksheetLibrary', 'worksheetSuggestions'),
      ...fields(ALL, 'builtInInstruments', 'scoreInstrument'),
      ...fields(RATINGS, 'ratingForms', 'ratingAgreement', 'keyedRatings'),
      ...fields(HISTORY, 'history'),
      ...fields(DATASETS, 'datasets', 'releases', 'verifyRelease', 'datasetTables', 'draftDataset', 'previewDataset'),
      ...fields(DATASETS, 'releasePolicy'),
      ...fields('CO', 'releaseDifference'),
    },
  ],
  Mutation: [
    '',
    {
      ...fields(ALL, 'createApiKey', 'revokeApiKey'),
      ...fields(ADHERENCE, 'startSpecificationGrid', 'cancelSpecificationGrid'),
      ...fields('CO SI CL', 'handOutSignInCode', 'endSignIns'),
      ...fields(QUERIES, 'openQuery', 'answerQuery', 'closeQuery'),
      ...fields('CO', 'freezeParticipant', 'releaseParticipant', 'freezeRecord', 'releaseRecord'),
      ...fields(VAULT, 'recordIdentity'),
      ...fields('CO RE SI CL SU OA FR AN DM MO CG', 'raiseConcern'),
      ...fields('CO SI CL SU', 'acknowledgeSafetyAlert', 'assessRisk', 'closeSafetyAlert', 'passOnSafetyAlert'),
      ...fields('CO', 'publishReminderPolicy', 'publishDutyRota', 'switchOnSafetyRule', 'switchOffSafetyRule'),
      ...fields('CO', 'switchOnDataCheck', 'switchOffDataCheck'),
      ...fields('CO SI CL', 'voidOccurrences'),
      ...fields('CL PA', 'setReminderPreferences', 'pauseReminders', 'resumeReminders'),
      ...fields('PA', 'registerPushDevice', 'forgetPushDevice', 'openCalendarFeed', 'closeCalendarFeed'),
      ...fields('OP', 'registerStudy'),
      ...fields('CO', 'publishProtocol', 'openSite', 'closeSite', 'publishAnalysisPlan', 'publishInstrument'),
      ...fields('CO', 'startDryRun', 'goLive', 'closeStudy'),
      ...fields('CO', 'pauseEnrolment', 'resumeEnrolment', 'publishSafetyRule', 'lockStudy', 'unlockStudy'),
      ...fields('CO OP', 'appointStaff', 'removeStaff', 'coverCaseload', 'nameSupervisor', 'releaseSupervisor'),
      ...fields('CO OP', 'assignRatingSample'),
      ...fields('CO', 'sealAllocationSequence', 'recordAllocation', 'discloseAllocation'),
      ...fields('CO SI', 'allocateParticipant', 'unblindParticipant'),
      ...fields('CO RE', 'publishAdherenceDefinition', 'draftTemplate', 'publishTemplate', 'retireTemplate'),
      ...fields('CO SI', 'screenParticipant', 'enrolParticipant', 'recordBaseline', 'assignTherapist', 'linkPerson'),
      ...fields('CO SI', 'changeTimeZone', 'recordProtocolDeviation', 'discontinueParticipant'),
      ...fields('CO SI', 'completeParticipant', 'dueMeasure'),
      ...fields('CO SI PO PA', 'giveConsent', 'withdrawConsent', 'planReconsent'),
      ...fields('PO', 'decideErasure', 'erasePersonalData'),
      ...fields('CO SI CL', 'reportAdverseEvent', 'changeConcomitantTreatment', 'correctEntry', 'voidEntry'),
      ...fields('CO SI', 'signRecord'),
      ...fields('CO', 'setReleasePolicy', 'approveDataset', 'recallDataset'),
      ...fields('CO RE', 'specifyDataset', 'requestDataset', 'cancelDataset'),
      ...fields('CO', 'registerTherapist', 'giveTherapistConsent', 'certifyRater'),
      ...fields('SU', 'holdSupervision'),
      ...fields('CO SI CL', 'holdSession', 'missSession', 'logHomeworkSection', 'scheduleSession', 'cancelSession'),
      ...fields('CO SI CL', 'makeContact'),
      ...fields('CL', 'assignHomework', 'adjustAssignment', 'expireAssignment', 'withdrawAssignment'),
      ...fields('CL', 'dueOccurrence', 'voidOccurrence', 'giveClarification', 'reviewHomework', 'giveFeedback'),
      ...fields('CL PA', 'reportOccurrence', 'completeHomework', 'proposeHomework', 'declineAssignment'),
      ...fields('CL PA', 'openHomework', 'requestClarification', 'keepJournal', 'showFeature'),
      ...fields('CL PA', 'startAttempt', 'recordAttempt', 'abandonAttempt'),
      ...fields('CL PA', 'submitWorksheet', 'setGoal', 'reviseGoal', 'rateGoal', 'attainGoal', 'dropGoal', 'makePlan'),
      ...fields('CL', 'linkToGoals', 'substituteAssignment'),
      ...fields('PA', 'changeSharing'),
      ...fields('CL SU FR PA', 'recordRating'),
      ...fields('CO SI CL OA PA', 'recordMeasure', 'missMeasure'),
    },
  ],
  Study: [ALL, { participants: PEOPLE, therapists: THERAPISTS, adherenceDefinitions: ADHERENCE }],
  ...{ BoardTable: [BOARD], BoardColumn: [BOARD], AnalysisGate: [ALL], AnalysisRun: [PLAN], GridJob: [ADHERENCE] },
  ...{ ServerReport: ['OP'], ServerProjection: ['OP'], StoredPart: ['OP'] },
  Site: [ALL],
  Dataset: [DATASETS],
  Release: [DATASETS],
  ReleaseFile: [DATASETS],
  ReleasePolicy: [DATASETS],
  ReleaseProgress: [DATASETS],
  ReleaseVerification: [DATASETS],
  ...{ DatasetTable: [DATASETS], DatasetColumn: [DATASETS], DatasetCode: [DATASETS], DatasetPreview: [DATASETS] },
  ...{ StandingOut: [DATASETS], PreviewedColumn: [DATASETS], PreviewRefusal: [DATASETS] },
  ReleaseDifference: ['CO'],
  CellDifference: ['CO'],
  ExplainingEvent: ['CO'],
  Log: [ALL],
  Receipt: [ALL],
  PageInfo: [ALL],
  AdherenceDefinition: [ADHERENCE],
  Instrument: [ALL],
  ProtocolAmendment: [ALL],
  Me: [ALL],
  ApiKey: [ALL],
  NewApiKey: [ALL],
  SignInCode: ['CO SI CL'],
  Done: [ALL],
  AccessEntry: [`${LOOKERS} PA`],
  OpenedKind: [`${LOOKERS} PA`],
  AmendmentPreview: [ALL, { touches: PEOPLE }],
  ProtocolProblem: [ALL],
  Measurement: [ALL],
  TouchedParticipant: [PEOPLE],
  DueMeasure: [MEASURES],
  SpiritSchedule: [MEASURES, fields('CO RE SI CL SU AN DM MO PA', 'sessions')],
  InterventionArm: [MEASURES],
  ScheduledSession: ['CO RE SI CL SU AN DM MO PA'],
  PlannedHomework: ['CO RE SI CL SU AN DM MO PA'],
  ScheduleEntry: [MEASURES],
  ScheduleStanding: [MEASURES],
  DiscrepancyQuery: [QUERIES],
  DataCheck: [QUERIES],
  DataCheckRehearsal: [QUERIES],
  DataFinding: [QUERIES],
  Reconsent: [NAMED],
  Signature: [HISTORY],
  // Nobody sees a frozen record who sees none of the records that can be frozen.
  FrozenRecord: ['CO SI CL MO'],
  Identity: [VAULT],
  Alert: [SAFETY],
  Watch: [ALL, fields(SAFETY, 'dutyRota', 'onDuty', 'rules')],
  CrisisContact: [ALL],
  WatchedRule: [SAFETY],
  SafetyReplay: [SAFETY],
  ReplayedAlert: [SAFETY],
  VoidedOccurrences: ['CO SI CL'],
  CaseloadEntry: [CONTACTS, { ...fields(SAFETY, 'openAlerts'), ...fields('CO SI CL SU MO PA', 'code') }],
  NextSession: [CONTACTS],
  WaitingHomework: [CONTACTS, fields('CO SI CL SU MO PA', 'code')],
  CaseloadWeek: [CONTACTS],
  CaseloadScore: [CONTACTS],
  SiteOverview: [CONTACTS, { ...fields(SAFETY, 'openAlerts'), ...fields(RATINGS, 'ratingsAfterOutcome') }],
  Reminder: [CONTACTS],
  Delivery: [CONTACTS],
  ReminderWishes: [PEOPLE],
  PushDevice: ['PA'],
  CalendarFeed: ['PA'],
  OpenCalendarFeed: ['PA'],
  Allocation: [ALL],
  AllocationScheme: [ALL],
  AllocationArm: [ALL],
  AllocationFactor: [ALL],
  Arm: [ARMS],
  ParticipantAllocation: [PEOPLE],
  Unblinding: [ALLOCATION],
  ArmKnowledge: [ALLOCATION],
  Participant: [
    PEOPLE,
    {
      ...fields(NAMED, 'code', 'timeZone'),
      ...fields(ARMS, 'treatmentGroup'),
      ...fields(THERAPISTS, 'therapistId', 'therapistFrom'),
      ...fields('CO RE SI CL SU AN DM MO PA', 'assignments', 'occurrences', 'reviews'),
      ...fields('CO RE SI CL SU AN DM MO PA', 'attempts', 'sessions', 'contacts'),
      ...fields(RATINGS, 'ratings', 'ratingScores'),
      ...fields(ADHERENCE, 'adherence', 'intervals', 'compliance'),
      ...fields(MEASURES, 'measures', 'outcomes', 'personSummaries', 'suddenGains', 'missingness'),
      ...fields(SAFETY, 'adverseEvents', 'concomitantTreatments', 'presentTreatments', 'concomitantChanges'),
      ...fields(SAFETY, 'medication'),
    },
  ],
  ParticipantFlow: [PEOPLE],
  Flow: [PEOPLE, { arms: ARMS, followUp: MEASURES }],
  ArmFlow: [ARMS],
  FollowUpCount: [MEASURES],
  FlowCount: [PEOPLE],
  Exclusion: [PEOPLE],
  AdverseEvent: [SAFETY],
  ConcomitantTreatment: [SAFETY],
  Therapist: [THERAPISTS],
  Assignment: [
    HOMEWORK,
    {
      ...fields(ATTEMPTS, 'attempts'),
      ...fields('CO RE SI CL SU AN DM MO PA', 'participant'),
      ...fields(RATINGS, 'ratings'),
      ...fields(ADHERENCE, 'compliance'),
    },
  ],
  AssignmentTerms: [HOMEWORK],
  AssignmentVersion: [HOMEWORK],
  TemplateVersion: [HOMEWORK],
  Quantity: [HOMEWORK],
  Due: [HOMEWORK],
  Occurrence: [HOMEWORK, fields(ATTEMPTS, 'attemptCount')],
  Review: [HOMEWORK],
  Attempt: [ATTEMPTS],
  Session: [
    SESSIONS,
    {
      ...fields(THERAPISTS, 'deliverers'),
      ...fields(RATINGS, 'ratings'),
    },
  ],
  Contact: [CONTACTS],
  Rating: [RATINGS],
  RatingTarget: [RATINGS],
  RatingScore: [RATINGS],
  ItemValue: [MEASURES],
  Measure: [MEASURES],
  MeasureReceipt: [MEASURES],
  Outcome: [MEASURES],
  OutcomeItem: [MEASURES],
  ScaleScore: [MEASURES],
  PersonSummary: [MEASURES],
  SuddenGain: [MEASURES],
  OutcomeSummary: [MEASURES],
  OccasionSummary: [MEASURES],
  ChangeSummary: [MEASURES],
  ShareSummary: [MEASURES],
  ScoredBy: [MEASURES],
  Descriptives: [MEASURES],
  ConfidenceInterval: [MEASURES],
  PrePostEffect: [MEASURES],
  HomeworkAssociation: [ADHERENCE],
  HomeworkDefinition: [ADHERENCE],
  Adherence: [ADHERENCE],
  AdherenceReport: [ADHERENCE],
  AdherenceCounts: [ADHERENCE],
  AdherenceExclusion: [ADHERENCE],
  AdherenceExplanation: [ADHERENCE],
  AdherenceComparison: [ADHERENCE],
  ChosenDefinition: [ADHERENCE],
  ExplanationLine: [ADHERENCE],
  DecidingClause: [ADHERENCE],
  PersonComparison: [ADHERENCE],
  VerdictPair: [ADHERENCE],
  Interval: [ADHERENCE],
  IntervalMetricValue: [ADHERENCE],
  Compliance: [ADHERENCE],
  Goal: [OWN_HOMEWORK],
  GoalConnection: [HOMEWORK],
  HomeworkPlan: [HOMEWORK],
  Clarification: [HOMEWORK],
  AssignedWorksheet: [HOMEWORK],
  WorksheetAnswer: [ATTEMPTS],
  Attachment: [ATTEMPTS],
  Template: [PLAN],
  FoundWorksheet: [PLAN],
  LibraryWorksheet: [PLAN],
  WorksheetMatch: [PLAN],
  WorksheetStep: [PLAN],
  WorksheetSuggestions: [PLAN],
  WorksheetSuggestion: [PLAN],
  SuggestionReason: [PLAN],
  SessionAgenda: [HOMEWORK, fields(SESSIONS, 'since')],
  ParticipantWeek: [HOMEWORK, { timeZone: 'CO SI CL SU MO PA', studyWeek: 'CO RE SI CL SU AN DM MO PA' }],
  WeekDay: [HOMEWORK],
  DayItem: [HOMEWORK],
  AgendaSession: [SESSIONS],
  AgendaItem: [HOMEWORK],
  AgendaGoal: [OWN_HOMEWORK],
  AgendaHomework: [
    HOMEWORK,
    {
      ...fields(ATTEMPTS, 'full', 'part', 'alternative', 'unable', 'abandoned'),
      ...fields(ATTEMPTS, 'difficulty', 'helpfulness', 'barriers'),
    },
  ],
  BuiltInInstrument: [ALL],
  InstrumentAnswer: [ALL],
  InstrumentItem: [ALL],
  InstrumentScale: [ALL],
  ScoreMark: [ALL],
  ScorePreview: [ALL],
  ScalePreview: [ALL],
  SeverityBand: [ALL],
  RatingForm: [RATINGS],
  RatingFormItem: [RATINGS],
  RatingAgreement: [RATINGS],
  IntraclassCorrelation: [RATINGS],
  WeightedKappa: [RATINGS],
  KeyedRating: [RATINGS],
  KeyedScore: [RATINGS],
  HistoryEvent: [HISTORY],
  EventContext: [HISTORY],
  EventActor: [HISTORY],
  SealedText: [TEXTS],
};

/** Cells that the table leaves to it: whether somebody may see a field. */
export function mayOf(type: string, field: string): readonly RoleCode[] {
  const line = lineOf(type);
  if (line === undefined) throw new Error(`${type} has no line in the table of access`);
  const roles = line[1]?.[field] ?? line[0];
  return roles.split(' ').filter((code): code is RoleCode => code in ROLE_CODES);
}

/** A list and its edges are of the type they list. */
export function lineOf(type: string): TypeLine | undefined {
  const own = ACCESS_TABLE[type];
  if (own !== undefined) return own;
  const listed = /^(\w+?)(?:Connection|Edge)$/.exec(type)?.[1];
  const line = listed === undefined ? undefined : ACCESS_TABLE[listed];
  return line && [line[0]];
}

/** Whether the table says anything of a field, where its type says nothing for all of them. */
export function hasLine(type: string, field: string): boolean {
  const line = lineOf(type);
  return line !== undefined && (line[0] !== '' || line[1]?.[field] !== undefined);
}
