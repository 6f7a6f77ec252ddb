// Generated from apps/web/staff/study/study.graphql by `npm run generate`; do not edit.

import type { Document } from '../../graphql/document.ts';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Analyses that look at outcomes, and are therefore logged. */
export type AnalysisKind = 'ASSOCIATION' | 'OUTCOMES' | 'SENSITIVITY';

/** After: the study was locked, or whoever looked may know arms. */
export type AnalysisTiming = 'AFTER_UNBLINDING' | 'BEFORE_UNBLINDING';

/** A moment of the log: what was known then. */
export type AsOfInput =
  | {
      /** Index of the last event to be known of; the first event is 1. */
      readonly index: number;
      readonly time?: never;
    }
  | {
      readonly index?: never; /** The longest beginning of the log whose every event was recorded by then. */
      readonly time: string;
    };

/** The primary model, the comparator that papers report, and least squares. */
export type AssociationModel = 'LAGGED_PANEL' | 'LEAST_SQUARES' | 'PERSON_MEAN_CENTRED';

/** Why a participant left. */
export type DiscontinuationReason =
  | 'ADVERSE_EVENT'
  | 'CLINICIAN_DECISION'
  | 'COMPLETED_EARLY'
  | 'LOST_TO_FOLLOW_UP'
  | 'MOVED'
  | 'NO_LONGER_INTERESTED'
  | 'NO_TIME'
  | 'OTHER'
  | 'SYMPTOMS_IMPROVED'
  | 'SYMPTOMS_WORSENED'
  | 'WITHDREW_CONSENT';

/** A stage of the participant flow. */
export type FlowStage =
  | 'ALLOCATED'
  | 'COMPLETED'
  | 'CONSENTED'
  | 'ELIGIBLE_NOT_ENROLLED'
  | 'ENROLLED'
  | 'LEFT_INTERVENTION'
  | 'LEFT_STUDY'
  | 'LOST_TO_FOLLOW_UP'
  | 'NOT_ELIGIBLE'
  | 'ONGOING'
  | 'RECEIVED_INTERVENTION'
  | 'SCREENED';

/** Why an analysis is open, or not. */
export type GateReason =
  'CLOSED_UNTIL_LOCK' | 'LOCKED' | 'MONITORING_COMMITTEE' | 'NOT_YET_REAL' | 'NO_PROTOCOL' | 'PLAN';

/** How a job stands. */
export type GridJobState = 'CANCELLED' | 'DONE' | 'FAILED' | 'RUNNING';

/** By what homework is told apart. */
export type HomeworkAspect =
  'BARRIER' | 'DIFFICULTY' | 'FOCUS' | 'INITIATED_BY' | 'MEDIUM' | 'PHASE' | 'RATIONALE_GIVEN' | 'SETTING' | 'SITE';

/** Under which definition homework is counted. */
export type HomeworkMeasureInput = {
  /** Of a published definition, or `standard`: session to session, unit-level quantity. */
  readonly definitionId: string | number;
  readonly denominator: IntervalDenominator;
  /** The newest when left out. */
  readonly version?: number | null | undefined;
};

/** What of an interval stands for homework; VALUE is the definition’s own headline. */
export type HomeworkMetric =
  | 'ACTIVE_DAYS'
  | 'ATTEMPTS'
  | 'ATTEMPT_RATE'
  | 'COMPLIANCE'
  | 'LATENESS_CREDIT'
  | 'MINUTES'
  | 'QUANTITY_ASSIGNMENT'
  | 'QUANTITY_UNIT'
  | 'QUANTITY_UNIT_AT_LEAST'
  | 'QUANTITY_UNIT_AT_MOST'
  | 'QUANTITY_UNIT_UNCAPPED'
  | 'TIMELINESS'
  | 'VALUE';

/** Who tells. */
export type Informant = 'CAREGIVER' | 'CLIENT' | 'DEVICE' | 'OBSERVER' | 'PARTNER' | 'RECORD' | 'THERAPIST';

