import type { IndexedFacts } from '../facts.index.ts';
import type { Rating } from '../facts.schema.ts';
import type { ObligationMeasure, QuantityOf } from '../quantity.schema.ts';
import { resolveWindow, type ResolvedWindow } from '../window.resolver.ts';
import type { WindowDefinition } from '../window.schema.ts';
import {
  boundedMean,
  type Contribution,
  exactly,
  mean,
  type Measure,
  median,
  type Range,
  sum,
  type Tally,
} from './measure.ts';
import { attempted, completed, type Credit, daysLate, inTime, unitShare } from './obligation.credit.ts';
import { type DueObligation, selectDue } from './obligations.selection.ts';

/** An obligation with what it adds, or null when it is not part of this quantity. */
type Item = readonly [DueObligation, Contribution | null];

/** Quantity, attempt rate, timeliness, review, burden, quality: proportions and means over the obligations due in a window. */
export function measureObligations(
  quantity: ObligationMeasure,
  definition: WindowDefinition,
  indexed: IndexedFacts,
): Measure {
  const window = resolveWindow(definition, indexed);
  const { due, tally } = selectDue(quantity, window, indexed);
  tally.add('unlinked-attempt', indexed.unlinked.length);
  const items = due.map((one): Item => [one, contribution(quantity, one, indexed, tally)]);
  const part = items.flatMap(([one, added]) => (added === null ? [] : [{ one, ...added }]));
  const unreported = due.filter((one) => one.unreported);
  return {
    ...widened(aggregate(quantity, part, due), quantity, window, indexed),
    n: part.length,
    unknown: part.filter(({ value }) => value === null).length,
    settled: window.settled,
    due: new Set(due.map(({ key }) => key)),
    unreported: new Set(unreported.map(({ key }) => key)),
    exclusions: tally.counts,
    evidence: {
      kind: 'obligations',
      items: part.map(({ one: { obligation }, value, low, high }) => ({
        assignmentId: obligation.assignmentId,
        occurrence: obligation.occurrence,
        value,
        low,
        high,
      })),
    },
  };
}

function contribution(
  quantity: ObligationMeasure,
  one: DueObligation,
  indexed: IndexedFacts,
  tally: Tally,
): Contribution | null {
  switch (quantity.kind) {
    case 'unit-quantity':
      return credited(unitShare(one, quantity.cap === 'none' ? Infinity : quantity.cap, quantity.alternative), tally);
    case 'completion-rate':
      return credited(completed(one, quantity.alternative), tally);
    case 'attempt-rate':
      return credited(attempted(one, quantity.alternative), tally);
    case 'timeliness':
      return credited(inTime(one, quantity.alternative), tally);
    case 'lateness':
      return credited(daysLate(one, quantity.alternative), tally);
    case 'reporting-rate':
      return exactly(one.unreported ? 0 : 1);
    case 'review-rate':
      return one.obligation.reviewed == null
        ? { value: null, low: 0, high: 1 }
        : exactly(one.obligation.reviewed ? 1 : 0);
    case 'adjustment-burden':
      return exactly(one.obligation.adjustments ?? 0);
    case 'quality':
      return qualityOf(quantity, one, indexed, tally);
  }
}

function credited(credit: Credit, tally: Tally): Contribution | null {
  if (typeof credit !== 'string') return credit;
  tally.add(credit);
  return null;
}

/** Mean rating of attempted work: undefined, not 0, where nothing was attempted. */
function qualityOf(
  quantity: QuantityOf<'quality'>,
  one: DueObligation,
  indexed: IndexedFacts,
  tally: Tally,
): Contribution | null {
  const tried = attempted(one, quantity.alternative);
  if (typeof tried === 'string') return credited(tried, tally);
  if (tried.value === 0) return credited('not-attempted', tally);
  const { min, max } = quantity.scale;
  const scores = (indexed.facts.ratings ?? []).filter((rating) => isAbout(rating, one) && suits(rating, quantity));
  const onScale = scores.filter(({ value }) => value >= min && value <= max);
  tally.add('off-scale', scores.length - onScale.length);
  const score = mean(onScale.map(({ value }) => value));
  return score === null ? { value: null, low: min, high: max } : exactly(score);
}

const isAbout = (rating: Rating, { obligation }: DueObligation): boolean =>
  rating.assignmentId === obligation.assignmentId &&
  (rating.occurrence == null || rating.occurrence === obligation.occurrence);

const suits = (rating: Rating, quantity: QuantityOf<'quality'>): boolean =>
  rating.instrument === quantity.instrument &&
  (rating.subscale ?? undefined) === quantity.subscale &&
  (quantity.raterRoles?.includes(rating.raterRole) ?? true) &&
  !(rating.retrospective && quantity.retrospective === 'exclude');

type Reading = Pick<Measure, 'value' | 'range'>;

function aggregate(
  quantity: ObligationMeasure,
  items: readonly Contribution[],
  due: readonly DueObligation[],
): Reading {
  if (quantity.kind === 'adjustment-burden') return burden(due);
  if (quantity.kind !== 'lateness' || quantity.aggregate === 'mean') return boundedMean(items);
  const known = items.flatMap(({ value }) => (value === null ? [] : [value]));
  const value =
    quantity.aggregate === 'median'
      ? median(known)
      : known.reduce<number | null>((most, days) => Math.max(most ?? 0, days), null);
  if (known.length < items.length)
    return { value, range: { low: quantity.aggregate === 'max' ? (value ?? 0) : 0, high: Infinity } };
  return { value, range: value === null ? null : { low: value, high: value } };
}

/** Adjusted events / |A|. Every occurrence tells its assignment's number, which counts once. */
function burden(due: readonly DueObligation[]): Reading {
  if (due.length === 0) return { value: null, range: null };
  const perAssignment = new Map(due.map(({ obligation }) => [obligation.assignmentId, obligation.adjustments ?? 0]));
  const value = sum([...perAssignment.values()]) / due.length;
  return { value, range: { low: value, high: value } };
}

/** While a window is open, or has no day 0, what is still to come may carry a mean anywhere on its scale. */
function widened(
  reading: Reading,
  quantity: ObligationMeasure,
  window: ResolvedWindow,
  { facts, final }: IndexedFacts,
): Reading {
  const nowhere = !window.anchored && facts.obligations.length === 0 && final;
  if (nowhere || (window.anchored && window.settled)) return reading;
  return { value: window.anchored ? reading.value : null, range: scaleOf(quantity) };
}

function scaleOf(quantity: ObligationMeasure): Range {
  switch (quantity.kind) {
    case 'unit-quantity':
      return { low: 0, high: quantity.cap === 'none' ? Infinity : quantity.cap };
    case 'quality':
      return { low: quantity.scale.min, high: quantity.scale.max };
    case 'lateness':
    case 'adjustment-burden':
      return { low: 0, high: Infinity };
    case 'completion-rate':
    case 'attempt-rate':
    case 'timeliness':
    case 'reporting-rate':
    case 'review-rate':
      return { low: 0, high: 1 };
  }
}
