// Generated from apps/web/staff/cover/cover.graphql by `npm run generate`; do not edit.

import type { Document } from '../../graphql/document.ts';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What later entries made of it. */
export type EntryStanding = 'AS_RECORDED' | 'CORRECTED' | 'VOIDED';

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

export type CoversQueryVariables = Exact<{
  studyId: string | number;
  after?: string | null | undefined;
}>;

export type CoversQuery = {
  readonly history: {
    readonly nodes: ReadonlyArray<{
      readonly eventId: string;
      readonly recordId: string;
      readonly standing: EntryStanding;
      readonly data: unknown;
    }>;
  } | null;
};

export const CoverChoices: Document<CoverChoicesQuery, CoverChoicesQueryVariables> = {
  id: '414293d2fbc539e8ab9309b8ba3c07005fb16e77c091c02739342ecddd81cbd7',
  name: 'CoverChoices',
};

export const Covers: Document<CoversQuery, CoversQueryVariables> = {
  id: '4d5a94b7f1e0e4c2c764b0e24e72dfecde9a2c5fcc42aa92ab45f1f5fc51ea4e',
  name: 'Covers',
};
