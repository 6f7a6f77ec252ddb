// Generated from apps/web/staff/setup/setup.graphql by `npm run generate`; do not edit.

import type { Document } from '../../graphql/document.ts';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** An arm, and how many of each so many are to be in it. */
export type AllocationArmInput = {
  readonly arm: string;
  readonly ratio: number;
};

/** A characteristic that arms are balanced within. */
export type AllocationFactorInput = {
  readonly factor: string;
  readonly levels: ReadonlyArray<string>;
};

/** How arms come about. */
export type AllocationMethod = 'LIST' | 'MINIMISATION' | 'PERMUTED_BLOCKS';

/** A place on an uploaded list. */
export type AllocationPlaceInput = {
  readonly arm: string;
  readonly number: number;
  readonly participantId?: string | null | undefined;
  readonly stratum?: string | null | undefined;
};

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

/** Where a measurement that a participant is owed stands. */
export type DueMeasureStatus = 'DUE' | 'MISSED' | 'OVERDUE' | 'RECORDED' | 'RELEASED' | 'UPCOMING';

/** A participant, by code. */
export type EnrolParticipantInput = {
  /** The participant’s code within the study. It says nothing about the person. */
  readonly code: string | number;
  readonly siteId?: string | number | null | undefined;
  readonly studyId: string | number;
  /** IANA time zone, such as Europe/Stockholm. */
  readonly timeZone?: string | null | undefined;
};

/** What later entries made of it. */
export type EntryStanding = 'AS_RECORDED' | 'CORRECTED' | 'VOIDED';

/** A study in draft or in its dry run. */
export type GoLiveInput = {
  readonly studyId: string | number;
};

/** How sharply a moment is known. */
export type OccurredPrecision = 'DAY' | 'INSTANT' | 'MINUTE' | 'UNKNOWN' | 'WEEK';

/** A site that may enrol participants. */
export type OpenSiteInput = {
  readonly name: string;
  readonly siteId: string | number;
  readonly studyId: string | number;
  /** IANA time zone, such as Europe/Stockholm. */
  readonly timeZone: string;
};

/** The next version of a duty rota, in the format intersession.duty/1. */
export type PublishDutyRotaInput = {
  readonly reason: string;
  readonly rota: unknown;
  readonly studyId: string | number;
  readonly version: number;
};

/** The next version of the protocol. Its document follows docs/schemas/protocol.schema.json. */
export type PublishProtocolInput = {
  readonly changes: string;
  readonly protocol?: unknown;
  readonly reason: string;
  readonly studyId: string | number;
  readonly version: number;
};

/** The next version of a reminder policy, in the format intersession.reminders/1. */
export type PublishReminderPolicyInput = {
  readonly policy: unknown;
  readonly reason: string;
  readonly studyId: string | number;
  readonly version: number;
};

/** The next version of a safety rule, in the format intersession.safety/1. */
export type PublishSafetyRuleInput = {
  readonly rule: unknown;
  readonly ruleId: string | number;
  readonly studyId: string | number;
  readonly version: number;
};

