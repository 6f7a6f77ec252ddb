import type { CellProblem } from '../attempts/row.cells.ts';

/** A reason for which a row was left out. */
export interface Reject extends CellProblem {
  /** Where the mapping has several tables. */
  readonly table?: string;
  readonly line: number;
}

/** A row that changed since it was imported. */
export interface OfferedCorrection {
  readonly table?: string;
  readonly line: number;
  readonly entryId: string;
  readonly event: string;
  readonly field: string;
  readonly logged: string;
  readonly filed: string;
  /** Why it was not or cannot be sent; `offered` and `sent` are what `--correct` decides between. */
  readonly status: 'offered' | 'sent' | 'voided in the log' | 'corrected by hand in the log' | 'refused';
}

/** What the rows that can be imported span. Times are milliseconds since 1970 UTC, lengths milliseconds. */
export interface ImportRanges {
  readonly firstStart: number;
  readonly lastStart: number;
  readonly shortest: number | undefined;
  readonly longest: number | undefined;
}

/** What an import did, or would do. Every row is counted in exactly one kind. */
export interface ImportSummary {
  readonly dryRun: boolean;
  /** False when it was stopped on request; importing again goes on from there. */
  readonly complete: boolean;
  readonly rows: number;
  readonly imported: number;
  readonly alreadyThere: number;
  /** Rows whose numbers went into the mean of the rows of their key. */
  readonly merged: number;
  readonly rejected: number;
  /** Rows that changed since they were imported: corrected now, or to be corrected. */
  readonly corrected: number;
  readonly correctionsOffered: number;
  /** Rows that changed in the file and in the log. */
  readonly conflicts: number;
  readonly participants: number;
  readonly participantsEnrolled: number;
  readonly assignmentsConstructed: number;
  readonly eventsWritten: number;
  /** What was done for the study, as sentences. */
  readonly preparations: readonly string[];
  readonly ranges: ImportRanges | undefined;
  readonly firstRejects: readonly Reject[];
  readonly firstCorrections: readonly OfferedCorrection[];
  readonly seconds: number;
}

export interface ImportProgress {
  readonly stage: 'checking' | 'importing';
  /** Of this stage, in `unit`. */
  readonly done: number;
  readonly total: number;
  readonly unit: 'bytes' | 'rows';
  readonly rows: number;
}
