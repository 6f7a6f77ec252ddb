// Generated from apps/web/participant/server/day.graphql by `npm run generate`; do not edit.

import type { Document } from '../../graphql/document.ts';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Where an assignment stands. */
export type AssignmentStatus = 'ACTIVE' | 'COMPLETED' | 'DECLINED' | 'EXPIRED' | 'PROPOSED' | 'WITHDRAWN';

/** What came of an attempt. */
export type AttemptOutcome = 'ALTERNATIVE' | 'FULL' | 'PART' | 'UNABLE';

/** How far the telling of an attempt has come. */
export type AttemptState = 'ABANDONED' | 'RECORDED' | 'STARTED';

/** Whether and when homework is due. */
export type DueKind = 'BY' | 'NEXT_SESSION' | 'OPEN' | 'RECURRING';

/** Whose idea the homework was. */
export type InitiatedBy = 'CLIENT' | 'COLLABORATIVE' | 'THERAPIST';

/** In which form the work is done. */
export type Medium =
  'DRAWING' | 'FREE' | 'JOURNAL' | 'OUTSIDE_RESOURCE' | 'PRACTICE' | 'PROGRAMME' | 'QUESTIONNAIRE' | 'WORKSHEET';

/** What came of an obligation. Unknown is due and told by nobody; open is not due yet. */
export type OccurrenceStanding = 'ALTERNATIVE' | 'DONE' | 'NOT_DONE' | 'OPEN' | 'PART' | 'UNKNOWN' | 'VOID';

/** Where a participant stands. */
export type ParticipantStatus = 'COMPLETED' | 'ENROLLED' | 'LEFT';

/** Who carries the homework out. */
export type Performer = 'CAREGIVER' | 'CLIENT' | 'PARTNER';

/** How participants can be reached. */
export type ReminderChannel = 'EMAIL' | 'PUSH' | 'SMS';

/** What became of a session. */
export type SessionState = 'CANCELLED' | 'HELD' | 'MISSED' | 'SCHEDULED';

/** Whether the wording of an instrument can be shown. */
export type TextsStanding = 'INSTALLED' | 'NOT_INSTALLED' | 'PARTLY_INSTALLED';

/** What a dose is counted in. Amounts of different units are never added. */
export type Unit =
  'DAYS' | 'ITEMS' | 'MINUTES' | 'MODULES' | 'PAGES' | 'PROGRAMME_DAYS' | 'RECORDS' | 'STEPS' | 'TIMES';

/** Who may read what the participant writes. */
export type Visibility = 'PRIVATE' | 'RESEARCH' | 'THERAPIST';

/** A day of the week. */
export type Weekday = 'FRIDAY' | 'MONDAY' | 'SATURDAY' | 'SUNDAY' | 'THURSDAY' | 'TUESDAY' | 'WEDNESDAY';

export type PhoneDayQueryVariables = Exact<{
  studyId: string | number;
  participantId: string | number;
  language: string;
  from: string;
  to: string;
  afterPosition?: string | null | undefined;
}>;

