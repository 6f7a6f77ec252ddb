// Generated from apps/web/staff/alerts/alerts.graphql by `npm run generate`; do not edit.

import type { Document } from '../../graphql/document.ts';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** How soon somebody has to look. */
export type AlertGrade = 'HIGH' | 'LOW' | 'MODERATE';

/** How an alert was dealt with. */
export type AlertOutcome = 'COULD_NOT_REACH' | 'FALSE_ALARM' | 'ONGOING_CARE' | 'REFERRED' | 'RESOLVED';

/** How far an alert has come. Acknowledged: a named person looks after it. */
export type AlertStatus = 'ACKNOWLEDGED' | 'CLOSED' | 'OPEN';

/** What an assessment of risk found. */
export type AssessedRisk = 'COULD_NOT_ASSESS' | 'HIGH' | 'IMMINENT' | 'LOW' | 'MODERATE' | 'NONE';

/** What was done about a risk. */
export type RiskAction =
  | 'COULD_NOT_REACH'
  | 'CRISIS_CONTACT_GIVEN'
  | 'EMERGENCY_SERVICE_CALLED'
  | 'FAMILY_INFORMED'
  | 'MEANS_RESTRICTED'
  | 'NO_ACTION_NEEDED'
  | 'REFERRED'
  | 'SAFETY_PLAN_MADE'
  | 'SAFETY_PLAN_REVIEWED'
  | 'SUPERVISOR_INFORMED'
  | 'TALKED_WITH_PARTICIPANT';

export type StaffAlertsQueryVariables = Exact<{
  studyId: string | number;
  status?: ReadonlyArray<AlertStatus> | AlertStatus | null | undefined;
  after?: string | null | undefined;
}>;

export type StaffAlertsQuery = {
  readonly alerts: {
    readonly totalCount: number;
    readonly nodes: ReadonlyArray<{
      readonly alertId: string;
      readonly participantId: string;
      readonly grade: AlertGrade;
      readonly status: AlertStatus;
      readonly ruleId: string | null;
      readonly item: string | null;
      readonly value: number | null;
      readonly measureId: string | null;
      readonly late: boolean;
      readonly level: number;
      readonly recurrences: number;
      readonly raisedAt: string;
      readonly raisedBy: string | null;
      readonly answeredAt: string | null;
      readonly answerAgeHours: number | null;
      readonly waitingSince: string;
      readonly acknowledgedAt: string | null;
      readonly acknowledgedBy: string | null;
      readonly assessmentAsked: boolean;
      readonly assessedAt: string | null;
      readonly risk: AssessedRisk | null;
      readonly actions: ReadonlyArray<RiskAction>;
      readonly outcome: AlertOutcome | null;
      readonly closedAt: string | null;
      readonly concern: { readonly text: string | null; readonly sealed: boolean; readonly erased: boolean } | null;
      readonly closingNote: { readonly text: string | null; readonly sealed: boolean; readonly erased: boolean } | null;
    }>;
  };
  readonly watch: {
    readonly onDuty: ReadonlyArray<string>;
    readonly readingTimes: string | null;
    readonly contacts: ReadonlyArray<{ readonly name: string; readonly how: string }>;
  } | null;
};

export type AlertPeopleQueryVariables = Exact<{
  studyId: string | number;
  participantIds: ReadonlyArray<string | number> | string | number;
}>;

export type AlertPeopleQuery = {
  readonly participants: { readonly nodes: ReadonlyArray<{ readonly participantId: string; readonly code: string }> };
};

export type WorryFragment = { readonly text: string | null; readonly sealed: boolean; readonly erased: boolean };

export const StaffAlerts: Document<StaffAlertsQuery, StaffAlertsQueryVariables> = {
  id: '4d0bf844b8a4a1e7f944a49957d3e1fa7d9572db8df6835dde28253e043fd870',
  name: 'StaffAlerts',
};

export const AlertPeople: Document<AlertPeopleQuery, AlertPeopleQueryVariables> = {
  id: '18044a833bcde21a954a71a195fa224730daa9d0948b49f3a7a9d7d6d1bd0169',
  name: 'AlertPeople',
};
