import { canonicalJson } from '../attempts/canonical-json.ts';
import { codeReader } from '../attempts/code.reader.ts';
import type { ReadMoment } from '../attempts/moment.reader.ts';
import { readNumber } from '../attempts/number.reader.ts';
import type { Cells } from '../attempts/row.cells.ts';
import type { NumberColumn } from '../mapping/column.schema.ts';
import type { MeasuresStatement } from '../mapping/statement.schema.ts';
import type { ImportEntry } from '../rows/import.row.ts';
import { type RowSubject, type Said, type StatementSettings, occurred } from './statement.reader.ts';

/** Reads and tells the measures of one instrument. */
export interface MeasureTeller {
  /** The values of an occasion; undefined where all are missing. */
  values(cells: Cells, source: Readings): MeasuredValues | undefined;
  informant(cells: Cells): string | undefined;
  recorded(row: RowSubject, occasion: string, values: MeasuredValues, informant: string, at: ReadMoment): Said;
  missed(row: RowSubject, occasion: string, informant: string, reason: string, at: ReadMoment): Said;
}

interface Readings {
  readonly total?: NumberColumn | undefined;
  readonly items?: Readonly<Record<string, NumberColumn>> | undefined;
}

interface MeasuredValues {
  readonly items: Readonly<Record<string, number | null>>;
  readonly reportedTotal?: number;
  readonly column: string;
}

export function measureTeller(statement: MeasuresStatement, { table, ids }: StatementSettings): MeasureTeller {
  const { instrument, timing, recallDays, assessorBlind, range } = statement;
  const optional = {
    ...(recallDays === undefined ? {} : { recallDays }),
    ...(assessorBlind === undefined ? {} : { assessorBlind }),
  };
  const subjectOf = ({ code, participantId }: RowSubject, occasion: string, informant: string): MeasureSubject => {
    const { instrumentId, version } = instrument;
    const measureId = ids.shared('measure', code, instrumentId, String(version), occasion, informant);
    return { measureId, participantId, instrument, occasion };
  };
  return {
    informant: codeReader<string>(statement.informant),
    values: (cells, source) => valuesOf(cells, source, table.decimal, range),
    recorded: (row, occasion, { column, ...values }, informant, at) => {
      const content = { ...subjectOf(row, occasion, informant), ...values, timing, ...optional, informant };
      return said(RECORDED, content, at, column, ids);
    },
    missed: (row, occasion, informant, reason, at) =>
      said(MISSED, { ...subjectOf(row, occasion, informant), reason }, at, '', ids),
  };
}

/** What identifies a measure. */
interface MeasureSubject {
  readonly measureId: string;
  readonly participantId: string;
  readonly instrument: MeasuresStatement['instrument'];
  readonly occasion: string;
}

interface Telling {
  readonly type: 'RecordMeasure' | 'MissMeasure';
  readonly event: ImportEntry['event'];
}

const RECORDED: Telling = { type: 'RecordMeasure', event: 'MeasureRecorded' };
const MISSED: Telling = { type: 'MissMeasure', event: 'MeasureMissed' };

function said(
  { type, event }: Telling,
  content: MeasureSubject & Readonly<Record<string, unknown>>,
  at: ReadMoment,
  column: string,
  ids: StatementSettings['ids'],
): Said {
  const { measureId } = content;
  const commandId = ids.commandAbout(measureId, type);
  return {
    entries: [
      {
        category: 'measure',
        recordId: measureId,
        event,
        commandId,
        command: { type, ...content },
        ...occurred(at),
        content,
        addedByLog: [],
      },
    ],
    claims: [{ id: measureId, column, content: () => canonicalJson(content), commandId }],
  };
}

/** @param afterLast whether nothing came any more */
export function missedReason(absence: MeasuresStatement['absence'], afterLast: boolean): string {
  if (absence.kind === 'silent') return 'unknown';
  return afterLast ? (absence.afterLast ?? absence.reason) : absence.reason;
}

export function joined(parts: readonly Said[]): Said {
  return {
    entries: parts.flatMap(({ entries }) => entries),
    claims: parts.flatMap(({ claims = [] }) => claims),
  };
}

function valuesOf(
  cells: Cells,
  { total, items = {} }: Readings,
  decimal: '.' | ',',
  range: MeasuresStatement['range'],
): MeasuredValues | undefined {
  const reportedTotal = total === undefined ? undefined : readNumber(cells, total, decimal);
  if (total !== undefined && reportedTotal !== undefined && range !== undefined) {
    if (reportedTotal < range.min || reportedTotal > range.max) {
      cells.problem(total.column, `is not a number from ${range.min} to ${range.max}`);
    }
  }
  const answers = Object.entries(items).map(
    ([item, source]) => [item, readNumber(cells, source, decimal) ?? null] as const,
  );
  const answered = answers.some(([, answer]) => answer !== null);
  if (reportedTotal === undefined && !answered) return undefined;
  const column = total?.column ?? Object.values(items)[0]?.column ?? '';
  return {
    items: answered ? Object.fromEntries(answers) : {},
    ...(reportedTotal === undefined ? {} : { reportedTotal }),
    column,
  };
}
