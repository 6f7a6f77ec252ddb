import { canonicalJson } from '../attempts/canonical-json.ts';
import { codeReader } from '../attempts/code.reader.ts';
import type { ReadMoment } from '../attempts/moment.reader.ts';
import { readNumber } from '../attempts/number.reader.ts';
import type { Cells } from '../attempts/row.cells.ts';
import type { NumberColumn } from '../mapping/column.schema.ts';
import type { MeasuresStatement } from '../mapping/statement.schema.ts';
import { longMeasures } from './long-measures.reader.ts';
import type { MomentOf } from './record.moments.ts';
import {
  NOTHING_SAID,
  type RowSubject,
  type Said,
  type StatementReader,
  type StatementSettings,
  occurred,
} from './statement.reader.ts';

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

export function measuresReader(statement: MeasuresStatement, settings: StatementSettings): StatementReader {
  const tell = teller(statement, settings);
  return statement.layout.kind === 'wide'
    ? wideMeasures(statement, statement.layout, settings, tell)
    : longMeasures(statement, statement.layout, settings, tell);
}

type Wide = Extract<MeasuresStatement['layout'], { kind: 'wide' }>;

function wideMeasures(
  { absence }: MeasuresStatement,
  { occasions }: Wide,
  { moments }: StatementSettings,
  tell: MeasureTeller,
): StatementReader {
  const sources = occasions.map((source) => ({
    source,
    at: source.at === undefined ? undefined : moments.of(source.at),
  }));
  return {
    read: (cells, row) => {
      const informant = tell.informant(cells);
      if (informant === undefined) return NOTHING_SAID;
      const values = sources.map(({ source }) => tell.values(cells, source));
      const last = values.findLastIndex((value) => value !== undefined);
      return joined(
        sources.map(({ source, at }, place) => {
          const value = values[place];
          if (value === undefined && absence.kind === 'silent') return NOTHING_SAID;
          const moment = momentOf(at, cells, row);
          if (moment === undefined) return NOTHING_SAID;
          if (value !== undefined) return tell.recorded(row, source.occasion, value, informant, moment);
          return tell.missed(row, source.occasion, informant, missedReason(absence, place > last), moment);
        }),
      );
    },
  };
}

const momentOf = (at: MomentOf | undefined, cells: Cells, row: RowSubject) => (at === undefined ? row.at : at(cells));

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

function teller(statement: MeasuresStatement, { table, ids }: StatementSettings): MeasureTeller {
  const { instrument, timing, recallDays, assessorBlind, range } = statement;
  const optional = {
    ...(recallDays === undefined ? {} : { recallDays }),
    ...(assessorBlind === undefined ? {} : { assessorBlind }),
  };
  const idOf = (row: RowSubject, occasion: string, informant: string) =>
    ids.shared('measure', row.code, instrument.instrumentId, String(instrument.version), occasion, informant);
  const said = (
    type: 'RecordMeasure' | 'MissMeasure',
    measureId: string,
    content: Readonly<Record<string, unknown>>,
    at: ReadMoment,
    column: string,
  ): Said => {
    const commandId = ids.commandAbout(measureId, type);
    const event = type === 'RecordMeasure' ? 'MeasureRecorded' : 'MeasureMissed';
    const command = { type, ...content };
    return {
      entries: [
        {
          category: 'measure',
          recordId: measureId,
          event,
          commandId,
          command,
          ...occurred(at),
          content,
          addedByLog: [],
        },
      ],
      claims: [{ id: measureId, column, content: () => canonicalJson(content), commandId }],
    };
  };
  const occasionOf = (row: RowSubject, occasion: string, measureId: string) => ({
    measureId,
    participantId: row.participantId,
    instrument,
    occasion,
  });
  return {
    informant: codeReader<string>(statement.informant),
    values: (cells, source) => valuesOf(cells, source, table.decimal, range),
    recorded: (row, occasion, { column, ...values }, informant, at) => {
      const measureId = idOf(row, occasion, informant);
      const content = { ...occasionOf(row, occasion, measureId), ...values, timing, ...optional, informant };
      return said('RecordMeasure', measureId, content, at, column);
    },
    missed: (row, occasion, informant, reason, at) => {
      const measureId = idOf(row, occasion, informant);
      return said('MissMeasure', measureId, { ...occasionOf(row, occasion, measureId), reason }, at, '');
    },
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
