import type { LogDefinition } from '../definition.schema.ts';
import type { IndexedFacts } from '../facts.index.ts';
import type { AttemptMeasure } from '../quantity.schema.ts';
import type { WindowSource } from '../window.resolver.ts';
import type { WindowDefinition } from '../window.schema.ts';
import type { ResolvedWindow } from '../window.ts';
import { type AttemptSelection, selectAttempts } from './attempts.selection.ts';
import { mean, type Measure, median, type Range, sum, within } from './measure.ts';

type Reading = Pick<Measure, 'value' | 'range'>;

/** Dose, days and retention: what is counted over attempts in a window. */
export function measureAttempts(
  quantity: AttemptMeasure,
  definition: WindowDefinition,
  log: LogDefinition,
  indexed: IndexedFacts,
  windows: WindowSource,
): Measure {
  const window = windows.resolve(definition);
  const selection = selectAttempts(quantity.where, log, window, indexed);
  const reading =
    quantity.kind === 'periods-met'
      ? periodsMet(quantity, windows.parts(definition), log, indexed)
      : read(quantity, selection, window);
  const { counted, maybe, due, tally } = selection;
  const unreported = due.filter((one) => one.unreported);
  const unreadable = unreadCount(quantity, selection);
  if (unreadable > 0) tally.add(quantity.kind === 'minutes' ? 'no-duration' : 'no-quantity', unreadable);
  const isDay = quantity.kind === 'first-day' || quantity.kind === 'last-day';
  const placeless = !window.anchored && !window.neverStarted;
  return {
    ...(placeless ? { value: null, range: { low: isDay ? -Infinity : 0, high: Infinity } } : reading),
    n: counted.length,
    unknown: maybe.length + unreported.length + unreadable,
    settled: window.settled,
    due: new Set(due.map(({ key }) => key)),
    unreported: new Set(unreported.map(({ key }) => key)),
    exclusions: tally.counts,
    evidence: { kind: 'attempts', days: daysOf(selection), ids: counted.map(({ attempt }) => attempt.id) },
  };
}

function read(
  quantity: Exclude<AttemptMeasure, { kind: 'periods-met' }>,
  selection: AttemptSelection,
  window: ResolvedWindow,
): Reading {
  switch (quantity.kind) {
    case 'attempts':
      return attemptCount(selection, window);
    case 'active-days':
      return activeDays(selection, window);
    case 'active-day-share':
      return shareOf(activeDays(selection, window), window.length);
    case 'first-day':
      return firstDay(selection, window);
    case 'last-day':
      return lastDay(selection, window);
    case 'minutes':
      return minutes(quantity.aggregate, selection, window);
    case 'units':
      return units(quantity.unit, selection, window);
  }
}

/** The different days with an attempt that counts, in order. */
function daysOf({ counted }: AttemptSelection): number[] {
  return [...new Set(counted.flatMap(({ day }) => (day === null ? [] : [day])))].sort((a, b) => a - b);
}

function attemptCount({ counted, maybe, hidden }: AttemptSelection, { settled }: ResolvedWindow): Reading {
  const low = counted.length;
  return { value: low, range: { low, high: settled ? low + maybe.length + hidden : Infinity } };
}

function activeDays(selection: AttemptSelection, window: ResolvedWindow): Reading {
  const days = new Set(selection.counted.flatMap(({ one }) => one ?? [])).size;
  const undated = selection.counted.filter(({ one }) => one === null).length;
  const low = Math.max(days, undated > 0 ? 1 : 0);
  const toCome = window.settled ? 0 : daysToCome(window, daysOf(selection));
  const most = days + undated + selection.maybe.length + selection.hidden + toCome;
  return { value: low, range: { low, high: Math.max(low, Math.min(most, window.length)) } };
}

/** Days of the window that are not over and have no attempt yet. */
function daysToCome({ from, to, today, length }: ResolvedWindow, active: readonly number[]): number {
  if (length === Infinity) return Infinity;
  const start = Math.max(from, today ?? from);
  return Math.max(0, to - start + 1 - active.filter((day) => day >= start).length);
}

/** Active days / days. Two sessions a week apart touch eight dates and lie seven days apart: never more than 1. */
function shareOf({ value, range }: Reading, days: number): Reading {
  if (days === 0) return { value: null, range: null };
  if (days === Infinity) return { value: null, range: { low: 0, high: 1 } };
  const share = (count: number): number => Math.min(1, count / days);
  return {
    value: value === null ? null : share(value),
    range: range === null ? null : { low: share(range.low), high: share(range.high) },
  };
}

