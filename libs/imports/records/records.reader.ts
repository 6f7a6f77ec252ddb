import { participantIdOf } from '#domain';
import type { ReadMoment } from '../attempts/moment.reader.ts';
import { decimalNumber } from '../attempts/number.reader.ts';
import { participantCode } from '../attempts/participant.code.ts';
import type { Cells } from '../attempts/row.cells.ts';
import type { CsvRecord } from '../csv/csv.reader.ts';
import type { TableHeader } from '../csv/table.header.ts';
import { columnsOf } from '../mapping/mapping.columns.ts';
import type { RecordsTable } from '../mapping/records-table.schema.ts';
import type { Statement } from '../mapping/statement.schema.ts';
import type { ImportRow, ReadRow, TableReader } from '../rows/import.row.ts';
import type { ImportIds } from '../run/import.ids.ts';
import { allocationReader } from './allocation.reader.ts';
import { baselineReader } from './baseline.reader.ts';
import type { JoinedFile } from './joined.file.ts';
import { measuresReader } from './measures.reader.ts';
import { promptsReader } from './prompts.reader.ts';
import { recordCells } from './record.cells.ts';
import { type MomentOf, type RecordMoments, recordMoments } from './record.moments.ts';
import { type RepeatedRows, meanOf, standingOf } from './repeated.rows.ts';
import type { RowSubject, Said, StatementReader, StatementSettings } from './statement.reader.ts';
import { treatmentReader } from './treatment.reader.ts';
import { zoneReader } from './zone.reader.ts';

export interface RecordsReaderSettings {
  readonly table: RecordsTable;
  readonly header: TableHeader;
  readonly joined: readonly JoinedFile[];
  readonly studyId: string;
  readonly ids: ImportIds;
  /** Milliseconds since 1970 UTC; nothing can have happened later. */
  readonly now: number;
  /** Rows whose key is there more than once, where they are known already. */
  readonly repeated: RepeatedRows;
}

/** Makes the reader of a table of records. */
export function recordsReader(settings: RecordsReaderSettings): TableReader {
  const { table, header, ids, now, repeated } = settings;
  const cellsFor = recordCells(settings);
  const moments = recordMoments(table, now);
  const statements = table.becomes.map((statement, place) =>
    statementReader(statement, { table, place, ids, moments }, settings.studyId),
  );
  const identify = identifier(settings);
  const place = placer(table, moments);
  const averaged = averager(table);
  return {
    read: (record) => {
      const { line } = record;
      const cells = cellsFor(record);
      if (record.fields.length !== header.width) cells.wrongWidth(record.fields.length);
      const identity = cells.problems.length === 0 ? identify(cells) : undefined;
      if (identity === undefined) return { rejected: { line, problems: cells.problems } };
      const repetition = repeated.get(identity.rowId);
      const standing = standingOf(repetition, line, table.duplicates.kind);
      if (standing.kind === 'merged') return { merged: { line } };
      if (standing.kind === 'rejected') {
        cells.problem(table.key[0] ?? '', standing.reason);
        return { rejected: { line, problems: cells.problems } };
      }
      const values =
        repetition !== undefined && table.duplicates.kind === 'mean'
          ? cellsFor(record, meanOf(repetition, table.duplicates.of, cells, table.decimal))
          : cells;
      return rowOf(values, { line, ...identity }, place, statements, averaged(cells, record));
    },
    finish: () => statements.flatMap((statement) => (statement.finish?.() ?? []).flatMap(followingRow)),
  };
}

function statementReader(statement: Statement, settings: StatementSettings, studyId: string): StatementReader {
  switch (statement.kind) {
    case 'allocation':
      return allocationReader(statement, settings, studyId);
    case 'baseline':
      return baselineReader(statement, settings);
    case 'measures':
      return measuresReader(statement, settings);
    case 'concomitant-treatment':
      return treatmentReader(statement, settings);
    case 'prompts':
      return promptsReader(statement, settings);
    case 'time-zone':
      return zoneReader(statement, settings);
  }
}

type Identity = Pick<ImportRow, 'code' | 'participantId' | 'rowId' | 'key'>;

