// Generated from apps/web/participant/server/places.graphql by `npm run generate`; do not edit.

import type { Document } from '../../graphql/document.ts';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What kind of person an account stands for. */
export type AccountKind = 'CAREGIVER' | 'OPERATOR' | 'PARTICIPANT' | 'STAFF';

export type PhonePlacesQueryVariables = Exact<{ [key: string]: never }>;

export type PhonePlacesQuery = {
  readonly me: { readonly kind: AccountKind; readonly subjectId: string };
  readonly studies: {
    readonly nodes: ReadonlyArray<{ readonly studyId: string; readonly title: string; readonly timeZone: string }>;
  };
};

export const PhonePlaces: Document<PhonePlacesQuery, PhonePlacesQueryVariables> = {
  id: '1e2d3ec0de1e8c534f70cc6711508ede712abe0d1b9744a7b8db93e6f8b98eae',
  name: 'PhonePlaces',
};
