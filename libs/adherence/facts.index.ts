import type { AdherenceFacts, Attempt, Obligation, Rating } from './facts.schema.ts';
import { instantMs, minutesBetween } from './study-day.ts';

/** An attempt with its times read. */
export interface TimedAttempt {
  readonly attempt: Attempt;
  readonly field: string;
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** Derived from start and end where both are there and in order; otherwise as told. */
  readonly minutes: number | null;
}

/** A rating with the name of its field. */
export interface FieldRating {
  readonly rating: Rating;
  readonly field: string;
}

export interface EvaluationOptions {
  /**
   * What to make of days that have not been observed yet. `unknown` (the default): a window that is still open leaves its
   * answer unknown unless nothing that may come could change it. `ignored`: judge as if observation ended for good.
   */
  readonly future?: 'unknown' | 'ignored';
}

/** Facts made ready for evaluation, once a participant. */
export interface IndexedFacts {
  readonly facts: AdherenceFacts;
  readonly attempts: readonly TimedAttempt[];
  /** The attempts of each obligation, by its key. */
  readonly linked: ReadonlyMap<string, readonly TimedAttempt[]>;
  /** Attempts that name no occurrence of an assignment that has several. */
  readonly unlinked: readonly TimedAttempt[];
  /** The ratings of each assignment. */
  readonly ratings: ReadonlyMap<string, readonly FieldRating[]>;
  /** How many obligations each assignment has. */
  readonly occurrences: ReadonlyMap<string, number>;
  readonly observedUntilMs: number | null;
  /** Nothing more is to come. */
  readonly final: boolean;
}

/** Tells obligations apart. Ids hold no control characters. */
export const obligationKey = (obligation: { assignmentId: string; occurrence: string }): string =>
  `${obligation.assignmentId}\u001f${obligation.occurrence}`;

/** @throws AdherenceFactsError naming the field that cannot be read */
export function indexFacts(facts: AdherenceFacts, options: EvaluationOptions = {}): IndexedFacts {
  const attempts = facts.attempts.map((attempt, i) => timed(attempt, `attempts[${i}]`));
  const observedUntilMs = facts.observedUntil == null ? null : instantMs(facts.observedUntil, 'observedUntil');
  const endedMs = facts.endedAt == null ? null : instantMs(facts.endedAt, 'endedAt');
  const ended = endedMs !== null && (observedUntilMs === null || endedMs <= observedUntilMs);
  return {
    facts,
    attempts,
    ...link(attempts, facts.obligations),
    ratings: grouped((facts.ratings ?? []).map((rating, i) => ({ rating, field: `ratings[${i}]` }))),
    observedUntilMs,
    final: options.future === 'ignored' || observedUntilMs === null || ended,
  };
}

function timed(attempt: Attempt, field: string): TimedAttempt {
  const startMs = attempt.startedAt == null ? null : instantMs(attempt.startedAt, `${field}.startedAt`);
  const endMs = attempt.endedAt == null ? null : instantMs(attempt.endedAt, `${field}.endedAt`);
  const logged = startMs !== null && endMs !== null && endMs >= startMs ? minutesBetween(startMs, endMs) : null;
  return { attempt, field, startMs, endMs, minutes: logged ?? attempt.minutes ?? null };
}

function grouped(ratings: readonly FieldRating[]): Map<string, FieldRating[]> {
  const groups = new Map<string, FieldRating[]>();
  for (const one of ratings) {
    const group = groups.get(one.rating.assignmentId);
    if (group === undefined) groups.set(one.rating.assignmentId, [one]);
    else group.push(one);
  }
  return groups;
}

function link(
  attempts: readonly TimedAttempt[],
  obligations: readonly Obligation[],
): Pick<IndexedFacts, 'linked' | 'unlinked' | 'occurrences'> {
  const occurrences = new Map<string, Obligation[]>();
  for (const obligation of obligations) {
    const siblings = occurrences.get(obligation.assignmentId);
    if (siblings === undefined) occurrences.set(obligation.assignmentId, [obligation]);
    else siblings.push(obligation);
  }
  const linked = new Map<string, TimedAttempt[]>();
  const unlinked: TimedAttempt[] = [];
  for (const one of attempts) {
    const { assignmentId, occurrence } = one.attempt;
    const candidates = occurrences.get(assignmentId) ?? [];
    const target =
      occurrence == null ? candidates : candidates.filter((candidate) => candidate.occurrence === occurrence);
    const [only] = target;
    if (only === undefined || target.length > 1) {
      if (candidates.length > 0) unlinked.push(one);
      continue;
    }
    const key = obligationKey(only);
    const before = linked.get(key);
    if (before === undefined) linked.set(key, [one]);
    else before.push(one);
  }
  return { linked, unlinked, occurrences: new Map([...occurrences].map(([id, all]) => [id, all.length])) };
}