/** Inclusive at both ends; open where an end is left out. */
export type InstantRange = {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
};

/** Whether obligations count as version 1 asked for them, or as in force when they fell due. */
export type IntervalDenominator = 'AS_ADJUSTED' | 'AS_ASSIGNED';

/** Homework, and the outcome that follows. */
export type LaggedQuestionInput = {
  readonly homework: HomeworkMeasureInput;
  readonly informant: Informant;
  readonly instrumentId: string | number;
  /** Intervals from homework to the outcome, 1 to 12. */
  readonly lag: number;
  readonly metric: HomeworkMetric;
  readonly model: AssociationModel;
};

/** Every clause that is given must hold. */
export type ParticipantFlowFilter = {
  readonly completedAt?: InstantRange | null | undefined;
  readonly eligible?: boolean | null | undefined;
  readonly enrolledAt?: InstantRange | null | undefined;
  readonly leftInterventionReason?: ReadonlyArray<DiscontinuationReason> | null | undefined;
  readonly leftStudyReason?: ReadonlyArray<DiscontinuationReason> | null | undefined;
  readonly participantIds?: ReadonlyArray<string | number> | null | undefined;
  readonly screenedAt?: InstantRange | null | undefined;
  readonly siteIds?: ReadonlyArray<string | number> | null | undefined;
  readonly studyIds?: ReadonlyArray<string | number> | null | undefined;
};

/** Choices that are all defensible; every combination is fitted, 2000 at most. */
export type SpecificationGridInput = {
  /** Published definitions, or `standard`. */
  readonly definitionIds: ReadonlyArray<string | number>;
  readonly denominators: ReadonlyArray<IntervalDenominator>;
  readonly informants: ReadonlyArray<Informant>;
  readonly instrumentId: string | number;
  readonly lags: ReadonlyArray<number>;
  readonly metrics: ReadonlyArray<HomeworkMetric>;
  readonly models: ReadonlyArray<AssociationModel>;
};

export type StudyFlowQueryVariables = Exact<{
  studyId: string | number;
  asOf?: AsOfInput | null | undefined;
}>;

export type StudyFlowQuery = {
  readonly flow: {
    readonly logIndex: number;
    readonly stages: ReadonlyArray<{
      readonly stage: FlowStage;
      readonly people: number;
      readonly reasons: ReadonlyArray<{ readonly reason: string; readonly people: number }>;
    }>;
  };
};

export type StudyFlowPeopleQueryVariables = Exact<{
  studyId: string | number;
  asOf?: AsOfInput | null | undefined;
  filter?: ParticipantFlowFilter | null | undefined;
}>;

export type StudyFlowPeopleQuery = {
  readonly participantFlows: {
    readonly totalCount: number;
    readonly nodes: ReadonlyArray<{
      readonly participantId: string;
      readonly siteId: string | null;
      readonly screenedAt: string | null;
      readonly eligible: boolean | null;
      readonly consentedAt: string | null;
      readonly enrolledAt: string | null;
      readonly leftInterventionReason: DiscontinuationReason | null;
      readonly leftStudyReason: DiscontinuationReason | null;
      readonly completedAt: string | null;
    }>;
  };
};

export type StudyRecruitmentQueryVariables = Exact<{
  studyId: string | number;
  asOf?: AsOfInput | null | undefined;
}>;

export type StudyRecruitmentQuery = {
  readonly panel: {
    readonly title: string;
    readonly definition: string;
    readonly denominator: string;
    readonly n: number;
    readonly logIndex: number;
    readonly rows: unknown;
    readonly figures: unknown;
    readonly excluded: ReadonlyArray<{ readonly reason: string; readonly people: number }>;
    readonly columns: ReadonlyArray<{ readonly name: string; readonly about: string }>;
  };
};

export type StudyHeatMapQueryVariables = Exact<{
  studyId: string | number;
  homework: HomeworkMeasureInput;
  asOf?: AsOfInput | null | undefined;
}>;

