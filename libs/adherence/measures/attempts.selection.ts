import type { LogDefinition } from '../definition.schema.ts';
import type { IndexedFacts, TimedAttempt } from '../facts.index.ts';
import type { AttemptFilter } from '../quantity.schema.ts';
import { attemptMoment } from '../window.resolver.ts';
import type { ResolvedWindow } from '../window.ts';
import { attemptEvidence } from './evidence.selection.ts';
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
  const { outcomes, minutesAbove } = filter ?? {};
  const { attempt, minutes } = one;
  if (outcomes !== undefined && !outcomes.includes(attempt.outcome)) return 'filtered-out';
  if (minutesAbove !== undefined && minutes !== null && minutes <= minutesAbove) return 'filtered-out';
  const word = attemptEvidence(filter, one);
  if (word === 'filtered-out') return word;
  return minutesAbove !== undefined && minutes === null ? 'no-duration' : word;
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
