import type { z } from 'zod';
import { type assignmentEvents, participantIdOf, suds, zeroToFour } from '#domain';
import type { CsvRecord } from '../csv/csv.reader.ts';
import type { TableHeader } from '../csv/table.header.ts';
import type { AttemptsTable } from '../mapping/attempts-table.schema.ts';
import { participantCode } from './participant.code.ts';
import { readNumber } from './number.reader.ts';
import type { NumberColumn } from '../mapping/column.schema.ts';
import { readDuration } from '../time/duration.format.ts';
import { momentsIn } from '../time/local-time.ts';
import type { RejectedRow } from '../rows/import.row.ts';
import { type Cells, cellsOf } from './row.cells.ts';
import { codeReader } from './code.reader.ts';
import { type ReadMoment, momentReader } from './moment.reader.ts';

type Recorded = z.infer<typeof assignmentEvents.AttemptRecorded.data>;
/** What a row tells of an attempt besides who and when. */
export type AttemptContent = Pick<
  Recorded,
  | 'performer'
  | 'informant'
  | 'outcome'
  | 'done'
  | 'difficulty'
  | 'mastery'
  | 'pleasure'
  | 'helpfulness'
  | 'distressBefore'
  | 'distressAfter'
>;

/** A row that can be imported. Times are milliseconds since 1970 UTC. */
export interface AttemptRow {
  readonly line: number;
  readonly code: string;
  readonly participantId: string;
  /** The row's natural key within its participant, in the order of the mapping. */
  readonly key: readonly string[];
  readonly start: number;
  readonly end: number | undefined;
  readonly startPrecision: ReadMoment['precision'];
  readonly endPrecision: ReadMoment['precision'];
  readonly content: AttemptContent;
}

export type ReadRow = { readonly row: AttemptRow } | { readonly rejected: RejectedRow };

export interface AttemptReaderSettings {
  readonly table: AttemptsTable;
  readonly header: TableHeader;
  readonly studyId: string;
  /** Milliseconds since 1970 UTC; nothing can have happened later. */
  readonly now: number;
}

const RATINGS = {
  difficulty: zeroToFour,
  mastery: zeroToFour,
  pleasure: zeroToFour,
  helpfulness: zeroToFour,
  distressBefore: suds,
  distressAfter: suds,
} as const;
type RatingName = keyof typeof RATINGS;
const RATING_NAMES = Object.keys(RATINGS) as RatingName[];

/** Makes the function that reads one record of an attempts table; it looks at every cell before it gives up a row. */
export function attemptReader(settings: AttemptReaderSettings): (record: CsvRecord) => ReadRow {
  const { table, header } = settings;
  const read = rowReader(settings);
  return (record) => {
    const cells = cellsOf(record, header, table.missing);
    const row =
      record.fields.length === header.width ? read(cells, record.line) : cells.wrongWidth(record.fields.length);
    return row === undefined || cells.problems.length > 0
      ? { rejected: { line: record.line, problems: cells.problems } }
      : { row };
  };
}

function rowReader(settings: AttemptReaderSettings): (cells: Cells, line: number) => AttemptRow | undefined {
  const { table, studyId } = settings;
  const times = timesReader(settings);
  const contents = contentReader(table);
  return (cells, line) => {
    const code = participantCode(cells, table, studyId);
    const key = table.key.map((column) => cells.required(column, 'the key of a row cannot be missing'));
    const time = times(cells);
    const content = contents(cells);
    if (code === undefined || time === undefined || content === undefined) return undefined;
    if (!key.every((part) => part !== undefined)) return undefined;
    return { line, code, participantId: participantIdOf(studyId, code), key, ...time, content };
  };
}

type Times = Pick<AttemptRow, 'start' | 'end' | 'startPrecision' | 'endPrecision'>;

