// Generated from apps/web/staff/assign/assign.graphql by `npm run generate`; do not edit.

import type { Document } from '../../graphql/document.ts';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Where an assignment stands. */
export type AssignmentStatus = 'ACTIVE' | 'COMPLETED' | 'DECLINED' | 'EXPIRED' | 'PROPOSED' | 'WITHDRAWN';

/** Whether and when homework is due. */
export type DueKind = 'BY' | 'NEXT_SESSION' | 'OPEN' | 'RECURRING';

/** What kind of change the work aims at. */
export type Focus = 'BEHAVIOURAL' | 'COGNITIVE' | 'EXPERIENTIAL' | 'INTERPERSONAL' | 'MIXED' | 'SELF_MONITORING';

/** In which form the work is done. */
export type Medium =
  'DRAWING' | 'FREE' | 'JOURNAL' | 'OUTSIDE_RESOURCE' | 'PRACTICE' | 'PROGRAMME' | 'QUESTIONNAIRE' | 'WORKSHEET';

/** Why a worksheet is suggested, or what speaks against it. */
export type SuggestionKind =
  | 'FOUND_HELPFUL'
  | 'FOUND_UNHELPFUL'
  | 'LIKE_WHAT_HELPED'
  | 'NOT_TRIED_YET'
  | 'OFTEN_SKIPPED'
  | 'ONE_STEP_EASIER'
  | 'ONE_STEP_HARDER'
  | 'SERVES_NEED';

/** What a dose is counted in. Amounts of different units are never added. */
export type Unit =
  'DAYS' | 'ITEMS' | 'MINUTES' | 'MODULES' | 'PAGES' | 'PROGRAMME_DAYS' | 'RECORDS' | 'STEPS' | 'TIMES';

export type AssignChoicesQueryVariables = Exact<{
  studyId: string | number;
  participantId: string | number;
  language: string;
  after?: string | null | undefined;
}>;

export type AssignChoicesQuery = {
  readonly worksheetSuggestions: {
    readonly on: boolean;
    readonly suggestions: ReadonlyArray<{
      readonly score: number;
      readonly reasons: ReadonlyArray<{ readonly kind: SuggestionKind; readonly worksheetId: string | null }>;
      readonly worksheet: {
        readonly worksheetId: string;
        readonly version: number;
        readonly title: string;
        readonly objective: string;
        readonly steps: ReadonlyArray<string>;
        readonly rationale: string;
        readonly focus: Focus;
        readonly medium: Medium;
        readonly minutes: number;
        readonly difficulty: number;
        readonly needs: ReadonlyArray<string>;
        readonly languages: ReadonlyArray<string>;
        readonly ofStudy: boolean;
        readonly harder: { readonly text: string; readonly worksheetId: string | null };
      };
    }>;
  };
  readonly assignments: {
    readonly nodes: ReadonlyArray<{
      readonly assignmentId: string;
      readonly status: AssignmentStatus;
      readonly terms: {
        readonly focus: Focus;
        readonly medium: Medium;
        readonly difficulty: number | null;
        readonly title: { readonly text: string | null };
        readonly instructions: { readonly text: string | null } | null;
        readonly rationale: { readonly text: string | null } | null;
        readonly goal: { readonly text: string | null } | null;
        readonly due: { readonly kind: DueKind; readonly at: string | null };
        readonly dose: { readonly amount: number; readonly unit: Unit } | null;
        readonly template: { readonly templateId: string; readonly version: number } | null;
      };
    }>;
  };
  readonly proposals: {
    readonly nodes: ReadonlyArray<{
      readonly assignmentId: string;
      readonly status: AssignmentStatus;
      readonly terms: {
        readonly focus: Focus;
        readonly medium: Medium;
        readonly difficulty: number | null;
        readonly title: { readonly text: string | null };
        readonly instructions: { readonly text: string | null } | null;
        readonly rationale: { readonly text: string | null } | null;
        readonly goal: { readonly text: string | null } | null;
        readonly due: { readonly kind: DueKind; readonly at: string | null };
        readonly dose: { readonly amount: number; readonly unit: Unit } | null;
        readonly template: { readonly templateId: string; readonly version: number } | null;
      };
    }>;
  };
};

export type WorksheetShelfQueryVariables = Exact<{
  studyId: string | number;
  language: string;
}>;

export type WorksheetShelfQuery = {
  readonly worksheetLibrary: ReadonlyArray<{
    readonly worksheet: {
      readonly worksheetId: string;
      readonly version: number;
      readonly title: string;
      readonly objective: string;
      readonly steps: ReadonlyArray<string>;
      readonly rationale: string;
      readonly focus: Focus;
      readonly medium: Medium;
      readonly minutes: number;
      readonly difficulty: number;
      readonly needs: ReadonlyArray<string>;
      readonly languages: ReadonlyArray<string>;
      readonly ofStudy: boolean;
      readonly harder: { readonly text: string; readonly worksheetId: string | null };
    };
  }>;
};

export type AgreedHomeworkFragment = {
  readonly assignmentId: string;
  readonly status: AssignmentStatus;
  readonly terms: {
    readonly focus: Focus;
    readonly medium: Medium;
    readonly difficulty: number | null;
    readonly title: { readonly text: string | null };
    readonly instructions: { readonly text: string | null } | null;
    readonly rationale: { readonly text: string | null } | null;
    readonly goal: { readonly text: string | null } | null;
    readonly due: { readonly kind: DueKind; readonly at: string | null };
    readonly dose: { readonly amount: number; readonly unit: Unit } | null;
    readonly template: { readonly templateId: string; readonly version: number } | null;
  };
};

export type SheetFragment = {
  readonly worksheetId: string;
  readonly version: number;
  readonly title: string;
  readonly objective: string;
  readonly steps: ReadonlyArray<string>;
  readonly rationale: string;
  readonly focus: Focus;
  readonly medium: Medium;
  readonly minutes: number;
  readonly difficulty: number;
  readonly needs: ReadonlyArray<string>;
  readonly languages: ReadonlyArray<string>;
  readonly ofStudy: boolean;
  readonly harder: { readonly text: string; readonly worksheetId: string | null };
};

export const AssignChoices: Document<AssignChoicesQuery, AssignChoicesQueryVariables> = {
  id: '679a07463ff6a68e79cbc2adc413964b67727057ef7440579e49bc180e089163',
  name: 'AssignChoices',
};

export const WorksheetShelf: Document<WorksheetShelfQuery, WorksheetShelfQueryVariables> = {
  id: 'dfcb82f3e4c7a89c6bd9119dbb3edcec6a26633da347d148422fd24007aae29e',
  name: 'WorksheetShelf',
};
