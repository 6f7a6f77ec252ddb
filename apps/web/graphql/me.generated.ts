// Generated from apps/web/graphql/me.graphql by `npm run generate`; do not edit.

import type { Document } from './document.ts';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What kind of person an account stands for. */
export type AccountKind = 'CAREGIVER' | 'OPERATOR' | 'PARTICIPANT' | 'STAFF';

export type MeQueryVariables = Exact<{ [key: string]: never }>;

export type MeQuery = {
  readonly me: {
    readonly kind: AccountKind;
    readonly subjectId: string;
    readonly roles: ReadonlyArray<string>;
    readonly permissions: ReadonlyArray<string>;
  };
};

export const Me: Document<MeQuery, MeQueryVariables> = {
  id: '107a995e90e91682008b2084f2dd54cce1e561b1961cc098326ca0ee7153f727',
  name: 'Me',
};
