import type { IndexedFacts } from '../facts.index.ts';
import type { Rating } from '../facts.schema.ts';
import type { ObligationMeasure, QuantityOf } from '../quantity.schema.ts';
import type { ResolvedWindow } from '../window.ts';
import { complianceRating } from './compliance-rating.ts';
import { ratingEvidence } from './evidence.selection.ts';
import { type Contribution, exactly, mean, type Tally } from './measure.ts';
import { attempted, completed, type Credit, daysLate, inTime, unitShare } from './obligation.credit.ts';
import type { DueObligation } from './obligations.selection.ts';

/** What one obligation adds to a quantity; null, with the reason tallied, when it is no part of it. */
export function contribution(
  quantity: ObligationMeasure,
  one: DueObligation,
  window: ResolvedWindow,
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
      return credited(inTime(one, quantity.alternative, quantity.lateCredit), tally);
    case 'lateness':
      return credited(daysLate(one, quantity.alternative), tally);
    case 'reporting-rate':
      return exactly(one.unreported ? 0 : 1);
    case 'review-rate':
      return credited(reviewed(one, window), tally);
    case 'adjustment-burden':
      return exactly(one.obligation.adjustments ?? 0);
    case 'quality':
      return qualityOf(quantity, one, indexed, tally);
    case 'compliance-rating':
      return complianceRating(one);
  }
}

function credited(credit: Credit, tally: Tally): Contribution | null {
  if (typeof credit !== 'string') return credit;
  tally.add(credit);
  return null;
}

/** Reviewed at the session that closes the interval. Where none did, nobody could have. */
function reviewed({ obligation }: DueObligation, window: ResolvedWindow): Credit {
  if (obligation.reviewed != null) return exactly(obligation.reviewed ? 1 : 0);
  return window.unreviewable === true ? 'no-session' : { value: null, low: 0, high: 1 };
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
  const about = (indexed.ratings.get(one.obligation.assignmentId) ?? []).filter(({ rating }) => isAbout(rating, one));
  const weighed = about.flatMap(({ rating, field }) =>
    isOn(rating, quantity) ? [{ rating, gap: ratingEvidence(quantity, rating, field) }] : [],
  );
  const doubtful = weighed.flatMap(({ gap }) => (gap === 'no-entry-time' ? [gap] : []));
  tally.add('no-entry-time', doubtful.length);
  const scores = weighed.flatMap(({ rating, gap }) => (gap === null ? [rating.value] : []));
  const onScale = scores.filter((value) => value >= min && value <= max);
  tally.add('off-scale', scores.length - onScale.length);
  const score = doubtful.length > 0 ? null : mean(onScale);
  return score === null ? { value: null, low: min, high: max } : exactly(score);
}

const isAbout = (rating: Rating, { obligation }: DueObligation): boolean =>
  rating.occurrence == null || rating.occurrence === obligation.occurrence;

const isOn = (rating: Rating, quantity: QuantityOf<'quality'>): boolean =>
  rating.instrument === quantity.instrument && (rating.subscale ?? undefined) === quantity.subscale;