export type PhoneDayQuery = {
  readonly participant: {
    readonly participantId: string;
    readonly studyId: string;
    readonly timeZone: string;
    readonly status: ParticipantStatus;
    readonly personalDataErased: boolean;
  } | null;
  readonly assignments: {
    readonly nodes: ReadonlyArray<{
      readonly assignmentId: string;
      readonly status: AssignmentStatus;
      readonly initiatedBy: InitiatedBy;
      readonly assignedAt: string | null;
      readonly proposedAt: string | null;
      readonly version: number;
      readonly attemptsRecorded: number;
      readonly lastAttemptAt: string | null;
      readonly openedAt: string | null;
      readonly terms: {
        readonly medium: Medium;
        readonly visibility: Visibility;
        readonly difficulty: number | null;
        readonly performers: ReadonlyArray<Performer>;
        readonly title: { readonly text: string | null };
        readonly instructions: { readonly text: string | null } | null;
        readonly rationale: { readonly text: string | null } | null;
        readonly example: { readonly text: string | null } | null;
        readonly dose: { readonly amount: number; readonly unit: Unit } | null;
        readonly due: {
          readonly kind: DueKind;
          readonly at: string | null;
          readonly date: string | null;
          readonly by: string | null;
          readonly from: string | null;
          readonly to: string | null;
          readonly weekdays: ReadonlyArray<Weekday>;
        };
        readonly template: { readonly templateId: string; readonly version: number } | null;
      };
    }>;
  };
  readonly occurrences: {
    readonly nodes: ReadonlyArray<{
      readonly assignmentId: string;
      readonly occurrence: string;
      readonly dueDate: string | null;
      readonly dueAt: string | null;
      readonly state: OccurrenceStanding;
      readonly attemptCount: number;
    }>;
  };
  readonly attempts: {
    readonly nodes: ReadonlyArray<{
      readonly assignmentId: string;
      readonly attemptId: string;
      readonly occurredAt: string;
      readonly localDate: string;
      readonly occurrence: string | null;
      readonly state: AttemptState;
      readonly outcome: AttemptOutcome | null;
      readonly visibility: Visibility | null;
      readonly feedback: number;
      readonly note: { readonly text: string | null; readonly erased: boolean } | null;
    }>;
  };
  readonly clarifications: {
    readonly nodes: ReadonlyArray<{
      readonly assignmentId: string;
      readonly number: number;
      readonly askedAt: string;
      readonly answeredAt: string | null;
      readonly question: { readonly text: string | null };
      readonly answer: { readonly text: string | null } | null;
    }>;
  };
  readonly assignedWorksheets: ReadonlyArray<{
    readonly templateId: string;
    readonly version: number;
    readonly document: unknown;
  }>;
  readonly measures: {
    readonly nodes: ReadonlyArray<{
      readonly measureId: string;
      readonly instrumentId: string;
      readonly localDate: string;
    }>;
  };
  readonly dueMeasures: ReadonlyArray<{
    readonly instrumentId: string;
    readonly occasion: string;
    readonly dueOn: string;
    readonly closesOn: string;
  }>;
  readonly builtInInstruments: ReadonlyArray<{
    readonly instrumentId: string;
    readonly version: number;
    readonly title: string;
    readonly stem: string | null;
    readonly recallDays: number | null;
    readonly texts: TextsStanding;
    readonly textsNotice: string | null;
    readonly riskItems: ReadonlyArray<string>;
    readonly answers: ReadonlyArray<{ readonly value: number; readonly label: string }>;
    readonly items: ReadonlyArray<{
      readonly code: string;
      readonly text: string | null;
      readonly min: number;
      readonly max: number;
    }>;
  }>;
  readonly sessions: {
    readonly nodes: ReadonlyArray<{
      readonly sessionId: string;
      readonly state: SessionState;
      readonly scheduledAt: string | null;
    }>;
  };
  readonly reminderWishes: {
    readonly channels: ReadonlyArray<ReminderChannel> | null;
    readonly times: ReadonlyArray<string>;
    readonly pausedFrom: string | null;
    readonly pausedTo: string | null;
    readonly quietFrom: string | null;
    readonly quietTo: string | null;
  } | null;
  readonly watch: {
    readonly readingTimes: string | null;
    readonly reminderPolicy: unknown;
    readonly contacts: ReadonlyArray<{ readonly name: string; readonly how: string }>;
  } | null;
};

export type PhoneHomeworkFragment = {
  readonly assignmentId: string;
  readonly status: AssignmentStatus;
  readonly initiatedBy: InitiatedBy;
  readonly assignedAt: string | null;
  readonly proposedAt: string | null;
  readonly version: number;
  readonly attemptsRecorded: number;
  readonly lastAttemptAt: string | null;
  readonly openedAt: string | null;
  readonly terms: {
    readonly medium: Medium;
    readonly visibility: Visibility;
    readonly difficulty: number | null;
    readonly performers: ReadonlyArray<Performer>;
    readonly title: { readonly text: string | null };
    readonly instructions: { readonly text: string | null } | null;
    readonly rationale: { readonly text: string | null } | null;
    readonly example: { readonly text: string | null } | null;
    readonly dose: { readonly amount: number; readonly unit: Unit } | null;
    readonly due: {
      readonly kind: DueKind;
      readonly at: string | null;
      readonly date: string | null;
      readonly by: string | null;
      readonly from: string | null;
      readonly to: string | null;
      readonly weekdays: ReadonlyArray<Weekday>;
    };
    readonly template: { readonly templateId: string; readonly version: number } | null;
  };
};

export type PhoneEntryFragment = {
  readonly assignmentId: string;
  readonly attemptId: string;
  readonly occurredAt: string;
  readonly localDate: string;
  readonly occurrence: string | null;
  readonly state: AttemptState;
  readonly outcome: AttemptOutcome | null;
  readonly visibility: Visibility | null;
  readonly feedback: number;
  readonly note: { readonly text: string | null; readonly erased: boolean } | null;
};

export const PhoneDay: Document<PhoneDayQuery, PhoneDayQueryVariables> = {
  id: 'eb2e3203ed7b21c768f07528d4fd4dce9807e681d965360cbbe9dbbb56f03314',
  name: 'PhoneDay',
};
