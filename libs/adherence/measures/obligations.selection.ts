import { obligationKey, type IndexedFacts, type TimedAttempt } from '../facts.index.ts';
import type { Obligation, Terms } from '../facts.schema.ts';
import { dateNumber, instantMs } from '../study-day.ts';
import type { EvidenceFilter } from '../quantity.schema.ts';
import type { ResolvedWindow } from '../window.ts';
import { seenBy } from './evidence.selection.ts';
import { type Exclusion, Tally } from './measure.ts';

/** Which obligations a quantity is about. */
export interface ObligationScope {
  readonly terms: 'as-assigned' | 'as-adjusted';
  readonly clientInitiated: 'with-dose' | 'exclude';
  readonly where?: EvidenceFilter | undefined;
}

/** One member of A: an obligation due in the window. */
export interface DueObligation {
  readonly key: string;
  /** As the chosen evidence tells of it. */
  readonly obligation: Obligation;
  readonly terms: Terms;
  readonly attempts: readonly TimedAttempt[];
  /** Due and nobody has said anything, not even an attempt. */
  readonly unreported: boolean;
}

export interface DueSelection {
  readonly due: readonly DueObligation[];
  readonly tally: Tally;
}

/** A = the obligations due in the window, and why the others are not in it. */
export function selectDue(scope: ObligationScope, window: ResolvedWindow, indexed: IndexedFacts): DueSelection {
  const tally = new Tally();
  const due: DueObligation[] = [];
  indexed.facts.obligations.forEach((obligation, i) => {
    const terms = scope.terms === 'as-assigned' ? obligation.asAssigned : obligation.asAdjusted;
    const field = `obligations[${i}]`;
    const reason = whyNotDue(scope, obligation, terms, window, field);
    if (reason !== null) {
      tally.add(reason);
      return;
    }
    const key = obligationKey(obligation);
    const seen = seenBy(scope.where, obligation, indexed.linked.get(key) ?? [], field);
    for (const gap of seen.gaps) if (gap !== null) tally.add(gap);
    const unreported = seen.obligation.state === 'unknown' && seen.attempts.length === 0;
    due.push({ key, obligation: seen.obligation, terms, attempts: seen.attempts, unreported });
  });
  return { due, tally };
}

function whyNotDue(
  scope: ObligationScope,
  obligation: Obligation,
  terms: Terms,
  window: ResolvedWindow,
  field: string,
): Exclusion | null {
  if (obligation.state === 'void') return 'void';
  const client = obligation.initiatedBy === 'client';
  if (client && scope.clientInitiated === 'exclude') return 'client-initiated';
  const noDue = terms.dueAt == null && terms.dueDate == null;
  if (client && (noDue || !hasDose(terms))) return 'client-initiated-without-dose';
  if (noDue) return 'no-due';
  if (!window.anchored) return 'no-anchor';
  const place = window.place({ at: terms.dueAt, date: terms.dueDate, field: `${field} due` }, obligation.assignmentId);
  if (place.kind === 'unplaced') return 'no-time';
  if (place.kind === 'out') return 'outside-window';
  const withdrawn = obligation.withdrawnAt != null || obligation.withdrawnDate != null;
  if (scope.terms === 'as-adjusted' && withdrawn && withdrawnBeforeDue(obligation, terms, field))
    return 'withdrawn-before-due';
  // Taken back while still open: as assigned it stays in the denominator, and was not done.
  return obligation.state === 'open' && !(scope.terms === 'as-assigned' && withdrawn) ? 'not-yet-due' : null;
}

export function hasDose(terms: Terms): terms is Terms & { quantity: number; unit: string } {
  return terms.quantity != null && terms.quantity > 0 && terms.unit != null;
}

function withdrawnBeforeDue(
  { withdrawnAt, withdrawnDate }: Obligation,
  { dueAt, dueDate }: Terms,
  field: string,
): boolean {
  if (withdrawnAt != null && dueAt != null) {
    return instantMs(withdrawnAt, `${field}.withdrawnAt`) < instantMs(dueAt, `${field} dueAt`);
  }
  const date = withdrawnDate ?? withdrawnAt?.slice(0, 10);
  const until = dueDate ?? dueAt?.slice(0, 10);
  return (
    date != null && until != null && dateNumber(date, `${field}.withdrawnDate`) < dateNumber(until, `${field} dueDate`)
  );
}
