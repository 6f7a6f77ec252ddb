// Generated from apps/web/staff/caseload/caseload.graphql by `npm run generate`; do not edit.

import type { Document } from '../../graphql/document.ts';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Whether a feature of the platform is there for somebody. */
export type FeatureAvailability = 'AVAILABLE' | 'WITHHELD';

/** How a session was held. */
export type Modality = 'GROUP' | 'IN_PERSON' | 'PROGRAMME' | 'TELEPHONE' | 'TEXT' | 'VIDEO';

/** Where a participant stands. */
export type ParticipantStatus = 'COMPLETED' | 'ENROLLED' | 'LEFT';

export type CaseloadQueryVariables = Exact<{
  studyId: string | number;
  today: string;
  after?: string | null | undefined;
}>;

export type CaseloadQuery = {
  readonly caseload: ReadonlyArray<{
    readonly participantId: string;
    readonly code: string;
    readonly siteId: string | null;
    readonly status: ParticipantStatus;
    readonly toReview: number;
    readonly trendInstrumentId: string | null;
    readonly outcomeFeedback: FeatureAvailability;
    readonly openAlerts: number;
    readonly sessionsUnlogged: number;
    readonly measuresOwed: number;
    readonly missedInARow: number;
    readonly nextSession: {
      readonly sessionId: string;
      readonly sessionNumber: number;
      readonly at: string;
      readonly modality: Modality | null;
    } | null;
    readonly weeks: ReadonlyArray<{
      readonly from: string;
      readonly due: number;
      readonly done: number;
      readonly unknown: number;
    }>;
    readonly trend: ReadonlyArray<{ readonly date: string; readonly total: number }>;
  }>;
};

export const Caseload: Document<CaseloadQuery, CaseloadQueryVariables> = {
  id: 'c934553e1a8f3808caf98f6de765de813f5a124da6f95ffe2322e2a2c17b6af7',
  name: 'Caseload',
};
