import { readCsv } from '../csv/csv.reader.ts';
import { SourceFile } from '../csv/source-file.ts';
import { UnusableFile } from '../csv/unusable-file.error.ts';
import type { Cells } from '../attempts/row.cells.ts';
import type { Join, RecordsTable } from '../mapping/records-table.schema.ts';

/** Rows of a joined file, which is kept in memory. */
const ROW_LIMIT = 1_000_000;

/** Another file's columns, by a key. */
export interface JoinedFile {
  readonly path: string;
  /** Names to use → values; notes a problem where there is no such row or both files contradict each other. */
  valuesFor(cells: Cells): ReadonlyMap<string, string | undefined>;
}

interface Found {
  readonly line: number;
  readonly values: ReadonlyMap<string, string | undefined>;
}

/**
 * Reads the file that a table is joined with.
 * @throws UnusableFile for one that cannot be read, lacks a column, or has two rows of one key
 */
export async function readJoinedFile(join: Join, path: string, table: RecordsTable): Promise<JoinedFile> {
  const source = await SourceFile.open(path);
  const rows = new Map<string, Found>();
  const theirs = [...Object.values(join.take), ...[...join.on, ...join.agree].map((pair) => pair.theirs)];
  try {
    let places: ReadonlyMap<string, number> | undefined;
    for await (const { line, fields } of readCsv(source.chunks(), path, {
      ...table.csv,
      header: { kind: 'first-line' },
    })) {
      if (places === undefined) {
        places = placesOf(fields, theirs, path);
        continue;
      }
      if (rows.size >= ROW_LIMIT)
        throw new UnusableFile(path, `has more than ${ROW_LIMIT} rows, and is joined with another`, line);
      const at = places;
      const value = (column: string) => {
        const text = (fields[at.get(column) ?? -1] ?? '').trim();
        return text === '' || table.missing.includes(text) ? undefined : text;
      };
      const key = JSON.stringify(join.on.map((pair) => value(pair.theirs)));
      const before = rows.get(key);
      if (before !== undefined) {
        const columns = join.on.map((pair) => JSON.stringify(pair.theirs)).join(', ');
        throw new UnusableFile(path, `has the key (${columns}) of line ${before.line}, so it cannot be joined`, line);
      }
      rows.set(key, { line, values: new Map([...new Set(theirs)].map((column) => [column, value(column)])) });
    }
  } finally {
    await source.close();
  }
  return { path, valuesFor: (cells) => matched(join, rows, path, cells) };
}

function placesOf(names: readonly string[], wanted: readonly string[], path: string): ReadonlyMap<string, number> {
  const plain = names.map((name) => name.trim().normalize('NFC'));
  const missing = [...new Set(wanted)].filter((column) => !plain.includes(column.trim().normalize('NFC')));
  if (missing.length > 0) {
    throw new UnusableFile(path, `there is no column ${missing.map((column) => JSON.stringify(column)).join(', ')}`, 1);
  }
  return new Map(wanted.map((column) => [column, plain.indexOf(column.trim().normalize('NFC'))]));
}

const NOTHING: ReadonlyMap<string, string | undefined> = new Map();

function matched(
  join: Join,
  rows: ReadonlyMap<string, Found>,
  path: string,
  cells: Cells,
): ReadonlyMap<string, string | undefined> {
  const names = Object.entries(join.take);
  const found = rows.get(JSON.stringify(join.on.map(({ column }) => cells.optional(column))));
  if (found === undefined) {
    const [first] = join.on;
    if (join.unmatched === 'reject') cells.problem(first?.column ?? '', `has no row in the file ${join.file}`);
    return new Map(names.map(([name]) => [name, undefined]));
  }
  for (const { column, theirs } of join.agree) {
    const [own, other] = [cells.optional(column), found.values.get(theirs)];
    if (own !== undefined && other !== undefined && own !== other) {
      cells.problem(column, `contradicts column ${JSON.stringify(theirs)} in line ${found.line} of ${path}`);
    }
  }
  return names.length === 0 ? NOTHING : new Map(names.map(([name, theirs]) => [name, found.values.get(theirs)]));
}
