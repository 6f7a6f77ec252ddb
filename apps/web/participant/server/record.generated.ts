// Generated from apps/web/participant/server/record.graphql by `npm run generate`; do not edit.

import type { Document } from '../../graphql/document.ts';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What was done. */
export type AccessAct =
  | 'ACCOUNT'
  | 'API_KEY'
  | 'CODE'
  | 'EXPORT'
  | 'PASSWORD'
  | 'PERMISSION'
  | 'READ'
  | 'SECOND_FACTOR'
  | 'SIGN_IN'
  | 'SIGN_OUT'
  | 'UNBLINDING';

export type PhoneReadsQueryVariables = Exact<{
  before?: number | null | undefined;
  entryId?: string | number | null | undefined;
}>;

export type PhoneReadsQuery = {
  readonly readsOfMine: ReadonlyArray<{
    readonly entry: number;
    readonly at: string;
    readonly act: AccessAct;
    readonly role: string | null;
    readonly subjectId: string | null;
    readonly purpose: string | null;
    readonly opened: ReadonlyArray<{ readonly kind: string }>;
  }>;
};

export type PhoneAnswersQueryVariables = Exact<{
  studyId: string | number;
  participantId: string | number;
  attemptIds: ReadonlyArray<string | number> | string | number;
}>;

export type PhoneAnswersQuery = {
  readonly worksheetAnswers: {
    readonly nodes: ReadonlyArray<{
      readonly attemptId: string;
      readonly templateId: string;
      readonly templateVersion: number;
      readonly answers: { readonly text: string | null; readonly erased: boolean };
    }>;
  };
};

export const PhoneReads: Document<PhoneReadsQuery, PhoneReadsQueryVariables> = {
  id: '2140be3e0c0b952809b64589c573f3169d77231fa15ae79c6a2bb196c36a97ab',
  name: 'PhoneReads',
};

export const PhoneAnswers: Document<PhoneAnswersQuery, PhoneAnswersQueryVariables> = {
  id: 'b0f4b8fdf1e974c3c7909e399fbf7d04709c13c981381c0534861a146c125a07',
  name: 'PhoneAnswers',
};
