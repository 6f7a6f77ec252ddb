// Generated from apps/web/staff/person/person.graphql by `npm run generate`; do not edit.

import type { Document } from '../../graphql/document.ts';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** How soon somebody has to look. */
export type AlertGrade = 'HIGH' | 'LOW' | 'MODERATE';

/** How far an alert has come. Acknowledged: a named person looks after it. */
export type AlertStatus = 'ACKNOWLEDGED' | 'CLOSED' | 'OPEN';

/** Where an assignment stands. */
export type AssignmentStatus = 'ACTIVE' | 'COMPLETED' | 'DECLINED' | 'EXPIRED' | 'PROPOSED' | 'WITHDRAWN';

/** What consent covers. */
export type ConsentScope = 'AUDIO' | 'DATA_SHARING' | 'DRAWINGS' | 'HOMEWORK_CONTENT' | 'RECONTACT' | 'TREATMENT_DATA';

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

/** Whether and when homework is due. */
export type DueKind = 'BY' | 'NEXT_SESSION' | 'OPEN' | 'RECURRING';

/** What later entries made of it. */
export type EntryStanding = 'AS_RECORDED' | 'CORRECTED' | 'VOIDED';

/** Where a goal stands. */
export type GoalStatus = 'ATTAINED' | 'DROPPED' | 'OPEN';

/** Whose idea the homework was. */
export type InitiatedBy = 'CLIENT' | 'COLLABORATIVE' | 'THERAPIST';

/** How sharply a moment is known. */
export type OccurredPrecision = 'DAY' | 'INSTANT' | 'MINUTE' | 'UNKNOWN' | 'WEEK';

/** How an obligation ended, as reported. What nobody reported is unknown, not undone. */
export type OccurrenceState = 'ALTERNATIVE' | 'DONE' | 'NOT_DONE' | 'PART';

/** Where a participant stands. */
export type ParticipantStatus = 'COMPLETED' | 'ENROLLED' | 'LEFT';

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

/** What a dose is counted in. Amounts of different units are never added. */
export type Unit =
  'DAYS' | 'ITEMS' | 'MINUTES' | 'MODULES' | 'PAGES' | 'PROGRAMME_DAYS' | 'RECORDS' | 'STEPS' | 'TIMES';

/** A day of the week. */
export type Weekday = 'FRIDAY' | 'MONDAY' | 'SATURDAY' | 'SUNDAY' | 'THURSDAY' | 'TUESDAY' | 'WEDNESDAY';

export type PersonQueryVariables = Exact<{
  studyId: string | number;
  participantId: string | number;
  after?: string | null | undefined;
}>;

export type PersonQuery = {
  readonly participant: {
    readonly participantId: string;
    readonly code: string;
    readonly status: ParticipantStatus;
    readonly timeZone: string;
    readonly siteId: string | null;
    readonly enrolledDate: string;
    readonly endedDate: string | null;
    readonly endReason: DiscontinuationReason | null;
    readonly therapistId: string | null;
    readonly consentScopes: ReadonlyArray<ConsentScope>;
    readonly personalDataErased: boolean;
  } | null;
  readonly assignments: {
    readonly nodes: ReadonlyArray<{
      readonly assignmentId: string;
      readonly status: AssignmentStatus;
      readonly version: number;
      readonly adjustments: number;
      readonly assignedAt: string | null;
      readonly attemptsRecorded: number;
      readonly unanswered: number;
      readonly reportedState: OccurrenceState | null;
      readonly lastAttemptAt: string | null;
      readonly initiatedBy: InitiatedBy;
      readonly terms: {
        readonly difficulty: number | null;
        readonly confidence: number | null;
        readonly title: { readonly text: string | null; readonly sealed: boolean; readonly erased: boolean };
        readonly instructions: {
          readonly text: string | null;
          readonly sealed: boolean;
          readonly erased: boolean;
        } | null;
        readonly dose: { readonly amount: number; readonly unit: Unit } | null;
        readonly due: {
          readonly kind: DueKind;
          readonly at: string | null;
          readonly from: string | null;
          readonly to: string | null;
          readonly weekdays: ReadonlyArray<Weekday>;
        };
        readonly template: { readonly templateId: string; readonly version: number } | null;
      };
    }>;
  };
  readonly goals: {
    readonly nodes: ReadonlyArray<{
      readonly goalId: string;
      readonly status: GoalStatus;
      readonly attainment: number | null;
      readonly setAt: string;
      readonly setBy: InitiatedBy;
      readonly statement: { readonly text: string | null; readonly sealed: boolean; readonly erased: boolean };
    }>;
  };
  readonly alerts: {
    readonly nodes: ReadonlyArray<{
      readonly alertId: string;
      readonly status: AlertStatus;
      readonly grade: AlertGrade;
      readonly raisedAt: string;
    }>;
  };
};

export type PersonHistoryQueryVariables = Exact<{
  participantId: string | number;
  first: number;
  before?: string | null | undefined;
  after?: string | null | undefined;
}>;

export type PersonHistoryQuery = {
  readonly history: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasPreviousPage: boolean; readonly startCursor: string | null };
    readonly nodes: ReadonlyArray<{
      readonly eventId: string;
      readonly type: string;
      readonly category: RecordKind;
      readonly recordId: string;
      readonly occurredAt: string;
      readonly recordedAt: string;
      readonly standing: EntryStanding;
      readonly reason: string | null;
      readonly data: unknown;
      readonly context: {
        readonly occurredPrecision: OccurredPrecision;
        readonly source: Source;
        readonly claimedAt: string | null;
        readonly timeZone: string;
        readonly actor: { readonly id: string; readonly role: string };
      };
    }>;
  } | null;
};

export type SaidFragment = { readonly text: string | null; readonly sealed: boolean; readonly erased: boolean };

export const Person: Document<PersonQuery, PersonQueryVariables> = {
  id: '60a86c79fa8162d1bd636d9fb932349e190386d226493278150401d154e62cb0',
  name: 'Person',
};

export const PersonHistory: Document<PersonHistoryQuery, PersonHistoryQueryVariables> = {
  id: '615160ab01f040d6ea4262200b8b6c9223863aed5f394b2bf0acba22eb0d2b3c',
  name: 'PersonHistory',
};
