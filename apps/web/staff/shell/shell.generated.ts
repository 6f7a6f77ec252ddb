// Generated from apps/web/staff/shell/shell.graphql by `npm run generate`; do not edit.

import type { Document } from '../../graphql/document.ts';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type StaffStudiesQueryVariables = Exact<{ [key: string]: never }>;

export type StaffStudiesQuery = {
  readonly studies: {
    readonly nodes: ReadonlyArray<{ readonly studyId: string; readonly title: string; readonly timeZone: string }>;
  };
};

export const StaffStudies: Document<StaffStudiesQuery, StaffStudiesQueryVariables> = {
  id: '75a36833865afe0ff4645723c5a00d7f5648381d182f72414d4675d79dc6b1af',
  name: 'StaffStudies',
};
