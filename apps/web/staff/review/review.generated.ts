// Generated from apps/web/staff/review/review.graphql by `npm run generate`; do not edit.

import type { Document } from '../../graphql/document.ts';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Where an assignment stands. */
export type AssignmentStatus = 'ACTIVE' | 'COMPLETED' | 'DECLINED' | 'EXPIRED' | 'PROPOSED' | 'WITHDRAWN';

/** What an attachment is, by its content. */
export type AttachmentKind = 'AUDIO' | 'PHOTO' | 'VIDEO';

/** What came of an attempt. */
export type AttemptOutcome = 'ALTERNATIVE' | 'FULL' | 'PART' | 'UNABLE';

/** How far the telling of an attempt has come. */
export type AttemptState = 'ABANDONED' | 'RECORDED' | 'STARTED';

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

/** Who tells. */
export type Informant = 'CAREGIVER' | 'CLIENT' | 'DEVICE' | 'OBSERVER' | 'PARTNER' | 'RECORD' | 'THERAPIST';

/** How an obligation ended, as reported. What nobody reported is unknown, not undone. */
export type OccurrenceState = 'ALTERNATIVE' | 'DONE' | 'NOT_DONE' | 'PART';

/** Who carries the homework out. */
export type Performer = 'CAREGIVER' | 'CLIENT' | 'PARTNER';

/** How an entry reached the log. */
export type Source = 'IMPORT' | 'PAPER' | 'PHONE_OFFLINE' | 'SYSTEM' | 'WEB';

/** What a dose is counted in. Amounts of different units are never added. */
export type Unit =
  'DAYS' | 'ITEMS' | 'MINUTES' | 'MODULES' | 'PAGES' | 'PROGRAMME_DAYS' | 'RECORDS' | 'STEPS' | 'TIMES';

/** Who may read what the participant writes. */
export type Visibility = 'PRIVATE' | 'RESEARCH' | 'THERAPIST';

export type ReviewQueueQueryVariables = Exact<{
  studyId: string | number;
  today: string;
  after?: string | null | undefined;
}>;

export type ReviewQueueQuery = {
  readonly reviewQueue: ReadonlyArray<{
    readonly assignmentId: string;
    readonly participantId: string;
    readonly code: string;
    readonly toldAt: string;
    readonly nextSessionAt: string | null;
  }>;
};

export type QueuedHomeworkQueryVariables = Exact<{
  studyId: string | number;
  assignmentIds: ReadonlyArray<string | number> | string | number;
  after?: string | null | undefined;
}>;

export type QueuedHomeworkQuery = {
  readonly assignments: {
    readonly nodes: ReadonlyArray<{
      readonly assignmentId: string;
      readonly status: AssignmentStatus;
      readonly reportedState: OccurrenceState | null;
      readonly terms: {
        readonly title: { readonly text: string | null; readonly sealed: boolean; readonly erased: boolean };
        readonly template: { readonly templateId: string; readonly version: number } | null;
      };
    }>;
  };
};

export type SubmissionQueryVariables = Exact<{
  studyId: string | number;
  assignmentId: string | number;
  after?: string | null | undefined;
}>;

export type SubmissionQuery = {
  readonly assignment: {
    readonly assignmentId: string;
    readonly participantId: string;
    readonly version: number;
    readonly status: AssignmentStatus;
    readonly reported: boolean;
    readonly reportedState: OccurrenceState | null;
    readonly reportedQuantity: { readonly amount: number; readonly unit: Unit } | null;
    readonly terms: {
      readonly difficulty: number | null;
      readonly title: { readonly text: string | null; readonly sealed: boolean; readonly erased: boolean };
      readonly goal: { readonly text: string | null; readonly sealed: boolean; readonly erased: boolean } | null;
      readonly dose: { readonly amount: number; readonly unit: Unit } | null;
      readonly template: { readonly templateId: string; readonly version: number } | null;
    };
    readonly attempts: {
      readonly totalCount: number;
      readonly nodes: ReadonlyArray<{
        readonly attemptId: string;
        readonly state: AttemptState;
        readonly outcome: AttemptOutcome | null;
        readonly performer: Performer | null;
        readonly informant: Informant | null;
        readonly minutes: number | null;
        readonly difficulty: number | null;
        readonly helpfulness: number | null;
        readonly mastery: number | null;
        readonly pleasure: number | null;
        readonly distressBefore: number | null;
        readonly distressAfter: number | null;
        readonly barriers: ReadonlyArray<Barrier>;
        readonly occurredAt: string;
        readonly recordedAt: string;
        readonly localDate: string;
        readonly source: Source;
        readonly visibility: Visibility | null;
        readonly note: { readonly text: string | null; readonly sealed: boolean; readonly erased: boolean } | null;
        readonly done: { readonly amount: number; readonly unit: Unit } | null;
      }>;
    };
    readonly reviews: {
      readonly nodes: ReadonlyArray<{
        readonly reviewId: string;
        readonly occurredAt: string;
        readonly helpfulness: number | null;
      }>;
    };
  } | null;
  readonly worksheetAnswers: {
    readonly nodes: ReadonlyArray<{
      readonly attemptId: string;
      readonly templateId: string;
      readonly templateVersion: number;
      readonly answered: number;
      readonly occurredAt: string;
      readonly answers: { readonly text: string | null; readonly sealed: boolean; readonly erased: boolean };
    }>;
  };
  readonly attachments: {
    readonly nodes: ReadonlyArray<{
      readonly attachmentId: string;
      readonly attemptId: string | null;
      readonly kind: AttachmentKind;
      readonly description: { readonly text: string | null; readonly sealed: boolean; readonly erased: boolean } | null;
    }>;
  };
  readonly clarifications: {
    readonly nodes: ReadonlyArray<{
      readonly number: number;
      readonly answered: boolean;
      readonly askedAt: string;
      readonly question: { readonly text: string | null; readonly sealed: boolean; readonly erased: boolean };
      readonly answer: { readonly text: string | null; readonly sealed: boolean; readonly erased: boolean } | null;
    }>;
  };
};

export type WorksheetsOfQueryVariables = Exact<{
  studyId: string | number;
  participantId: string | number;
}>;

export type WorksheetsOfQuery = {
  readonly assignedWorksheets: ReadonlyArray<{
    readonly templateId: string;
    readonly version: number;
    readonly document: unknown;
  }>;
};

export type WordsFragment = { readonly text: string | null; readonly sealed: boolean; readonly erased: boolean };

export const ReviewQueue: Document<ReviewQueueQuery, ReviewQueueQueryVariables> = {
  id: '4a4eba1b481083f717ec8c4802a14ff239df9a938f711f81bf4727d9e6c89bfc',
  name: 'ReviewQueue',
};

export const QueuedHomework: Document<QueuedHomeworkQuery, QueuedHomeworkQueryVariables> = {
  id: '557dece6af3d253ebedd739c71e136d084999a4f9718844bfa36b731d8563eea',
  name: 'QueuedHomework',
};

export const Submission: Document<SubmissionQuery, SubmissionQueryVariables> = {
  id: 'f80aeb9af1a2d5367103ce22efe424c07dad5517730fbfcca5dfbfeb7d1c5b96',
  name: 'Submission',
};

export const WorksheetsOf: Document<WorksheetsOfQuery, WorksheetsOfQueryVariables> = {
  id: '878d95c5173321f5e2666595273d532e02405c1954c074890f5fc48af5667cfb',
  name: 'WorksheetsOf',
};