export type StudyHeatMapQuery = {
  readonly panel: {
    readonly title: string;
    readonly definition: string;
    readonly denominator: string;
    readonly n: number;
    readonly logIndex: number;
    readonly rows: unknown;
    readonly figures: unknown;
    readonly excluded: ReadonlyArray<{ readonly reason: string; readonly people: number }>;
    readonly columns: ReadonlyArray<{ readonly name: string; readonly about: string }>;
  };
};

export type StudyMissingQueryVariables = Exact<{
  studyId: string | number;
  asOf?: AsOfInput | null | undefined;
}>;

export type StudyMissingQuery = {
  readonly panel: {
    readonly title: string;
    readonly definition: string;
    readonly denominator: string;
    readonly n: number;
    readonly logIndex: number;
    readonly rows: unknown;
    readonly figures: unknown;
    readonly excluded: ReadonlyArray<{ readonly reason: string; readonly people: number }>;
    readonly columns: ReadonlyArray<{ readonly name: string; readonly about: string }>;
  };
};

export type StudyQualityQueryVariables = Exact<{
  studyId: string | number;
  asOf?: AsOfInput | null | undefined;
}>;

export type StudyQualityQuery = {
  readonly panel: {
    readonly title: string;
    readonly definition: string;
    readonly denominator: string;
    readonly n: number;
    readonly logIndex: number;
    readonly rows: unknown;
    readonly figures: unknown;
    readonly excluded: ReadonlyArray<{ readonly reason: string; readonly people: number }>;
    readonly columns: ReadonlyArray<{ readonly name: string; readonly about: string }>;
  };
};

export type StudyExplorerQueryVariables = Exact<{
  studyId: string | number;
  by: HomeworkAspect;
  asOf?: AsOfInput | null | undefined;
}>;

export type StudyExplorerQuery = {
  readonly panel: {
    readonly title: string;
    readonly definition: string;
    readonly denominator: string;
    readonly n: number;
    readonly logIndex: number;
    readonly rows: unknown;
    readonly figures: unknown;
    readonly excluded: ReadonlyArray<{ readonly reason: string; readonly people: number }>;
    readonly columns: ReadonlyArray<{ readonly name: string; readonly about: string }>;
  };
};

export type StudyAssociationQueryVariables = Exact<{
  studyId: string | number;
  question: LaggedQuestionInput;
  asOf?: AsOfInput | null | undefined;
}>;

export type StudyAssociationQuery = {
  readonly panel: {
    readonly title: string;
    readonly definition: string;
    readonly denominator: string;
    readonly n: number;
    readonly logIndex: number;
    readonly rows: unknown;
    readonly figures: unknown;
    readonly excluded: ReadonlyArray<{ readonly reason: string; readonly people: number }>;
    readonly columns: ReadonlyArray<{ readonly name: string; readonly about: string }>;
  };
};

export type StudyOutcomesQueryVariables = Exact<{
  studyId: string | number;
  instrumentId: string | number;
  informant: Informant;
  asOf?: AsOfInput | null | undefined;
}>;

export type StudyOutcomesQuery = {
  readonly outcomeSummary: {
    readonly logIndex: number;
    readonly instrument: { readonly title: string; readonly better: string };
    readonly occasions: ReadonlyArray<{
      readonly occasion: string;
      readonly day: number | null;
      readonly enrolled: number;
      readonly scores: { readonly n: number; readonly mean: number | null; readonly sd: number | null };
      readonly meanInterval: { readonly lower: number; readonly upper: number } | null;
    }>;
  };
};

export type StudyGatesQueryVariables = Exact<{
  studyId: string | number;
}>;

export type StudyGatesQuery = {
  readonly analysisGates: ReadonlyArray<{
    readonly analysis: AnalysisKind;
    readonly open: boolean;
    readonly reason: GateReason;
    readonly planVersion: number;
  }>;
  readonly log: { readonly index: number };
};

export type StudyLooksQueryVariables = Exact<{
  studyId: string | number;
}>;

