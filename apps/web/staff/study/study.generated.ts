// Generated from apps/web/staff/study/study.graphql by `npm run generate`; do not edit.

import type { Document } from '../../graphql/document.ts';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Three-valued: unknown is neither. */
export type AdherenceVerdict = 'ADHERENT' | 'NON_ADHERENT' | 'UNKNOWN';

/** Analyses that look at outcomes, and are therefore logged. */
export type AnalysisKind = 'ASSOCIATION' | 'OUTCOMES' | 'SENSITIVITY';

/** After: the study was locked, or whoever looked may know arms. */
export type AnalysisTiming = 'AFTER_UNBLINDING' | 'BEFORE_UNBLINDING';

/** A moment of the log: what was known then. */
export type AsOfInput =
  | {
      /** Index of the last event to be known of; the first event is 1. */
      readonly index: number;
      readonly time?: never;
    }
  | {
      readonly index?: never; /** The longest beginning of the log whose every event was recorded by then. */
      readonly time: string;
    };

/** The primary model, the comparator that papers report, and least squares. */
export type AssociationModel = 'LAGGED_PANEL' | 'LEAST_SQUARES' | 'PERSON_MEAN_CENTRED';

/** A box, bar or cell of the study board. */
export type BoardPlaceInput =
  | { readonly homework: HomeworkPlaceInput; readonly measures?: never; readonly quality?: never }
  | { readonly homework?: never; readonly measures: MeasuresPlaceInput; readonly quality?: never }
  | { readonly homework?: never; readonly measures?: never; readonly quality: QualityConcern };

/** Inclusive at both ends; open where an end is left out. */
export type CountRange = {
  readonly from?: number | null | undefined;
  readonly to?: number | null | undefined;
};

/** Which adherence definition: a published one, or one of your own. */
export type DefinitionChoiceInput =
  | {
      /** As data, in the format intersession.adherence/1. Nothing is published by asking. */
      readonly own: unknown;
      readonly published?: never;
    }
  | { readonly own?: never; readonly published: PublishedDefinitionInput };

/** Why a participant left. */
export type DiscontinuationReason =
  | 'ADVERSE_EVENT'
  | 'CLINICIAN_DECISION'
  | 'COMPLETED_EARLY'
  | 'LOST_TO_FOLLOW_UP'
  | 'MOVED'
  | 'NO_LONGER_INTERESTED'
  | 'NO_TIME'
  | 'OTHER'
  | 'SYMPTOMS_IMPROVED'
  | 'SYMPTOMS_WORSENED'
  | 'WITHDREW_CONSENT';

/** What later entries made of it. */
export type EntryStanding = 'AS_RECORDED' | 'CORRECTED' | 'VOIDED';

