// Generated from apps/web/staff/operator/operator.graphql by `npm run generate`; do not edit.

import type { Document } from '../../graphql/document.ts';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** A person, a role and from when. */
export type AppointStaffInput = {
  readonly from: string;
  readonly role: StaffRole;
  readonly siteId?: string | number | null | undefined;
  readonly staffId: string | number;
  readonly studyId: string | number;
  readonly to?: string | null | undefined;
};

/** What every command says besides its content. */
export type CommandMetaInput = {
  /** Made by the client, UUIDv7 by preference. Sending the same command again under it is always safe. */
  readonly commandId: string;
  /** When it happened; may lie in the past. Now, when left out. */
  readonly occurredAt?: string | null | undefined;
  /** How sharply `occurredAt` is known. */
  readonly occurredPrecision?: OccurredPrecision | null | undefined;
  /** The device’s own clock when it sent this: tells how far that clock is off. */
  readonly sentAt?: string | null | undefined;
  /** How it reached the log; WEB when left out. */
  readonly source?: Source | null | undefined;
};

/** How sharply a moment is known. */
export type OccurredPrecision = 'DAY' | 'INSTANT' | 'MINUTE' | 'UNKNOWN' | 'WEEK';

/** A study and the calendar its days are counted on. */
export type RegisterStudyInput = {
  readonly studyId: string | number;
  /** IANA time zone, such as Europe/Stockholm. */
  readonly timeZone: string;
  /** A short label. */
  readonly title: string;
};

/** How an entry reached the log. */
export type Source = 'IMPORT' | 'PAPER' | 'PHONE_OFFLINE' | 'SYSTEM' | 'WEB';

/** A role in a study. */
export type StaffRole =
  | 'ANALYST'
  | 'CLINICIAN'
  | 'COORDINATOR'
  | 'DMC_STATISTICIAN'
  | 'FIDELITY_RATER'
  | 'MONITOR'
  | 'OUTCOME_ASSESSOR'
  | 'PRIVACY_OFFICER'
  | 'RESEARCHER'
  | 'SITE_INVESTIGATOR'
  | 'SUPERVISOR';

export type OperatorServerQueryVariables = Exact<{ [key: string]: never }>;

export type OperatorServerQuery = {
  readonly serverReport: {
    readonly status: string;
    readonly version: string;
    readonly nodeVersion: string;
    readonly databaseVersion: string;
    readonly engine: string;
    readonly demonstration: boolean;
    readonly upSeconds: number;
    readonly logIndex: number | null;
    readonly numbering: string;
    readonly runner: string;
    readonly processes: string | null;
    readonly failingProcesses: ReadonlyArray<string>;
    readonly runningJobs: number;
    readonly runningExports: number;
    readonly databaseBytes: number;
    readonly memoryBytes: number;
    readonly projections: ReadonlyArray<{
      readonly name: string;
      readonly state: string;
      readonly lag: number;
      readonly lagMilliseconds: number;
    }>;
    readonly storage: ReadonlyArray<{ readonly part: string; readonly tables: number; readonly bytes: number }>;
  };
};

export type OperatorToldFragment = {
  readonly commandId: string;
  readonly eventIds: ReadonlyArray<string>;
  readonly position: string;
  readonly recordId: string;
};

export type RegisterStudyMutationVariables = Exact<{
  input: RegisterStudyInput;
  meta: CommandMetaInput;
}>;

export type RegisterStudyMutation = {
  readonly registerStudy: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type AppointFirstMutationVariables = Exact<{
  input: AppointStaffInput;
  meta: CommandMetaInput;
}>;

export type AppointFirstMutation = {
  readonly appointStaff: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export const OperatorServer: Document<OperatorServerQuery, OperatorServerQueryVariables> = {
  id: '6910eabbeb8df9c0a05a6573e726e4014f2a39c51b24ac1b993985dfd7e2c63e',
  name: 'OperatorServer',
};

export const RegisterStudy: Document<RegisterStudyMutation, RegisterStudyMutationVariables> = {
  id: 'cfcb80f4aab712b3047d3232ddee89d22f92286e90bb35801d8e658860442b1e',
  name: 'RegisterStudy',
};

export const AppointFirst: Document<AppointFirstMutation, AppointFirstMutationVariables> = {
  id: '7fe14f5a3719be1113585f642fbb39a660437a2ec0e4d7bbed755252476c9e5c',
  name: 'AppointFirst',
};
