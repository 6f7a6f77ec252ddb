import { Temporal } from 'temporal-polyfill';
import { timeZone } from '#domain';
import type { ReadMoment } from '../attempts/moment.reader.ts';
import { momentReader } from '../attempts/moment.reader.ts';
import { decimalNumber } from '../attempts/number.reader.ts';
import type { Cells } from '../attempts/row.cells.ts';
import type { TimeColumn } from '../mapping/column.schema.ts';
import type { ElapsedUnit, MomentSource, NumberOrColumn, Origin } from '../mapping/moment.schema.ts';
import type { RecordsTable } from '../mapping/records-table.schema.ts';
import { type Moment, momentsIn } from '../time/local-time.ts';
import type { WrittenTime } from '../time/time.pattern.ts';

/** Reads a moment; undefined where there is none or a problem says why. */
export type MomentOf = (cells: Cells) => ReadMoment | undefined;

/** Every way in which a table of records tells when. */
export interface RecordMoments {
  of(source: MomentSource): MomentOf;
  time(column: TimeColumn): MomentOf;
  readonly origin: MomentOf;
  /** The day on the row's calendar. */
  dayOf(at: number, cells: Cells): string;
}

/** Moments that are remembered: most rows share theirs with others. */
const REMEMBERED = 20_000;

/** @param now milliseconds since 1970 UTC; nothing can have happened later */
export function recordMoments(table: RecordsTable, now: number): RecordMoments {
  const zoneOf = zoneReader(table);
  const time = timeReader(table, zoneOf, now);
  const origin = originReader(table.origin, time, zoneOf);
  const after = elapsedReader(origin, zoneOf, now);
  return {
    time,
    origin,
    dayOf: (at, cells) =>
      Temporal.Instant.fromEpochMilliseconds(at)
        .toZonedDateTimeISO(zoneOf(cells) ?? table.time.zone)
        .toPlainDate()
        .toString(),
    of: (source) => {
      switch (source.kind) {
        case 'time':
          return time(source);
        case 'elapsed':
          return (cells) =>
            after(cells, numberOf(cells, source.since, table.decimal), source.unit, columnOf(source.since));
        case 'session-number':
          return (cells) => {
            const number = numberOf(cells, source.number, table.decimal);
            const { amount, unit } = source.every;
            const length = number === undefined ? undefined : (number - source.first) * amount;
            return after(cells, length, unit, columnOf(source.number));
          };
      }
    },
  };
}

/** Reads a length of time since the origin; the column is the one to blame. */
type MomentAfter = (
  cells: Cells,
  amount: number | undefined,
  unit: ElapsedUnit,
  column: string,
) => ReadMoment | undefined;

function elapsedReader(origin: MomentOf, zoneOf: (cells: Cells) => string | undefined, now: number): MomentAfter {
  const known = new Map<string, number | undefined>();
  return (cells, amount, unit, column) => {
    const from = origin(cells);
    const zone = zoneOf(cells);
    if (from === undefined || amount === undefined || zone === undefined) return undefined;
    const key = `${from.at} ${amount} ${unit} ${zone}`;
    const at = known.has(key) ? known.get(key) : later(from.at, amount, unit, zone);
    if (known.size >= REMEMBERED) known.clear();
    known.set(key, at);
    if (at === undefined) return cells.problem(column, `is not a length in ${unit}`);
    if (at > now) return cells.problem(column, 'lies in the future');
    return { at, precision: unit === 'hours' ? from.precision : ('day' as const) };
  };
}

const columnOf = (source: NumberOrColumn) => (typeof source === 'number' ? '' : source.column);

function numberOf(cells: Cells, source: NumberOrColumn, decimal: '.' | ','): number | undefined {
  if (typeof source === 'number') return source;
  const text = cells.required(source.column, 'the time is missing');
  if (text === undefined) return undefined;
  return decimalNumber(text, decimal) ?? cells.problem(source.column, 'is not a number');
}

function zoneReader({ time: { zone, zoneColumn } }: RecordsTable): (cells: Cells) => string | undefined {
  if (zoneColumn === undefined) return () => zone;
  const known = new Map<string, boolean>();
  return (cells) => {
    const text = cells.optional(zoneColumn);
    if (text === undefined) return zone;
    if (!known.has(text) && known.size < 1_000) known.set(text, timeZone.safeParse(text).success);
    if (known.get(text) ?? timeZone.safeParse(text).success) return text;
    return cells.problem(zoneColumn, 'is not an IANA time zone');
  };
}

function timeReader(
  table: RecordsTable,
  zoneOf: (cells: Cells) => string | undefined,
  now: number,
): (column: TimeColumn) => MomentOf {
  const moments = new Map<string, (time: WrittenTime) => Moment>();
  const momentsOf = (zone: string) => {
    const made = moments.get(zone) ?? momentsIn({ ...table.time, zone });
    moments.set(zone, made);
    return made;
  };
  return (column) => {
    const readers = new Map<string, MomentOf>();
    const [first = ''] = [column.column].flat();
    return (cells) => {
      const zone = zoneOf(cells);
      if (zone === undefined) return undefined;
      const read = readers.get(zone) ?? momentReader(column, { ...table.time, zone }, momentsOf(zone));
      readers.set(zone, read);
      const moment = read(cells);
      return moment !== undefined && moment.at > now ? cells.problem(first, 'lies in the future') : moment;
    };
  };
}

function originReader(
  origin: Origin | undefined,
  time: (column: TimeColumn) => MomentOf,
  zoneOf: (cells: Cells) => string | undefined,
): MomentOf {
  switch (origin?.kind) {
    case undefined:
      return () => undefined;
    case 'time':
      return time(origin);
    case 'date': {
      const date = Temporal.PlainDate.from(origin.on);
      const starts = new Map<string, number>();
      return (cells) => {
        const zone = zoneOf(cells);
        if (zone === undefined) return undefined;
        const at = starts.get(zone) ?? date.toZonedDateTime(zone).epochMilliseconds;
        starts.set(zone, at);
        return { at, precision: 'day' };
      };
    }
  }
}

const HOURS: Readonly<Record<Exclude<ElapsedUnit, 'months'>, number>> = { hours: 1, days: 24, weeks: 168 };
const MOST_HOURS = 24 * 366 * 150;

/** By the calendar of the zone where the length is whole, so that a day is a day when clocks change. */
function later(from: number, amount: number, unit: ElapsedUnit, zone: string): number | undefined {
  if (unit === 'months' && !Number.isInteger(amount)) return undefined;
  if (Math.abs(amount) * (unit === 'months' ? 744 : HOURS[unit]) > MOST_HOURS) return undefined;
  if (unit === 'hours' || !Number.isInteger(amount)) {
    return Math.round(from + amount * (unit === 'months' ? 0 : HOURS[unit]) * 3_600_000);
  }
  return Temporal.Instant.fromEpochMilliseconds(from)
    .toZonedDateTimeISO(zone)
    .add({ [unit]: amount }).epochMilliseconds;
}
