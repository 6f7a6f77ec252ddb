import type { IndexedFacts } from './facts.index.ts';
import { intervals } from './intervals/interval.sequence.ts';
import { intervalsTogether, intervalWindow } from './intervals/interval.window.ts';
import { certainDateNumber, dateNumber, elapsedDay, instantMs } from './study-day.ts';
import type { DaysWindow, PeriodsWindow, WindowDefinition } from './window.schema.ts';
import type { Moment, ResolvedWindow } from './window.ts';

/** Finds the windows of a definition for one participant. */
export interface WindowSource {
  resolve(window: WindowDefinition): ResolvedWindow;
  /** The periods or intervals of a window one by one. */
  parts(window: WindowDefinition): readonly ResolvedWindow[];
}

/** Windows as the definition has them, over the whole person. */
export function windowsOf(indexed: IndexedFacts): WindowSource {
  const resolved = new Map<WindowDefinition, ResolvedWindow>();
  return {
    resolve(window) {
      const ready = resolved.get(window) ?? resolveWindow(window, indexed);
      resolved.set(window, ready);
      return ready;
    },
    parts(window) {
      if (window.kind === 'intervals') {
        return intervals(window, indexed.facts).map((interval) => intervalWindow(interval, indexed));
      }
      if (window.kind !== 'periods') return [resolveWindow(window, indexed)];
      const { anchor, days } = window;
      return window.periods.map(({ from, to }) => resolveWindow({ kind: 'days', anchor, days, from, to }, indexed));
    },
  };
}

export function resolveWindow(window: WindowDefinition, indexed: IndexedFacts): ResolvedWindow {
  if (window.kind === 'record') return wholeRecord(indexed);
  if (window.kind === 'intervals') return intervalsTogether(intervals(window, indexed.facts), indexed);
  const anchorOf = window.anchor === 'assignment' ? assignmentAnchors(window, indexed) : sharedAnchor(window, indexed);
  const shared = window.anchor === 'assignment' ? null : anchorOf('');
  const { from, to } = extent(window);
  const today = shared === null || indexed.final ? null : observedDay(window, shared.number, indexed);
  const lastDay = window.kind === 'days' ? (window.settledAfter ?? to) : to;
  return {
    anchored: window.anchor === 'assignment' || shared !== null,
    neverStarted: window.anchor === 'first-attempt' && indexed.attempts.length === 0,
    settled: indexed.final || (today !== null && today > lastDay),
    from,
    to,
    length: window.anchor === 'assignment' ? Infinity : to - from + 1,
    today,
    anchor: shared?.text ?? null,
    place(moment, assignmentId) {
      const anchor = anchorOf(assignmentId);
      const number = anchor === null ? null : numberOf(moment, window.days, anchor.number);
      if (number === null) return { kind: 'unplaced' };
      if (number < from || number > to) return { kind: 'out' };
      return { kind: 'in', day: number, one: window.anchor === 'assignment' ? number + (anchor?.number ?? 0) : number };
    },
  };
}

function wholeRecord(indexed: IndexedFacts): ResolvedWindow {
  return {
    anchored: true,
    neverStarted: false,
    settled: indexed.final,
    from: -Infinity,
    to: Infinity,
    length: Infinity,
    today: null,
    anchor: null,
    place: ({ date, field }) => ({
      kind: 'in',
      day: null,
      one: date == null ? null : dateNumber(date, `${field} date`),
    }),
  };
}

function extent(window: DaysWindow | PeriodsWindow): { from: number; to: number } {
  if (window.kind === 'days') return { from: window.from, to: window.to === 'open' ? Infinity : window.to };
  return { from: window.periods[0]?.from ?? 0, to: window.periods.at(-1)?.to ?? 0 };
}

/** Day 0: milliseconds for elapsed days, a day count for calendar days. */
interface Anchor {
  readonly number: number;
  readonly text: string;
}
type AnchorOf = (assignmentId: string) => Anchor | null;

function sharedAnchor(window: DaysWindow | PeriodsWindow, indexed: IndexedFacts): AnchorOf {
  const moment = window.anchor === 'enrolment' ? enrolment(indexed) : firstAttempt(indexed, window.days);
  const anchor = moment === null ? null : anchorAt(moment, window.days);
  return () => anchor;
}

function assignmentAnchors(window: DaysWindow | PeriodsWindow, indexed: IndexedFacts): AnchorOf {
  const anchors = new Map<string, Anchor>();
  for (const { assignmentId, assignedAt, assignedDate } of indexed.facts.obligations) {
    const anchor = anchorAt(
      { at: assignedAt, date: assignedDate, field: `assigned time of ${assignmentId}` },
      window.days,
    );
    if (anchor !== null) anchors.set(assignmentId, anchor);
  }
  return (assignmentId) => anchors.get(assignmentId) ?? null;
}

function anchorAt(moment: Moment, days: 'elapsed' | 'calendar'): Anchor | null {
  if (days === 'elapsed')
    return moment.at == null ? null : { number: instantMs(moment.at, moment.field), text: moment.at };
  return moment.date == null ? null : { number: dateNumber(moment.date, moment.field), text: moment.date };
}

function enrolment({ facts }: IndexedFacts): Moment {
  return { at: facts.enrolledAt, date: facts.enrolledDate, field: 'enrolledAt or enrolledDate' };
}

function firstAttempt({ attempts }: IndexedFacts, days: 'elapsed' | 'calendar'): Moment | null {
  const moments = attempts.map(({ attempt, field }) => attemptMoment(attempt, field));
  const first = (key: 'at' | 'date'): Moment | null =>
    moments
      .filter((moment) => moment[key] != null)
      .reduce<Moment | null>(
        (best, moment) => (best === null || (moment[key] ?? '') < (best[key] ?? '') ? moment : best),
        null,
      );
  return first(days === 'elapsed' ? 'at' : 'date');
}

/** When an attempt was: its start. */
export function attemptMoment(
  attempt: { startedAt?: string | null | undefined; localDate?: string | null | undefined },
  field: string,
): Moment {
  return { at: attempt.startedAt, date: attempt.localDate, field: `${field}.startedAt or localDate` };
}

function numberOf(moment: Moment, days: 'elapsed' | 'calendar', anchor: number): number | null {
  if (days === 'elapsed') return moment.at == null ? null : elapsedDay(anchor, instantMs(moment.at, moment.field));
  return moment.date == null ? null : dateNumber(moment.date, moment.field) - anchor;
}

/** The day observation ends on; days before it are over. */
function observedDay(
  window: DaysWindow | PeriodsWindow,
  anchor: number,
  { facts, observedUntilMs }: IndexedFacts,
): number | null {
  if (observedUntilMs === null) return null;
  if (window.days === 'elapsed') return elapsedDay(anchor, observedUntilMs);
  const date = facts.observedUntilDate;
  return (date == null ? certainDateNumber(observedUntilMs) : dateNumber(date, 'observedUntilDate')) - anchor;
}