/** Every event of the log. */
export type EventType =
  /** An adherence definition, as data, joins the ones this study is evaluated under. */
  | 'AdherenceDefinitionPublished'
  /** Something untoward happened to the participant, whether or not the trial had to do with it (ICH E6). */
  | 'AdverseEventReported'
  /** The data are final and the sequence is open: whoever has the log can check the commitment and every arm. */
  | 'AllocationDisclosed'
  /** How arms are allocated was fixed before the first one: the scheme, a commitment, and the sealed sequence. */
  | 'AllocationSequenceSealed'
  /** The primary definition, outcome and model were fixed, before anybody looked. */
  | 'AnalysisPlanPublished'
  /** Somebody looked at an analysis of outcomes: which one, over which part of the log, and whether arms were open to them. */
  | 'AnalysisRun'
  /** The terms changed. Holds the changed terms only; earlier work stays bound to its own version. */
  | 'AssignmentAdjusted'
  /** Proposed or assigned homework was turned down. */
  | 'AssignmentDeclined'
  /** The due moment passed. What nobody reported is unknown, not undone. */
  | 'AssignmentExpired'
  /** Withdrawn homework has another one in its place, and why. */
  | 'AssignmentSubstituted'
  /** The homework was taken back before it was done. */
  | 'AssignmentWithdrawn'
  /** A photo or a recording that belongs to the homework is kept, encrypted, beside the log. */
  | 'AttachmentStored'
  /** A started attempt was given up, with coded barriers. */
  | 'AttemptAbandoned'
  /** An attempt and what came of it, as told by an informant. */
  | 'AttemptRecorded'
  /** Somebody began to do the homework; whether it came to anything is told later. */
  | 'AttemptStarted'
  /** Characteristics at the start: age band, education, diagnosis and whatever else the protocol names. */
  | 'BaselineRecorded'
  /** One clinician looks after another’s participants for a time. */
  | 'CaseloadCovered'
  /** The question was answered. */
  | 'ClarificationGiven'
  /** The participant asked what the homework means. */
  | 'ClarificationRequested'
  /** Those who treat the participant were told of missed work, and how that went. What they were told names none of it. */
  | 'ClinicianTold'
  /** Somebody who read a participant’s work is worried, and asks for it to be looked at. */
  | 'ConcernRaised'
  /** A treatment beside the trial’s began, changed or ended. */
  | 'ConcomitantTreatmentChanged'
  /** Consent was given to a version of the information, for these scopes, by whom, in which language. */
  | 'ConsentGiven'
  /** Consent was taken back, as far as the participant wants: contact, collection, or erasure asked for. */
  | 'ConsentWithdrawn'
  /** Therapist and participant were in touch between sessions. */
  | 'ContactMade'
  /** A rule opens no discrepancy queries any more; those that are open stay open. */
  | 'DataCheckSwitchedOff'
  /** A rule of the protocol opens discrepancy queries from now on; what it would have opened before was looked at first. */
  | 'DataCheckSwitchedOn'
  /** A second person let a release go ahead. */
  | 'DatasetApproved'
  /** A release is not to be made any more. */
  | 'DatasetCancelled'
  /** A release is to be used no more: its recipient is asked to destroy it. */
  | 'DatasetRecalled'
  /** A release could not be made: at which stage it stopped, and why. Nothing left. */
  | 'DatasetRefused'
  /** A release was made and may be handed over: what it holds, by hash, and how well people are hidden in it. */
  | 'DatasetReleased'
  /** Somebody asked for a data set as of a log index, for one recipient and purpose. */
  | 'DatasetRequested'
  /** What a data set of the study holds and how people are hidden in it: the next version of its specification. */
  | 'DatasetSpecified'
  /** The study is rehearsed with made-up participants, on a clock that runs this many days a minute. */
  | 'DryRunStarted'
  /** Who is on duty for safety alerts at which hours, with whom behind them, from now on. */
  | 'DutyRotaPublished'
  /** Nobody may be enrolled until enrolment is resumed. */
  | 'EnrolmentPaused'
  /** Participants may be enrolled again. */
  | 'EnrolmentResumed'
  /** An earlier entry of the same record should read otherwise. The earlier entry stays in the log. */
  | 'EntryCorrected'
  /** An earlier entry of the same record should not have been made. It stays in the log and counts nowhere. */
  | 'EntryVoided'
  /** The controller decided on a request for erasure, and why. */
  | 'ErasureDecided'
  /** A feature of the platform that a protocol may keep from an arm was shown: exposure to the intervention. */
  | 'FeatureShown'
  /** The participant was told something about the work. */
  | 'FeedbackGiven'
  /** The goal was reached, by the word of an informant. */
  | 'GoalAttained'
  /** The goal is not pursued any more. */
  | 'GoalDropped'
  /** Somebody said how far the goal is reached, from −2 to 2 (Goal Attainment Scaling). */
  | 'GoalRated'
  /** The goal reads otherwise from now on. */
  | 'GoalRevised'
  /** Client and therapist agreed on something to reach. Homework can be linked to it. */
  | 'GoalSet'
  /** A participant was given homework on these terms. Version 1 of the assignment. */
  | 'HomeworkAssigned'
  /** The homework as a whole is done, by the word of an informant. */
  | 'HomeworkCompleted'
  /** The homework serves these goals of the participant, and no others. */
  | 'HomeworkLinkedToGoals'
  /** The homework was looked at on a device. */
  | 'HomeworkOpened'
  /** Client or therapist suggested homework; nothing is agreed yet. */
  | 'HomeworkProposed'
  /** The work was gone through together, in a session or apart. */
  | 'HomeworkReviewed'
  /** What was said of homework in a session. “None was set” is a fact and differs from nobody logging it. */
  | 'HomeworkSectionLogged'
  /** A questionnaire of the study’s own, as data: its items, scales, cut-offs and where its figures come from. */
  | 'InstrumentPublished'
  /** The schedule asks for a measure on this occasion, within this window of the participant’s days. */
  | 'MeasureDue'
  /** A measure that was due was not taken. */
  | 'MeasureMissed'
  /** An outcome measure was taken: item answers, or a total where only that is known. */
  | 'MeasureRecorded'
  /** So many obligations in a row were missed or told by nobody that whoever treats the participant is to know. */
  | 'MissedWorkNoticed'
  /** One occurrence of recurring work fell due, under the version in force then. */
  | 'OccurrenceDue'
  /** An informant says how an obligation ended without recording an attempt. Unreported stays unknown. */
  | 'OccurrenceReported'
  /** An obligation did not apply after all, for a reason beyond the participant: it leaves the denominators. */
  | 'OccurrenceVoided'
  /** An enrolled participant was given an arm, which stays sealed for those who are blind to it. */
  | 'ParticipantAllocated'
  /** The participant reached the end of the study as planned. */
  | 'ParticipantCompleted'
  /** The participant left the intervention, or the whole study, before its end. */
  | 'ParticipantDiscontinued'
  /** A person takes part in a study, under a code that says nothing about them. */
  | 'ParticipantEnrolled'
  /** The participant’s record is as it should be: nothing is added or changed until it is released. */
  | 'ParticipantFrozen'
  /** The participant’s record may be added to and changed again. */
  | 'ParticipantReleased'
  /** A person was screened for a study, and was eligible or was not and why. */
  | 'ParticipantScreened'
  /** Before the data were final somebody was told a participant’s arm: who, and why. */
  | 'ParticipantUnblinded'
  /** A partner, parent or caregiver takes part in the work or tells about it. */
  | 'PersonLinked'
  /** The participant’s key was destroyed: sealed content is gone everywhere, the trail stays. */
  | 'PersonalDataErased'
  /** How it will be done was agreed: if this situation comes, then that (an implementation intention). */
  | 'PlanMade'
  /** Something was not done as the protocol says. */
  | 'ProtocolDeviationRecorded'
  /** A protocol version is in force from now on: the whole document, what changed and why. */
  | 'ProtocolPublished'
  /** Those who answer for the record said what they found. */
  | 'QueryAnswered'
  /** The discrepancy is settled, and how. */
  | 'QueryClosed'
  /** Somebody, or a rule, doubts something in a participant’s record and asks those who answer for it. */
  | 'QueryOpened'
  /** May rate with this form: trained and reliable enough by the study’s rule. */
  | 'RaterCertified'
  /** A rater filled in a form about an assignment version, a session or an interval. Raw item values, raw direction. */
  | 'RatingRecorded'
  /** What a fidelity rater is to rate: these sessions and this homework, instead of any sample before. */
  | 'RatingSampleAssigned'
  /** The person has to consent anew from a day or month on that the site chose, such as once of age; never a date of birth. */
  | 'ReconsentPlanned'
  /** The record is as it should be: nothing is added to it or changed until it is released. */
  | 'RecordFrozen'
  /** The record may be added to and changed again. */
  | 'RecordReleased'
  /** Somebody vouches for the record as it stood at this revision, when the log had come to this index. */
  | 'RecordSigned'
  /** Whether a second person approves every release of the study’s data. */
  | 'ReleasePolicySet'
  /** The message is not needed, or not wanted, any more. */
  | 'ReminderCancelled'
  /** The message certainly did not arrive. */
  | 'ReminderFailed'
  /** The message goes out at another time: quiet hours, a zone or the participant’s own times changed. */
  | 'ReminderMoved'
  /** The participant came to the study through this message. */
  | 'ReminderOpened'
  /** The program stopped, or the line broke, while the message was handed over. It is not sent again. */
  | 'ReminderOutcomeUnknown'
  /** A message is to go out about one obligation, through one channel, at a time that suits the participant. */
  | 'ReminderPlanned'
  /** When the study reminds of what, through which channels, and in which arms, from now on. */
  | 'ReminderPolicyPublished'
  /** How the participant wants to be reminded: through what, at which times of day, and when never. */
  | 'ReminderPreferencesSet'
  /** The message is about to be handed over. Until the outcome is told, nobody knows whether it arrived. */
  | 'ReminderSending'
  /** The mail server or push service took the message. */
  | 'ReminderSent'
  /** The participant wants no reminders for a while. Homework stays what it is. */
  | 'RemindersPaused'
  /** The participant wants reminders again. */
  | 'RemindersResumed'
  /** The participant’s risk was assessed, by whom, with what result and what was done. */
  | 'RiskAssessed'
  /** A named person has seen the alert and looks after it. */
  | 'SafetyAlertAcknowledged'
  /** The alert was dealt with, and how. */
  | 'SafetyAlertClosed'
  /** Nobody did what the alert asked for in time, or somebody asked for help: it goes to the next in the rota. */
  | 'SafetyAlertEscalated'
  /** A safety rule asks for somebody to look at a participant’s answers. */
  | 'SafetyAlertRaised'
  /** The rule spoke again while the alert was open; it may have become more pressing, never less. */
  | 'SafetyAlertRecurred'
  /** People who are on duty were told of the alert, and how that went. */
  | 'SafetyAlertSent'
  /** A rule that raises safety alerts joins the study, as data. */
  | 'SafetyRulePublished'
  /** A safety rule raises no alerts any more; those that are open stay open. */
  | 'SafetyRuleSwitchedOff'
  /** A safety rule raises alerts from now on; what it would have raised before was looked at first. */
  | 'SafetyRuleSwitchedOn'
  /** A scheduled session was called off beforehand. */
  | 'SessionCancelled'
  /** A session took place, with these participants and deliverers. */
  | 'SessionHeld'
  /** A session was due and these participants did not come. */
  | 'SessionMissed'
  /** A session was arranged for a day; whether it was held is told later. */
  | 'SessionScheduled'
  /** The participant changed who may read an entry, and with which linked people it is shared. */
  | 'SharingChanged'
  /** A site enrols nobody any more; those enrolled go on. */
  | 'SiteClosed'
  /** A site may enrol participants. */
  | 'SiteOpened'
  /** A member of staff holds a role in the study, at one site or at all, from a day on and perhaps to a last one. */
  | 'StaffAppointed'
  /** A member of staff no longer holds the role, at that site or at all. */
  | 'StaffRemoved'
  /** The study is over: its locked data are archived, and nothing opens them again. */
  | 'StudyClosed'
  /** The data are final: only signatures, a participant’s own rights and the lifting of the lock are recorded after it. */
  | 'StudyLocked'
  /** A study exists, with the calendar its days and weeks are counted on. */
  | 'StudyRegistered'
  /** The lock was lifted: data may be recorded and corrected again. */
  | 'StudyUnlocked'
  /** The rehearsal is over, or was skipped: participants may be enrolled. */
  | 'StudyWentLive'
  /** A supervision took place. */
  | 'SupervisionHeld'
  /** A supervisor supervises a clinician, and so may read the work of that clinician’s participants. */
  | 'SupervisorNamed'
  /** A supervisor no longer supervises the clinician. */
  | 'SupervisorReleased'
  /** A homework template was written or changed, and is not in use yet. */
  | 'TemplateDrafted'
  /** The draft may be assigned, as this version. Work done with a version stays bound to it. */
  | 'TemplatePublished'
  /** The template is not assigned any more; what was assigned goes on. */
  | 'TemplateRetired'
  /** A therapist treats the participant from this day on. */
  | 'TherapistAssigned'
  /** The therapist agreed to what is recorded of their own work, fidelity ratings among it. */
  | 'TherapistConsentGiven'
  /** Somebody delivers the treatment; says profession, training and experience (TIDieR item 5). */
  | 'TherapistRegistered'
  /** From this day on the participant’s days are counted in another zone: moved, or travelling. */
  | 'TimeZoneChanged'
  /** The answers that belong to an attempt, bound to the version of the worksheet they were given to. */
  | 'WorksheetAnswered';

