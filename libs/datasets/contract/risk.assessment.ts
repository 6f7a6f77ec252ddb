import type { Assessment } from '#deidentification';
import type { Feature } from './dataset.format.ts';

/** Counts of one group, small ones hidden: null is suppressed, small and complementary alike. */
export interface GroupEffect {
  readonly by: 'arm' | 'site';
  /** As it leaves. */
  readonly group: string;
  readonly people: number | null;
  /** Share of quasi-identifying cells of its people that were suppressed; null beside a suppressed count. */
  readonly suppressed: number | null;
}

/** Risk of one earlier release to the same recipient, joined with this one. */
export interface JoinedRisk {
  readonly releaseId: string;
  readonly index: number;
  /** Whether both releases have the same pseudonyms: then columns add up. */
  readonly sameKey: boolean;
  /** k over the quasi-identifiers of both. */
  readonly k: number;
  readonly uniques: number;
  /** People who can be joined by what both show of their courses alone, where pseudonyms differ. */
  readonly joinable: number;
  /** Columns that this release adds to what they have. */
  readonly added: readonly string[];
}

/** Everything the risk report says; the JSON beside it is this in canonical form. */
export interface RiskAssessment {
  readonly format: 'intersession.risk/1';
  readonly releaseId: string;
  readonly people: number;
  readonly k: { readonly wanted: number; readonly source: 'tier' | 'specification' | 'signed-assessment' };
  readonly quasi: readonly {
    readonly column: string;
    readonly hierarchy: string | null;
    readonly level: number;
    readonly suppressed: number;
    readonly cells: number;
  }[];
  readonly features: readonly Feature[];
  /** With histogram of class sizes, uniques, attackers, l and t per sensitive column. */
  readonly before: Assessment;
  readonly after: Assessment;
  /** From the bytes of the written files, read again: the same as `after`, or nothing would have left. */
  readonly output: Assessment;
  readonly suppressedShare: number;
  readonly maxSuppressed: number;
  /** Share of each quasi-identifier in what makes people special uniques, 0 to 1 (SUDA2), and how many people are. */
  readonly suda: { readonly specialUniques: number; readonly byColumn: Readonly<Record<string, number>> };
  /** Share of people whose course, as it leaves, is theirs alone. */
  readonly trajectoryUniqueness: { readonly before: number; readonly after: number };
  /** People whose session-level rows were withheld; they themselves are in the release. */
  readonly withheldCourses: number | null;
  readonly groups: readonly GroupEffect[];
  readonly therapists: { readonly count: number; readonly fewestPeople: number | null } | null;
  readonly smallCells: { readonly threshold: number; readonly small: number; readonly complementary: number };
  readonly joined: readonly JoinedRisk[];
  /** Of the signed assessment, where k is below the usual one. */
  readonly signedAssessment: string | null;
}