function timesReader({ table, now }: AttemptReaderSettings): (cells: Cells) => Times | undefined {
  const moments = momentsIn(table.time);
  const { start: startColumn, end: endColumn } = table.attempt;
  const readStart = momentReader(startColumn, table.time, moments);
  const readEnd = endColumn.kind === 'time' ? momentReader(endColumn, table.time, moments) : undefined;
  const notBefore = Date.parse(table.reject.before);
  const [startName, endName] = [
    firstOf(startColumn.column),
    endColumn.kind === 'unknown' ? '' : firstOf(endColumn.column),
  ];
  return (cells) => {
    const start = readStart(cells);
    const end =
      readEnd?.(cells) ?? (endColumn.kind === 'duration' ? endByDuration(cells, endColumn, start) : undefined);
    if (start === undefined || (end === undefined && endColumn.kind !== 'unknown')) return undefined;
    if (start.at < notBefore) cells.problem(startName, `lies before ${table.reject.before}`);
    if (start.at > now) cells.problem(startName, 'lies in the future');
    if (end !== undefined && end.at > now) cells.problem(endName, 'lies in the future');
    if (end !== undefined) checkLength(cells, table, endName, end.at - start.at);
    return {
      start: start.at,
      end: end?.at,
      startPrecision: start.precision,
      endPrecision: end?.precision ?? start.precision,
    };
  };
}

const firstOf = (column: string | readonly string[]) => (typeof column === 'string' ? column : (column[0] ?? ''));

function endByDuration(
  cells: Cells,
  { column, format }: Extract<AttemptsTable['attempt']['end'], { kind: 'duration' }>,
  start: ReadMoment | undefined,
): ReadMoment | undefined {
  const text = cells.required(column, 'the duration is missing');
  if (text === undefined) return undefined;
  const length = readDuration(text, format);
  if (length === undefined) return cells.problem(column, `is not a duration as ${format}`);
  return start === undefined ? undefined : { at: start.at + length, precision: start.precision };
}

function checkLength(cells: Cells, table: AttemptsTable, endName: string, length: number): void {
  const { shorterThanSeconds = 0, longerThanSeconds = Infinity } = table.reject;
  if (length < 0) cells.problem(endName, 'the attempt ends before it starts');
  else if (length < shorterThanSeconds * 1_000)
    cells.problem(endName, `the attempt is shorter than ${shorterThanSeconds} s`);
  else if (length > longerThanSeconds * 1_000)
    cells.problem(endName, `the attempt is longer than ${longerThanSeconds} s`);
  const { duration } = table.attempt;
  const text = duration === undefined ? undefined : cells.optional(duration.column);
  if (duration === undefined || text === undefined) return;
  const stated = readDuration(text, duration.format);
  if (stated === undefined) cells.problem(duration.column, `is not a duration as ${duration.format}`);
  else if (Math.abs(stated - length) > duration.toleranceSeconds * 1_000) {
    cells.problem(duration.column, 'does not agree with the start and end of the attempt');
  }
}

function contentReader({ attempt }: AttemptsTable): (cells: Cells) => AttemptContent | undefined {
  const readPerformer = codeReader(attempt.performer);
  const readInformant = codeReader(attempt.informant);
  const readOutcome = codeReader(attempt.outcome);
  return (cells) => {
    const [performer, informant, outcome] = [readPerformer(cells), readInformant(cells), readOutcome(cells)];
    const done = attempt.done === undefined ? undefined : readNumber(cells, attempt.done);
    if (attempt.done !== undefined && done !== undefined && (done < 0 || done > 100_000)) {
      cells.problem(attempt.done.column, 'is not an amount from 0 to 100000');
    }
    const ratings = RATING_NAMES.flatMap((name) => {
      const column = attempt[name];
      const value = column === undefined ? undefined : readRating(cells, column, name);
      return value === undefined ? [] : [[name, value] as const];
    });
    if (performer === undefined || informant === undefined || outcome === undefined) return undefined;
    const amount =
      attempt.done === undefined || done === undefined ? {} : { done: { amount: done, unit: attempt.done.unit } };
    return { performer, informant, outcome, ...amount, ...Object.fromEntries(ratings) };
  };
}

function readRating(cells: Cells, column: NumberColumn, name: RatingName): number | undefined {
  const value = readNumber(cells, column);
  if (value === undefined || RATINGS[name].safeParse(value).success) return value;
  return cells.problem(
    column.column,
    RATINGS[name] === suds ? 'is not a whole number from 0 to 100' : 'is not a whole number from 0 to 4',
  );
}
