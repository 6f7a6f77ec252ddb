// Generated from apps/web/participant/server/commands.graphql by `npm run generate`; do not edit.

import type { Document } from '../../graphql/document.ts';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What makes homework usable for somebody. */
export type Accessibility =
  'AUDIO' | 'LARGE_PRINT' | 'LOW_LITERACY' | 'LOW_VISION' | 'MOTOR' | 'PLAIN_LANGUAGE' | 'TRANSLATED';

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

/** Who may read it from now on. */
export type ChangeSharingInput = {
  readonly assignmentId: string | number;
  /** The attempt: a new one, or one that was started before. */
  readonly attemptId?: string | number | null | undefined;
  readonly sharedWith?: ReadonlyArray<string | number> | null | undefined;
  readonly visibility: Visibility;
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

/** How far consent is taken back. */
export type ConsentStep = 'ERASURE_REQUESTED' | 'STOP_COLLECTION' | 'STOP_CONTACT';

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

/** What kind of change the work aims at. */
export type Focus = 'BEHAVIOURAL' | 'COGNITIVE' | 'EXPERIENTIAL' | 'INTERPERSONAL' | 'MIXED' | 'SELF_MONITORING';

/** Who tells. */
export type Informant = 'CAREGIVER' | 'CLIENT' | 'DEVICE' | 'OBSERVER' | 'PARTNER' | 'RECORD' | 'THERAPIST';

/** Whose idea the homework was. */
export type InitiatedBy = 'CLIENT' | 'COLLABORATIVE' | 'THERAPIST';

/** A version of an instrument. */
export type InstrumentVersionInput = {
  readonly instrumentId: string | number;
  readonly version: number;
};

/** One item of a form and its raw value. No value: the item was left out. */
export type ItemValueInput = {
  /** Code of the item within its form. */
  readonly item: string | number;
  readonly value?: number | null | undefined;
};

/** A journal of one’s own. */
export type KeepJournalInput = {
  readonly participantId: string | number;
  /** A short label. Sealed. */
  readonly title: string;
};

/** When a measure was taken, with respect to a session. */
export type MeasureTiming = 'AFTER_SESSION' | 'BEFORE_SESSION' | 'BETWEEN_SESSIONS' | 'UNKNOWN';

/** In which form the work is done. */
export type Medium =
  'DRAWING' | 'FREE' | 'JOURNAL' | 'OUTSIDE_RESOURCE' | 'PRACTICE' | 'PROGRAMME' | 'QUESTIONNAIRE' | 'WORKSHEET';

/** How sharply a moment is known. */
export type OccurredPrecision = 'DAY' | 'INSTANT' | 'MINUTE' | 'UNKNOWN' | 'WEEK';

/** How an obligation ended, as reported. What nobody reported is unknown, not undone. */
export type OccurrenceState = 'ALTERNATIVE' | 'DONE' | 'NOT_DONE' | 'PART';

/** Who opened it. */
export type OpenHomeworkInput = {
  readonly assignmentId: string | number;
  readonly by: Performer;
};

/** From which of the participant’s days on, and until which. */
export type PauseRemindersInput = {
  readonly from: string;
  readonly participantId: string | number;
  readonly to?: string | null | undefined;
};

/** Who carries the homework out. */
export type Performer = 'CAREGIVER' | 'CLIENT' | 'PARTNER';

/** Phase of the treatment. */
export type Phase = 'ASSESSMENT' | 'EARLY' | 'FOLLOW_UP' | 'LATE' | 'MIDDLE';

/** A proposal. */
export type ProposeHomeworkInput = {
  /** Made from the command’s id when left out. */
  readonly assignmentId?: string | number | null | undefined;
  readonly initiatedBy: InitiatedBy;
  readonly participantId: string | number;
  readonly terms: AssignmentTermsInput;
};

/** A dose: a positive amount of one unit. */
export type QuantityInput = {
  readonly amount: number;
  readonly unit: Unit;
};

/** From one time of day to the other, over midnight where it ends earlier. */
export type QuietHoursInput = {
  readonly from: string;
  readonly to: string;
};

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

/** An outcome measure that was taken. */
export type RecordMeasureInput = {
  /** Whether the assessor did not know the arm. */
  readonly assessorBlind?: boolean | null | undefined;
  readonly informant: Informant;
  readonly instrument: InstrumentVersionInput;
  /** Raw item values, in the form’s own direction. */
  readonly items: ReadonlyArray<ItemValueInput>;
  /** Made from the command’s id when left out. */
  readonly measureId?: string | number | null | undefined;
  /** The occasion’s name in the measurement schedule, such as baseline or month-2. */
  readonly occasion: string;
  readonly participantId: string | number;
  /** How far back the questions ask, in days. */
  readonly recallDays?: number | null | undefined;
  /** As written in the source; totals computed from items are not stored. */
  readonly reportedTotal?: number | null | undefined;
  readonly timing: MeasureTiming;
};

/** How participants can be reached. */
export type ReminderChannel = 'EMAIL' | 'PUSH' | 'SMS';

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

/** A question. */
export type RequestClarificationInput = {
  readonly assignmentId: string | number;
  readonly by: Performer;
  readonly question: string;
};

/** From which day on. */
export type ResumeRemindersInput = {
  readonly from: string;
  readonly participantId: string | number;
};

/** Channels, times of day and quiet hours, on the participant’s clock. */
export type SetReminderPreferencesInput = {
  readonly channels: ReadonlyArray<ReminderChannel>;
  readonly participantId: string | number;
  readonly quiet?: QuietHoursInput | null | undefined;
  readonly times: ReadonlyArray<string>;
};

/** Where it was agreed. */
export type Setting = 'MESSAGE' | 'PROGRAMME' | 'SESSION';

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

/** A day of the week. */
export type Weekday = 'FRIDAY' | 'MONDAY' | 'SATURDAY' | 'SUNDAY' | 'THURSDAY' | 'TUESDAY' | 'WEDNESDAY';

/** A step of withdrawal. */
export type WithdrawConsentInput = {
  /** Free text. Sealed under the participant’s key. */
  readonly note?: string | null | undefined;
  readonly participantId: string | number;
  readonly step: ConsentStep;
};

/** The version of a worksheet that was in front of the person. */
export type WorksheetVersionInput = {
  readonly templateId: string | number;
  readonly version: number;
};

export type PhoneSubmitWorksheetMutationVariables = Exact<{
  meta: CommandMetaInput;
  input: SubmitWorksheetInput;
}>;

export type PhoneSubmitWorksheetMutation = {
  readonly submitWorksheet: {
    readonly commandId: string;
    readonly recordId: string;
    readonly recordedAt: string;
    readonly position: string;
  };
};

export type PhoneRecordAttemptMutationVariables = Exact<{
  meta: CommandMetaInput;
  input: RecordAttemptInput;
}>;

export type PhoneRecordAttemptMutation = {
  readonly recordAttempt: {
    readonly commandId: string;
    readonly recordId: string;
    readonly recordedAt: string;
    readonly position: string;
  };
};

export type PhoneReportOccurrenceMutationVariables = Exact<{
  meta: CommandMetaInput;
  input: ReportOccurrenceInput;
}>;

export type PhoneReportOccurrenceMutation = {
  readonly reportOccurrence: {
    readonly commandId: string;
    readonly recordId: string;
    readonly recordedAt: string;
    readonly position: string;
  };
};

export type PhoneDeclineAssignmentMutationVariables = Exact<{
  meta: CommandMetaInput;
  input: DeclineAssignmentInput;
}>;

export type PhoneDeclineAssignmentMutation = {
  readonly declineAssignment: {
    readonly commandId: string;
    readonly recordId: string;
    readonly recordedAt: string;
    readonly position: string;
  };
};

export type PhoneProposeHomeworkMutationVariables = Exact<{
  meta: CommandMetaInput;
  input: ProposeHomeworkInput;
}>;

export type PhoneProposeHomeworkMutation = {
  readonly proposeHomework: {
    readonly commandId: string;
    readonly recordId: string;
    readonly recordedAt: string;
    readonly position: string;
  };
};

export type PhoneRequestClarificationMutationVariables = Exact<{
  meta: CommandMetaInput;
  input: RequestClarificationInput;
}>;

export type PhoneRequestClarificationMutation = {
  readonly requestClarification: {
    readonly commandId: string;
    readonly recordId: string;
    readonly recordedAt: string;
    readonly position: string;
  };
};

export type PhoneChangeSharingMutationVariables = Exact<{
  meta: CommandMetaInput;
  input: ChangeSharingInput;
}>;

export type PhoneChangeSharingMutation = {
  readonly changeSharing: {
    readonly commandId: string;
    readonly recordId: string;
    readonly recordedAt: string;
    readonly position: string;
  };
};

export type PhoneRecordMeasureMutationVariables = Exact<{
  meta: CommandMetaInput;
  input: RecordMeasureInput;
}>;

export type PhoneRecordMeasureMutation = {
  readonly recordMeasure: {
    readonly commandId: string;
    readonly recordId: string;
    readonly recordedAt: string;
    readonly position: string;
  };
};

export type PhoneSetReminderPreferencesMutationVariables = Exact<{
  meta: CommandMetaInput;
  input: SetReminderPreferencesInput;
}>;

export type PhoneSetReminderPreferencesMutation = {
  readonly setReminderPreferences: {
    readonly commandId: string;
    readonly recordId: string;
    readonly recordedAt: string;
    readonly position: string;
  };
};

export type PhonePauseRemindersMutationVariables = Exact<{
  meta: CommandMetaInput;
  input: PauseRemindersInput;
}>;

export type PhonePauseRemindersMutation = {
  readonly pauseReminders: {
    readonly commandId: string;
    readonly recordId: string;
    readonly recordedAt: string;
    readonly position: string;
  };
};

export type PhoneResumeRemindersMutationVariables = Exact<{
  meta: CommandMetaInput;
  input: ResumeRemindersInput;
}>;

export type PhoneResumeRemindersMutation = {
  readonly resumeReminders: {
    readonly commandId: string;
    readonly recordId: string;
    readonly recordedAt: string;
    readonly position: string;
  };
};

export type PhoneWithdrawConsentMutationVariables = Exact<{
  meta: CommandMetaInput;
  input: WithdrawConsentInput;
}>;

export type PhoneWithdrawConsentMutation = {
  readonly withdrawConsent: {
    readonly commandId: string;
    readonly recordId: string;
    readonly recordedAt: string;
    readonly position: string;
  };
};

export type PhoneOpenHomeworkMutationVariables = Exact<{
  meta: CommandMetaInput;
  input: OpenHomeworkInput;
}>;

export type PhoneOpenHomeworkMutation = {
  readonly openHomework: {
    readonly commandId: string;
    readonly recordId: string;
    readonly recordedAt: string;
    readonly position: string;
  };
};

export type PhoneKeepJournalMutationVariables = Exact<{
  meta: CommandMetaInput;
  input: KeepJournalInput;
}>;

export type PhoneKeepJournalMutation = {
  readonly keepJournal: {
    readonly commandId: string;
    readonly recordId: string;
    readonly recordedAt: string;
    readonly position: string;
  };
};

export type PhoneReceiptFragment = {
  readonly commandId: string;
  readonly recordId: string;
  readonly recordedAt: string;
  readonly position: string;
};

export const PhoneSubmitWorksheet: Document<PhoneSubmitWorksheetMutation, PhoneSubmitWorksheetMutationVariables> = {
  id: '0e6a568331a3c0b40d84cde2c6fff155e00c76b0551772d4e42edec2d5e2307d',
  name: 'PhoneSubmitWorksheet',
};

export const PhoneRecordAttempt: Document<PhoneRecordAttemptMutation, PhoneRecordAttemptMutationVariables> = {
  id: '4406b36e41b0f9f96cae7a70fc9a7b0ec41e0a30a5cd988e4501abd5ab64f8c8',
  name: 'PhoneRecordAttempt',
};

export const PhoneReportOccurrence: Document<PhoneReportOccurrenceMutation, PhoneReportOccurrenceMutationVariables> = {
  id: '1f09d6f349af7105e821b6c7a5c8fde6510aae2d2ce4aacd753510bdfaf0e5ad',
  name: 'PhoneReportOccurrence',
};

export const PhoneDeclineAssignment: Document<PhoneDeclineAssignmentMutation, PhoneDeclineAssignmentMutationVariables> =
  { id: '6d8df351fada0de38889f339601be385f5c23ec8488f4af615209b548d4fe3f0', name: 'PhoneDeclineAssignment' };

export const PhoneProposeHomework: Document<PhoneProposeHomeworkMutation, PhoneProposeHomeworkMutationVariables> = {
  id: '42736d36dcf2c76d05be5a459a1a24ce5db0e106b0dec6435e712fb6b4775f4a',
  name: 'PhoneProposeHomework',
};

export const PhoneRequestClarification: Document<
  PhoneRequestClarificationMutation,
  PhoneRequestClarificationMutationVariables
> = { id: '0724cb3739e012557384e82548b806dcb974c7379b03ba538a1e3a0e060d7ffe', name: 'PhoneRequestClarification' };

export const PhoneChangeSharing: Document<PhoneChangeSharingMutation, PhoneChangeSharingMutationVariables> = {
  id: '6f62c709bb23ebc4c6e7877768e9be743e3c3d402178bc047da78a10a3d72cf4',
  name: 'PhoneChangeSharing',
};

export const PhoneRecordMeasure: Document<PhoneRecordMeasureMutation, PhoneRecordMeasureMutationVariables> = {
  id: 'd9336b55937d90cdcce1db87715b01a9a06243a2657558b9558d9ba32022e922',
  name: 'PhoneRecordMeasure',
};

export const PhoneSetReminderPreferences: Document<
  PhoneSetReminderPreferencesMutation,
  PhoneSetReminderPreferencesMutationVariables
> = { id: '281bc93007e0242c5d280deef7c2d6d204b242b8bdad807850521fd8de86694e', name: 'PhoneSetReminderPreferences' };

export const PhonePauseReminders: Document<PhonePauseRemindersMutation, PhonePauseRemindersMutationVariables> = {
  id: 'f50064af08b1460917855f51ea5ff5a1d01e25c5100bc39dcfddae821ecdc7b3',
  name: 'PhonePauseReminders',
};

export const PhoneResumeReminders: Document<PhoneResumeRemindersMutation, PhoneResumeRemindersMutationVariables> = {
  id: 'b46b5f1f6a4ce9df4cdea26a041832b93cefb1ef9b6fb0f08c1611cee15896d9',
  name: 'PhoneResumeReminders',
};

export const PhoneWithdrawConsent: Document<PhoneWithdrawConsentMutation, PhoneWithdrawConsentMutationVariables> = {
  id: 'de82108cad5f5db1114b4123f33ba32fee812439c459770fe6808dd39a232983',
  name: 'PhoneWithdrawConsent',
};

export const PhoneOpenHomework: Document<PhoneOpenHomeworkMutation, PhoneOpenHomeworkMutationVariables> = {
  id: '625a7d5f762f429bb2f6890254a6aa0e7a520fc69f686e005f7e4c1db193321c',
  name: 'PhoneOpenHomework',
};

export const PhoneKeepJournal: Document<PhoneKeepJournalMutation, PhoneKeepJournalMutationVariables> = {
  id: 'ad9e9e643a05e0d34d7e934cbdae3e3a5f2e8ce7d0a42ded299e6a08c0f70906',
  name: 'PhoneKeepJournal',
};