/** The earliest day with practice. Without any, the first day never comes: +∞, so "by day 7" is not met. */
function firstDay(selection: AttemptSelection, window: ResolvedWindow): Reading {
  const [first = null] = daysOf(selection);
  const uncertain = selection.maybe.length + selection.hidden > 0;
  const soonest = window.settled ? Infinity : Math.max(window.from, window.today ?? window.from);
  const low = uncertain ? window.from : (first ?? soonest);
  return { value: first, range: { low, high: first ?? Infinity } };
}

/** The latest day with practice. Without any there is no last day: −∞, so "day 56 or later" is not met. */
function lastDay(selection: AttemptSelection, window: ResolvedWindow): Reading {
  const last = daysOf(selection).at(-1) ?? null;
  const uncertain = selection.maybe.length + selection.hidden > 0 || !window.settled;
  const low = last ?? -Infinity;
  return { value: last, range: { low, high: uncertain ? window.to : low } };
}

function minutes(aggregate: 'sum' | 'mean' | 'median', selection: AttemptSelection, window: ResolvedWindow): Reading {
  const known = selection.counted.flatMap((one) => (one.minutes === null ? [] : [one.minutes]));
  const open = !window.settled || selection.hidden > 0 || known.length < selection.counted.length;
  if (aggregate === 'sum')
    return total(
      known,
      selection.maybe.map((one) => one.minutes),
      open,
    );
  const value = aggregate === 'mean' ? mean(known) : median(known);
  if (open || selection.maybe.length > 0) return { value, range: { low: 0, high: Infinity } };
  return { value, range: value === null ? null : { low: value, high: value } };
}

function units(unit: string, selection: AttemptSelection, window: ResolvedWindow): Reading {
  const told = selection.counted.map((one) => unitsDone(one, unit));
  const known = told.flatMap((amount) => (amount === null ? [] : [amount]));
  const open = !window.settled || selection.hidden > 0 || known.length < told.length;
  return total(
    known,
    selection.maybe.map((one) => unitsDone(one, unit)),
    open,
  );
}

function total(known: readonly number[], maybe: readonly (number | null)[], open: boolean): Reading {
  const low = sum(known);
  const more = maybe.map((amount) => amount ?? Infinity);
  const range: Range = { low, high: open ? Infinity : low + sum(more) };
  return { value: within(low, range), range };
}

/** Work done in one unit; 0 where none was done or it was told in another unit, null where nobody told. */
export function unitsDone(one: AttemptSelection['maybe'][number], unit: string): number | null {
  const { attempt } = one;
  if (attempt.quantity != null && attempt.unit != null) {
    if (attempt.unit === unit) return attempt.quantity;
    return unit === 'minutes' && one.minutes !== null ? one.minutes : 0;
  }
  if (unit === 'minutes' && one.minutes !== null) return one.minutes;
  return attempt.outcome === 'unable' || attempt.outcome === 'started' || attempt.outcome === 'abandoned' ? 0 : null;
}

function unreadCount(quantity: AttemptMeasure, { counted }: AttemptSelection): number {
  if (quantity.kind === 'minutes') return counted.filter((one) => one.minutes === null).length;
  if (quantity.kind === 'units') return counted.filter((one) => unitsDone(one, quantity.unit) === null).length;
  return 0;
}

/** In how many periods the measure reached what is asked; a period still open or with unknowns may yet be one. */
function periodsMet(
  quantity: Extract<AttemptMeasure, { kind: 'periods-met' }>,
  periods: readonly ResolvedWindow[],
  log: LogDefinition,
  indexed: IndexedFacts,
): Reading {
  const ranges = periods.map((window) => {
    const selection = selectAttempts(quantity.where, log, window, indexed);
    if (quantity.measure === 'attempts') return attemptCount(selection, window).range;
    return (quantity.measure === 'active-days' ? activeDays(selection, window) : minutes('sum', selection, window))
      .range;
  });
  const met = ranges.filter((range) => range !== null && range.low >= quantity.atLeast).length;
  const possible = ranges.filter((range) => range !== null && range.high >= quantity.atLeast).length;
  return { value: met, range: { low: met, high: possible } };
}