export type StudyLooksQuery = {
  readonly analysisRuns: ReadonlyArray<{
    readonly analysisId: string;
    readonly analysis: AnalysisKind;
    readonly timing: AnalysisTiming;
    readonly locked: boolean;
    readonly logIndex: number;
    readonly askedAs: string;
    readonly recordedAt: string;
  }>;
};

export type StudyGridQueryVariables = Exact<{
  jobId: string | number;
}>;

export type StudyGridQuery = {
  readonly job: {
    readonly jobId: string;
    readonly state: GridJobState;
    readonly done: number;
    readonly total: number;
    readonly curve: {
      readonly title: string;
      readonly definition: string;
      readonly denominator: string;
      readonly n: number;
      readonly logIndex: number;
      readonly rows: unknown;
      readonly figures: unknown;
      readonly excluded: ReadonlyArray<{ readonly reason: string; readonly people: number }>;
      readonly columns: ReadonlyArray<{ readonly name: string; readonly about: string }>;
    } | null;
  } | null;
};

export type StartStudyGridMutationVariables = Exact<{
  studyId: string | number;
  grid: SpecificationGridInput;
}>;

export type StartStudyGridMutation = {
  readonly job: {
    readonly jobId: string;
    readonly state: GridJobState;
    readonly done: number;
    readonly total: number;
    readonly curve: {
      readonly title: string;
      readonly definition: string;
      readonly denominator: string;
      readonly n: number;
      readonly logIndex: number;
      readonly rows: unknown;
      readonly figures: unknown;
      readonly excluded: ReadonlyArray<{ readonly reason: string; readonly people: number }>;
      readonly columns: ReadonlyArray<{ readonly name: string; readonly about: string }>;
    } | null;
  };
};

export type CancelStudyGridMutationVariables = Exact<{
  jobId: string | number;
}>;

export type CancelStudyGridMutation = {
  readonly job: {
    readonly jobId: string;
    readonly state: GridJobState;
    readonly done: number;
    readonly total: number;
    readonly curve: {
      readonly title: string;
      readonly definition: string;
      readonly denominator: string;
      readonly n: number;
      readonly logIndex: number;
      readonly rows: unknown;
      readonly figures: unknown;
      readonly excluded: ReadonlyArray<{ readonly reason: string; readonly people: number }>;
      readonly columns: ReadonlyArray<{ readonly name: string; readonly about: string }>;
    } | null;
  } | null;
};

export type ServerReportQueryVariables = Exact<{ [key: string]: never }>;

