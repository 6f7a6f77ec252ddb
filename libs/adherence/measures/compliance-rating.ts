import { recordedAmount } from './obligation.credit.ts';
import { type DueObligation, hasDose } from './obligations.selection.ts';

/** Lowest and highest Assignment Compliance Rating. */
export const COMPLIANCE_SCALE = { low: 1, high: 6 } as const;

export type ComplianceRating = 1 | 2 | 3 | 4 | 5 | 6;

/** A rating with its bounds; `value` null when nobody knows. */
export interface RatedCompliance {
  readonly value: ComplianceRating | null;
  readonly low: ComplianceRating;
  readonly high: ComplianceRating;
}

const rated = (value: ComplianceRating): RatedCompliance => ({ value, low: value, high: value });

/**
 * The Assignment Compliance Rating of Primakoff, Epstein & Covi (1986) from events: no attempt 1; attempted, u = 0: 2;
 * something else instead 3; 0 < u < q: 4; u = q: 5; u > q: 6. Unknown gives no rating. A report of "done" is at least q.
 */
export function complianceRating(one: DueObligation): RatedCompliance {
  const { state } = one.obligation;
  const work = workRating(one);
  switch (state) {
    case 'done':
      return rated(work === 6 ? 6 : 5);
    case 'part':
      return rated(atLeast(4, work));
    case 'alternative':
      return rated(atLeast(3, work));
    case 'not-done':
    case 'open':
    case 'void':
      return rated(work ?? 1);
    case 'unknown':
      // What is on record is the least that was done.
      return work === null ? { value: null, ...COMPLIANCE_SCALE } : { value: work, low: work, high: 6 };
  }
}

const atLeast = (least: ComplianceRating, work: ComplianceRating | null): ComplianceRating =>
  work === null || work < least ? least : work;

/** What is on record of the work itself; null when there is nothing. */
function workRating({ attempts, terms, obligation }: DueObligation): ComplianceRating | null {
  const outcomes = attempts.map(({ attempt }) => attempt.outcome);
  const amount = hasDose(terms) ? recordedAmount({ attempts, obligation }, terms.unit) : null;
  const byAmount = amount === null || !hasDose(terms) ? null : amountRating(amount, terms.quantity);
  if (outcomes.length === 0) return byAmount === 2 ? null : byAmount;
  if (byAmount !== null && byAmount > 2) return byAmount;
  if (byAmount === null && outcomes.includes('full')) return 5;
  if (byAmount === null && outcomes.includes('part')) return 4;
  return outcomes.includes('alternative') ? 3 : 2;
}

function amountRating(done: number, asked: number): ComplianceRating {
  if (done === 0) return 2;
  // Sums of fractions of a unit differ in the last digit.
  if (Math.abs(done - asked) <= 1e-9 * asked) return 5;
  return done < asked ? 4 : 6;
}
