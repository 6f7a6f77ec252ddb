// Generated from apps/web/participant/server/shared.graphql by `npm run generate`; do not edit.

import type { Document } from '../../graphql/document.ts';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Where an assignment stands. */
export type AssignmentStatus = 'ACTIVE' | 'COMPLETED' | 'DECLINED' | 'EXPIRED' | 'PROPOSED' | 'WITHDRAWN';

/** What came of an attempt. */
export type AttemptOutcome = 'ALTERNATIVE' | 'FULL' | 'PART' | 'UNABLE';

/** In which form the work is done. */
export type Medium =
  'DRAWING' | 'FREE' | 'JOURNAL' | 'OUTSIDE_RESOURCE' | 'PRACTICE' | 'PROGRAMME' | 'QUESTIONNAIRE' | 'WORKSHEET';

export type PhoneSharedQueryVariables = Exact<{
  studyId: string | number;
}>;

export type PhoneSharedQuery = {
  readonly assignments: {
    readonly nodes: ReadonlyArray<{
      readonly assignmentId: string;
      readonly participantId: string;
      readonly status: AssignmentStatus;
      readonly terms: {
        readonly medium: Medium;
        readonly title: { readonly text: string | null };
        readonly instructions: { readonly text: string | null } | null;
        readonly template: { readonly templateId: string; readonly version: number } | null;
      };
      readonly attempts: {
        readonly nodes: ReadonlyArray<{
          readonly attemptId: string;
          readonly occurredAt: string;
          readonly outcome: AttemptOutcome | null;
          readonly note: { readonly text: string | null } | null;
        }>;
      };
    }>;
  };
  readonly worksheetAnswers: {
    readonly nodes: ReadonlyArray<{
      readonly assignmentId: string;
      readonly attemptId: string;
      readonly participantId: string;
      readonly templateId: string;
      readonly templateVersion: number;
      readonly answers: { readonly text: string | null };
    }>;
  };
  readonly watch: {
    readonly readingTimes: string | null;
    readonly contacts: ReadonlyArray<{ readonly name: string; readonly how: string }>;
  } | null;
};

export type PhoneSharedWorksheetsQueryVariables = Exact<{
  studyId: string | number;
  participantId: string | number;
}>;

export type PhoneSharedWorksheetsQuery = {
  readonly assignedWorksheets: ReadonlyArray<{
    readonly templateId: string;
    readonly version: number;
    readonly document: unknown;
  }>;
};

export const PhoneShared: Document<PhoneSharedQuery, PhoneSharedQueryVariables> = {
  id: 'ebf5d3c2b21cbe192060bb0b261f7ed81f4cbb9a8d19ffad63716e0bddfd07bd',
  name: 'PhoneShared',
};

export const PhoneSharedWorksheets: Document<PhoneSharedWorksheetsQuery, PhoneSharedWorksheetsQueryVariables> = {
  id: '5340c9b259a97aca42ee13e48a3ae2885bcee50b9887cf870c9af5c1fd140c15',
  name: 'PhoneSharedWorksheets',
};