/** A stage of the participant flow. */
export type FlowStage =
  | 'ALLOCATED'
  | 'COMPLETED'
  | 'CONSENTED'
  | 'ELIGIBLE_NOT_ENROLLED'
  | 'ENROLLED'
  | 'LEFT_INTERVENTION'
  | 'LEFT_STUDY'
  | 'LOST_TO_FOLLOW_UP'
  | 'NOT_ELIGIBLE'
  | 'ONGOING'
  | 'RECEIVED_INTERVENTION'
  | 'SCREENED';

/** Why an analysis is open, or not. */
export type GateReason =
  'CLOSED_UNTIL_LOCK' | 'LOCKED' | 'MONITORING_COMMITTEE' | 'NOT_YET_REAL' | 'NO_PROTOCOL' | 'PLAN';

/** How a job stands. */
export type GridJobState = 'CANCELLED' | 'DONE' | 'FAILED' | 'RUNNING';

/** Every clause that is given must hold. */
export type HistoryEventFilter = {
  readonly eventIds?: ReadonlyArray<string | number> | null | undefined;
  readonly logIndex?: CountRange | null | undefined;
  readonly occurredAt?: InstantRange | null | undefined;
  readonly recordedAt?: InstantRange | null | undefined;
  readonly types?: ReadonlyArray<EventType> | null | undefined;
};

