import { ColumnRule, MissingReading, TimeRule, type Assessment } from '#deidentification';
import type { Batch, CellType } from '#formats';
import { z } from 'zod';

/** Raised with every change of meaning. A program reads the versions up to its own. */
export const DATASET_FORMAT = 'intersession.dataset/1';

const text = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\p{Cf}]+$/u, 'holds control characters');
const name = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.@/ -]*$/, 'holds other characters than letters, digits and _ . @ / -');
const columnName = z.string().regex(/^[a-z][a-z0-9_]{0,31}$/, 'is no column name');

/** A language of labels, BCP 47: `en`, `sv`, `pt-BR`. */
const Language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/, 'is no language tag');

/** Formats beside CSV, codebook, datapackage.json, risk report and the R, Stata, SAS and SPSS scripts, which every archive has. */
export const DatasetFormat = z.enum(['csv', 'sav', 'parquet', 'psych-ds', 'odm']);
export type DatasetFormat = z.infer<typeof DatasetFormat>;

/** What somebody who met a participant may know of their course; counted in k, from the tables that leave. */
export const Feature = z.enum(['sessions_attended', 'drop_out_week', 'attendance', 'therapist']);
export type Feature = z.infer<typeof Feature>;

/**
 * What somebody gets, and what may be known from it: with the log up to `index` and the release key, every byte of an
 * archive follows from it. Rules stand by table and column; a column without one refuses the export.
 */
export const DatasetSpecification = z.strictObject({
  $schema: z.string().max(400).optional().describe('For editors; not read.'),
  format: z.literal(DATASET_FORMAT),
  title: text(200),
  studyId: name,
  protocol: name.describe('Protocol and version in force at the index, such as HW-01@7. Hierarchies are fixed by it.'),
  index: z.int().min(0).describe('Log index: events after it are not part of the release.'),
  tier: z.enum(['public', 'controlled']),
  recipient: name,
  blinded: z.boolean().default(true).describe('Whether the recipient must not learn arms: none leave in any form.'),
  purpose: text(1_000),
  expires: z.iso.date().optional().describe('The day until which the recipient may keep the data.'),
  releaseKeyId: name.describe(
    'Names the key of the pseudonyms, one for each recipient; the key itself is nowhere in a release.',
  ),
  consent: z
    .enum(['data-sharing', 'recorded-elsewhere'])
    .default('data-sharing')
    .describe(
      'Whose rows leave: those whose consent on record covers sharing, or everybody, where consents lie elsewhere.',
    ),
  randomised: z.boolean().default(true).describe('Of a trial: columns or detail may be lost, never people.'),
  languages: z
    .array(Language)
    .min(1)
    .max(10)
    .default(['en'])
    .describe('Of labels; the first is the one that file formats with one label take.'),
  adherence: z
    .strictObject({ definitionId: name, version: z.int().min(1) })
    .optional()
    .describe('Whose intervals and verdicts leave; standard intervals if left out.'),
  tables: z
    .record(columnName, z.strictObject({ columns: z.record(columnName, ColumnRule) }))
    .describe('Rules of every column of every table that leaves; a table that is not named stays.'),
  features: z
    .array(Feature)
    .max(4)
    .optional()
    .describe(
      'Counted in k beside the quasi-identifiers; at least those that what leaves shows, which are the default.',
    ),
  hierarchies: z
    .record(
      name,
      z
        .array(z.array(z.string().max(200)).min(2).max(20))
        .min(1)
        .max(5_000),
    )
    .default({})
    .describe('By name: lines of value, coarser, coarser still. Beside those of the platform.'),
  time: TimeRule.default({ mode: 'study-week' }),
  missing: MissingReading.default('own-value'),
  model: z
    .strictObject({
      k: z.int().min(2).max(10_000).optional().describe('11 for a public release, 5 for controlled access.'),
      maxRisk: z
        .number()
        .positive()
        .max(1)
        .optional()
        .describe('Highest prosecutor risk of a person; 1 / k if left out.'),
      maxSuppressed: z
        .number()
        .min(0)
        .max(0.2)
        .default(0.05)
        .describe('Largest share of quasi-identifying cells that may be suppressed.'),
    })
    .prefault({}),
  smallCell: z.int().min(2).max(1_000).default(11),
  riskAssessment: name.optional().describe('Signed assessment, for controlled access below the usual k.'),
  assessedWith: z
    .array(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._~:-]{0,119}$/, 'is no id of a release'))
    .min(1)
    .max(100)
    .optional()
    .describe(
      'Earlier releases to the recipient that the signed assessment speaks of; with any other, both together have to hold k.',
    ),
  formats: z.array(DatasetFormat).min(1).max(5).default(['csv']),
});
export type DatasetSpecification = z.infer<typeof DatasetSpecification>;
export type DatasetSpecificationInput = z.input<typeof DatasetSpecification>;

