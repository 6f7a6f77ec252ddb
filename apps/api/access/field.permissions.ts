import type { Permission } from './permission.ts';

/** What a type’s fields ask for, and the fields that ask for something else. */
export interface TypePermissions {
  readonly all: Permission;
  readonly but?: Readonly<Record<string, Permission>>;
}

const line = (all: Permission, but: TypePermissions['but'] = {}): TypePermissions => ({ all, but });
const lines = (all: Permission, ...types: readonly string[]): Readonly<Record<string, TypePermissions>> =>
  Object.fromEntries(types.map((type) => [type, line(all)]));
const homework = (...fields: readonly string[]): TypePermissions['but'] =>
  Object.fromEntries(fields.map((field) => [field, 'assignment:read' as const]));

/**
 * The permission of every field of every type, apart from first-level fields, which carry theirs. A connection and its
 * edges are of the type they list. A type without a line is refused to everybody. A field whose permission is not its
 * type’s has its column masked too (`TABLE_ACCESS`), so that filters and orders do not tell what the field does not.
 */
export const FIELD_PERMISSIONS: Readonly<Record<string, TypePermissions>> = {
  Study: line('study:read', {
    participants: 'participant:read',
    therapists: 'therapist:read',
    adherenceDefinitions: 'adherence:read',
  }),
  Site: line('study:read'),
  ...lines('dataset:read', 'Dataset', 'Release', 'ReleaseFile', 'ReleaseProgress', 'ReleaseVerification'),
  ...lines('dataset:read', 'DatasetTable', 'DatasetColumn', 'DatasetCode', 'ReleasePolicy'),
  ...lines('dataset:read', 'DatasetPreview', 'StandingOut', 'PreviewedColumn', 'PreviewRefusal'),
  ...lines('dataset:approve', 'ReleaseDifference', 'CellDifference', 'ExplainingEvent'),
  AdherenceDefinition: line('adherence:read'),
  Instrument: line('study:read'),
  ProtocolAmendment: line('study:read'),
  DiscrepancyQuery: line('query:read'),
  ...lines('query:read', 'DataCheck', 'DataCheckRehearsal', 'DataFinding'),
  Reconsent: line('identity:read'),
  Signature: line('history:read'),
  FrozenRecord: line('assignment:read'),
  Identity: line('vault:read'),
  Alert: line('safety:read'),
  Watch: line('study:read', { dutyRota: 'safety:read', onDuty: 'safety:read', rules: 'safety:read' }),
  CrisisContact: line('study:read'),
  WatchedRule: line('safety:read'),
  SafetyReplay: line('safety:read'),
  ReplayedAlert: line('safety:read'),
  VoidedOccurrences: line('assignment:read'),
  ParticipantWeek: line('assignment:read', { timeZone: 'identity:read', studyWeek: 'participant:read' }),
  ...lines('assignment:read', 'WeekDay', 'DayItem'),
  ...lines('study:read', 'BoardTable', 'BoardColumn', 'AnalysisGate'),
  AnalysisRun: line('template:read'),
  GridJob: line('adherence:read'),
  ...lines('study:register', 'ServerReport', 'ServerProjection', 'StoredPart'),
  CaseloadEntry: line('contact:read', {
    ...{ openAlerts: 'safety:read', code: 'identity:read', nextSession: 'session:read' },
    ...{ trend: 'measure:read', trendInstrumentId: 'measure:read', outcomeFeedback: 'measure:read' },
  }),
  NextSession: line('session:read'),
  WaitingHomework: line('contact:read', {
    ...{ code: 'identity:read', toldAt: 'attempt:read', nextSessionAt: 'session:read' },
  }),
  CaseloadWeek: line('contact:read'),
  CaseloadScore: line('measure:read'),
  SiteOverview: line('contact:read', { openAlerts: 'safety:read', ratingsAfterOutcome: 'rating:read' }),
  Reminder: line('contact:read'),
  Delivery: line('contact:read'),
  ...lines('device:write', 'PushDevice', 'CalendarFeed', 'OpenCalendarFeed'),
  ReminderWishes: line('participant:read'),
  AmendmentPreview: line('study:read', { touches: 'participant:read' }),
  ProtocolProblem: line('study:read'),
  Measurement: line('study:read'),
  TouchedParticipant: line('participant:read'),
  DueMeasure: line('measure:read'),
  SpiritSchedule: line('measure:read', { sessions: 'session:read' }),
  // Planned for everybody alike: which of it somebody got is seen by those who see sessions and homework.
  InterventionArm: line('measure:read'),
  ScheduledSession: line('session:read', { homework: 'assignment:read' }),
  PlannedHomework: line('assignment:read'),
  ScheduleEntry: line('measure:read'),
  ScheduleStanding: line('measure:read'),
  Log: line('study:read'),
  Receipt: line('study:read'),
  Me: line('account:read'),
  ApiKey: line('account:read'),
  NewApiKey: line('account:write'),
  SignInCode: line('sign-in:write'),
  Participant: line('participant:read', {
    ...{ code: 'identity:read', timeZone: 'identity:read', treatmentGroup: 'arm:read' },
    ...{ therapistId: 'therapist:read', therapistFrom: 'therapist:read' },
    ...homework('assignments', 'occurrences', 'reviews'),
    ...{ attempts: 'attempt:read', sessions: 'session:read', contacts: 'contact:read' },
    ...{ ratings: 'rating:read', ratingScores: 'rating:read', adherence: 'adherence:read' },
    ...{ intervals: 'adherence:read', compliance: 'adherence:read', measures: 'measure:read' },
    ...{ outcomes: 'measure:read', personSummaries: 'measure:read' },
    ...{ suddenGains: 'measure:read', missingness: 'measure:read' },
    ...{ adverseEvents: 'safety:read', concomitantTreatments: 'safety:read' },
    ...{ presentTreatments: 'safety:read', concomitantChanges: 'safety:read', medication: 'safety:read' },
  }),
  ParticipantFlow: line('participant:read'),
  Flow: line('participant:read', { arms: 'arm:read', followUp: 'measure:read' }),
  ArmFlow: line('arm:read', { followUp: 'measure:read' }),
  FollowUpCount: line('measure:read'),
  FlowCount: line('participant:read'),
  Exclusion: line('participant:read'),
  Allocation: line('study:read'),
  AllocationScheme: line('study:read'),
  AllocationArm: line('study:read'),
  AllocationFactor: line('study:read'),
  ParticipantAllocation: line('participant:read'),
  Arm: line('arm:read'),
  Unblinding: line('allocation:read'),
  ArmKnowledge: line('allocation:read'),
  AdverseEvent: line('safety:read'),
  ConcomitantTreatment: line('safety:read'),
  Therapist: line('therapist:read'),
  Assignment: line('assignment:read', {
    ...{ attempts: 'attempt:read', participant: 'participant:read', ratings: 'rating:read' },
    compliance: 'adherence:read',
  }),
  AssignmentTerms: line('assignment:read'),
  AssignmentVersion: line('assignment:read'),
  TemplateVersion: line('assignment:read'),
  Quantity: line('assignment:read'),
  Due: line('assignment:read'),
  Occurrence: line('assignment:read', { attemptCount: 'attempt:read' }),
  Review: line('assignment:read'),
  Attempt: line('attempt:read', { assignment: 'assignment:read', obligation: 'assignment:read' }),
  Session: line('session:read', {
    ...{ deliverers: 'therapist:read', ratings: 'rating:read' },
    ...homework('homeworkAssigned', 'homeworkMinutes', 'homeworkNote', 'homeworkReviewed', 'homeworkWhyNot'),
    ...homework('homeworkWhyNotReviewed'),
  }),
  Contact: line('contact:read'),
  Rating: line('rating:read'),
  RatingTarget: line('rating:read'),
  RatingScore: line('rating:read'),
  ItemValue: line('study:read'),
  Measure: line('measure:read'),
  MeasureReceipt: line('measure:read'),
  Outcome: line('measure:read'),
  OutcomeItem: line('measure:read'),
  ScaleScore: line('measure:read'),
  PersonSummary: line('measure:read'),
  SuddenGain: line('measure:read'),
  OutcomeSummary: line('measure:read'),
  OccasionSummary: line('measure:read'),
  ChangeSummary: line('measure:read'),
  ShareSummary: line('measure:read'),
  ScoredBy: line('measure:read'),
  Descriptives: line('study:read'),
  ConfidenceInterval: line('study:read'),
  PrePostEffect: line('measure:read'),
  HomeworkAssociation: line('adherence:read'),
  HomeworkDefinition: line('adherence:read'),
  Adherence: line('adherence:read', { participant: 'participant:read' }),
  AdherenceReport: line('adherence:read'),
  AdherenceCounts: line('adherence:read'),
  AdherenceExclusion: line('adherence:read'),
  AdherenceExplanation: line('adherence:read'),
  AdherenceComparison: line('adherence:read'),
  ChosenDefinition: line('adherence:read'),
  ExplanationLine: line('adherence:read'),
  DecidingClause: line('adherence:read'),
  PersonComparison: line('adherence:read'),
  VerdictPair: line('adherence:read'),
  Interval: line('adherence:read'),
  IntervalMetricValue: line('adherence:read'),
  Compliance: line('adherence:read'),
  Goal: line('assignment:read'),
  HomeworkPlan: line('assignment:read'),
  Clarification: line('assignment:read'),
  WorksheetAnswer: line('attempt:read'),
  Attachment: line('attempt:read'),
  AssignedWorksheet: line('assignment:read'),
  Template: line('template:read'),
  ...lines('template:read', 'FoundWorksheet', 'LibraryWorksheet', 'WorksheetMatch', 'WorksheetStep'),
  ...lines('template:read', 'WorksheetSuggestions', 'WorksheetSuggestion', 'SuggestionReason'),
  SessionAgenda: line('assignment:read', { since: 'session:read' }),
  AgendaSession: line('session:read'),
  ...lines('assignment:read', 'AgendaItem', 'AgendaGoal'),
  AgendaHomework: line('assignment:read', {
    ...{ full: 'attempt:read', part: 'attempt:read', alternative: 'attempt:read', unable: 'attempt:read' },
    ...{ abandoned: 'attempt:read', difficulty: 'attempt:read', helpfulness: 'attempt:read', barriers: 'attempt:read' },
  }),
  ...lines('study:read', 'BuiltInInstrument', 'InstrumentAnswer', 'InstrumentItem', 'InstrumentScale', 'ScoreMark'),
  ...lines('study:read', 'ScorePreview', 'ScalePreview', 'SeverityBand'),
  ...lines('rating:read', 'RatingForm', 'RatingFormItem', 'RatingAgreement', 'IntraclassCorrelation', 'WeightedKappa'),
  ...lines('rating:read', 'KeyedRating', 'KeyedScore'),
  HistoryEvent: line('history:read'),
  EventContext: line('history:read'),
  EventActor: line('history:read'),
  SealedText: line('content:length'),
};

/** Where a page begins and ends, and what only first-level fields give, which ask for themselves. */
const OPEN_TYPES: readonly string[] = ['PageInfo', 'AccessEntry', 'OpenedKind', 'Done'];

/** @returns undefined where nobody has a right to the field; `open` where everybody who is signed in does */
export function permissionOfField(type: string, field: string): Permission | 'open' | undefined {
  if (OPEN_TYPES.includes(type)) return 'open';
  const listed = /^(\w+?)(?:Connection|Edge)$/.exec(type)?.[1];
  const known = FIELD_PERMISSIONS[type] ?? (listed === undefined ? undefined : FIELD_PERMISSIONS[listed]);
  if (known === undefined) return undefined;
  return (known === FIELD_PERMISSIONS[type] ? known.but?.[field] : undefined) ?? known.all;
}