/** A method with its arms and factors. Seed and nonce are drawn by the server. */
export type SealAllocationSequenceInput = {
  readonly arms: ReadonlyArray<AllocationArmInput>;
  readonly blockSizes?: ReadonlyArray<number> | null | undefined;
  readonly factors: ReadonlyArray<AllocationFactorInput>;
  readonly list?: ReadonlyArray<AllocationPlaceInput> | null | undefined;
  readonly method: AllocationMethod;
  readonly planned: number;
  readonly probability?: number | null | undefined;
  readonly studyId: string | number;
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

/** How many days pass in a minute. */
export type StartDryRunInput = {
  readonly daysPerMinute: number;
  readonly studyId: string | number;
};

/** Where a study stands. Undeclared: it has no protocol document, and is live from the start. */
export type StudyLife = 'CLOSED' | 'DRAFT' | 'DRY_RUN' | 'LIVE' | 'UNDECLARED';

/** What a version of a template is good for. Work done with a superseded one stays bound to it, and is still taken. */
export type TemplateStatus = 'DRAFT' | 'IN_USE' | 'RETIRED' | 'SUPERSEDED';

export type SetUpStateQueryVariables = Exact<{
  studyId: string | number;
  after?: string | null | undefined;
}>;

export type SetUpStateQuery = {
  readonly study: {
    readonly studyId: string;
    readonly title: string;
    readonly timeZone: string;
    readonly life: StudyLife;
    readonly protocolVersion: number;
    readonly sites: {
      readonly nodes: ReadonlyArray<{ readonly siteId: string; readonly name: string; readonly timeZone: string }>;
    };
  } | null;
  readonly protocolAmendments: {
    readonly nodes: ReadonlyArray<{
      readonly version: number;
      readonly changes: string;
      readonly reason: string;
      readonly protocol: unknown;
      readonly publishedAt: string;
    }>;
  };
  readonly allocation: {
    readonly allocated: number;
    readonly scheme: {
      readonly method: AllocationMethod;
      readonly commitment: string;
      readonly planned: number;
      readonly sealedAt: string;
      readonly arms: ReadonlyArray<{ readonly arm: string; readonly ratio: number }>;
      readonly factors: ReadonlyArray<{ readonly factor: string; readonly levels: ReadonlyArray<string> }>;
    } | null;
  };
  readonly watch: {
    readonly readingTimes: string | null;
    readonly rotaVersion: number | null;
    readonly policyVersion: number | null;
    readonly rules: ReadonlyArray<{ readonly ruleId: string; readonly version: number; readonly on: boolean }>;
  } | null;
  readonly templates: {
    readonly nodes: ReadonlyArray<{
      readonly templateId: string;
      readonly title: string;
      readonly version: number;
      readonly status: TemplateStatus;
    }>;
  };
  readonly builtInInstruments: ReadonlyArray<{
    readonly instrumentId: string;
    readonly version: number;
    readonly title: string;
  }>;
};

export type SetUpPostsQueryVariables = Exact<{
  studyId: string | number;
  after?: string | null | undefined;
}>;

export type SetUpPostsQuery = {
  readonly history: {
    readonly nodes: ReadonlyArray<{ readonly type: string; readonly standing: EntryStanding; readonly data: unknown }>;
  } | null;
};

export type SetUpRehearsalQueryVariables = Exact<{
  studyId: string | number;
  after?: string | null | undefined;
}>;

export type SetUpRehearsalQuery = {
  readonly dueMeasures: ReadonlyArray<{
    readonly participantId: string;
    readonly instrumentId: string;
    readonly occasion: string;
    readonly dueOn: string;
    readonly status: DueMeasureStatus;
  }>;
  readonly participants: { readonly totalCount: number };
};

export type SetUpPreviewQueryVariables = Exact<{
  studyId: string | number;
  protocol: unknown;
  after?: string | null | undefined;
}>;

export type SetUpPreviewQuery = {
  readonly previewAmendment: {
    readonly acceptable: boolean;
    readonly orphanedArms: ReadonlyArray<string>;
    readonly problems: ReadonlyArray<{ readonly field: string; readonly problem: string }>;
    readonly orphanedMeasurements: ReadonlyArray<{ readonly occasion: string; readonly instrumentId: string }>;
    readonly changed: ReadonlyArray<{ readonly occasion: string; readonly instrumentId: string }>;
    readonly touches: ReadonlyArray<{
      readonly participantId: string;
      readonly measurements: ReadonlyArray<{ readonly occasion: string; readonly instrumentId: string }>;
    }>;
  };
};

export type SetUpToldFragment = {
  readonly commandId: string;
  readonly eventIds: ReadonlyArray<string>;
  readonly position: string;
  readonly recordId: string;
};

export type OpenSiteMutationVariables = Exact<{
  input: OpenSiteInput;
  meta: CommandMetaInput;
}>;

export type OpenSiteMutation = {
  readonly openSite: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type PublishProtocolMutationVariables = Exact<{
  input: PublishProtocolInput;
  meta: CommandMetaInput;
}>;

export type PublishProtocolMutation = {
  readonly publishProtocol: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type SealAllocationSequenceMutationVariables = Exact<{
  input: SealAllocationSequenceInput;
  meta: CommandMetaInput;
}>;

export type SealAllocationSequenceMutation = {
  readonly sealAllocationSequence: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type AppointStaffMutationVariables = Exact<{
  input: AppointStaffInput;
  meta: CommandMetaInput;
}>;

export type AppointStaffMutation = {
  readonly appointStaff: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type StartDryRunMutationVariables = Exact<{
  input: StartDryRunInput;
  meta: CommandMetaInput;
}>;

export type StartDryRunMutation = {
  readonly startDryRun: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type EnrolMadeUpMutationVariables = Exact<{
  input: EnrolParticipantInput;
  meta: CommandMetaInput;
}>;

export type EnrolMadeUpMutation = {
  readonly enrolParticipant: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type GoLiveMutationVariables = Exact<{
  input: GoLiveInput;
  meta: CommandMetaInput;
}>;

export type GoLiveMutation = {
  readonly goLive: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type PublishSafetyRuleMutationVariables = Exact<{
  input: PublishSafetyRuleInput;
  meta: CommandMetaInput;
}>;

export type PublishSafetyRuleMutation = {
  readonly publishSafetyRule: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type PublishDutyRotaMutationVariables = Exact<{
  input: PublishDutyRotaInput;
  meta: CommandMetaInput;
}>;

export type PublishDutyRotaMutation = {
  readonly publishDutyRota: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export type PublishReminderPolicyMutationVariables = Exact<{
  input: PublishReminderPolicyInput;
  meta: CommandMetaInput;
}>;

export type PublishReminderPolicyMutation = {
  readonly publishReminderPolicy: {
    readonly commandId: string;
    readonly eventIds: ReadonlyArray<string>;
    readonly position: string;
    readonly recordId: string;
  };
};

export const SetUpState: Document<SetUpStateQuery, SetUpStateQueryVariables> = {
  id: '1e3ee7b304e7e9111e6fb22cd8ee37d74bdf30fbbed74edb2333611d33bd7733',
  name: 'SetUpState',
};

export const SetUpPosts: Document<SetUpPostsQuery, SetUpPostsQueryVariables> = {
  id: '5004b1768095a917fff9c08ceeeffd13eb12925c57a542ca37c14c63651999cc',
  name: 'SetUpPosts',
};

export const SetUpRehearsal: Document<SetUpRehearsalQuery, SetUpRehearsalQueryVariables> = {
  id: 'c106a71414f8770dd157838beedd56258d74a54bd4bda890f8e9d614f0ba5301',
  name: 'SetUpRehearsal',
};

export const SetUpPreview: Document<SetUpPreviewQuery, SetUpPreviewQueryVariables> = {
  id: '8025b7c5ee59c4eed22d7403145824d38334a780cd49521a6c36b9d6d88bf0dc',
  name: 'SetUpPreview',
};

export const OpenSite: Document<OpenSiteMutation, OpenSiteMutationVariables> = {
  id: '9ecde986dae0805a589085ac5d7994d44fe51171d75b4552d60a0a7a8838c3a1',
  name: 'OpenSite',
};

export const PublishProtocol: Document<PublishProtocolMutation, PublishProtocolMutationVariables> = {
  id: 'f2939671247aa809edd9190b04f9509d27f9dce61949495690a38e48fc54441e',
  name: 'PublishProtocol',
};

export const SealAllocationSequence: Document<SealAllocationSequenceMutation, SealAllocationSequenceMutationVariables> =
  { id: '6cbe41e0bc319f99b8e28959349c4400dd99cea8ec345c5cb393c7259634aac7', name: 'SealAllocationSequence' };

export const AppointStaff: Document<AppointStaffMutation, AppointStaffMutationVariables> = {
  id: '558e4b7d9c4d19da45446d91ad83c3d5ac02872699a6e5435218ed4bcaa5d5ea',
  name: 'AppointStaff',
};

export const StartDryRun: Document<StartDryRunMutation, StartDryRunMutationVariables> = {
  id: '54c8f062dd73fe30d1a552216fd2f46f51a5d208704e7df7c256b68d50afc9ce',
  name: 'StartDryRun',
};

export const EnrolMadeUp: Document<EnrolMadeUpMutation, EnrolMadeUpMutationVariables> = {
  id: '514acea0f13db4ff11d57f6fc262c459bb6518aee96a7aae33626d453b20611e',
  name: 'EnrolMadeUp',
};

export const GoLive: Document<GoLiveMutation, GoLiveMutationVariables> = {
  id: 'b6432b00098d884ddf10c5ee8980bbab9a417a89f3e083d2131ff90132c7d928',
  name: 'GoLive',
};

export const PublishSafetyRule: Document<PublishSafetyRuleMutation, PublishSafetyRuleMutationVariables> = {
  id: 'f3f4841209280542106fc3a9e3bafbddb08365215fba174cbb85e68fb4c96a2d',
  name: 'PublishSafetyRule',
};

export const PublishDutyRota: Document<PublishDutyRotaMutation, PublishDutyRotaMutationVariables> = {
  id: '30b9474e730b7f5865728fdd5e95ba9c6e72935e173a238636f5d91765a609da',
  name: 'PublishDutyRota',
};

export const PublishReminderPolicy: Document<PublishReminderPolicyMutation, PublishReminderPolicyMutationVariables> = {
  id: 'a7a40ed9ad3ae1369fbdc983ac285a64249330cd3cdae1b7cf61e8804fed1dc4',
  name: 'PublishReminderPolicy',
};
