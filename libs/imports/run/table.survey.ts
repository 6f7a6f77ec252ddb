import { type AttemptRow, type ReadRow, attemptReader } from '../attempts/attempt.row.ts';
import { readCsv } from '../csv/csv.reader.ts';
import type { SourceFile } from '../csv/source-file.ts';
import { resolveHeader } from '../csv/table.header.ts';
import { UnusableFile } from '../csv/unusable-file.error.ts';
import type { AttemptsTable } from '../mapping/attempts-table.schema.ts';
import type { ImportIds } from './import.ids.ts';
import { KeySieve } from './key.sieve.ts';
import type { ImportProgress, ImportRanges } from './import.summary.ts';

/** Everything that stays the same while one file is imported. */
export interface TableSource {
  readonly source: SourceFile;
  readonly table: AttemptsTable;
  readonly studyId: string;
  readonly ids: ImportIds;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: (progress: ImportProgress) => void;
}

/** What the first reading learns of a participant. */
export interface SurveyedParticipant {
  /** Milliseconds since 1970 UTC. */
  readonly firstStart: number;
  readonly firstPrecision: AttemptRow['startPrecision'];
}

/** What the first reading of a file learns; its size depends on the number of participants, not of rows. */
export interface TableSurvey {
  readonly rows: number;
  readonly usable: number;
  readonly participants: ReadonlyMap<string, SurveyedParticipant>;
  /** Attempts whose key may be there more than once. */
  readonly suspects: ReadonlySet<string>;
  readonly ranges: ImportRanges | undefined;
}

/** Stopped on request before anything was written. */
export class ImportStopped extends Error {
  override readonly name = 'ImportStopped';
}

/**
 * The rows of the file, read with its mapping.
 * @param onBytes bytes of the file read so far
 * @throws UnusableFile, FileChanged
 */
export async function* rowsOf(
  at: TableSource,
  onBytes: (bytes: number) => void = () => undefined,
): AsyncGenerator<ReadRow> {
  const { source, table, studyId, now } = at;
  const { header: headerKind } = table.csv;
  const settings = { table, studyId, now };
  let read =
    headerKind.kind === 'none'
      ? attemptReader({ ...settings, header: resolveHeader(headerKind.columns, table, source.path) })
      : undefined;
  for await (const record of readCsv(counted(source, onBytes), source.path, table.csv)) {
    if (read === undefined) {
      read = attemptReader({ ...settings, header: resolveHeader(record.fields, table, source.path, record.line) });
    } else {
      yield read(record);
    }
  }
  if (read === undefined) throw new UnusableFile(source.path, 'holds nothing but empty lines');
}

async function* counted(source: SourceFile, onBytes: (bytes: number) => void): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of source.chunks()) {
    yield chunk;
    bytes += chunk.length;
    onBytes(bytes);
  }
}

/** Bytes of the shortest row that is likely: a code, a time and a key. */
const ROW_BYTES = 40;

/** Reads the whole file once, without writing anything: what cannot be read at all is known before the first event. */
export async function survey(at: TableSource): Promise<TableSurvey> {
  const participants = new Map<string, SurveyedParticipant>();
  const sieve = new KeySieve(at.source.size / ROW_BYTES);
  const suspects = new Set<string>();
  let [rows, usable] = [0, 0];
  let ranges: ImportRanges | undefined;
  const total = at.source.size;
  const report = (done: number) => at.onProgress({ stage: 'checking', done, total, unit: 'bytes', rows });
  for await (const result of rowsOf(at, report)) {
    if (at.signal?.aborted) throw new ImportStopped('stopped while checking the file; nothing was written');
    rows += 1;
    if ('rejected' in result) continue;
    const { row } = result;
    usable += 1;
    const known = participants.get(row.code);
    if (known === undefined || row.start < known.firstStart) {
      participants.set(row.code, { firstStart: row.start, firstPrecision: row.startPrecision });
    }
    const attemptId = at.ids.attempt(row.code, row.key);
    if (sieve.seenBefore(attemptId)) suspects.add(attemptId);
    ranges = widened(ranges, row);
  }
  if (rows === 0) throw new UnusableFile(at.source.path, 'has a header and no rows');
  return { rows, usable, participants, suspects, ranges };
}

function widened(ranges: ImportRanges | undefined, { start, end }: AttemptRow): ImportRanges {
  const length = end === undefined ? [] : [end - start];
  return {
    firstStart: Math.min(start, ranges?.firstStart ?? start),
    lastStart: Math.max(start, ranges?.lastStart ?? start),
    shortest: smallest([...length, ...(ranges?.shortest === undefined ? [] : [ranges.shortest])]),
    longest: largest([...length, ...(ranges?.longest === undefined ? [] : [ranges.longest])]),
  };
}

const smallest = (values: readonly number[]) => (values.length === 0 ? undefined : Math.min(...values));
const largest = (values: readonly number[]) => (values.length === 0 ? undefined : Math.max(...values));

/**
 * Tells rows whose key was there before. Only keys that the survey suspects are remembered.
 * @returns the line of the first row with this key, or undefined when this is the first
 */
export function repetitions(suspects: ReadonlySet<string>): (attemptId: string, line: number) => number | undefined {
  const lines = new Map<string, number>();
  return (attemptId, line) => {
    if (!suspects.has(attemptId)) return undefined;
    const first = lines.get(attemptId);
    if (first === undefined) lines.set(attemptId, line);
    return first;
  };
}

/** Reads again only where repetitions are suspected. @throws UnusableFile naming the lines of the first one */
export async function refuseRepetitions(at: TableSource, { suspects }: TableSurvey): Promise<void> {
  if (suspects.size === 0) return;
  const repeated = repetitions(suspects);
  for await (const result of rowsOf(at)) {
    if ('rejected' in result) continue;
    const { row } = result;
    const first = repeated(at.ids.attempt(row.code, row.key), row.line);
    if (first === undefined) continue;
    const columns = at.table.key.map((column) => JSON.stringify(column)).join(', ');
    throw new UnusableFile(
      at.source.path,
      `has the key (${columns}) of line ${first}; is the key chosen well? duplicates: "keep-first" would reject the later row`,
      row.line,
    );
  }
}
