import type { CellType, FileColumn } from '../file.column.ts';

/** The same words in several languages, by BCP 47 tag. `en` is always there and stands in for one that is not. */
export type Words = Readonly<Partial<Record<string, string>>> & { readonly en: string };

/** A value and what it stands for, in every language of the study. */
export interface DescribedCode {
  readonly value: string | number;
  readonly label: Words;
}

/** What is known about a column. Every format and every document is fed from it. */
export interface Variable {
  readonly name: string;
  readonly label: Words;
  readonly type: CellType;
  /** UCUM where it has one: `min`, `d`, `{points}`. */
  readonly unit?: string;
  /** Every value of a category. */
  readonly codes?: readonly DescribedCode[];
  /** Values that mean that there is none, and why. */
  readonly missing?: readonly DescribedCode[];
  /** Wording of the question, only where its licence lets it be passed on. */
  readonly itemText?: Words;
  /** How the value is computed. */
  readonly formula?: Words;
  /** The record, instrument or publication that it comes from. */
  readonly source?: string;
  /** Lowest and highest possible value, both included. */
  readonly range?: { readonly least: number; readonly most: number };
  /** What de-identification did to it. */
  readonly treatment?: Words;
}

/** Columns of a table that point to the key of another. */
export interface TableReference {
  readonly columns: readonly string[];
  readonly table: string;
  readonly to: readonly string[];
}

/** A table of a data set: one grain. */
export interface DescribedTable {
  readonly name: string;
  readonly title: Words;
  /** What one row is. */
  readonly grain: Words;
  /** Columns that together tell its rows apart. */
  readonly key: readonly string[];
  /** The column that says whose row it is; absent in tables that are not about people. */
  readonly subject?: string;
  readonly references?: readonly TableReference[];
  readonly columns: readonly Variable[];
  readonly rows: number;
  /** Its CSV file: path within the data set, and, once it is written, length and SHA-256 in hexadecimal. */
  readonly file: { readonly path: string; readonly bytes?: number; readonly sha256?: string };
}

/** A data set as its documents describe it. */
export interface DatasetDescription {
  /** Lower-case letters, digits and hyphens. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The first is what is used where a program takes one language only. */
  readonly languages: readonly string[];
  readonly version: string;
  /** What the data follow from: protocol, log index, name of the release key, erasure epoch. */
  readonly provenance: Readonly<Record<string, string | number>>;
  readonly keywords?: readonly string[];
  readonly tables: readonly DescribedTable[];
}

/** The words in a language: `pt` stands in for `pt-BR`, English for one that has none. */
export function wordsIn(words: Words, language: string): string {
  const [primary = language] = language.split('-');
  return words[language] ?? words[primary] ?? words.en;
}

/** The main language of a data set: English if it says none. */
export const mainLanguage = ({ languages }: Pick<DatasetDescription, 'languages'>): string => languages[0] ?? 'en';

/** A code with its label in one language. */
export function codeIn({ value, label }: DescribedCode, language: string) {
  return { value, label: wordsIn(label, language) };
}

/** Columns of a table as CSV, Parquet and SPSS take them, in one language. */
export function columnsIn({ columns }: Pick<DescribedTable, 'columns'>, language: string): FileColumn[] {
  return columns.map(({ name, type, label, unit, codes, missing }) => ({
    name,
    type,
    label: wordsIn(label, language),
    ...(unit === undefined ? {} : { unit }),
    ...(codes === undefined ? {} : { codes: codes.map((code) => codeIn(code, language)) }),
    ...(missing === undefined ? {} : { missing: missing.map((code) => codeIn(code, language)) }),
  }));
}

/**
 * Where Psych-DS looks for a table: `data/study-hw01_description-participants_data.csv`. What is neither letter nor digit
 * falls out of both parts.
 */
export function csvPath(dataset: string, table: string): string {
  const plain = (text: string) => text.replaceAll(/[^A-Za-z0-9]/g, '');
  return `data/study-${plain(dataset)}_description-${plain(table)}_data.csv`;
}
