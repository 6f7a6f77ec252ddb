import { type FieldRating, type IndexedFacts, obligationKey, type TimedAttempt } from '../facts.index.ts';
import type { Obligation, Terms } from '../facts.schema.ts';
import { attemptMoment } from '../window.resolver.ts';
import type { ResolvedWindow } from '../window.ts';
import { intervalWindow } from './interval.window.ts';
import type { Interval } from './interval.ts';

/** One obligation with all that an interval's answer may rest on. */
export interface SlicedObligation {
  readonly obligation: Obligation;
  readonly attempts: readonly TimedAttempt[];
  readonly ratings: readonly FieldRating[];
  readonly occurrences: number;
}

/** Everything that one interval's answer depends on, and nothing else. */
export interface IntervalSlice {
  readonly interval: Interval;
  readonly window: ResolvedWindow;
  readonly obligations: readonly SlicedObligation[];
  /** Attempts in the interval, and those that cannot be placed in time. */
  readonly attempts: readonly TimedAttempt[];
  /** Of them, those that do not say which occurrence they belong to. */
  readonly unlinked: readonly TimedAttempt[];
}

/** What belongs to no interval: before the first, between two, after the last, or never due. */
export interface OutsideIntervals {
  readonly obligations: number;
  readonly attempts: number;
}

/** Deals a participant's facts out to the intervals. Work due by its first version in one and by a later one in another is in both. */
export function slice(
  all: readonly Interval[],
  indexed: IndexedFacts,
): { readonly slices: readonly IntervalSlice[]; readonly outside: OutsideIntervals } {
  const windows = all.map((interval) => intervalWindow(interval, indexed));
  const obligations = windows.map((): SlicedObligation[] => []);
  const attempts = windows.map((): TimedAttempt[] => []);
  const outside = { obligations: 0, attempts: 0 };
  indexed.facts.obligations.forEach((obligation, i) => {
    const homes = homesOf(windows, (window) => isDueIn(window, obligation, `obligations[${i}]`));
    if (homes.length === 0) outside.obligations += 1;
    const sliced = homes.length === 0 ? null : slicedObligation(obligation, indexed);
    for (const k of homes) if (sliced !== null) obligations[k]?.push(sliced);
  });
  for (const one of indexed.attempts) {
    const moment = attemptMoment(one.attempt, one.field);
    const homes = homesOf(windows, (window) => window.place(moment, '').kind !== 'out');
    if (homes.length === 0) outside.attempts += 1;
    for (const k of homes) attempts[k]?.push(one);
  }
  const loose = new Set(indexed.unlinked);
  const slices = all.flatMap((interval, k): IntervalSlice[] => {
    const window = windows[k];
    const own = attempts[k] ?? [];
    if (window === undefined) return [];
    const unlinked = own.filter((one) => loose.has(one));
    return [{ interval, window, obligations: obligations[k] ?? [], attempts: own, unlinked }];
  });
  return { slices, outside };
}

function homesOf(windows: readonly ResolvedWindow[], belongs: (window: ResolvedWindow) => boolean): number[] {
  return windows.flatMap((window, k) => (belongs(window) ? [k] : []));
}

/** Due here by either version, or with a due moment that cannot be placed. */
function isDueIn(window: ResolvedWindow, { assignmentId, asAssigned, asAdjusted }: Obligation, field: string): boolean {
  return [asAssigned, asAdjusted].some(({ dueAt, dueDate }: Terms) => {
    if (dueAt == null && dueDate == null) return false;
    return window.place({ at: dueAt, date: dueDate, field: `${field} due` }, assignmentId).kind !== 'out';
  });
}

function slicedObligation(obligation: Obligation, indexed: IndexedFacts): SlicedObligation {
  return {
    obligation,
    attempts: indexed.linked.get(obligationKey(obligation)) ?? [],
    ratings: (indexed.ratings.get(obligation.assignmentId) ?? []).filter(
      ({ rating }) => rating.occurrence == null || rating.occurrence === obligation.occurrence,
    ),
    occurrences: indexed.occurrences.get(obligation.assignmentId) ?? 1,
  };
}

/** The facts of one interval in the form that measures read. Links were made over the whole record. */
export function indexedSlice({ obligations, attempts, unlinked }: IntervalSlice, indexed: IndexedFacts): IndexedFacts {
  return {
    ...indexed,
    facts: { ...indexed.facts, obligations: obligations.map(({ obligation }) => obligation) },
    attempts,
    unlinked,
  };
}

/** Whether two slices would give the same answer: the same facts in the same interval, read at the same time if it is open. */
export function sameSlice(one: IntervalSlice, other: IntervalSlice): boolean {
  return JSON.stringify(inputOf(one)) === JSON.stringify(inputOf(other));
}

function inputOf({ interval, window, obligations, attempts, unlinked }: IntervalSlice): unknown {
  return [
    interval,
    [window.settled, window.today],
    obligations.map((sliced) => [
      sliced.obligation,
      sliced.attempts.map(({ attempt }) => attempt),
      sliced.ratings.map(({ rating }) => rating),
      sliced.occurrences,
    ]),
    attempts.map(({ attempt }) => attempt),
    unlinked.map(({ attempt }) => attempt.id),
  ];
}
