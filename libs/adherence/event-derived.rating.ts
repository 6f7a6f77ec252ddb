import { type EvaluationOptions, indexFacts } from './facts.index.ts';
import type { AdherenceFacts } from './facts.schema.ts';
import { type ComplianceRating, complianceRating } from './measures/compliance-rating.ts';
import { type ObligationScope, selectDue } from './measures/obligations.selection.ts';
import { resolveWindow } from './window.resolver.ts';

/** A rating that nobody gave. `source` keeps it apart from what people rated; it never joins the ratings of the facts. */
export interface EventDerivedRating {
  readonly assignmentId: string;
  readonly occurrence: string;
  readonly form: 'assignment-compliance-rating';
  readonly source: 'event-derived';
  /** 1 not attempted, 2 tried but unable, 3 something else instead, 4 partly, 5 fully, 6 more than asked; null when unknown. */
  readonly value: ComplianceRating | null;
  readonly low: ComplianceRating;
  readonly high: ComplianceRating;
}

/**
 * The Assignment Compliance Rating (Primakoff, Epstein & Covi 1986) of every obligation that fell due, derived from events: no
 * attempt 1; attempted, u = 0: 2; something else instead 3; 0 < u < q: 4; u = q: 5; u > q: 6.
 * @throws AdherenceFactsError when a time in the facts cannot be read
 */
export function complianceRatings(
  facts: AdherenceFacts,
  scope: Partial<ObligationScope> = {},
  options: EvaluationOptions = {},
): EventDerivedRating[] {
  const indexed = indexFacts(facts, options);
  const asked: ObligationScope = { terms: 'as-adjusted', clientInitiated: 'with-dose', ...scope };
  return selectDue(asked, resolveWindow({ kind: 'record' }, indexed), indexed).due.map((one) => {
    const { low, high, value } = complianceRating(one);
    return {
      assignmentId: one.obligation.assignmentId,
      occurrence: one.obligation.occurrence,
      form: 'assignment-compliance-rating',
      source: 'event-derived',
      value,
      low,
      high,
    };
  });
}
