// Generated from apps/web/staff/cover/cover.graphql by `npm run generate`; do not edit.

import type { Document } from '../../graphql/document.ts';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type CoverChoicesQueryVariables = Exact<{
  studyId: string | number;
}>;

export type CoverChoicesQuery = {
  readonly therapists: {
    readonly nodes: ReadonlyArray<{
      readonly therapistId: string;
      readonly siteId: string | null;
      readonly profession: string;
    }>;
  };
};

export const CoverChoices: Document<CoverChoicesQuery, CoverChoicesQueryVariables> = {
  id: '414293d2fbc539e8ab9309b8ba3c07005fb16e77c091c02739342ecddd81cbd7',
  name: 'CoverChoices',
};