function identifier({ table, studyId, ids }: RecordsReaderSettings): (cells: Cells) => Identity | undefined {
  return (cells) => {
    const code = participantCode(cells, table, studyId);
    const key = table.key.map((column) => cells.required(column, 'the key of a row cannot be missing'));
    if (code === undefined || !key.every((part) => part !== undefined)) return undefined;
    return { code, participantId: participantIdOf(studyId, code), rowId: ids.attempt(code, key), key };
  };
}

interface Placed {
  readonly at: ReadMoment | undefined;
  readonly enrolment: ImportRow['enrolment'];
}

/** When a row happened, and when its participant was enrolled by it. */
function placer(table: RecordsTable, moments: RecordMoments): (cells: Cells) => Placed {
  const readAt = moments.of(table.at);
  const readEnrolment = enrolmentReader(table, moments, readAt);
  const zoneColumn = table.becomes.find((statement) => statement.kind === 'time-zone')?.column;
  return (cells) => {
    const at = readAt(cells);
    if (table.enrolment.kind === 'none') return { at, enrolment: undefined };
    const enrolled = table.enrolment.kind === 'earliest' ? at : readEnrolment(cells);
    const zone = zoneColumn === undefined ? undefined : cells.optional(zoneColumn);
    return { at, enrolment: enrolled && { ...enrolled, ...(zone === undefined ? {} : { zone }) } };
  };
}

function enrolmentReader({ enrolment }: RecordsTable, moments: RecordMoments, at: MomentOf): MomentOf {
  switch (enrolment.kind) {
    case 'earliest':
    case 'none':
      return at;
    case 'origin':
      return moments.origin;
    case 'time':
      return moments.time(enrolment);
  }
}

function rowOf(
  cells: Cells,
  identity: Identity & { readonly line: number },
  place: (cells: Cells) => Placed,
  statements: readonly StatementReader[],
  averaged: ImportRow['averaged'],
): ReadRow {
  const { line } = identity;
  const { at, enrolment } = place(cells);
  const rejected = (): ReadRow => {
    const { problems } = cells;
    for (const statement of statements) statement.spoil?.(cells, identity.code);
    return { rejected: { line, problems } };
  };
  if (at === undefined) return rejected();
  const subject: RowSubject = { ...identity, at, enrolment };
  const said = statements.map((statement) => statement.read(cells, subject));
  if (cells.problems.length > 0) return rejected();
  for (const { remember } of said) remember?.();
  const row = importRow(subject, identity.key, said);
  return { row: averaged === undefined ? row : { ...row, averaged } };
}

function importRow({ at, ...subject }: RowSubject, key: readonly string[], said: readonly Said[]): ImportRow {
  const attempted = said.flatMap(({ entries }) => entries).find(({ event }) => event === 'AttemptRecorded');
  const { startedAt, endedAt } = attempted?.content ?? {};
  const length =
    typeof startedAt === 'string' && typeof endedAt === 'string'
      ? Date.parse(endedAt) - Date.parse(startedAt)
      : undefined;
  return {
    ...subject,
    key,
    start: at.at,
    end: length === undefined ? undefined : at.at + length,
    precision: at.precision,
    assignment: said.find(({ assignment }) => assignment !== undefined)?.assignment,
    entries: said.flatMap(({ entries }) => entries),
    claims: said.flatMap(({ claims = [] }) => claims),
  };
}

function followingRow({ row, said }: { readonly row: RowSubject; readonly said: Said }): ReadRow[] {
  if (said.entries.length === 0) return [];
  return [{ row: { ...importRow(row, [], [said]), followsFromTable: true } }];
}

/** What is averaged over the rows of one key, and what must be the same in all of them. */
function averager(table: RecordsTable): (cells: Cells, record: CsvRecord) => ImportRow['averaged'] {
  if (table.duplicates.kind !== 'mean') return () => undefined;
  const { of } = table.duplicates;
  const others = columnsOf(table).filter((column) => !of.includes(column));
  return (cells) => {
    const values = of.map((column) => {
      const text = cells.optional(column);
      return text === undefined ? undefined : decimalNumber(text, table.decimal);
    });
    return { values, rest: JSON.stringify(others.map((column) => cells.optional(column) ?? null)) };
  };
}
