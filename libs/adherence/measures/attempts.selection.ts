import type { LogDefinition } from '../definition.schema.ts';
import type { IndexedFacts, TimedAttempt } from '../facts.index.ts';
import type { AttemptFilter } from '../quantity.schema.ts';
import { hoursBetween, instantMs } from '../study-day.ts';
import { attemptMoment, type ResolvedWindow } from '../window.resolver.ts';
import { type Exclusion, Tally } from './measure.ts';
import { type DueObligation, selectDue } from './obligations.selection.ts';

/** An attempt that counts, on its day in the window. */
export interface CountedAttempt extends TimedAttempt {
  readonly day: number | null;
  /** Tells different days apart. */
  readonly one: number | null;
}

/** The attempts of a window: those that count, those that may count, and how many unreported work may hide. */
export interface AttemptSelection {
  readonly counted: readonly CountedAttempt[];
  readonly maybe: readonly TimedAttempt[];
  readonly hidden: number;
  readonly due: readonly DueObligation[];
  readonly tally: Tally;
}

export function selectAttempts(
  filter: AttemptFilter | undefined,
  log: LogDefinition,
  window: ResolvedWindow,
  indexed: IndexedFacts,
): AttemptSelection {
  const tally = new Tally();
  const counted: CountedAttempt[] = [];
  const maybe: TimedAttempt[] = [];
  for (const one of indexed.attempts) {
    const place = window.place(attemptMoment(one.attempt, one.field), one.attempt.assignmentId);
    const verdict = place.kind === 'out' ? 'outside-window' : passes(filter, one);
    if (verdict === 'outside-window' || verdict === 'filtered-out') {
      tally.add(verdict);
    } else if (verdict !== null || place.kind !== 'in') {
      tally.add(verdict ?? 'no-time');
      maybe.push(one);
    } else {
      counted.push({ ...one, day: place.day, one: place.one });
    }
  }
  const { due } = selectDue({ terms: 'as-adjusted', clientInitiated: 'with-dose' }, window, indexed);
  return { counted, maybe, hidden: hiddenBy(log, due, window, indexed), due, tally };
}

/** Null when the attempt passes, `filtered-out` when it does not, otherwise what is missing to tell. */
function passes(filter: AttemptFilter | undefined, one: TimedAttempt): Exclusion | null {
  const { outcomes, informants, minutesAbove, enteredWithinHours } = filter ?? {};
  const { attempt, minutes } = one;
  if (outcomes !== undefined && !outcomes.includes(attempt.outcome)) return 'filtered-out';
  if (informants !== undefined && attempt.informant != null && !informants.includes(attempt.informant))
    return 'filtered-out';
  if (minutesAbove !== undefined && minutes !== null && minutes <= minutesAbove) return 'filtered-out';
  const lag = enteredWithinHours === undefined ? null : entryLagHours(one);
  if (enteredWithinHours !== undefined && lag !== null && lag > enteredWithinHours) return 'filtered-out';
  if (informants !== undefined && attempt.informant == null) return 'no-informant';
  if (minutesAbove !== undefined && minutes === null) return 'no-duration';
  if (enteredWithinHours !== undefined && lag === null) return 'no-entry-time';
  return null;
}

function entryLagHours({ attempt, field, startMs, endMs }: TimedAttempt): number | null {
  const happened = endMs ?? startMs;
  if (attempt.recordedAt == null || happened === null) return null;
  return hoursBetween(happened, instantMs(attempt.recordedAt, `${field}.recordedAt`));
}

function hiddenBy(
  log: LogDefinition,
  due: readonly DueObligation[],
  window: ResolvedWindow,
  { facts }: IndexedFacts,
): number {
  if (log.kind === 'exhaustive') return 0;
  const unreported = window.anchored
    ? due.filter((one) => one.unreported).length
    : facts.obligations.filter(({ state }) => state === 'unknown').length;
  return unreported * log.hiddenPerUnknown;
}
