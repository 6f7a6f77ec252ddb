// Generated from apps/web/staff/commands/commands.graphql by `npm run generate`; do not edit.

import type { Document } from '../../graphql/document.ts';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What makes homework usable for somebody. */
export type Accessibility =
  'AUDIO' | 'LARGE_PRINT' | 'LOW_LITERACY' | 'LOW_VISION' | 'MOTOR' | 'PLAIN_LANGUAGE' | 'TRANSLATED';

/** The alert. */
export type AcknowledgeSafetyAlertInput = {
  readonly alertId: string | number;
};

/** New terms for homework that is under way. */
export type AdjustAssignmentInput = {
  readonly assignmentId: string | number;
  /** Free text. Sealed under the participant’s key. */
  readonly note?: string | null | undefined;
  readonly removed?: ReadonlyArray<RemovableTerm> | null | undefined;
  readonly terms: AssignmentTermsChangeInput;
  readonly trigger: AdjustmentTrigger;
};

/** Why homework was adjusted. */
export type AdjustmentTrigger =
  | 'CLIENT_REQUEST'
  | 'CLINICAL_CHANGE'
  | 'DONE_EARLY'
  | 'NOT_DONE'
  | 'PRACTICAL'
  | 'PROTOCOL'
  | 'TOO_DIFFICULT'
  | 'TOO_EASY';

/** How soon somebody has to look. */
export type AlertGrade = 'HIGH' | 'LOW' | 'MODERATE';

/** How an alert was dealt with. */
export type AlertOutcome = 'COULD_NOT_REACH' | 'FALSE_ALARM' | 'ONGOING_CARE' | 'REFERRED' | 'RESOLVED';

/** What an assessment found, and what was done. */
export type AssessRiskInput = {
  readonly actions: ReadonlyArray<RiskAction>;
  readonly alertId: string | number;
  /** Free text. Sealed under the participant’s key. */
  readonly note?: string | null | undefined;
  readonly risk: AssessedRisk;
};

/** What an assessment of risk found. */
export type AssessedRisk = 'COULD_NOT_ASSESS' | 'HIGH' | 'IMMINENT' | 'LOW' | 'MODERATE' | 'NONE';

/** Homework for a participant. */
export type AssignHomeworkInput = {
  /** True where an analyst derived the assignment from a log in which nobody assigned it. */
  readonly analystConstruction?: boolean | null | undefined;
  /** Made from the command’s id when left out. */
  readonly assignmentId?: string | number | null | undefined;
  readonly initiatedBy: InitiatedBy;
  readonly participantId: string | number;
  readonly terms: AssignmentTermsInput;
};

/** The terms that change. What is left out stays as it was. */
export type AssignmentTermsChangeInput = {
  readonly accessibility?: ReadonlyArray<Accessibility> | null | undefined;
  /** The client’s confidence that it will be done, 0–100. */
  readonly confidence?: number | null | undefined;
  /** 0 not at all … 4 extremely. */
  readonly difficulty?: number | null | undefined;
  /** The dose asked for; none for open-ended work. */
  readonly dose?: QuantityInput | null | undefined;
  readonly due?: DueInput | null | undefined;
  readonly example?: string | null | undefined;
  readonly focus?: Focus | null | undefined;
  readonly foreseenObstacles?: ReadonlyArray<Barrier> | null | undefined;
  /** Sealed. */
  readonly goal?: string | null | undefined;
  /** Sealed. */
  readonly instructions?: string | null | undefined;
  readonly medium?: Medium | null | undefined;
  readonly performers?: ReadonlyArray<Performer> | null | undefined;
  readonly phase?: Phase | null | undefined;
  /** Sealed. */
  readonly rationale?: string | null | undefined;
  readonly setting?: Setting | null | undefined;
  readonly targetMechanism?: string | number | null | undefined;
  readonly template?: TemplateVersionInput | null | undefined;
  /** A short label. */
  readonly title?: string | null | undefined;
  readonly visibility?: Visibility | null | undefined;
};

/** Everything agreed about one piece of homework. */
export type AssignmentTermsInput = {
  readonly accessibility?: ReadonlyArray<Accessibility> | null | undefined;
  /** The client’s confidence that it will be done, 0–100. */
  readonly confidence?: number | null | undefined;
  /** 0 not at all … 4 extremely. */
  readonly difficulty?: number | null | undefined;
  /** The dose asked for; none for open-ended work. */
  readonly dose?: QuantityInput | null | undefined;
  readonly due: DueInput;
  readonly example?: string | null | undefined;
  readonly focus: Focus;
  readonly foreseenObstacles?: ReadonlyArray<Barrier> | null | undefined;
  /** Sealed. */
  readonly goal?: string | null | undefined;
  /** Sealed. */
  readonly instructions?: string | null | undefined;
  readonly medium: Medium;
  readonly performers: ReadonlyArray<Performer>;
  readonly phase?: Phase | null | undefined;
  /** Sealed. */
  readonly rationale?: string | null | undefined;
  readonly setting: Setting;
  readonly targetMechanism?: string | number | null | undefined;
  readonly template?: TemplateVersionInput | null | undefined;
  /** A short label. */
  readonly title: string;
  readonly visibility: Visibility;
};

