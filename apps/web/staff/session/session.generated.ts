// Generated from apps/web/staff/session/session.graphql by `npm run generate`; do not edit.

import type { Document } from '../../graphql/document.ts';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Why something is on the agenda of a session. */
export type AgendaKind =
  'GOAL_WITHOUT_HOMEWORK' | 'NOT_BEGUN' | 'PROPOSAL' | 'QUESTION' | 'SKIPPED' | 'TO_REVIEW' | 'UNKNOWN';

/** Where an assignment stands. */
export type AssignmentStatus = 'ACTIVE' | 'COMPLETED' | 'DECLINED' | 'EXPIRED' | 'PROPOSED' | 'WITHDRAWN';

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

/** Whether and when homework is due. */
export type DueKind = 'BY' | 'NEXT_SESSION' | 'OPEN' | 'RECURRING';

/** Whether the session reviewed earlier homework. */
export type HomeworkReviewed = 'NOTHING_TO_REVIEW' | 'NOT_REVIEWED' | 'REVIEWED';

/** Whether the session set homework. None was set is a fact, unlike nobody having logged it. */
export type HomeworkSet = 'ASSIGNED' | 'NONE';

/** How a session was held. */
export type Modality = 'GROUP' | 'IN_PERSON' | 'PROGRAMME' | 'TELEPHONE' | 'TEXT' | 'VIDEO';

/** Where a participant stands. */
export type ParticipantStatus = 'COMPLETED' | 'ENROLLED' | 'LEFT';

/** What became of a session. */
export type SessionState = 'CANCELLED' | 'HELD' | 'MISSED' | 'SCHEDULED';

/** Why homework was not reviewed or not set. */
export type WhyNoHomework =
  'CLIENT_DECLINED' | 'CRISIS' | 'FORGOTTEN' | 'NOT_INDICATED' | 'NO_TIME' | 'OTHER' | 'TREATMENT_ENDING';

export type SessionPlanQueryVariables = Exact<{
  studyId: string | number;
  participantId: string | number;
  after?: string | null | undefined;
}>;

export type SessionPlanQuery = {
  readonly participant: {
    readonly participantId: string;
    readonly code: string;
    readonly status: ParticipantStatus;
    readonly timeZone: string;
    readonly therapistId: string | null;
    readonly siteId: string | null;
  } | null;
  readonly sessionAgenda: {
    readonly since: { readonly sessionId: string; readonly sessionNumber: number; readonly at: string } | null;
    readonly items: ReadonlyArray<{
      readonly kind: AgendaKind;
      readonly homework: {
        readonly assignmentId: string;
        readonly status: AssignmentStatus;
        readonly unanswered: number;
        readonly full: number;
        readonly part: number;
        readonly alternative: number;
        readonly unable: number;
        readonly abandoned: number;
        readonly notDone: number;
        readonly unreported: number;
        readonly difficulty: number | null;
        readonly helpfulness: number | null;
        readonly barriers: ReadonlyArray<Barrier>;
        readonly reviewed: boolean;
        readonly title: { readonly text: string | null; readonly sealed: boolean; readonly erased: boolean };
      } | null;
      readonly goal: {
        readonly goalId: string;
        readonly attainment: number | null;
        readonly statement: { readonly text: string | null; readonly sealed: boolean; readonly erased: boolean };
      } | null;
    }>;
  };
  readonly assignments: {
    readonly nodes: ReadonlyArray<{
      readonly assignmentId: string;
      readonly assignedAt: string | null;
      readonly status: AssignmentStatus;
      readonly terms: {
        readonly title: { readonly text: string | null; readonly sealed: boolean; readonly erased: boolean };
        readonly due: { readonly kind: DueKind };
      };
    }>;
  };
  readonly sessions: {
    readonly nodes: ReadonlyArray<{
      readonly sessionId: string;
      readonly sessionNumber: number;
      readonly state: SessionState;
      readonly attended: boolean | null;
      readonly occurredAt: string;
      readonly scheduledAt: string | null;
      readonly modality: Modality | null;
      readonly minutes: number | null;
      readonly deliverers: ReadonlyArray<string>;
      readonly homeworkReviewed: HomeworkReviewed | null;
      readonly homeworkAssigned: HomeworkSet | null;
      readonly homeworkWhyNot: WhyNoHomework | null;
      readonly homeworkWhyNotReviewed: WhyNoHomework | null;
      readonly homeworkNote: {
        readonly text: string | null;
        readonly sealed: boolean;
        readonly erased: boolean;
      } | null;
    }>;
  };
};

export type TextFragment = { readonly text: string | null; readonly sealed: boolean; readonly erased: boolean };

export const SessionPlan: Document<SessionPlanQuery, SessionPlanQueryVariables> = {
  id: 'f68677143a4c0243e051e55cdbf5c6d0430bc9044fb6066f792cfc1e587dee1d',
  name: 'SessionPlan',
};