/** By what homework is told apart: what it is, how the therapist set it, and what came in between. */
export type HomeworkAspect =
  | 'ADJUSTED_BECAUSE'
  | 'APPROACH'
  | 'BARRIER'
  | 'CONFIDENCE_ASKED'
  | 'DIFFICULTY'
  | 'ENDED_BECAUSE'
  | 'FOCUS'
  | 'INITIATED_BY'
  | 'MEDIUM'
  | 'OBSTACLES_FORESEEN'
  | 'PHASE'
  | 'RATIONALE_GIVEN'
  | 'REVIEWED'
  | 'SETTING'
  | 'SITE';

/** Under which definition homework is counted. */
export type HomeworkMeasureInput = {
  /** Of a published definition, or `standard`: session to session, unit-level quantity. */
  readonly definitionId: string | number;
  readonly denominator: IntervalDenominator;
  /** The newest when left out. */
  readonly version?: number | null | undefined;
};

/** What of an interval stands for homework; VALUE is the definition’s own headline. */
export type HomeworkMetric =
  | 'ACTIVE_DAYS'
  | 'ATTEMPTS'
  | 'ATTEMPT_RATE'
  | 'COMPLIANCE'
  | 'LATENESS_CREDIT'
  | 'MINUTES'
  | 'QUANTITY_ASSIGNMENT'
  | 'QUANTITY_UNIT'
  | 'QUANTITY_UNIT_AT_LEAST'
  | 'QUANTITY_UNIT_AT_MOST'
  | 'QUANTITY_UNIT_UNCAPPED'
  | 'TIMELINESS'
  | 'VALUE';

/** Homework of one part of an aspect. */
export type HomeworkPlaceInput = {
  readonly by: HomeworkAspect;
  /** As the panel’s table has it; nothing where it is not recorded. */
  readonly part?: string | null | undefined;
};

/** Who tells. */
export type Informant = 'CAREGIVER' | 'CLIENT' | 'DEVICE' | 'OBSERVER' | 'PARTNER' | 'RECORD' | 'THERAPIST';

/** Inclusive at both ends; open where an end is left out. */
export type InstantRange = {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
};

/** Whether obligations count as version 1 asked for them, or as in force when they fell due. */
export type IntervalDenominator = 'AS_ADJUSTED' | 'AS_ASSIGNED';

/** Homework, and the outcome that follows. */
export type LaggedQuestionInput = {
  readonly homework: HomeworkMeasureInput;
  readonly informant: Informant;
  readonly instrumentId: string | number;
  /** Intervals from homework to the outcome, 1 to 12. */
  readonly lag: number;
  readonly metric: HomeworkMetric;
  readonly model: AssociationModel;
};

/** Measures of one instrument and occasion that stand alike. */
export type MeasuresPlaceInput = {
  readonly instrumentId: string | number;
  readonly occasion: string;
  readonly status: ReceiptStatus;
};

/** Every clause that is given must hold. */
export type ParticipantFlowFilter = {
  readonly completedAt?: InstantRange | null | undefined;
  readonly eligible?: boolean | null | undefined;
  readonly enrolledAt?: InstantRange | null | undefined;
  readonly leftInterventionReason?: ReadonlyArray<DiscontinuationReason> | null | undefined;
  readonly leftStudyReason?: ReadonlyArray<DiscontinuationReason> | null | undefined;
  readonly participantIds?: ReadonlyArray<string | number> | null | undefined;
  readonly screenedAt?: InstantRange | null | undefined;
  readonly siteIds?: ReadonlyArray<string | number> | null | undefined;
  readonly studyIds?: ReadonlyArray<string | number> | null | undefined;
};

/** A definition that the study has published. */
export type PublishedDefinitionInput = {
  readonly definitionId: string | number;
  /** The newest version, when left out. */
  readonly version?: number | null | undefined;
};

/** What of data quality is looked into. */
export type QualityConcern = 'CORRECTIONS' | 'LATE_ATTEMPTS' | 'MISSING_MEASURES' | 'QUERIES' | 'UNLOGGED_SESSIONS';

/** What became of a measure. Early and late lie outside the window. */
export type ReceiptStatus = 'EARLY' | 'LATE' | 'MISSED' | 'OVERDUE' | 'PENDING' | 'RECEIVED';

/** One record of the log. */
export type RecordInput = {
  readonly category: RecordKind;
  readonly recordId: string | number;
};

/** Kinds of records. */
export type RecordKind =
  | 'ALERT'
  | 'ALLOCATION'
  | 'ANALYSIS'
  | 'ASSIGNMENT'
  | 'CONTACT'
  | 'DATASET'
  | 'GOAL'
  | 'MEASURE'
  | 'MONITORING'
  | 'PARTICIPANT'
  | 'QUERY'
  | 'RATING'
  | 'REMINDER'
  | 'SESSION'
  | 'STUDY'
  | 'TEMPLATE'
  | 'THERAPIST';

