import type { TimedAttempt } from '../facts.index.ts';
import type { LateCredit } from '../quantity.schema.ts';
import { dateNumber, daysBetween, instantMs } from '../study-day.ts';
import { unitsDone } from './attempts.measure.ts';
import { type Contribution, exactly, type Exclusion, sum } from './measure.ts';
import { type DueObligation, hasDose } from './obligations.selection.ts';

/** What one obligation adds to a quantity, or why it is left out. */
export type Credit = Contribution | Exclusion;

export type AlternativePolicy = 'not-done' | 'counts' | 'exclude';

const unknownShare: Contribution = { value: null, low: 0, high: 1 };

/**
 * Quantity at the unit level: min(u / q, cap). Recorded amounts are evidence in every state; a report of "done" is at least q.
 * Unknown, and "part" without an amount, lie anywhere from 0 to the cap.
 */
export function unitShare(one: DueObligation, cap: number, alternative: AlternativePolicy): Credit {
  if (!hasDose(one.terms)) return 'no-quantity';
  const { state } = one.obligation;
  const amount = recordedAmount(one, one.terms.unit);
  const share = amount === null ? null : Math.min(amount / one.terms.quantity, cap);
  switch (state) {
    case 'done':
      return exactly(Math.max(1, share ?? 0));
    case 'part':
      return share === null ? { value: null, low: 0, high: cap } : exactly(share);
    case 'unknown':
      return share === null ? { value: null, low: 0, high: cap } : { value: share, low: share, high: cap };
    case 'alternative':
      if (alternative === 'exclude') return 'alternative';
      return exactly(alternative === 'counts' ? Math.max(1, share ?? 0) : (share ?? 0));
    case 'not-done':
    case 'open':
    case 'void':
      return exactly(share ?? 0);
  }
}

/** u: what was recorded in this unit; null when nobody tells. Something else done instead is no part of it. */
export function recordedAmount(one: Pick<DueObligation, 'attempts' | 'obligation'>, unit: string): number | null {
  const amounts = one.attempts
    .filter(({ attempt }) => attempt.outcome !== 'alternative')
    .flatMap((attempt) => {
      const amount = toldIn(attempt, unit) ? unitsDone(attempt, unit) : null;
      return amount === null ? [] : [amount];
    });
  return amounts.length === 0 ? reportedAmount(one, unit) : sum(amounts);
}

/** What the last report with an amount in this unit says, where no attempt tells one. */
function reportedAmount({ obligation }: Pick<DueObligation, 'obligation'>, unit: string): number | null {
  const told = (obligation.reports ?? []).findLast(
    (report) => report.state !== 'alternative' && report.unit === unit && report.quantity != null,
  );
  return told?.quantity ?? null;
}

/** Whether an attempt says anything about this unit. */
function toldIn({ attempt, minutes }: TimedAttempt, unit: string): boolean {
  return attempt.quantity == null || attempt.unit === unit || (unit === 'minutes' && minutes !== null);
}

/** Assignment level: done as a whole, by report or by an attempt carried out in full. */
export function completed(one: DueObligation, alternative: AlternativePolicy): Credit {
  if (one.attempts.some(({ attempt }) => attempt.outcome === 'full')) return exactly(1);
  switch (one.obligation.state) {
    case 'done':
      return exactly(1);
    case 'unknown':
      return unknownShare;
    case 'alternative':
      return alternative === 'exclude' ? 'alternative' : exactly(alternative === 'counts' ? 1 : 0);
    case 'part':
    case 'not-done':
    case 'open':
    case 'void':
      return exactly(0);
  }
}

/** At least one attempt at what was asked; a report of done or part implies one. */
export function attempted(one: DueObligation, alternative: AlternativePolicy): Credit {
  if (one.attempts.some(({ attempt }) => attempt.outcome !== 'alternative')) return exactly(1);
  const elsewise = one.attempts.length > 0 || one.obligation.state === 'alternative';
  switch (one.obligation.state) {
    case 'done':
    case 'part':
      return exactly(1);
    case 'unknown':
      // Something else was done; whether what was asked was tried as well, nobody has said.
      return elsewise && alternative === 'counts' ? exactly(1) : unknownShare;
    case 'alternative':
    case 'not-done':
    case 'open':
    case 'void':
      break;
  }
  if (!elsewise) return exactly(0);
  return alternative === 'exclude' ? 'alternative' : exactly(alternative === 'counts' ? 1 : 0);
}

/** Completed by the due moment, or later for less. Completed at an unknown time may have been either. */
export function inTime(one: DueObligation, alternative: AlternativePolicy, late?: LateCredit): Credit {
  const done = completed(one, alternative);
  if (typeof done === 'string' || done.value !== 1) return done;
  const days = lateBy(one);
  return days === null ? unknownShare : exactly(creditAfter(days, late));
}

/** What completed work counts so many days after it was due. */
function creditAfter(days: number, late: LateCredit | undefined): number {
  if (days <= 0) return 1;
  switch (late?.kind) {
    case undefined:
      return 0;
    case 'grace':
      return days <= late.days ? 1 : 0;
    case 'linear':
      return Math.max(0, 1 - days / late.noneAfterDays);
    case 'steps':
      return late.steps.find(({ withinDays }) => days <= withinDays)?.credit ?? 0;
  }
}

/** max(0, t_done − due) in days, of completed work. */
export function daysLate(one: DueObligation, alternative: AlternativePolicy): Credit {
  const done = completed(one, alternative);
  if (typeof done === 'string') return done;
  if (done.value === 0) return 'not-completed';
  const late = done.value === null ? null : lateBy(one);
  return late === null ? { value: null, low: 0, high: Infinity } : exactly(Math.max(0, late));
}

/** Days from due to done, negative when early: by the instants where both are known, otherwise by the dates. */
function lateBy({ obligation, terms, attempts }: DueObligation): number | null {
  const finished = attempts
    .filter(({ attempt }) => attempt.outcome === 'full')
    .flatMap(({ endMs, startMs }) => endMs ?? startMs ?? []);
  const told = obligation.completedAt == null ? [] : [instantMs(obligation.completedAt, 'completedAt')];
  const doneMs = [...told, ...finished].reduce((first, ms) => Math.min(first, ms), Infinity);
  if (terms.dueAt != null && doneMs < Infinity) return daysBetween(instantMs(terms.dueAt, 'dueAt'), doneMs);
  const dates = attempts.flatMap(({ attempt }) =>
    attempt.outcome === 'full' && attempt.localDate != null ? [attempt.localDate] : [],
  );
  const numbers = [...dates, ...(obligation.completedDate == null ? [] : [obligation.completedDate])].map((date) =>
    dateNumber(date, 'completedDate'),
  );
  if (terms.dueDate == null || numbers.length === 0) return null;
  return numbers.reduce((first, number) => Math.min(first, number)) - dateNumber(terms.dueDate, 'dueDate');
}
