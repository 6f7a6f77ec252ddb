// Generated from apps/web/staff/data/data.graphql by `npm run generate`; do not edit.

import type { Document } from '../../graphql/document.ts';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** The release, and why it may go. */
export type ApproveDatasetInput = {
  readonly reason: string;
  readonly releaseId: string | number;
  readonly studyId: string | number;
};

/** The release, and why. */
export type CancelDatasetInput = {
  readonly reason: string;
  readonly releaseId: string | number;
  readonly studyId: string | number;
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

/** A key for scripts. */
export type CreateApiKeyInput = {
  /** Days until it expires: 1 to 366. */
  readonly days: number;
  /** What it is for: 1 to 100 characters. */
  readonly label: string;
  /** Only these permissions, such as `study:read`. */
  readonly permissions?: ReadonlyArray<string> | null | undefined;
  /** It changes nothing. */
  readonly readOnly?: boolean;
  /** Only these studies. */
  readonly studies?: ReadonlyArray<string | number> | null | undefined;
};

/** How sharply a moment is known. */
export type OccurredPrecision = 'DAY' | 'INSTANT' | 'MINUTE' | 'UNKNOWN' | 'WEEK';

/** The release, and why. */
export type RecallDatasetInput = {
  readonly reason: string;
  readonly releaseId: string | number;
  readonly studyId: string | number;
};

/** Who lets a release of data go. */
export type ReleaseApproval = 'REQUESTER' | 'SECOND_PERSON';

/** How far a release is. Waiting: a second person has to approve it. */
export type ReleaseStatus = 'APPROVED' | 'CANCELLED' | 'RECALLED' | 'REFUSED' | 'RELEASED' | 'REQUESTED' | 'WAITING';

/** How open a release is. */
export type ReleaseTier = 'CONTROLLED' | 'PUBLIC';

/** The data set, its version and the log index. */
export type RequestDatasetInput = {
  readonly datasetId: string | number;
  readonly index: number;
  /** Made from the command’s id when left out. */
  readonly releaseId?: string | number | null | undefined;
  readonly studyId: string | number;
  readonly version: number;
};

/** Who lets a release go, and why. */
export type SetReleasePolicyInput = {
  readonly approval: ReleaseApproval;
  readonly reason: string;
  readonly studyId: string | number;
};

/** How an entry reached the log. */
export type Source = 'IMPORT' | 'PAPER' | 'PHONE_OFFLINE' | 'SYSTEM' | 'WEB';

/** The next version of a specification, in the format intersession.dataset/1. */
export type SpecifyDatasetInput = {
  readonly datasetId: string | number;
  readonly specification: unknown;
  readonly studyId: string | number;
  readonly version: number;
};

/** What making an archive again showed. */
export type VerificationOutcome = 'DAMAGED' | 'DIFFERS' | 'ERASURE_EPOCH' | 'IDENTICAL';

export type DataTablesQueryVariables = Exact<{
  language: string;
}>;

export type DataTablesQuery = {
  readonly datasetTables: ReadonlyArray<{
    readonly name: string;
    readonly title: string;
    readonly grain: string;
    readonly onePerPerson: boolean;
    readonly course: boolean;
    readonly tellsArms: boolean;
    readonly columns: ReadonlyArray<{
      readonly name: string;
      readonly label: string;
      readonly type: string;
      readonly roles: ReadonlyArray<string>;
      readonly proposed: unknown;
    }>;
  }>;
};

export type DataDraftQueryVariables = Exact<{
  studyId: string | number;
  tables: ReadonlyArray<string> | string;
  recipient: string;
  after?: string | null | undefined;
}>;

export type DataDraftQuery = { readonly draftDataset: unknown; readonly log: { readonly index: number } };

export type DataRiskQueryVariables = Exact<{
  studyId: string | number;
  specification: unknown;
  after?: string | null | undefined;
}>;

export type DataRiskQuery = {
  readonly previewDataset: {
    readonly logIndex: number;
    readonly people: number;
    readonly wanted: number;
    readonly features: ReadonlyArray<string>;
    readonly suppressedShare: number | null;
    readonly maxSuppressed: number;
    readonly withheldCourses: number | null;
    readonly before: { readonly k: number; readonly uniques: number; readonly belowK: number } | null;
    readonly generalised: { readonly k: number; readonly uniques: number; readonly belowK: number } | null;
    readonly after: { readonly k: number; readonly uniques: number; readonly belowK: number } | null;
    readonly columns: ReadonlyArray<{
      readonly column: string;
      readonly hierarchy: string | null;
      readonly level: number;
      readonly levels: number;
      readonly valuesBefore: number;
      readonly valuesAfter: number;
      readonly suppressed: number | null;
    }>;
    readonly refusal: {
      readonly stage: string;
      readonly reason: string;
      readonly problems: ReadonlyArray<string>;
    } | null;
  };
};

export type StandingFragment = { readonly k: number; readonly uniques: number; readonly belowK: number };

export type DataLedgerQueryVariables = Exact<{
  studyId: string | number;
  after?: string | null | undefined;
}>;

export type DataLedgerQuery = {
  readonly releasePolicy: {
    readonly approval: ReleaseApproval;
    readonly reason: string | null;
    readonly since: string | null;
  } | null;
  readonly datasets: ReadonlyArray<{
    readonly datasetId: string;
    readonly version: number;
    readonly specification: unknown;
    readonly specifiedAt: string;
  }>;
  readonly releases: ReadonlyArray<{
    readonly releaseId: string;
    readonly datasetId: string;
    readonly version: number;
    readonly logIndex: number;
    readonly status: ReleaseStatus;
    readonly tier: ReleaseTier;
    readonly recipient: string;
    readonly purpose: string;
    readonly expires: string | null;
    readonly requestedBy: string;
    readonly approvedBy: string | null;
    readonly reason: string | null;
    readonly problems: ReadonlyArray<string>;
    readonly people: number | null;
    readonly k: number | null;
    readonly requestedAt: string;
    readonly releasedAt: string | null;
    readonly progress: { readonly stage: string; readonly rows: number } | null;
  }>;
};

export type DataVerifyQueryVariables = Exact<{
  studyId: string | number;
  releaseId: string | number;
}>;

export type DataVerifyQuery = {
  readonly verifyRelease: {
    readonly outcome: VerificationOutcome;
    readonly files: ReadonlyArray<string>;
    readonly explanations: ReadonlyArray<string>;
  };
};

export type DataDifferenceQueryVariables = Exact<{
  studyId: string | number;
  before: string | number;
  after: string | number;
}>;

export type DataDifferenceQuery = {
  readonly releaseDifference: {
    readonly total: number;
    readonly onlyBefore: ReadonlyArray<string>;
    readonly onlyAfter: ReadonlyArray<string>;
    readonly cells: ReadonlyArray<{
      readonly table: string;
      readonly person: string | null;
      readonly row: string;
      readonly column: string | null;
      readonly before: string | null;
      readonly after: string | null;
      readonly events: ReadonlyArray<{ readonly logIndex: number; readonly type: string }>;
    }>;
  };
};

export type DataToldFragment = {
  readonly commandId: string;
  readonly eventIds: ReadonlyArray<string>;
  readonly position: string;
  readonly recordId: string;
};

export type SetReleasePolicyMutationVariables = Exact<{
  input: SetReleasePolicyInput;
  meta: CommandMetaInput;
}>;

export type SetReleasePolicyMutation = {
  readonly setReleasePolicy: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type SpecifyDatasetMutationVariables = Exact<{
  input: SpecifyDatasetInput;
  meta: CommandMetaInput;
}>;

export type SpecifyDatasetMutation = {
  readonly specifyDataset: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type RequestDatasetMutationVariables = Exact<{
  input: RequestDatasetInput;
  meta: CommandMetaInput;
}>;

export type RequestDatasetMutation = {
  readonly requestDataset: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type ApproveDatasetMutationVariables = Exact<{
  input: ApproveDatasetInput;
  meta: CommandMetaInput;
}>;

export type ApproveDatasetMutation = {
  readonly approveDataset: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type CancelDatasetMutationVariables = Exact<{
  input: CancelDatasetInput;
  meta: CommandMetaInput;
}>;

export type CancelDatasetMutation = {
  readonly cancelDataset: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type RecallDatasetMutationVariables = Exact<{
  input: RecallDatasetInput;
  meta: CommandMetaInput;
}>;

export type RecallDatasetMutation = {
  readonly recallDataset: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type DataKeysQueryVariables = Exact<{ [key: string]: never }>;

export type DataKeysQuery = {
  readonly me: {
    readonly apiKeys: ReadonlyArray<{
      readonly keyId: string;
      readonly label: string;
      readonly readOnly: boolean;
      readonly studies: ReadonlyArray<string> | null;
      readonly permissions: ReadonlyArray<string> | null;
      readonly createdAt: string;
      readonly expiresAt: string;
      readonly lastUsedAt: string | null;
    }>;
  };
};

export type CreateDataKeyMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;

export type CreateDataKeyMutation = {
  readonly createApiKey: { readonly keyId: string; readonly key: string; readonly expiresAt: string };
};

export type RevokeDataKeyMutationVariables = Exact<{
  keyId: string | number;
}>;

export type RevokeDataKeyMutation = { readonly revokeApiKey: { readonly done: boolean } };

export const DataTables: Document<DataTablesQuery, DataTablesQueryVariables> = {
  id: 'ad1d8804c9da5779053063f1a6144c0bec07c98e9082d14c2ef24b7be63291e1',
  name: 'DataTables',
};

export const DataDraft: Document<DataDraftQuery, DataDraftQueryVariables> = {
  id: 'f5156d71c918bea04beb25ff4bd0260dccc03c2e4f99dfcd949891074836d960',
  name: 'DataDraft',
};

export const DataRisk: Document<DataRiskQuery, DataRiskQueryVariables> = {
  id: '49f77422e779135ed4088b641d21382ec54f629ffc912feccf2b8aab9ba5f459',
  name: 'DataRisk',
};

export const DataLedger: Document<DataLedgerQuery, DataLedgerQueryVariables> = {
  id: 'a1858619ddbcff44bd9dc3c7f9437241d67219e33cfb75d26c0d96ba14225828',
  name: 'DataLedger',
};

export const DataVerify: Document<DataVerifyQuery, DataVerifyQueryVariables> = {
  id: '6da5f04e71e92f1543b8e6ba344ff2bbafd8c5ec945b8da0e420c3ccfa898d92',
  name: 'DataVerify',
};

export const DataDifference: Document<DataDifferenceQuery, DataDifferenceQueryVariables> = {
  id: '038bfecf67c7f2f8e546cca2eaf5bb81f67ce76a267667c4a1a69edca79a3e8b',
  name: 'DataDifference',
};

export const SetReleasePolicy: Document<SetReleasePolicyMutation, SetReleasePolicyMutationVariables> = {
  id: '73c13b8a06c383db17bb4d766513d2fb1bb23de4c6c241a9e4363f45198c8424',
  name: 'SetReleasePolicy',
};

export const SpecifyDataset: Document<SpecifyDatasetMutation, SpecifyDatasetMutationVariables> = {
  id: 'ec7801a825fdd8b2a18c7b85f50694ae37196ea8933a441ada7ea9ad0f00560b',
  name: 'SpecifyDataset',
};

export const RequestDataset: Document<RequestDatasetMutation, RequestDatasetMutationVariables> = {
  id: '22af9f8b5f98a2828f1da65ba169a7ffa5a6e4df1aa7c7dabde69e7745ed8db0',
  name: 'RequestDataset',
};

export const ApproveDataset: Document<ApproveDatasetMutation, ApproveDatasetMutationVariables> = {
  id: 'a11ee20b4115d8d18e54a2a187da2d6acaa80fade60881807a6a99fd622ad432',
  name: 'ApproveDataset',
};

export const CancelDataset: Document<CancelDatasetMutation, CancelDatasetMutationVariables> = {
  id: 'b85848a54e7704b43cb5bbedeca3b4850033e4c9db79fee522ff10e45e6d5c80',
  name: 'CancelDataset',
};

export const RecallDataset: Document<RecallDatasetMutation, RecallDatasetMutationVariables> = {
  id: '886cd1ce700651473262d2a5563b0af4e3582144c5b9088ac3754dffe36f57fa',
  name: 'RecallDataset',
};

export const DataKeys: Document<DataKeysQuery, DataKeysQueryVariables> = {
  id: '229d347bca402d5f81d1b481b2d1701f9aa36ebc4a15c06becb208a7587027bb',
  name: 'DataKeys',
};

export const CreateDataKey: Document<CreateDataKeyMutation, CreateDataKeyMutationVariables> = {
  id: '0adc03477d914e88807c78087e5a57e2723e5998aea792db4505d1f43b00ca54',
  name: 'CreateDataKey',
};

export const RevokeDataKey: Document<RevokeDataKeyMutation, RevokeDataKeyMutationVariables> = {
  id: 'a21660316855750487220125d3ee192a3678dd28793e855e41eca7dc6030f902',
  name: 'RevokeDataKey',
};