/** Who says so. */
export type AttainGoalInput = {
  readonly goalId: string | number;
  readonly informant: Informant;
};

/** What came of an attempt. */
export type AttemptOutcome = 'ALTERNATIVE' | 'FULL' | 'PART' | 'UNABLE';

/** What stood in the way of homework, coded. */
export type Barrier =
  | 'CAREGIVER'
  | 'CHAOTIC_HOME'
  | 'COMPREHENSION'
  | 'DULL_OR_IRRELEVANT'
  | 'FORGETTING'
  | 'MOTIVATION'
  | 'OTHER'
  | 'PRACTICAL'
  | 'PROVIDER'
  | 'RELATIONAL'
  | 'SYMPTOM'
  | 'TECHNICAL';

/** Who called it off. */
export type CancelSessionInput = {
  readonly by: CancelledBy;
  readonly reason?: CancellationReason | null | undefined;
  readonly sessionId: string | number;
  readonly studyId: string | number;
};

/** Why a session was called off. */
export type CancellationReason = 'HOLIDAY' | 'ILLNESS' | 'NO_ROOM' | 'OTHER' | 'TECHNICAL' | 'TRANSPORT' | 'WORK';

/** Who called a session off. */
export type CancelledBy = 'CLIENT' | 'SITE' | 'THERAPIST';

/** How an alert was dealt with. */
export type CloseSafetyAlertInput = {
  readonly alertId: string | number;
  /** Free text. Sealed under the participant’s key. */
  readonly note: string;
  readonly outcome: AlertOutcome;
};

/** What every command says besides its content. */
export type CommandMetaInput = {
  /** Made by the client, UUIDv7 by preference. Sending the same command again under it is always safe. */
  readonly commandId: string;
  /** When it happened; may lie in the past. Now, when left out. */
  readonly occurredAt?: string | null | undefined;
  /** How sharply `occurredAt` is known. */
  readonly occurredPrecision?: OccurredPrecision | null | undefined;
  /** The device’s own clock when it sent this: tells how far that clock is off. */
  readonly sentAt?: string | null | undefined;
  /** How it reached the log; WEB when left out. */
  readonly source?: Source | null | undefined;
};

/** The homework as a whole is done. */
export type CompleteHomeworkInput = {
  readonly assignmentId: string | number;
  readonly informant: Informant;
};

/** What kind of record a concern is about. */
export type ConcernAbout = 'ASSIGNMENT' | 'MEASURE' | 'RATING' | 'SESSION';

/** What a concern is about. */
export type ConcernAboutInput = {
  readonly category: ConcernAbout;
  /** The id within its kind of record. */
  readonly recordId: string | number;
};

/** Why an entry was corrected or voided. */
export type CorrectionReason =
  | 'DUPLICATE'
  | 'ENTERED_IN_ERROR'
  | 'OTHER'
  | 'QUERY_ANSWERED'
  | 'SOURCE_CHANGED'
  | 'TRANSCRIPTION_ERROR'
  | 'TYPING_ERROR'
  | 'WRONG_DATE'
  | 'WRONG_PERSON';

/** Who is covered, by whom, from when to when. */
export type CoverCaseloadInput = {
  readonly coveredBy: string | number;
  readonly from: string;
  readonly staffId: string | number;
  readonly studyId: string | number;
  readonly to: string;
};

/** Who declines, and why. */
export type DeclineAssignmentInput = {
  readonly assignmentId: string | number;
  readonly by: DeclinedBy;
  /** Free text. Sealed under the participant’s key. */
  readonly note?: string | null | undefined;
  readonly reason: DeclineReason;
};

/** Why homework was turned down. */
export type DeclineReason = 'DISCOMFORT' | 'NOT_NOW' | 'NOT_RELEVANT' | 'NO_TIME' | 'OTHER' | 'TOO_DIFFICULT';

/** Who turned homework down. */
export type DeclinedBy = 'CAREGIVER' | 'CLIENT' | 'THERAPIST';

/** Work done, which may be none. */
export type DoneQuantityInput = {
  readonly amount: number;
  readonly unit: Unit;
};

/** Why. */
export type DropGoalInput = {
  readonly goalId: string | number;
  /** Free text. Sealed under the participant’s key. */
  readonly note?: string | null | undefined;
  readonly reason: GoalDropReason;
};

/** When the work is due. */
export type DueInput = {
  /** With by. */
  readonly at?: string | null | undefined;
  /** With recurring. */
  readonly by?: string | null | undefined;
  /** With recurring. */
  readonly from?: string | null | undefined;
  readonly kind: DueKind;
  /** With recurring. */
  readonly to?: string | null | undefined;
  /** With recurring. */
  readonly weekdays?: ReadonlyArray<Weekday> | null | undefined;
};

/** Whether and when homework is due. */
export type DueKind = 'BY' | 'NEXT_SESSION' | 'OPEN' | 'RECURRING';

/** Whose phones are signed out. */
export type EndSignInsInput = {
  readonly participantId: string | number;
  /** A linked person instead of the participant. */
  readonly personId?: string | number | null | undefined;
};