export type ServerReportQuery = {
  readonly serverReport: {
    readonly status: string;
    readonly version: string;
    readonly nodeVersion: string;
    readonly databaseVersion: string;
    readonly engine: string;
    readonly upSeconds: number;
    readonly logIndex: number | null;
    readonly runner: string;
    readonly numbering: string;
    readonly processes: string | null;
    readonly failingProcesses: ReadonlyArray<string>;
    readonly runningJobs: number;
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

export type PanelFragment = {
  readonly title: string;
  readonly definition: string;
  readonly denominator: string;
  readonly n: number;
  readonly logIndex: number;
  readonly rows: unknown;
  readonly figures: unknown;
  readonly excluded: ReadonlyArray<{ readonly reason: string; readonly people: number }>;
  readonly columns: ReadonlyArray<{ readonly name: string; readonly about: string }>;
};

export type JobFragment = {
  readonly jobId: string;
  readonly state: GridJobState;
  readonly done: number;
  readonly total: number;
  readonly curve: {
    readonly title: string;
    readonly definition: string;
    readonly denominator: string;
    readonly n: number;
    readonly logIndex: number;
    readonly rows: unknown;
    readonly figures: unknown;
    readonly excluded: ReadonlyArray<{ readonly reason: string; readonly people: number }>;
    readonly columns: ReadonlyArray<{ readonly name: string; readonly about: string }>;
  } | null;
};

export const StudyFlow: Document<StudyFlowQuery, StudyFlowQueryVariables> = {
  id: 'ca527ecdb09d34a6837cd88dee14fd62494f09998e0ccb68bdf678d1315785d2',
  name: 'StudyFlow',
};

export const StudyFlowPeople: Document<StudyFlowPeopleQuery, StudyFlowPeopleQueryVariables> = {
  id: '7f6a2cc58fb7881e8fc6e182e4327ef1e3c575111ccc97ca922ca1cfa0009677',
  name: 'StudyFlowPeople',
};

export const StudyRecruitment: Document<StudyRecruitmentQuery, StudyRecruitmentQueryVariables> = {
  id: '5566476018fe87218e17270664febc109ca25cb0b310e376c5b800e5862695b5',
  name: 'StudyRecruitment',
};

export const StudyHeatMap: Document<StudyHeatMapQuery, StudyHeatMapQueryVariables> = {
  id: 'fd28c900ea2f3d0621ac62194c63d5a18bfef6efc8f68c4eb2c5ba3696c7eb56',
  name: 'StudyHeatMap',
};

export const StudyMissing: Document<StudyMissingQuery, StudyMissingQueryVariables> = {
  id: 'da5ee616544cd1bc213e1bc1cd0ea8297eefb342f6a3ddafb73a4b5cf42c0c2a',
  name: 'StudyMissing',
};

export const StudyQuality: Document<StudyQualityQuery, StudyQualityQueryVariables> = {
  id: 'cdf141394c9f97565a8f8ba04d2543e65cfa99f8df0d72b783b957814489ac80',
  name: 'StudyQuality',
};

export const StudyExplorer: Document<StudyExplorerQuery, StudyExplorerQueryVariables> = {
  id: 'a5009779d68b07fe5fa97690ae37c6a4d4af23234d108b037f02f1c2ecdcfed8',
  name: 'StudyExplorer',
};

export const StudyAssociation: Document<StudyAssociationQuery, StudyAssociationQueryVariables> = {
  id: 'd12c754f12a97cb6f5383daf7a0b12d6e17f91eda3b1747ab565b054487d558f',
  name: 'StudyAssociation',
};

export const StudyOutcomes: Document<StudyOutcomesQuery, StudyOutcomesQueryVariables> = {
  id: '833098796aad2acf0f519a18059edf483a49073844fcf8258d64af15916b96c0',
  name: 'StudyOutcomes',
};

export const StudyGates: Document<StudyGatesQuery, StudyGatesQueryVariables> = {
  id: 'af882473fab75bca0b1fdc1f9c8059b51b40adaebee92fb709a8fa93ea009db3',
  name: 'StudyGates',
};

export const StudyLooks: Document<StudyLooksQuery, StudyLooksQueryVariables> = {
  id: 'd0ac9ebd5ffa42116c49a3d4f84cfeeaf18e41759b6e6fe0d048b15d7d6b6c47',
  name: 'StudyLooks',
};

export const StudyGrid: Document<StudyGridQuery, StudyGridQueryVariables> = {
  id: '36a98533847d1339b1f512eb5c72bcd59729a0da6a4d9244c0f84c6d39265b5b',
  name: 'StudyGrid',
};

export const StartStudyGrid: Document<StartStudyGridMutation, StartStudyGridMutationVariables> = {
  id: 'efeac88078de3702a4ebe2c0672a68c448c064ed38fb913adf708fda1a546fd2',
  name: 'StartStudyGrid',
};

export const CancelStudyGrid: Document<CancelStudyGridMutation, CancelStudyGridMutationVariables> = {
  id: '9cfcb4a37348a7cf712fc893d888862d261c0a5009e7e6da841fb6ddd72c2f6a',
  name: 'CancelStudyGrid',
};

export const ServerReport: Document<ServerReportQuery, ServerReportQueryVariables> = {
  id: 'fceb2ce686508815bfede4318a6baf3feb0e1ced1d7e4370e39aad8dd5e8c532',
  name: 'ServerReport',
};
