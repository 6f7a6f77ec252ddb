import { type Refusal, refuse } from '../kernel/decider.ts';
import { weekdayOf } from './assignment.state.ts';
import type { AssignmentTerms } from './assignment.terms.ts';

/** Longer than any treatment, and short enough to list every occurrence. */
export const MOST_DAYS = 3660;
const DAY = 86_400_000;

/** What is impossible about terms, beyond their shape; nothing when they can be kept. */
export function termsProblem({ due }: AssignmentTerms): Refusal | undefined {
  if (due.kind !== 'recurring') return undefined;
  const { from, to, weekdays } = due;
  if (to < from) return refuse('PeriodEndsBeforeItStarts', { from, to });
  const first = Date.parse(`${from}T00:00:00Z`);
  const days = (Date.parse(`${to}T00:00:00Z`) - first) / DAY + 1;
  if (days > MOST_DAYS) return refuse('PeriodTooLong', { days, most: MOST_DAYS });
  const week = Array.from({ length: Math.min(days, 7) }, (_, day) => new Date(first + day * DAY).toISOString());
  const some = week.some((day) => weekdays.includes(weekdayOf(day.slice(0, 10))));
  return some ? undefined : refuse('PeriodHoldsNoDay', { from, to });
}