/** How an entry reached the log. */
export type Source = 'IMPORT' | 'PAPER' | 'PHONE_OFFLINE' | 'SYSTEM' | 'WEB';

/** Choices that are all defensible; every combination is fitted, 2000 at most. */
export type SpecificationGridInput = {
  /** Published definitions, or `standard`. */
  readonly definitionIds: ReadonlyArray<string | number>;
  readonly denominators: ReadonlyArray<IntervalDenominator>;
  readonly informants: ReadonlyArray<Informant>;
  readonly instrumentId: string | number;
  readonly lags: ReadonlyArray<number>;
  readonly metrics: ReadonlyArray<HomeworkMetric>;
  readonly models: ReadonlyArray<AssociationModel>;
};

export type StudyAboutQueryVariables = Exact<{
  studyId: string | number;
}>;

export type StudyAboutQuery = {
  readonly study: {
    readonly sites: { readonly nodes: ReadonlyArray<{ readonly siteId: string; readonly name: string }> };
    readonly adherenceDefinitions: {
      readonly nodes: ReadonlyArray<{
        readonly definitionId: string;
        readonly version: number;
        readonly title: string | null;
        readonly definition: unknown;
      }>;
    };
  } | null;
};

export type StudyMomentQueryVariables = Exact<{
  studyId: string | number;
  index: number;
}>;

export type StudyMomentQuery = {
  readonly history: {
    readonly nodes: ReadonlyArray<{ readonly logIndex: number; readonly recordedAt: string }>;
  } | null;
};

export type StudyFlowQueryVariables = Exact<{
  studyId: string | number;
  asOf?: AsOfInput | null | undefined;
  siteId?: string | number | null | undefined;
  arms: boolean;
}>;

export type StudyFlowQuery = {
  readonly flow: {
    readonly logIndex: number;
    readonly stages: ReadonlyArray<{
      readonly stage: FlowStage;
      readonly people: number;
      readonly reasons: ReadonlyArray<{ readonly reason: string; readonly people: number }>;
    }>;
    readonly arms?: ReadonlyArray<{
      readonly arm: string;
      readonly stages: ReadonlyArray<{
        readonly stage: FlowStage;
        readonly people: number;
        readonly reasons: ReadonlyArray<{ readonly reason: string; readonly people: number }>;
      }>;
    }>;
  };
};

export type StudyFlowPeopleQueryVariables = Exact<{
  studyId: string | number;
  asOf?: AsOfInput | null | undefined;
  filter?: ParticipantFlowFilter | null | undefined;
}>;

export type StudyFlowPeopleQuery = {
  readonly participantFlows: {
    readonly totalCount: number;
    readonly nodes: ReadonlyArray<{
      readonly participantId: string;
      readonly siteId: string | null;
      readonly screenedAt: string | null;
      readonly eligible: boolean | null;
      readonly consentedAt: string | null;
      readonly enrolledAt: string | null;
      readonly leftInterventionReason: DiscontinuationReason | null;
      readonly leftStudyReason: DiscontinuationReason | null;
      readonly completedAt: string | null;
    }>;
  };
};

export type StudyArmsQueryVariables = Exact<{
  studyId: string | number;
  asOf?: AsOfInput | null | undefined;
}>;

export type StudyArmsQuery = {
  readonly arms: ReadonlyArray<{ readonly participantId: string; readonly arm: string | null }>;
};

export type StudyRecruitmentQueryVariables = Exact<{
  studyId: string | number;
  asOf?: AsOfInput | null | undefined;
  siteId?: string | number | null | undefined;
}>;

export type StudyRecruitmentQuery = {
  readonly panel: {
    readonly title: string;
    readonly definition: string;
    readonly denominator: string;
    readonly n: number;
    readonly logIndex: number;
    readonly rows: unknown;
    readonly figures: unknown;
    readonly excluded: ReadonlyArray<{ readonly reason: string; readonly people: number }>;
    readonly columns: ReadonlyArray<{ readonly name: string; readonly about: string }>;
  };
};

export type StudyHeatMapQueryVariables = Exact<{
  studyId: string | number;
  homework: HomeworkMeasureInput;
  asOf?: AsOfInput | null | undefined;
  siteId?: string | number | null | undefined;
}>;

export type StudyHeatMapQuery = {
  readonly panel: {
    readonly title: string;
    readonly definition: string;
    readonly denominator: string;
    readonly n: number;
    readonly logIndex: number;
    readonly rows: unknown;
    readonly figures: unknown;
    readonly excluded: ReadonlyArray<{ readonly reason: string; readonly people: number }>;
    readonly columns: ReadonlyArray<{ readonly name: string; readonly about: string }>;
  };
};

export type StudyMissingQueryVariables = Exact<{
  studyId: string | number;
  asOf?: AsOfInput | null | undefined;
  siteId?: string | number | null | undefined;
}>;

export type StudyMissingQuery = {
  readonly panel: {
    readonly title: string;
    readonly definition: string;
    readonly denominator: string;
    readonly n: number;
    readonly logIndex: number;
    readonly rows: unknown;
    readonly figures: unknown;
    readonly excluded: ReadonlyArray<{ readonly reason: string; readonly people: number }>;
    readonly columns: ReadonlyArray<{ readonly name: string; readonly about: string }>;
  };
};

export type StudyQualityQueryVariables = Exact<{
  studyId: string | number;
  asOf?: AsOfInput | null | undefined;
}>;

