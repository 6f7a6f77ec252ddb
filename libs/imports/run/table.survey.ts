import { UnusableFile } from '../csv/unusable-file.error.ts';
import { type RepeatedRows, type Repetition, addRepetition } from '../records/repeated.rows.ts';
import type { ImportRow, NeededAssignment } from '../rows/import.row.ts';
import { KeySieve } from './key.sieve.ts';
import type { ImportProgress, ImportRanges } from './import.summary.ts';
import { type TableSource, rowsOf } from './table.source.ts';

/** What the first reading learns of a participant. */
export interface SurveyedParticipant {
  /** The earliest; undefined where no table enrols them. */
  enrolment: NonNullable<ImportRow['enrolment']> | undefined;
}

/** What the first reading learns of a constructed assignment. Times are milliseconds since 1970 UTC. */
export interface SurveyedAssignment {
  at: number;
  precision: NeededAssignment['precision'];
  /** First and last day of the work. */
  firstDay: string | undefined;
  lastDay: string | undefined;
}

/** What the first reading of all tables learns; its size depends on the number of participants, not of rows. */
export interface ImportSurvey {
  readonly participants: Map<string, SurveyedParticipant>;
  readonly assignments: Map<string, SurveyedAssignment>;
  /** Claims that may have been made more than once. */
  readonly suspectClaims: Set<string>;
  readonly sieve: KeySieve;
  rows: number;
  ranges: ImportRanges | undefined;
}

export interface SurveyRun {
  readonly signal: AbortSignal | undefined;
  readonly onProgress: (progress: ImportProgress) => void;
}

/** Stopped on request before anything was written. */
export class ImportStopped extends Error {
  override readonly name = 'ImportStopped';
}

/** Bytes of the shortest row that is likely: a code, a time and a key. */
const ROW_BYTES = 40;

/** @param bytes of all files together */
export function emptySurvey(bytes: number): ImportSurvey {
  return {
    participants: new Map(),
    assignments: new Map(),
    suspectClaims: new Set(),
    sieve: new KeySieve(bytes / ROW_BYTES),
    rows: 0,
    ranges: undefined,
  };
}

/**
 * Reads a whole file once, without writing anything: what cannot be read at all is known before the first event.
 * @returns rows whose key may be there more than once
 */
export async function surveyTable(at: TableSource, survey: ImportSurvey, run: SurveyRun): Promise<ReadonlySet<string>> {
  const suspects = new Set<string>();
  const keys = new KeySieve(at.source.size / ROW_BYTES);
  const total = at.source.size;
  const before = survey.rows;
  const report = (done: number) => run.onProgress({ stage: 'checking', done, total, unit: 'bytes', rows: survey.rows });
  for await (const result of rowsOf(at, undefined, report)) {
    if (run.signal?.aborted) throw new ImportStopped('stopped while checking the file; nothing was written');
    const follows = 'row' in result && result.row.followsFromTable === true;
    if (!follows) survey.rows += 1;
    if (!('row' in result)) continue;
    const { row } = result;
    learn(survey, row);
    if (!follows && keys.seenBefore(row.rowId)) suspects.add(row.rowId);
  }
  if (survey.rows === before) throw new UnusableFile(at.source.path, 'has a header and no rows');
  return suspects;
}

function learn(survey: ImportSurvey, row: ImportRow): void {
  const known = survey.participants.get(row.code) ?? { enrolment: undefined };
  if (row.enrolment !== undefined && row.enrolment.at < (known.enrolment?.at ?? Infinity))
    known.enrolment = row.enrolment;
  survey.participants.set(row.code, known);
  if (row.assignment !== undefined) learnAssignment(survey, row.assignment);
  for (const { id } of row.claims) if (survey.sieve.seenBefore(id)) survey.suspectClaims.add(id);
  if (row.followsFromTable !== true) survey.ranges = widened(survey.ranges, row);
}

function learnAssignment(survey: ImportSurvey, { assignmentId, at, precision, day }: NeededAssignment): void {
  const known = survey.assignments.get(assignmentId);
  if (known === undefined) {
    survey.assignments.set(assignmentId, { at, precision, firstDay: day, lastDay: day });
    return;
  }
  if (at < known.at) [known.at, known.precision] = [at, precision];
  if (day === undefined) return;
  if (known.firstDay === undefined || day < known.firstDay) known.firstDay = day;
  if (known.lastDay === undefined || day > known.lastDay) known.lastDay = day;
}

function widened(ranges: ImportRanges | undefined, { start, end }: ImportRow): ImportRanges {
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
 * The rows whose key is there more than once. Reads again only where repetitions are suspected.
 * @throws UnusableFile naming the lines of the first one, where the mapping refuses them
 */
export async function repetitionsIn(at: TableSource, suspects: ReadonlySet<string>): Promise<RepeatedRows> {
  const found = new Map<string, Repetition>();
  if (suspects.size === 0) return found;
  const refused =
    at.table.duplicates === 'refuse' || (at.table.kind === 'records' && at.table.duplicates.kind === 'refuse');
  for await (const result of rowsOf(at)) {
    if (!('row' in result) || result.row.followsFromTable === true || !suspects.has(result.row.rowId)) continue;
    addRepetition(found, result.row);
    const repetition = found.get(result.row.rowId);
    if (refused && repetition !== undefined && repetition.lines.size > 1) throw repeatedKey(at, repetition);
  }
  for (const [rowId, { lines }] of found) if (lines.size < 2) found.delete(rowId);
  return found;
}

function repeatedKey({ table, source }: TableSource, { first, last }: Repetition): UnusableFile {
  const columns = table.key.map((column) => JSON.stringify(column)).join(', ');
  const other =
    table.kind === 'attempts'
      ? '"keep-first" would reject the later row'
      : 'keep-first, keep-last or mean would say what holds';
  return new UnusableFile(
    source.path,
    `has the key (${columns}) of line ${first}; is the key chosen well? duplicates: ${other}`,
    last,
  );
}
