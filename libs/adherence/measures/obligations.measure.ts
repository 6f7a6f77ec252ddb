import type { IndexedFacts } from '../facts.index.ts';
import type { ObligationMeasure } from '../quantity.schema.ts';
import type { ResolvedWindow } from '../window.ts';
import { boundedMean, type Contribution, type Measure, median, type Range, sum } from './measure.ts';
import { COMPLIANCE_SCALE } from './compliance-rating.ts';
import { contribution } from './obligation.contribution.ts';
import { type DueObligation, selectDue } from './obligations.selection.ts';

/** An obligation with what it adds, or null when it is not part of this quantity. */
type Item = readonly [DueObligation, Contribution | null];

/** Quantity, attempt rate, timeliness, review, burden, quality: proportions and means over the obligations due in a window. */
export function measureObligations(
  quantity: ObligationMeasure,
  window: ResolvedWindow,
  indexed: IndexedFacts,
): Measure {
  const { due, tally } = selectDue(quantity, window, indexed);
  tally.add('unlinked-attempt', indexed.unlinked.length);
  const items = due.map((one): Item => [one, contribution(quantity, one, window, indexed, tally)]);
  const part = items.flatMap(([one, added]) => (added === null ? [] : [{ one, ...added }]));
  const unreported = due.filter((one) => one.unreported);
  return {
    ...widened(aggregate(quantity, part, due, window, indexed), quantity, window, indexed),
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

type Reading = Pick<Measure, 'value' | 'range'>;

function aggregate(
  quantity: ObligationMeasure,
  items: readonly (Contribution & { readonly one: DueObligation })[],
  due: readonly DueObligation[],
  window: ResolvedWindow,
  indexed: IndexedFacts,
): Reading {
  switch (quantity.kind) {
    case 'adjustment-burden':
      return window.single === true ? ownBurden(due, indexed) : burden(due);
    case 'completion-rate':
    case 'attempt-rate':
      return boundedMean(quantity.per === 'assignment' ? perAssignment(quantity.kind, items) : items);
    case 'lateness':
      return lateness(quantity.aggregate, items);
    case 'unit-quantity':
    case 'timeliness':
    case 'reporting-rate':
    case 'review-rate':
    case 'quality':
    case 'compliance-rating':
      return boundedMean(items);
  }
}

/** An assignment is attempted when one of its occurrences is, and completed when all of them are. */
function perAssignment(
  kind: 'completion-rate' | 'attempt-rate',
  items: readonly (Contribution & { readonly one: DueObligation })[],
): Contribution[] {
  const groups = new Map<string, Contribution[]>();
  for (const item of items) {
    const { assignmentId } = item.one.obligation;
    groups.set(assignmentId, [...(groups.get(assignmentId) ?? []), item]);
  }
  const of = kind === 'attempt-rate' ? Math.max : Math.min;
  return [...groups.values()].map((group) => {
    const low = of(...group.map((item) => item.low));
    const high = of(...group.map((item) => item.high));
    return { low, high, value: low === high ? low : null };
  });
}

function lateness(aggregateBy: 'mean' | 'median' | 'max', items: readonly Contribution[]): Reading {
  if (aggregateBy === 'mean') return boundedMean(items);
  const known = items.flatMap(({ value }) => (value === null ? [] : [value]));
  const value =
    aggregateBy === 'median'
      ? median(known)
      : known.reduce<number | null>((most, days) => Math.max(most ?? 0, days), null);
  if (known.length < items.length)
    return { value, range: { low: aggregateBy === 'max' ? (value ?? 0) : 0, high: Infinity } };
  return { value, range: value === null ? null : { low: value, high: value } };
}

/** Adjusted events / |A|. Every occurrence tells its assignment's number, which counts once. */
function burden(due: readonly DueObligation[]): Reading {
  if (due.length === 0) return { value: null, range: null };
  const perAssignment = new Map(due.map(({ obligation }) => [obligation.assignmentId, obligation.adjustments ?? 0]));
  const value = sum([...perAssignment.values()]) / due.length;
  return { value, range: { low: value, high: value } };
}

/**
 * Adjusted events / |A| of one interval, each adjustment where it first bore on something due. Where nobody told which
 * occurrence that was, any part of the assignment's adjustments may belong here.
 */
function ownBurden(due: readonly DueObligation[], { occurrences }: IndexedFacts): Reading {
  if (due.length === 0) return { value: null, range: null };
  let sure = 0;
  const open = new Map<string, number>();
  for (const { obligation } of due) {
    const { assignmentId, adjustments = 0 } = obligation;
    const own = obligation.ownAdjustments ?? ((occurrences.get(assignmentId) ?? 1) === 1 ? adjustments : null);
    if (own === null) open.set(assignmentId, adjustments);
    else sure += own;
  }
  const most = sum([...open.values()]);
  const range = { low: sure / due.length, high: (sure + most) / due.length };
  return { value: most === 0 ? range.low : null, range };
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
    case 'compliance-rating':
      return COMPLIANCE_SCALE;
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
