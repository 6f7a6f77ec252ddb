import type { IndexedFacts } from '../facts.index.ts';
import { certainDateNumber, dateNumber, instantMs } from '../study-day.ts';
import type { Moment, Place, ResolvedWindow } from '../window.ts';
import type { Interval } from './interval.ts';

/** The bounds of an interval as numbers. `fromMs` null: it goes by dates alone. */
interface Bounds {
  readonly fromMs: number | null;
  readonly toMs: number;
  /** The first and the last date inside, where things have dates only. */
  readonly firstDate: number;
  readonly lastDate: number;
}

function boundsOf({ from, to, fromDate, toDate, k }: Interval): Bounds {
  const field = `intervals[${k - 1}]`;
  const opening = dateNumber(fromDate, `${field}.fromDate`);
  return {
    fromMs: from === null ? null : instantMs(from, `${field}.from`),
    toMs: to === null ? Infinity : instantMs(to, `${field}.to`),
    firstDate: from === null ? opening : opening + 1,
    lastDate: toDate === null ? Infinity : dateNumber(toDate, `${field}.toDate`),
  };
}

/** One interval as a window: days are numbered from the date of its opening. */
export function intervalWindow(interval: Interval, indexed: IndexedFacts): ResolvedWindow {
  const bounds = boundsOf(interval);
  const day0 = dateNumber(interval.fromDate, 'fromDate');
  const open = interval.open && !indexed.final;
  return {
    anchored: true,
    neverStarted: false,
    settled: !open,
    from: 0,
    to: bounds.lastDate - day0,
    length: interval.lengthDays ?? (bounds.lastDate === Infinity ? Infinity : bounds.lastDate - day0 + 1),
    today: open ? observedDate(indexed) - day0 : null,
    anchor: interval.from ?? interval.fromDate,
    unreviewable: !interval.open && interval.closedBy !== 'next-session',
    single: true,
    place: (moment) => placeIn(bounds, moment, day0),
  };
}

function placeIn({ fromMs, toMs, firstDate, lastDate }: Bounds, { at, date, field }: Moment, day0: number): Place {
  const timed = fromMs !== null && at != null;
  if (timed) {
    const ms = instantMs(at, field);
    if (ms <= fromMs || ms > toMs) return { kind: 'out' };
  }
  if (date == null) return timed ? { kind: 'in', day: null, one: null } : { kind: 'unplaced' };
  const number = dateNumber(date, `${field} date`);
  if (!timed && (number < firstDate || number > lastDate)) return { kind: 'out' };
  return { kind: 'in', day: number - day0, one: number };
}

/** All intervals of a person as one window. What falls between them is outside. */
export function intervalsTogether(all: readonly Interval[], indexed: IndexedFacts): ResolvedWindow {
  const parts = all.map((interval) => intervalWindow(interval, indexed));
  return {
    anchored: true,
    neverStarted: false,
    settled: indexed.final,
    from: -Infinity,
    to: Infinity,
    length: indexed.final ? parts.reduce((days, { length }) => days + length, 0) : Infinity,
    today: null,
    anchor: null,
    place(moment, assignmentId) {
      const places = parts.map((part) => part.place(moment, assignmentId));
      const found = places.find(({ kind }) => kind === 'in') ?? places.find(({ kind }) => kind === 'unplaced');
      return found?.kind === 'in' ? { ...found, day: null } : (found ?? { kind: 'out' });
    },
  };
}

function observedDate({ facts, observedUntilMs }: IndexedFacts): number {
  if (facts.observedUntilDate != null) return dateNumber(facts.observedUntilDate, 'observedUntilDate');
  return observedUntilMs === null ? Infinity : certainDateNumber(observedUntilMs);
}
