import type { DatasetFormat, DatasetSpecification } from './dataset.format.ts';
import type { RiskAssessment } from './risk.assessment.ts';
import type { ReleasedTable } from './table.definition.ts';

/** A file of an archive, path relative with `/`. Bytes are the same each time for the same release. */
export interface ArchiveFile {
  readonly path: string;
  readonly bytes: Uint8Array | AsyncIterable<Uint8Array>;
}

/** What document writers are given. No wall clock, no place of the machine, no locale may be asked beside it. */
export interface DatasetRelease {
  readonly releaseId: string;
  readonly specification: DatasetSpecification;
  readonly study: { readonly title: string; readonly protocolVersion: number };
  readonly logIndex: number;
  /** SHA-256 of the log up to there, hexadecimal. */
  readonly ledgerRoot: string;
  /** The day of the last event up to the index, UTC: the only date a document may call its own. */
  readonly asOfDate: string;
  readonly erasureEpoch: number;
  readonly software: { readonly name: string; readonly version: string };
  readonly tables: readonly ReleasedTable[];
  /** The data files written so far; documents come after them. */
  readonly files: readonly WrittenFile[];
  readonly dropped: readonly DroppedColumn[];
  readonly risk: RiskAssessment;
}

export interface WrittenFile {
  readonly path: string;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  /** Null for what is no table. */
  readonly rows: number | null;
}

export interface DroppedColumn {
  readonly table: string;
  readonly column: string;
  readonly why: 'identifier' | 'drop' | 'arm-blinded';
  /** The reason of a `drop` rule. */
  readonly reason: string | null;
}

/** Makes files of an archive from a release: codebook, descriptors, scripts, report, other formats. */
export interface DocumentWriter {
  readonly name: string;
  /** Formats it is asked for by; none for one that every archive has. */
  readonly for: readonly DatasetFormat[];
  /** @throws Error naming the table and column that its format cannot hold */
  write(release: DatasetRelease): Promise<readonly ArchiveFile[]>;
}

/** What an archive is: canonical JSON (RFC 8785), without a wall clock. */
export interface ArchiveManifest {
  readonly format: 'intersession.archive/1';
  readonly releaseId: string;
  /** SHA-256 of the canonical specification; it is in the archive as `specification.json`. */
  readonly specification: string;
  readonly studyId: string;
  readonly logIndex: number;
  readonly ledgerRoot: string;
  readonly protocolVersion: number;
  /** Versions of the projections that the tables were read from, by name. */
  readonly projections: Readonly<Record<string, number>>;
  readonly definitions: readonly string[];
  readonly software: { readonly name: string; readonly version: string };
  /** SHA-256 over every setting the bytes depend on beside the specification. */
  readonly configuration: string;
  readonly releaseKeyId: string;
  /** How many people of the study had been erased when it was made. */
  readonly erasureEpoch: number;
  readonly filter: string;
  readonly order: Readonly<Record<string, readonly string[]>>;
  readonly files: readonly WrittenFile[];
  readonly dropped: readonly DroppedColumn[];
  /** Cells suppressed, by table and column. */
  readonly suppressed: Readonly<Record<string, number>>;
  readonly riskReport: string;
  /** Releases to the same recipient before the index. */
  readonly earlierReleases: readonly string[];
  /** Of the time zone database. */
  readonly tzdata: string;
}