/** Who gave feedback. */
export type FeedbackBy = 'SUPERVISOR' | 'SYSTEM' | 'THERAPIST';

/** What kind of change the work aims at. */
export type Focus = 'BEHAVIOURAL' | 'COGNITIVE' | 'EXPERIENTIAL' | 'INTERPERSONAL' | 'MIXED' | 'SELF_MONITORING';

/** A version of a rating form. */
export type FormVersionInput = {
  readonly formId: string | number;
  readonly version: number;
};

/** An answer. */
export type GiveClarificationInput = {
  readonly answer: string;
  readonly assignmentId: string | number;
};

/** Feedback. */
export type GiveFeedbackInput = {
  readonly assignmentId: string | number;
  /** The attempt: a new one, or one that was started before. */
  readonly attemptId?: string | number | null | undefined;
  readonly by: FeedbackBy;
  readonly text: string;
};

/** Why a goal is not pursued any more. */
export type GoalDropReason = 'CLIENT_REQUEST' | 'NO_LONGER_RELEVANT' | 'OTHER' | 'REPLACED' | 'TOO_DIFFICULT';

/** Who is to sign in, and how. */
export type HandOutSignInCodeInput = {
  readonly form?: SignInCodeForm;
  readonly participantId: string | number;
  /** A linked person, who signs in instead of the participant. */
  readonly personId?: string | number | null | undefined;
};

/** A session that took place. */
export type HoldSessionInput = {
  /** Therapists who held the session, by pseudonymous id. */
  readonly deliverers: ReadonlyArray<string | number>;
  /** In minutes. */
  readonly minutes?: number | null | undefined;
  readonly modality: Modality;
  readonly participants: ReadonlyArray<string | number>;
  readonly phase?: Phase | null | undefined;
  /** Made from the command’s id when left out. */
  readonly sessionId?: string | number | null | undefined;
  /** Counted within the treatment. */
  readonly sessionNumber: number;
  readonly studyId: string | number;
};

/** Whether the session reviewed earlier homework. */
export type HomeworkReviewed = 'NOTHING_TO_REVIEW' | 'NOT_REVIEWED' | 'REVIEWED';

/** Whether the session set homework. None was set is a fact, unlike nobody having logged it. */
export type HomeworkSet = 'ASSIGNED' | 'NONE';

/** Who tells. */
export type Informant = 'CAREGIVER' | 'CLIENT' | 'DEVICE' | 'OBSERVER' | 'PARTNER' | 'RECORD' | 'THERAPIST';

/** Whose idea the homework was. */
export type InitiatedBy = 'CLIENT' | 'COLLABORATIVE' | 'THERAPIST';

/** One item of a form and its raw value. No value: the item was left out. */
export type ItemValueInput = {
  /** Code of the item within its form. */
  readonly item: string | number;
  readonly value?: number | null | undefined;
};

/** Every goal that it serves; none takes the links away. */
export type LinkToGoalsInput = {
  readonly assignmentId: string | number;
  readonly goalIds: ReadonlyArray<string | number>;
};

/** What a session said of homework. */
export type LogHomeworkSectionInput = {
  readonly assigned: HomeworkSet;
  /** In minutes. */
  readonly minutes?: number | null | undefined;
  /** Free text. Sealed under the participant’s key. */
  readonly note?: string | null | undefined;
  readonly participantId: string | number;
  readonly reviewed: HomeworkReviewed;
  readonly sessionId: string | number;
  readonly studyId: string | number;
  readonly whyNot?: WhyNoHomework | null | undefined;
  readonly whyNotReviewed?: WhyNoHomework | null | undefined;
};

/** In which form the work is done. */
export type Medium =
  'DRAWING' | 'FREE' | 'JOURNAL' | 'OUTSIDE_RESOURCE' | 'PRACTICE' | 'PROGRAMME' | 'QUESTIONNAIRE' | 'WORKSHEET';

/** A session that did not take place. */
export type MissSessionInput = {
  readonly participants: ReadonlyArray<string | number>;
  readonly reason: MissedSessionReason;
  /** Made from the command’s id when left out. */
  readonly sessionId?: string | number | null | undefined;
  /** Counted within the treatment. */
  readonly sessionNumber: number;
  readonly studyId: string | number;
};

/** Why a session did not take place. */
export type MissedSessionReason =
  'CANCELLED_BY_CLIENT' | 'CANCELLED_BY_THERAPIST' | 'ILLNESS' | 'NO_SHOW' | 'OTHER' | 'TECHNICAL';

/** How a session was held. */
export type Modality = 'GROUP' | 'IN_PERSON' | 'PROGRAMME' | 'TELEPHONE' | 'TEXT' | 'VIDEO';

/** How sharply a moment is known. */
export type OccurredPrecision = 'DAY' | 'INSTANT' | 'MINUTE' | 'UNKNOWN' | 'WEEK';

/** How an obligation ended, as reported. What nobody reported is unknown, not undone. */
export type OccurrenceState = 'ALTERNATIVE' | 'DONE' | 'NOT_DONE' | 'PART';

/** Who carries the homework out. */
export type Performer = 'CAREGIVER' | 'CLIENT' | 'PARTNER';