/** Words in the study's languages; `en` is always there and stands in for one that is not. */
export type Words = Readonly<Partial<Record<string, string>>> & { readonly en: string };

export interface CodedValue {
  readonly value: string | number;
  readonly label: Words;
}

/** All that is known about a column: what every format, codebook and script is made from. */
export interface ColumnDefinition {
  /** Lower case with underscores, at most 32 characters. */
  readonly name: string;
  readonly label: Words;
  readonly type: CellType;
  /** UCUM where it has one (`min`, `d`, `{points}`), such as datapackage and ODM take it. */
  readonly unit?: string;
  /** Every value of a category. */
  readonly codes?: readonly CodedValue[];
  /** Values that mean that there is none, and why: suppressed, erased. A missing value itself is an empty cell. */
  readonly missing?: readonly CodedValue[];
  /** Where it is licensed. */
  readonly itemText?: Words;
  /** How it is computed, in words and symbols. */
  readonly formula?: Words;
  /** The paper, standard or record it comes from. */
  readonly source?: string;
  /** Lowest and highest possible value, both included. */
  readonly range?: { readonly least: number; readonly most: number };
}

/** One table of one grain. */
export interface TableDefinition {
  /** Lower case with underscores; the stem of its files. */
  readonly name: string;
  readonly title: Words;
  /** What a row is. */
  readonly grain: Words;
  readonly columns: readonly ColumnDefinition[];
  /** Columns that are together different in every row; rows come in their order. */
  readonly key: readonly string[];
  /** Columns that point to the key of another table. */
  readonly references: readonly {
    readonly columns: readonly string[];
    readonly table: string;
    readonly to: readonly string[];
  }[];
}

/** A column as it leaves: the definition with the type, codes and missing codes after its rule was applied. */
export interface ReleasedColumn extends ColumnDefinition {
  readonly rule: ColumnRule;
  /** What became of it, in words: "5-year bands", "week of the study", "HMAC pseudonym". */
  readonly treatment: Words;
}

/** A table as it leaves. Its rows are read again from the start each time they are asked for. */
export interface ReleasedTable extends Omit<TableDefinition, 'columns'> {
  readonly columns: readonly ReleasedColumn[];
  readonly rows: number;
  /** Batches of at most 5,000 rows, cells in the order of `columns`. */
  read(): AsyncIterable<Batch>;
  /** How each row came to be, in the order of rows; only where the specification asks for ODM. */
  audit?(): AsyncIterable<readonly AuditEntry[]>;
}

/** One entry of the record's history behind a row, as coarse as the release's times. */
export interface AuditEntry {
  /** From 0, in the order of the table's rows. */
  readonly row: number;
  readonly change: 'recorded' | 'corrected' | 'voided';
  /** Role of whoever entered it, and how. Nobody's id. */
  readonly role: string;
  readonly source: string;
  readonly reason: string | null;
  /** In the release's time mode: a week, a day, a session or a shifted date; null where that shows none. */
  readonly when: string | number | null;
}

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
