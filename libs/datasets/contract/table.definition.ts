import type { ColumnRule } from '#deidentification';
import type { Batch, CellType } from '#formats';

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
