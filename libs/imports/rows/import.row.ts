import type { Category, EventType } from '#domain';
import type { CsvRecord } from '../csv/csv.reader.ts';
import type { Content } from '../attempts/entry.comparison.ts';
import type { CellProblem } from '../attempts/row.cells.ts';
import type { ConstructedTerms } from '../mapping/attempts-table.schema.ts';
import type { TimePrecision } from '../time/time.pattern.ts';

/** One entry that a row makes: the command that writes it, and the content it has in the log. */
export interface ImportEntry {
  readonly category: Category;
  readonly recordId: string;
  readonly event: EventType;
  readonly commandId: string;
  readonly command: { readonly type: string } & Content;
  readonly occurredAt: string;
  readonly occurredPrecision: TimePrecision;
  /** As the event holds it, without what the log adds. */
  readonly content: Content;
  /** Fields of the event that the log adds. */
  readonly addedByLog: readonly string[];
}

/** Something that may be said once: who says it otherwise contradicts. */
export interface Claim {
  /** UUID of version 5, of what it is about. */
  readonly id: string;
  readonly column: string;
  /** What is said, as canonical JSON; made only of claims that may be there twice. */
  readonly content: () => string;
  /** The command that says it; not sent again where another row has said the same. */
  readonly commandId: string | undefined;
}

/** The constructed assignment that a row's work belongs to. */
export interface NeededAssignment {
  readonly assignmentId: string;
  /** Names the command within the participant. */
  readonly name: string;
  readonly initiatedBy: 'therapist' | 'collaborative' | 'client';
  readonly terms: Omit<ConstructedTerms, 'due'> & {
    readonly due: ConstructedTerms['due'] | { readonly kind: 'daily'; readonly days: number | undefined };
  };
  /** Milliseconds since 1970 UTC: the earliest of all rows is when it was assigned. */
  readonly at: number;
  readonly precision: TimePrecision;
  /** The day of the work on the participant's calendar. */
  readonly day: string | undefined;
}

/** A row that can be imported. Times are milliseconds since 1970 UTC. */
export interface ImportRow {
  readonly line: number;
  readonly code: string;
  readonly participantId: string;
  /** Identifies the row: mapping, table, participant and natural key. */
  readonly rowId: string;
  readonly key: readonly string[];
  readonly start: number;
  readonly end: number | undefined;
  readonly precision: TimePrecision;
  /** When its participant is enrolled at the latest; undefined where the table enrols nobody. */
  readonly enrolment: { readonly at: number; readonly precision: TimePrecision; readonly zone?: string } | undefined;
  readonly assignment: NeededAssignment | undefined;
  readonly entries: readonly ImportEntry[];
  readonly claims: readonly Claim[];
  /** Where the rule for repeated keys is the mean: what is averaged, and a digest of everything else. */
  readonly averaged?: { readonly values: readonly (number | undefined)[]; readonly rest: string };
  /** True for what follows from the table as a whole, such as a missed measure, and is no row of the file. */
  readonly followsFromTable?: true;
}

/** A row that cannot, and why; never empty. */
export interface RejectedRow {
  readonly line: number;
  readonly problems: readonly CellProblem[];
}

export type ReadRow =
  | { readonly row: ImportRow }
  | { readonly rejected: RejectedRow }
  /** Its numbers are in the mean that the first row of its key is imported with. */
  | { readonly merged: { readonly line: number } };

/** Reads the records of one table, in order; what it remembers of earlier ones starts anew with each reading. */
export interface TableReader {
  read(record: CsvRecord): ReadRow;
  /** What follows from the table as a whole, once all of it has been read. */
  finish(): readonly ReadRow[];
}