export type StudyQualityQuery = {
  readonly panel: {
    readonly title: string;
    readonly definition: string;
    readonly denominator: string;
    readonly n: number;
    readonly logIndex: number;
    readonly rows: unknown;
    readonly figures: unknown;
    readonly excluded: ReadonlyArray<{ readonly reason: string; readonly people: number }>;
    readonly columns: ReadonlyArray<{ readonly name: string; readonly about: string }>;
  };
};

export type StudyExplorerQueryVariables = Exact<{
  studyId: string | number;
  by: HomeworkAspect;
  asOf?: AsOfInput | null | undefined;
  siteId?: string | number | null | undefined;
}>;

export type StudyExplorerQuery = {
  readonly panel: {
    readonly title: string;
    readonly definition: string;
    readonly denominator: string;
    readonly n: number;
    readonly logIndex: number;
    readonly rows: unknown;
    readonly figures: unknown;
    readonly excluded: ReadonlyArray<{ readonly reason: string; readonly people: number }>;
    readonly columns: ReadonlyArray<{ readonly name: string; readonly about: string }>;
  };
};

export type StudyCasesQueryVariables = Exact<{
  studyId: string | number;
  place: BoardPlaceInput;
  asOf?: AsOfInput | null | undefined;
  siteId?: string | number | null | undefined;
}>;

export type StudyCasesQuery = {
  readonly panel: {
    readonly title: string;
    readonly definition: string;
    readonly denominator: string;
    readonly n: number;
    readonly logIndex: number;
    readonly rows: unknown;
    readonly figures: unknown;
    readonly excluded: ReadonlyArray<{ readonly reason: string; readonly people: number }>;
    readonly columns: ReadonlyArray<{ readonly name: string; readonly about: string }>;
  };
};

export type StudyAssociationQueryVariables = Exact<{
  studyId: string | number;
  question: LaggedQuestionInput;
  asOf?: AsOfInput | null | undefined;
  siteId?: string | number | null | undefined;
}>;

export type StudyAssociationQuery = {
  readonly panel: {
    readonly title: string;
    readonly definition: string;
    readonly denominator: string;
    readonly n: number;
    readonly logIndex: number;
    readonly rows: unknown;
    readonly figures: unknown;
    readonly excluded: ReadonlyArray<{ readonly reason: string; readonly people: number }>;
    readonly columns: ReadonlyArray<{ readonly name: string; readonly about: string }>;
  };
};

export type StudyOutcomesQueryVariables = Exact<{
  studyId: string | number;
  instrumentId: string | number;
  informant: Informant;
  asOf?: AsOfInput | null | undefined;
  siteId?: string | number | null | undefined;
}>;

export type StudyOutcomesQuery = {
  readonly panel: {
    readonly title: string;
    readonly definition: string;
    readonly denominator: string;
    readonly n: number;
    readonly logIndex: number;
    readonly rows: unknown;
    readonly figures: unknown;
    readonly excluded: ReadonlyArray<{ readonly reason: string; readonly people: number }>;
    readonly columns: ReadonlyArray<{ readonly name: string; readonly about: string }>;
  };
};

export type StudyComparisonQueryVariables = Exact<{
  studyId: string | number;
  a: DefinitionChoiceInput;
  b: DefinitionChoiceInput;
  asOf?: AsOfInput | null | undefined;
  siteId?: string | number | null | undefined;
}>;

export type StudyComparisonQuery = {
  readonly compareAdherence: {
    readonly logIndex: number;
    readonly participants: number;
    readonly pairs: ReadonlyArray<{
      readonly a: AdherenceVerdict | null;
      readonly b: AdherenceVerdict | null;
      readonly people: number;
    }>;
    readonly differing: ReadonlyArray<{
      readonly participantId: string;
      readonly verdictA: AdherenceVerdict | null;
      readonly verdictB: AdherenceVerdict | null;
      readonly valueA: number | null;
      readonly valueB: number | null;
      readonly text: string;
    }>;
  };
};

export type StudyAuditQueryVariables = Exact<{
  studyId: string | number;
  filter?: HistoryEventFilter | null | undefined;
  last: number;
  before?: string | null | undefined;
  asOf?: AsOfInput | null | undefined;
}>;

export type StudyAuditQuery = {
  readonly history: {
    readonly logIndex: number;
    readonly totalCount: number;
    readonly pageInfo: { readonly hasPreviousPage: boolean; readonly startCursor: string | null };
    readonly nodes: ReadonlyArray<{
      readonly eventId: string;
      readonly logIndex: number;
      readonly category: RecordKind;
      readonly recordId: string;
      readonly revision: number;
      readonly type: string;
      readonly occurredAt: string;
      readonly recordedAt: string;
      readonly participantIds: ReadonlyArray<string>;
      readonly standing: EntryStanding;
      readonly amendedBy: ReadonlyArray<string>;
      readonly reason: string | null;
      readonly data: unknown;
      readonly context: { readonly source: Source; readonly actor: { readonly id: string; readonly role: string } };
    }>;
  } | null;
};

export type StudyAuditRecordQueryVariables = Exact<{
  record: RecordInput;
  asOf?: AsOfInput | null | undefined;
}>;

export type StudyAuditRecordQuery = {
  readonly history: {
    readonly nodes: ReadonlyArray<{
      readonly eventId: string;
      readonly logIndex: number;
      readonly category: RecordKind;
      readonly recordId: string;
      readonly revision: number;
      readonly type: string;
      readonly occurredAt: string;
      readonly recordedAt: string;
      readonly participantIds: ReadonlyArray<string>;
      readonly standing: EntryStanding;
      readonly amendedBy: ReadonlyArray<string>;
      readonly reason: string | null;
      readonly data: unknown;
      readonly context: { readonly source: Source; readonly actor: { readonly id: string; readonly role: string } };
    }>;
  } | null;
};

