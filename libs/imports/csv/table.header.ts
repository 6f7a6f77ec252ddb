import { COLUMN_COUNT_LIMIT, COLUMN_NAME_LIMIT } from '../mapping/limits.ts';
import type { ImportTable } from '../mapping/mapping.schema.ts';
import { columnsOf, virtualColumnsOf } from '../mapping/mapping.columns.ts';
import { UnusableFile } from './unusable-file.error.ts';

/** Where the columns of a mapping stand in a file. */
export interface TableHeader {
  /** Fields of a full record. */
  readonly width: number;
  /** @returns the place, from 0. The name must be one that the mapping uses. */
  placeOf(column: string): number;
  /** What a record holds there, for messages; empty for a column that the file does not have. */
  textAt(record: { readonly fields: readonly string[] }, column: string): string;
}

/**
 * Finds every column of the mapping in the header.
 * @throws UnusableFile naming the columns that are missing, there twice, or unknown to the mapping
 */
export function resolveHeader(names: readonly string[], table: ImportTable, file: string, line?: number): TableHeader {
  if (names.length > COLUMN_COUNT_LIMIT) {
    throw new UnusableFile(file, `has ${names.length} columns; ${COLUMN_COUNT_LIMIT} is the most`, line);
  }
  const places = new Map<string, number[]>();
  names.forEach((name, place) => {
    const key = plain(name);
    places.set(key, [...(places.get(key) ?? []), place]);
  });
  const problems = [...missingOrTwice(table, places), ...shadowed(table, places), ...unmentioned(table, names)];
  if (problems.length > 0) {
    const hint = names.length === 1 ? ` (the header is one column: is csv.delimiter right?)` : '';
    throw new UnusableFile(file, `${problems.join('; ')}${hint}`, line);
  }
  return {
    width: names.length,
    placeOf: (column) => {
      const place = places.get(plain(column))?.[0];
      if (place === undefined) throw new Error(`the mapping does not use the column ${shown(column)}`);
      return place;
    },
    textAt: ({ fields }, column) => (fields[places.get(plain(column))?.[0] ?? -1] ?? '').trim(),
  };
}

function missingOrTwice(table: ImportTable, places: ReadonlyMap<string, readonly number[]>): string[] {
  const used = columnsOf(table);
  const missing = used.filter((column) => !places.has(plain(column)));
  const twice = used.filter((column) => (places.get(plain(column))?.length ?? 0) > 1);
  return [
    ...(missing.length > 0
      ? [`there is no column ${listed(missing)}; the file has ${listed([...places.keys()])}`]
      : []),
    ...twice.map((column) => {
      const where = (places.get(plain(column)) ?? []).map((place) => place + 1).join(' and ');
      return `the column ${shown(column)} is there more than once (columns ${where})`;
    }),
  ];
}

/** A derived or joined name must not hide a column. */
function shadowed(table: ImportTable, places: ReadonlyMap<string, unknown>): string[] {
  if (table.kind === 'attempts') return [];
  const hidden = [...virtualColumnsOf(table)].filter((name) => places.has(plain(name)));
  return hidden.length > 0 ? [`the mapping derives or joins ${listed(hidden)}, which the file holds itself`] : [];
}

function unmentioned(table: ImportTable, names: readonly string[]): string[] {
  if (table.otherColumns === 'ignore') return [];
  const mentioned = new Set([...columnsOf(table), ...table.ignored.map(({ column }) => column)].map(plain));
  const others = [...new Set(names.filter((name) => !mentioned.has(plain(name))))];
  if (others.length === 0) return [];
  return [
    `the mapping neither uses nor ignores ${listed(others)} (otherColumns: "ignore" would let every other column be)`,
  ];
}

const plain = (name: string) => name.trim().normalize('NFC');
const shown = (name: string) => JSON.stringify(name.slice(0, Math.min(60, COLUMN_NAME_LIMIT)));
const listed = (names: readonly string[]) =>
  names.length > 12
    ? `${names.slice(0, 12).map(shown).join(', ')} and ${names.length - 12} more`
    : names.map(shown).join(', ');