/** Phase of the treatment. */
export type Phase = 'ASSESSMENT' | 'EARLY' | 'FOLLOW_UP' | 'LATE' | 'MIDDLE';

/** A dose: a positive amount of one unit. */
export type QuantityInput = {
  readonly amount: number;
  readonly unit: Unit;
};

/** A worry about a participant. */
export type RaiseConcernInput = {
  readonly about?: ConcernAboutInput | null | undefined;
  /** Made from the command’s id when left out. */
  readonly alertId?: string | number | null | undefined;
  readonly grade: AlertGrade;
  /** Free text. Sealed under the participant’s key. */
  readonly note: string;
  readonly participantId: string | number;
};

/** A rating by Goal Attainment Scaling. */
export type RateGoalInput = {
  readonly attainment: number;
  readonly goalId: string | number;
  readonly informant: Informant;
};

/** Who rates, by pseudonymous id, and as what. */
export type RaterInput = {
  readonly raterId: string | number;
  readonly role: Informant;
};

/** What a rating speaks of. */
export type RatingTargetInput = {
  /** With assignment. */
  readonly assignmentId?: string | number | null | undefined;
  /** With interval. */
  readonly from?: string | null | undefined;
  readonly kind: RatingTargetKind;
  /** With session. */
  readonly sessionId?: string | number | null | undefined;
  /** With interval. */
  readonly to?: string | null | undefined;
  /** With assignment. */
  readonly version?: number | null | undefined;
};

/** What a rating speaks of. */
export type RatingTargetKind = 'ASSIGNMENT' | 'INTERVAL' | 'SESSION';