export type StudyGatesQueryVariables = Exact<{
  studyId: string | number;
}>;

export type StudyGatesQuery = {
  readonly analysisGates: ReadonlyArray<{
    readonly analysis: AnalysisKind;
    readonly open: boolean;
    readonly reason: GateReason;
    readonly planVersion: number;
  }>;
  readonly log: { readonly index: number };
};

export type StudyLooksQueryVariables = Exact<{
  studyId: string | number;
}>;

export type StudyLooksQuery = {
  readonly analysisRuns: ReadonlyArray<{
    readonly analysisId: string;
    readonly analysis: AnalysisKind;
    readonly timing: AnalysisTiming;
    readonly locked: boolean;
    readonly logIndex: number;
    readonly askedAs: string;
    readonly recordedAt: string;
  }>;
};

export type StudyGridQueryVariables = Exact<{
  jobId: string | number;
}>;

export type StudyGridQuery = {
  readonly job: {
    readonly jobId: string;
    readonly state: GridJobState;
    readonly done: number;
    readonly total: number;
    readonly curve: {
      readonly title: string;
      readonly definition: string;
      readonly denominator: string;
      readonly n: number;
      readonly logIndex: number;
      readonly rows: unknown;
      readonly figures: unknown;
      readonly excluded: ReadonlyArray<{ readonly reason: string; readonly people: number }>;
      readonly columns: ReadonlyArray<{ readonly name: string; readonly about: string }>;
    } | null;
  } | null;
};

export type StartStudyGridMutationVariables = Exact<{
  studyId: string | number;
  grid: SpecificationGridInput;
  siteId?: string | number | null | undefined;
}>;

export type StartStudyGridMutation = {
  readonly job: {
    readonly jobId: string;
    readonly state: GridJobState;
    readonly done: number;
    readonly total: number;
    readonly curve: {
      readonly title: string;
      readonly definition: string;
      readonly denominator: string;
      readonly n: number;
      readonly logIndex: number;
      readonly rows: unknown;
      readonly figures: unknown;
      readonly excluded: ReadonlyArray<{ readonly reason: string; readonly people: number }>;
      readonly columns: ReadonlyArray<{ readonly name: string; readonly about: string }>;
    } | null;
  };
};

export type CancelStudyGridMutationVariables = Exact<{
  jobId: string | number;
}>;

export type CancelStudyGridMutation = {
  readonly job: {
    readonly jobId: string;
    readonly state: GridJobState;
    readonly done: number;
    readonly total: number;
    readonly curve: {
      readonly title: string;
      readonly definition: string;
      readonly denominator: string;
      readonly n: number;
      readonly logIndex: number;
      readonly rows: unknown;
      readonly figures: unknown;
      readonly excluded: ReadonlyArray<{ readonly reason: string; readonly people: number }>;
      readonly columns: ReadonlyArray<{ readonly name: string; readonly about: string }>;
    } | null;
  } | null;
};

export type ServerReportQueryVariables = Exact<{ [key: string]: never }>;

export type ServerReportQuery = {
  readonly serverReport: {
    readonly status: string;
    readonly version: string;
    readonly nodeVersion: string;
    readonly databaseVersion: string;
    readonly engine: string;
    readonly upSeconds: number;
    readonly logIndex: number | null;
    readonly runner: string;
    readonly numbering: string;
    readonly processes: string | null;
    readonly failingProcesses: ReadonlyArray<string>;
    readonly runningJobs: number;
    readonly databaseBytes: number;
    readonly memoryBytes: number;
    readonly projections: ReadonlyArray<{
      readonly name: string;
      readonly state: string;
      readonly lag: number;
      readonly lagMilliseconds: number;
    }>;
    readonly storage: ReadonlyArray<{ readonly part: string; readonly tables: number; readonly bytes: number }>;
  };
};

export type StageFragment = {
  readonly stage: FlowStage;
  readonly people: number;
  readonly reasons: ReadonlyArray<{ readonly reason: string; readonly people: number }>;
};

export type AuditedFragment = {
  readonly eventId: string;
  readonly logIndex: number;
  readonly category: RecordKind;
  readonly recordId: string;
  readonly revision: number;
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly participantIds: ReadonlyArray<string>;
  readonly standing: EntryStanding;
  readonly amendedBy: ReadonlyArray<string>;
  readonly reason: string | null;
  readonly data: unknown;
  readonly context: { readonly source: Source; readonly actor: { readonly id: string; readonly role: string } };
};

export type PanelFragment = {
  readonly title: string;
  readonly definition: string;
  readonly denominator: string;
  readonly n: number;
  readonly logIndex: number;
  readonly rows: unknown;
  readonly figures: unknown;
  readonly excluded: ReadonlyArray<{ readonly reason: string; readonly people: number }>;
  readonly columns: ReadonlyArray<{ readonly name: string; readonly about: string }>;
};

export type JobFragment = {
  readonly jobId: string;
  readonly state: GridJobState;
  readonly done: number;
  readonly total: number;
  readonly curve: {
    readonly title: string;
    readonly definition: string;
    readonly denominator: string;
    readonly n: number;
    readonly logIndex: number;
    readonly rows: unknown;
    readonly figures: unknown;
    readonly excluded: ReadonlyArray<{ readonly reason: string; readonly people: number }>;
    readonly columns: ReadonlyArray<{ readonly name: string; readonly about: string }>;
  } | null;
};

export const StudyAbout: Document<StudyAboutQuery, StudyAboutQueryVariables> = {
  id: '781772ed690a417657257bab49755481c9e1cfe8720151a4a566a9e662719c2a',
  name: 'StudyAbout',
};

