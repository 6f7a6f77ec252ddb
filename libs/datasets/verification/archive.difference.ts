import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { CsvColumns, decode } from '#deidentification';
import type { DatasetSources } from '../pipeline/dataset.sources.ts';
import { tablePath } from '../pipeline/table.files.ts';
import { releasePeople } from '../pipeline/release.people.ts';
import type { ReadArchive } from './archive.reading.ts';

/** A cell that is not the same in two archives, and what happened to the person’s record in between. */
export interface CellDifference {
  readonly table: string;
  /** Pseudonym in the newer archive; null in tables that have no people. */
  readonly person: string | null;
  /** The rest of the row’s key. */
  readonly row: string;
  /** Null where the row as a whole is in one archive only. */
  readonly column: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly events: readonly ExplainingEvent[];
}

export interface ExplainingEvent {
  readonly logIndex: number;
  readonly type: string;
}

export interface ArchiveDifference {
  readonly cells: readonly CellDifference[];
  /** How many there are; `cells` stops at the most asked for. */
  readonly total: number;
  /** Tables and columns in one archive only. */
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
}

/** Columns by name, and rows by person and row number. */
interface ReadTable {
  readonly columns: readonly string[];
  readonly rows: ReadonlyMap<string, readonly (string | null)[]>;
}

type DifferenceSources = Pick<DatasetSources, 'snapshot' | 'releaseKey' | 'openArms'>;

/**
 * Cells that differ between two archives of a study, also under different release keys: whoever has both keys may join
 * them, and nobody else can.
 * @param most cells told one by one
 */
export async function diffArchives(
  before: ReadArchive,
  after: ReadArchive,
  sources: DifferenceSources,
  most: number,
): Promise<ArchiveDifference> {
  const [old, now] = [await namesOf(before, sources), await namesOf(after, sources)];
  const explain = await eventsBetween(before, after, sources);
  const found: CellDifference[] = [];
  let total = 0;
  const [had, has] = [csvTables(before), csvTables(after)];
  const [onlyBefore, onlyAfter] = [had.filter((t) => !has.includes(t)), has.filter((t) => !had.includes(t))];
  for (const table of has.filter((name) => had.includes(name))) {
    const [one, other] = [await readTable(before, table, old), await readTable(after, table, now)];
    onlyBefore.push(...one.columns.filter((c) => !other.columns.includes(c)).map((c) => `${table}.${c}`));
    onlyAfter.push(...other.columns.filter((c) => !one.columns.includes(c)).map((c) => `${table}.${c}`));
    for (const cell of differences(one, other)) {
      total += 1;
      if (found.length >= most) continue;
      const [participantId = '', row = ''] = cell.key.split('\u0000');
      const events = explain(participantId, table);
      found.push({
        ...cell.cell,
        table,
        person: now.byId.get(participantId) ?? old.byId.get(participantId) ?? null,
        row,
        events,
      });
    }
  }
  return { cells: found, total, onlyBefore, onlyAfter };
}

interface Names {
  readonly byPseudonym: ReadonlyMap<string, string>;
  readonly byId: ReadonlyMap<string, string>;
}

async function namesOf({ specification }: ReadArchive, sources: DifferenceSources): Promise<Names> {
  const snapshot = await sources.snapshot(specification.studyId, specification.index);
  try {
    const people = await releasePeople(snapshot, specification, sources);
    return {
      byPseudonym: new Map(people.map(({ pseudonym, participantId }) => [pseudonym, participantId])),
      byId: new Map(people.map(({ pseudonym, participantId }) => [participantId, pseudonym])),
    };
  } finally {
    await snapshot.close();
  }
}

const csvTables = ({ specification }: ReadArchive): string[] => Object.keys(specification.tables);

async function readTable(
  { place, specification }: ReadArchive,
  table: string,
  { byPseudonym }: Names,
): Promise<ReadTable> {
  const reader = new CsvColumns();
  for await (const chunk of createReadStream(join(place, tablePath(table, 'csv', specification))))
    if (chunk instanceof Uint8Array) reader.push(chunk);
  const read = reader.end();
  const columns = read.columns.map(({ name }) => name);
  const cells = read.columns.map(decode);
  const [pid, rowNo] = [columns.indexOf('pid'), columns.indexOf('row_no')];
  const rows = new Map<string, readonly (string | null)[]>();
  for (let row = 0; row < read.rows; row += 1) {
    const person = pid < 0 ? '' : (byPseudonym.get(cells[pid]?.[row] ?? '') ?? '');
    const number = rowNo < 0 ? String(pid < 0 ? row + 1 : 1) : (cells[rowNo]?.[row] ?? '');
    rows.set(
      `${person}\u0000${number}`,
      cells.map((column) => column[row] ?? null),
    );
  }
  return { columns, rows };
}

type Found = { readonly key: string; readonly cell: Pick<CellDifference, 'column' | 'before' | 'after'> };

function* differences(before: ReadTable, after: ReadTable): Generator<Found> {
  for (const [key, now] of after.rows) {
    const old = before.rows.get(key);
    if (old === undefined) {
      yield { key, cell: { column: null, before: null, after: 'row' } };
      continue;
    }
    for (const [index, column] of after.columns.entries()) {
      const place = before.columns.indexOf(column);
      if (place < 0 || column === 'pid') continue;
      const [was, is] = [old[place] ?? null, now[index] ?? null];
      if (was !== is) yield { key, cell: { column, before: was, after: is } };
    }
  }
  for (const key of before.rows.keys())
    if (!after.rows.has(key)) yield { key, cell: { column: null, before: 'row', after: null } };
}

/** Streams whose events a table follows from, by category; every other table follows from all of them. */
const CATEGORIES: Readonly<Record<string, readonly string[]>> = {
  participants: ['participant'],
  arms: ['allocation'],
  sessions: ['session'],
  assignments: ['assignment'],
  occurrences: ['assignment'],
  attempts: ['assignment'],
  reviews: ['assignment'],
  ratings: ['rating'],
  outcomes: ['measure'],
  outcome_items: ['measure'],
  subscales: ['measure'],
  person_summary: ['measure'],
};
const MOST_EVENTS = 20;

async function eventsBetween(
  { specification: before }: ReadArchive,
  { specification: after }: ReadArchive,
  sources: DifferenceSources,
): Promise<(participantId: string, table: string) => readonly ExplainingEvent[]> {
  const [from, to] = [Math.min(before.index, after.index), Math.max(before.index, after.index)];
  const snapshot = await sources.snapshot(after.studyId, to);
  try {
    const rows = await snapshot.sql<{ index: string; type: string; stream: string; people: string[] }>(
      `SELECT log_index AS index, type, stream, participant_ids AS people FROM facts
       WHERE study_id = $1 AND log_index > $2 AND log_index <= $3 ORDER BY log_index`,
      [after.studyId, from, to],
    );
    return (participantId, table) =>
      rows
        .filter(({ people, stream }) => {
          const categories = CATEGORIES[table];
          const isOfTable = categories === undefined || categories.includes(stream.split('-')[0] ?? '');
          return isOfTable && (participantId === '' || people.includes(participantId));
        })
        .slice(0, MOST_EVENTS)
        .map(({ index, type }) => ({ logIndex: Number(index), type }));
  } finally {
    await snapshot.close();
  }
}