/** An attempt and what came of it. */
export type RecordAttemptInput = {
  readonly assignmentId: string | number;
  /** Made from the command’s id when left out. */
  readonly attemptId?: string | number | null | undefined;
  readonly barriers?: ReadonlyArray<Barrier> | null | undefined;
  /** 0 not at all … 4 extremely. */
  readonly difficulty?: number | null | undefined;
  /** Subjective units of distress, 0–100. */
  readonly distressAfter?: number | null | undefined;
  /** Subjective units of distress, 0–100. */
  readonly distressBefore?: number | null | undefined;
  /** Work done, which may be none. */
  readonly done?: DoneQuantityInput | null | undefined;
  /** When the attempt ended. */
  readonly endedAt?: string | null | undefined;
  /** 0 not at all … 4 extremely. */
  readonly helpfulness?: number | null | undefined;
  readonly informant: Informant;
  /** 0 not at all … 4 extremely. */
  readonly mastery?: number | null | undefined;
  /** Free text. Sealed under the participant’s key. */
  readonly note?: string | null | undefined;
  readonly occurrence?: string | null | undefined;
  readonly outcome: AttemptOutcome;
  readonly performer: Performer;
  /** 0 not at all … 4 extremely. */
  readonly pleasure?: number | null | undefined;
  /** When the attempt began. */
  readonly startedAt?: string | null | undefined;
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

/** A filled-in rating form. */
export type RecordRatingInput = {
  readonly form: FormVersionInput;
  /** Raw item values, in the form’s own direction. */
  readonly items: ReadonlyArray<ItemValueInput>;
  /** Free text. Sealed under the participant’s key. */
  readonly note?: string | null | undefined;
  readonly participantId: string | number;
  readonly rater: RaterInput;
  /** Made from the command’s id when left out. */
  readonly ratingId?: string | number | null | undefined;
  /** Whether it was made later than the occasion it describes. */
  readonly retrospective: boolean;
  readonly target: RatingTargetInput;
};

/** Terms that an adjustment can take away. */
export type RemovableTerm =
  | 'ACCESSIBILITY'
  | 'CONFIDENCE'
  | 'DIFFICULTY'
  | 'DOSE'
  | 'EXAMPLE'
  | 'FORESEENOBSTACLES'
  | 'GOAL'
  | 'INSTRUCTIONS'
  | 'PHASE'
  | 'RATIONALE'
  | 'TARGETMECHANISM'
  | 'TEMPLATE';

/** How an obligation ended, without an attempt. */
export type ReportOccurrenceInput = {
  readonly assignmentId: string | number;
  readonly barriers?: ReadonlyArray<Barrier> | null | undefined;
  /** Work done, which may be none. */
  readonly done?: DoneQuantityInput | null | undefined;
  readonly informant: Informant;
  /** Free text. Sealed under the participant’s key. */
  readonly note?: string | null | undefined;
  readonly occurrence?: string | null | undefined;
  readonly state: OccurrenceState;
};

/** A review. */
export type ReviewHomeworkInput = {
  readonly assignmentId: string | number;
  readonly barriers?: ReadonlyArray<Barrier> | null | undefined;
  /** 0 not at all … 4 extremely. */
  readonly helpfulness?: number | null | undefined;
  /** Free text. Sealed under the participant’s key. */
  readonly note?: string | null | undefined;
  readonly reviewer: Informant;
  readonly sessionId?: string | number | null | undefined;
};

/** The goal as it reads now. */
export type ReviseGoalInput = {
  readonly goalId: string | number;
  readonly statement: string;
  readonly targetMechanism?: string | number | null | undefined;
};

/** What was done about a risk. */
export type RiskAction =
  | 'COULD_NOT_REACH'
  | 'CRISIS_CONTACT_GIVEN'
  | 'EMERGENCY_SERVICE_CALLED'
  | 'FAMILY_INFORMED'
  | 'MEANS_RESTRICTED'
  | 'NO_ACTION_NEEDED'
  | 'REFERRED'
  | 'SAFETY_PLAN_MADE'
  | 'SAFETY_PLAN_REVIEWED'
  | 'SUPERVISOR_INFORMED'
  | 'TALKED_WITH_PARTICIPANT';

/** A session to come. */
export type ScheduleSessionInput = {
  /** Therapists who held the session, by pseudonymous id. */
  readonly deliverers: ReadonlyArray<string | number>;
  readonly modality: Modality;
  readonly participants: ReadonlyArray<string | number>;
  /** Made from the command’s id when left out. */
  readonly sessionId?: string | number | null | undefined;
  /** Counted within the treatment. */
  readonly sessionNumber: number;
  readonly startsAt: string;
  readonly studyId: string | number;
};

/** Something to reach. */
export type SetGoalInput = {
  /** Made from the command’s id when left out. */
  readonly goalId?: string | number | null | undefined;
  readonly participantId: string | number;
  readonly setBy: InitiatedBy;
  readonly statement: string;
  readonly targetMechanism?: string | number | null | undefined;
};

/** Where it was agreed. */
export type Setting = 'MESSAGE' | 'PROGRAMME' | 'SESSION';

/** SHORT: eight characters to read out. LINK: an address to open on the phone. */
export type SignInCodeForm = 'LINK' | 'SHORT';

/** How an entry reached the log. */
export type Source = 'IMPORT' | 'PAPER' | 'PHONE_OFFLINE' | 'SYSTEM' | 'WEB';

/** An attempt and the answers that belong to it, as JSON text bound to the version they were given to. */
export type SubmitWorksheetInput = {
  readonly answers: string;
  readonly assignmentId: string | number;
  /** Made from the command’s id when left out. */
  readonly attemptId?: string | number | null | undefined;
  readonly barriers?: ReadonlyArray<Barrier> | null | undefined;
  /** 0 not at all … 4 extremely. */
  readonly difficulty?: number | null | undefined;
  /** Subjective units of distress, 0–100. */
  readonly distressAfter?: number | null | undefined;
  /** Subjective units of distress, 0–100. */
  readonly distressBefore?: number | null | undefined;
  /** Work done, which may be none. */
  readonly done?: DoneQuantityInput | null | undefined;
  /** When the attempt ended. */
  readonly endedAt?: string | null | undefined;
  /** 0 not at all … 4 extremely. */
  readonly helpfulness?: number | null | undefined;
  readonly informant: Informant;
  /** 0 not at all … 4 extremely. */
  readonly mastery?: number | null | undefined;
  /** Free text. Sealed under the participant’s key. */
  readonly note?: string | null | undefined;
  readonly occurrence?: string | null | undefined;
  readonly outcome: AttemptOutcome;
  readonly performer: Performer;
  /** 0 not at all … 4 extremely. */
  readonly pleasure?: number | null | undefined;
  /** When the attempt began. */
  readonly startedAt?: string | null | undefined;
  readonly worksheet: WorksheetVersionInput;
};

/** A version of a worksheet template. */
export type TemplateVersionInput = {
  readonly templateId: string | number;
  readonly version: number;
};

/** What a dose is counted in. Amounts of different units are never added. */
export type Unit =
  'DAYS' | 'ITEMS' | 'MINUTES' | 'MODULES' | 'PAGES' | 'PROGRAMME_DAYS' | 'RECORDS' | 'STEPS' | 'TIMES';

/** Who may read what the participant writes. */
export type Visibility = 'PRIVATE' | 'RESEARCH' | 'THERAPIST';

/** An entry should not have been made. */
export type VoidEntryInput = {
  readonly basedOn?: number | null | undefined;
  readonly category: RecordKind;
  /** The event that is corrected or voided. */
  readonly entryId: string;
  /** Free text. Sealed under the participant’s key. */
  readonly note?: string | null | undefined;
  readonly reason: CorrectionReason;
  /** The id within its kind of record. */
  readonly recordId: string | number;
};

/** A day of the week. */
export type Weekday = 'FRIDAY' | 'MONDAY' | 'SATURDAY' | 'SUNDAY' | 'THURSDAY' | 'TUESDAY' | 'WEDNESDAY';

/** Why homework was not reviewed or not set. */
export type WhyNoHomework =
  'CLIENT_DECLINED' | 'CRISIS' | 'FORGOTTEN' | 'NOT_INDICATED' | 'NO_TIME' | 'OTHER' | 'TREATMENT_ENDING';

/** Homework is taken back. */
export type WithdrawAssignmentInput = {
  readonly assignmentId: string | number;
  /** Free text. Sealed under the participant’s key. */
  readonly note?: string | null | undefined;
  readonly reason: WithdrawalReason;
};

/** Why homework was taken back. */
export type WithdrawalReason =
  | 'ADVERSE_EFFECT'
  | 'CLIENT_REQUEST'
  | 'ENTERED_IN_ERROR'
  | 'NO_LONGER_RELEVANT'
  | 'OTHER'
  | 'REPLACED'
  | 'TOO_DIFFICULT';

/** The version of a worksheet that was in front of the person. */
export type WorksheetVersionInput = {
  readonly templateId: string | number;
  readonly version: number;
};

export type ToldFragment = {
  readonly commandId: string;
  readonly eventIds: ReadonlyArray<string>;
  readonly position: string;
  readonly recordId: string;
};

export type ReviewHomeworkMutationVariables = Exact<{
  input: ReviewHomeworkInput;
  meta: CommandMetaInput;
}>;

export type ReviewHomeworkMutation = {
  readonly reviewHomework: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type RecordRatingMutationVariables = Exact<{
  input: RecordRatingInput;
  meta: CommandMetaInput;
}>;

export type RecordRatingMutation = {
  readonly recordRating: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type GiveFeedbackMutationVariables = Exact<{
  input: GiveFeedbackInput;
  meta: CommandMetaInput;
}>;

export type GiveFeedbackMutation = {
  readonly giveFeedback: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type AssignHomeworkMutationVariables = Exact<{
  input: AssignHomeworkInput;
  meta: CommandMetaInput;
}>;

export type AssignHomeworkMutation = {
  readonly assignHomework: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type AdjustAssignmentMutationVariables = Exact<{
  input: AdjustAssignmentInput;
  meta: CommandMetaInput;
}>;

export type AdjustAssignmentMutation = {
  readonly adjustAssignment: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type WithdrawAssignmentMutationVariables = Exact<{
  input: WithdrawAssignmentInput;
  meta: CommandMetaInput;
}>;

export type WithdrawAssignmentMutation = {
  readonly withdrawAssignment: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type DeclineAssignmentMutationVariables = Exact<{
  input: DeclineAssignmentInput;
  meta: CommandMetaInput;
}>;

export type DeclineAssignmentMutation = {
  readonly declineAssignment: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type CompleteHomeworkMutationVariables = Exact<{
  input: CompleteHomeworkInput;
  meta: CommandMetaInput;
}>;

export type CompleteHomeworkMutation = {
  readonly completeHomework: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type ReportOccurrenceMutationVariables = Exact<{
  input: ReportOccurrenceInput;
  meta: CommandMetaInput;
}>;

export type ReportOccurrenceMutation = {
  readonly reportOccurrence: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type HoldSessionMutationVariables = Exact<{
  input: HoldSessionInput;
  meta: CommandMetaInput;
}>;

export type HoldSessionMutation = {
  readonly holdSession: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type ScheduleSessionMutationVariables = Exact<{
  input: ScheduleSessionInput;
  meta: CommandMetaInput;
}>;

export type ScheduleSessionMutation = {
  readonly scheduleSession: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type CancelSessionMutationVariables = Exact<{
  input: CancelSessionInput;
  meta: CommandMetaInput;
}>;

export type CancelSessionMutation = {
  readonly cancelSession: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type MissSessionMutationVariables = Exact<{
  input: MissSessionInput;
  meta: CommandMetaInput;
}>;

export type MissSessionMutation = {
  readonly missSession: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type LogHomeworkSectionMutationVariables = Exact<{
  input: LogHomeworkSectionInput;
  meta: CommandMetaInput;
}>;

export type LogHomeworkSectionMutation = {
  readonly logHomeworkSection: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type GiveClarificationMutationVariables = Exact<{
  input: GiveClarificationInput;
  meta: CommandMetaInput;
}>;

export type GiveClarificationMutation = {
  readonly giveClarification: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type SetGoalMutationVariables = Exact<{
  input: SetGoalInput;
  meta: CommandMetaInput;
}>;

export type SetGoalMutation = {
  readonly setGoal: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type ReviseGoalMutationVariables = Exact<{
  input: ReviseGoalInput;
  meta: CommandMetaInput;
}>;

export type ReviseGoalMutation = {
  readonly reviseGoal: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type RateGoalMutationVariables = Exact<{
  input: RateGoalInput;
  meta: CommandMetaInput;
}>;

export type RateGoalMutation = {
  readonly rateGoal: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type AttainGoalMutationVariables = Exact<{
  input: AttainGoalInput;
  meta: CommandMetaInput;
}>;

export type AttainGoalMutation = {
  readonly attainGoal: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type DropGoalMutationVariables = Exact<{
  input: DropGoalInput;
  meta: CommandMetaInput;
}>;

export type DropGoalMutation = {
  readonly dropGoal: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type LinkToGoalsMutationVariables = Exact<{
  input: LinkToGoalsInput;
  meta: CommandMetaInput;
}>;

export type LinkToGoalsMutation = {
  readonly linkToGoals: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type AcknowledgeSafetyAlertMutationVariables = Exact<{
  input: AcknowledgeSafetyAlertInput;
  meta: CommandMetaInput;
}>;

export type AcknowledgeSafetyAlertMutation = {
  readonly acknowledgeSafetyAlert: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type AssessRiskMutationVariables = Exact<{
  input: AssessRiskInput;
  meta: CommandMetaInput;
}>;

export type AssessRiskMutation = {
  readonly assessRisk: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type CloseSafetyAlertMutationVariables = Exact<{
  input: CloseSafetyAlertInput;
  meta: CommandMetaInput;
}>;

export type CloseSafetyAlertMutation = {
  readonly closeSafetyAlert: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type RaiseConcernMutationVariables = Exact<{
  input: RaiseConcernInput;
  meta: CommandMetaInput;
}>;

export type RaiseConcernMutation = {
  readonly raiseConcern: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type SubmitWorksheetMutationVariables = Exact<{
  input: SubmitWorksheetInput;
  meta: CommandMetaInput;
}>;

export type SubmitWorksheetMutation = {
  readonly submitWorksheet: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type RecordAttemptMutationVariables = Exact<{
  input: RecordAttemptInput;
  meta: CommandMetaInput;
}>;

export type RecordAttemptMutation = {
  readonly recordAttempt: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type CoverCaseloadMutationVariables = Exact<{
  input: CoverCaseloadInput;
  meta: CommandMetaInput;
}>;

export type CoverCaseloadMutation = {
  readonly coverCaseload: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type VoidEntryMutationVariables = Exact<{
  input: VoidEntryInput;
  meta: CommandMetaInput;
}>;

export type VoidEntryMutation = {
  readonly voidEntry: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type HandOutSignInCodeMutationVariables = Exact<{
  input: HandOutSignInCodeInput;
}>;

export type HandOutSignInCodeMutation = {
  readonly handOutSignInCode: { readonly code: string; readonly expiresAt: string; readonly link: string | null };
};

export type EndSignInsMutationVariables = Exact<{
  input: EndSignInsInput;
}>;

export type EndSignInsMutation = { readonly endSignIns: { readonly done: boolean } };

export const ReviewHomework: Document<ReviewHomeworkMutation, ReviewHomeworkMutationVariables> = {
  id: '6eab7aa11d56079e66808def4b8a97737daf13722f5da0fff4d0ddddd133be30',
  name: 'ReviewHomework',
};

export const RecordRating: Document<RecordRatingMutation, RecordRatingMutationVariables> = {
  id: 'a6dc9a7d42c5c4bc131322506cc7ef196f28ddcece72ac6312bba937cc595a5e',
  name: 'RecordRating',
};

export const GiveFeedback: Document<GiveFeedbackMutation, GiveFeedbackMutationVariables> = {
  id: '71fc4fec48487aa1351eb98d171a55e3cd526dab9d439228e0739eda91d941b7',
  name: 'GiveFeedback',
};

export const AssignHomework: Document<AssignHomeworkMutation, AssignHomeworkMutationVariables> = {
  id: 'cfc4fec6f211983f0e71b37123114300dd28f9715922a7ac325440736f0def76',
  name: 'AssignHomework',
};

export const AdjustAssignment: Document<AdjustAssignmentMutation, AdjustAssignmentMutationVariables> = {
  id: '04ad3e56c0c0f79545e8422435d7b8b1f1a059b2d4d45c51b304c174b1aca9a0',
  name: 'AdjustAssignment',
};

export const WithdrawAssignment: Document<WithdrawAssignmentMutation, WithdrawAssignmentMutationVariables> = {
  id: 'ed1af83d226bce7f2c80df5450fb2546c8a679bd66d2fae88c92694ae72bb41f',
  name: 'WithdrawAssignment',
};

export const DeclineAssignment: Document<DeclineAssignmentMutation, DeclineAssignmentMutationVariables> = {
  id: '563fb9c87023ab30c5e566f0c7b4494b782fd7f1bc8f18c6c0427923493ebd43',
  name: 'DeclineAssignment',
};

export const CompleteHomework: Document<CompleteHomeworkMutation, CompleteHomeworkMutationVariables> = {
  id: '737d620e4aa4bc3a26c5a6ddd43cd5bf37fcfcc8514c4b3b464262706a18a007',
  name: 'CompleteHomework',
};

export const ReportOccurrence: Document<ReportOccurrenceMutation, ReportOccurrenceMutationVariables> = {
  id: 'cd6a37a103c99c88004869e78b36232bd21b3e48612128c4c7910ec676002a99',
  name: 'ReportOccurrence',
};

export const HoldSession: Document<HoldSessionMutation, HoldSessionMutationVariables> = {
  id: '38f0e9419807c8a23c23825e5f04a806f65e65955a57270600f74df4384077c1',
  name: 'HoldSession',
};

export const ScheduleSession: Document<ScheduleSessionMutation, ScheduleSessionMutationVariables> = {
  id: 'df9bb7b2b7d61584787eca4573fb6d4ea7d904bfc1eec86e2358d2a3ba9e99eb',
  name: 'ScheduleSession',
};

export const CancelSession: Document<CancelSessionMutation, CancelSessionMutationVariables> = {
  id: '1e587ed0f9da336f35636d718a923ea243ccef02a6a5fe36ffa3ab53fdb4b07a',
  name: 'CancelSession',
};

export const MissSession: Document<MissSessionMutation, MissSessionMutationVariables> = {
  id: 'd0d27e4ed3a4a713d1365be4d515a1a0de0d90c7b5d08169407f67cd104e6152',
  name: 'MissSession',
};

export const LogHomeworkSection: Document<LogHomeworkSectionMutation, LogHomeworkSectionMutationVariables> = {
  id: '99c79b6893cd3c3e30da5e9d3904bd611f53c60794d230b75ca0d03f18aa92c4',
  name: 'LogHomeworkSection',
};

export const GiveClarification: Document<GiveClarificationMutation, GiveClarificationMutationVariables> = {
  id: 'f6b21ed5a50e7ef17412ac7a82917b40b5757898c2f52f044690e3a888aeb94c',
  name: 'GiveClarification',
};

export const SetGoal: Document<SetGoalMutation, SetGoalMutationVariables> = {
  id: '98a62e10282a9482b864e2f4b0e1b0c7461bac6104423d4fe2dba5072a692b47',
  name: 'SetGoal',
};

export const ReviseGoal: Document<ReviseGoalMutation, ReviseGoalMutationVariables> = {
  id: 'c3e553cdc6496de9ea9619529b02104d7141a37e042d3770849e2a9638041e44',
  name: 'ReviseGoal',
};

export const RateGoal: Document<RateGoalMutation, RateGoalMutationVariables> = {
  id: 'f6060e1e9482d81eec1e5d78d3390fc283e9646b50d41efd48cd2e2067631e30',
  name: 'RateGoal',
};

export const AttainGoal: Document<AttainGoalMutation, AttainGoalMutationVariables> = {
  id: '28f48f2ebb3eed675f8d8996dc1664602a2ebfd6881e72a977ab2704013fa010',
  name: 'AttainGoal',
};

export const DropGoal: Document<DropGoalMutation, DropGoalMutationVariables> = {
  id: 'b76e713dc4896cea5dc1032437508b20a777bc0f568a7a8a637e25eedf00d70f',
  name: 'DropGoal',
};

export const LinkToGoals: Document<LinkToGoalsMutation, LinkToGoalsMutationVariables> = {
  id: 'f14c24d1c73ab1d864d5bb96aa777e2703206acbd547af9a7114474b60eeb97f',
  name: 'LinkToGoals',
};

export const AcknowledgeSafetyAlert: Document<AcknowledgeSafetyAlertMutation, AcknowledgeSafetyAlertMutationVariables> =
  { id: '15c03e00c4999a0bcf3e3ba064451ffdc9ef63940b4ccb12df923f8f62befdc1', name: 'AcknowledgeSafetyAlert' };

export const AssessRisk: Document<AssessRiskMutation, AssessRiskMutationVariables> = {
  id: '91d75c3eaacf829f091df14cd9b5d2a5ffff3151d16bbe43862052f9ee0e7fd4',
  name: 'AssessRisk',
};

export const CloseSafetyAlert: Document<CloseSafetyAlertMutation, CloseSafetyAlertMutationVariables> = {
  id: 'c85eb69c5d3ac7543f3ddc17a0f280c37f916399c5e7a8a719e78af59d53ca35',
  name: 'CloseSafetyAlert',
};

export const RaiseConcern: Document<RaiseConcernMutation, RaiseConcernMutationVariables> = {
  id: 'ce6dff844010f226ca92428b1f529249395f863013ed8bc289d606dcc9c82a5b',
  name: 'RaiseConcern',
};

export const SubmitWorksheet: Document<SubmitWorksheetMutation, SubmitWorksheetMutationVariables> = {
  id: 'cfe97f96094b7f77c23091875d4a2343c61118e0811e13a4e715449ddbdcce92',
  name: 'SubmitWorksheet',
};

export const RecordAttempt: Document<RecordAttemptMutation, RecordAttemptMutationVariables> = {
  id: '03bbbfe32da91a37b81f2855541dd3d5bea68aa00facb391957a4be20b3d17df',
  name: 'RecordAttempt',
};

export const CoverCaseload: Document<CoverCaseloadMutation, CoverCaseloadMutationVariables> = {
  id: 'c9263a5c8ff36f33d84bb1256708c0c3d5cbf4b10c6df2dad8a853b1ca82be2e',
  name: 'CoverCaseload',
};

export const VoidEntry: Document<VoidEntryMutation, VoidEntryMutationVariables> = {
  id: '12403ac3205c800e9c9f18494f2f7d72d8335eb59884a5beb0329d1d939e715e',
  name: 'VoidEntry',
};

export const HandOutSignInCode: Document<HandOutSignInCodeMutation, HandOutSignInCodeMutationVariables> = {
  id: '9636f04658a8595d4e065b053d81c3c366dffe7508460c4bf611d00f5845fba1',
  name: 'HandOutSignInCode',
};

export const EndSignIns: Document<EndSignInsMutation, EndSignInsMutationVariables> = {
  id: 'b097369ef5a7b939c9979e428cdec9d2ea78e709b36b6935da012af00496aa43',
  name: 'EndSignIns',
};