export const StudyMoment: Document<StudyMomentQuery, StudyMomentQueryVariables> = {
  id: 'b94da28c975c7c59d1b2988e9837bd06c427c453edb1fb083ee2a5805ae46dcd',
  name: 'StudyMoment',
};

export const StudyFlow: Document<StudyFlowQuery, StudyFlowQueryVariables> = {
  id: '4af2e11d416f4b7e07f8a389b17c79f0c7166d51a1b3e7cf0263cae1b5819391',
  name: 'StudyFlow',
};

export const StudyFlowPeople: Document<StudyFlowPeopleQuery, StudyFlowPeopleQueryVariables> = {
  id: '7f6a2cc58fb7881e8fc6e182e4327ef1e3c575111ccc97ca922ca1cfa0009677',
  name: 'StudyFlowPeople',
};

export const StudyArms: Document<StudyArmsQuery, StudyArmsQueryVariables> = {
  id: '64ea9affda0a45eae321d9dfc06491b016dcaf9152dd18e2cdf78a5e1dfbeb5a',
  name: 'StudyArms',
};

export const StudyRecruitment: Document<StudyRecruitmentQuery, StudyRecruitmentQueryVariables> = {
  id: '66f2f1d96a91625f79913e276909d3cfe90d84368dd9746563077d949009265b',
  name: 'StudyRecruitment',
};

export const StudyHeatMap: Document<StudyHeatMapQuery, StudyHeatMapQueryVariables> = {
  id: '5ff1e48fa7940a38c8453d64743f95c177bb6d3c9f22603181dbb7487bdb0c32',
  name: 'StudyHeatMap',
};

export const StudyMissing: Document<StudyMissingQuery, StudyMissingQueryVariables> = {
  id: '9179a8a4f37b317c2a3245318103b06cdc8836165bacc102e431018162d21805',
  name: 'StudyMissing',
};

export const StudyQuality: Document<StudyQualityQuery, StudyQualityQueryVariables> = {
  id: 'cdf141394c9f97565a8f8ba04d2543e65cfa99f8df0d72b783b957814489ac80',
  name: 'StudyQuality',
};

export const StudyExplorer: Document<StudyExplorerQuery, StudyExplorerQueryVariables> = {
  id: '012e803d32806f4cd09a16279b30d9aa3386cb0eb28fcd3cc96d9650bd0198e2',
  name: 'StudyExplorer',
};

export const StudyCases: Document<StudyCasesQuery, StudyCasesQueryVariables> = {
  id: '4ff27d0ba03eee4cab471c56b80e601ad74aad60dbb2f69caf2c3823d2be461f',
  name: 'StudyCases',
};

export const StudyAssociation: Document<StudyAssociationQuery, StudyAssociationQueryVariables> = {
  id: '7452e3acbb9b5cc026b81c832390b3c1d86d595fe4a939fd3fff70d4ef0dd4bf',
  name: 'StudyAssociation',
};

export const StudyOutcomes: Document<StudyOutcomesQuery, StudyOutcomesQueryVariables> = {
  id: '5373f6a297046e6fb953c32f55c1a77abcda14e255820367d12e8ad34a90bf5a',
  name: 'StudyOutcomes',
};

export const StudyComparison: Document<StudyComparisonQuery, StudyComparisonQueryVariables> = {
  id: '54cb254804a5d699b55ff618ba04500d541d76560382e0da514e6714b64649c7',
  name: 'StudyComparison',
};

export const StudyAudit: Document<StudyAuditQuery, StudyAuditQueryVariables> = {
  id: '899cf4c648c02839fc51348a9692d22611751f569cab861fd4fb8f31e685a5d2',
  name: 'StudyAudit',
};

export const StudyAuditRecord: Document<StudyAuditRecordQuery, StudyAuditRecordQueryVariables> = {
  id: 'ee2b180e8ae4fe4daa5776e8a753a98817fbb9e944bdec4a1238db850697b00c',
  name: 'StudyAuditRecord',
};

export const StudyGates: Document<StudyGatesQuery, StudyGatesQueryVariables> = {
  id: 'af882473fab75bca0b1fdc1f9c8059b51b40adaebee92fb709a8fa93ea009db3',
  name: 'StudyGates',
};

export const StudyLooks: Document<StudyLooksQuery, StudyLooksQueryVariables> = {
  id: 'd0ac9ebd5ffa42116c49a3d4f84cfeeaf18e41759b6e6fe0d048b15d7d6b6c47',
  name: 'StudyLooks',
};

export const StudyGrid: Document<StudyGridQuery, StudyGridQueryVariables> = {
  id: '36a98533847d1339b1f512eb5c72bcd59729a0da6a4d9244c0f84c6d39265b5b',
  name: 'StudyGrid',
};

export const StartStudyGrid: Document<StartStudyGridMutation, StartStudyGridMutationVariables> = {
  id: '40adaf846f8e0823914347521ce2764ad641ecebbcf0a9da6bcfeee1e04cdc37',
  name: 'StartStudyGrid',
};

export const CancelStudyGrid: Document<CancelStudyGridMutation, CancelStudyGridMutationVariables> = {
  id: '9cfcb4a37348a7cf712fc893d888862d261c0a5009e7e6da841fb6ddd72c2f6a',
  name: 'CancelStudyGrid',
};

export const ServerReport: Document<ServerReportQuery, ServerReportQueryVariables> = {
  id: 'fceb2ce686508815bfede4318a6baf3feb0e1ced1d7e4370e39aad8dd5e8c532',
  name: 'ServerReport',
};
