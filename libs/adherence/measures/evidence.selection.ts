import type { TimedAttempt } from '../facts.index.ts';
import type { Obligation, Rating, Report } from '../facts.schema.ts';
import type { EvidenceFilter, QuantityOf } from '../quantity.schema.ts';
import { hoursBetween, instantMs } from '../study-day.ts';

/** Whether something counts as evidence: null when it does, otherwise why not, or what is missing to tell. */
export type EvidenceGap = 'filtered-out' | 'no-informant' | 'no-entry-time' | null;

export function attemptEvidence(filter: EvidenceFilter | undefined, one: TimedAttempt): EvidenceGap {
  const { attempt, field, startMs, endMs } = one;
  const happened = endMs ?? startMs;
  const lag = (): number | null =>
    attempt.recordedAt == null || happened === null
      ? null
      : hoursBetween(happened, instantMs(attempt.recordedAt, `${field}.recordedAt`));
  return weigh(filter, attempt.informant ?? null, lag);
}

function weigh(filter: EvidenceFilter | undefined, informant: string | null, lagOf: () => number | null): EvidenceGap {
  const { informants, enteredWithinHours: within, enteredAfterHours: after } = filter ?? {};
  if (informants !== undefined && informant !== null && !informants.includes(informant)) return 'filtered-out';
  const timing = timely(within, after, lagOf);
  if (timing === 'filtered-out') return timing;
  return informants !== undefined && informant === null ? 'no-informant' : timing;
}

/** The lag of entry, from what is told to its recording. Contemporaneous is at most `within`, retrospective more than `after`. */
function timely(within: number | undefined, after: number | undefined, lagOf: () => number | null): EvidenceGap {
  if (within === undefined && after === undefined) return null;
  const lag = lagOf();
  if (lag === null) return 'no-entry-time';
  return lag > (within ?? Infinity) || lag <= (after ?? -Infinity) ? 'filtered-out' : null;
}

/** An obligation as the chosen informants, at the chosen lag, tell of it. */
export interface Seen {
  readonly obligation: Obligation;
  readonly attempts: readonly TimedAttempt[];
  readonly gaps: readonly EvidenceGap[];
}

/**
 * Reads an obligation by part of the evidence only. What the chosen ones did not tell is unknown; so is everything but a sure
 * "done" as long as it cannot be told of some piece whether it is theirs.
 */
export function seenBy(
  filter: EvidenceFilter | undefined,
  obligation: Obligation,
  attempts: readonly TimedAttempt[],
  field: string,
): Seen {
  if (filter === undefined) return { obligation, attempts, gaps: [] };
  const told = (obligation.reports ?? []).map((report, i) => ({
    report,
    gap: reportEvidence(filter, report, `${field}.reports[${i}]`),
  }));
  const tried = attempts.map((one) => ({ one, gap: attemptEvidence(filter, one) }));
  const sure = tried.flatMap(({ one, gap }) => (gap === null ? [one] : []));
  const gaps = [...told, ...tried].flatMap(({ gap }) => (gap === null ? [] : [gap]));
  const last = lastWord(told.flatMap(({ report, gap }) => (gap === null ? [report] : [])));
  const doubtful = gaps.some((gap) => gap !== 'filtered-out') || (obligation.reports == null && wasTold(obligation));
  return {
    obligation: {
      ...obligation,
      reports: last === null ? [] : [last],
      state: stateBy(obligation, last, sure, doubtful, sure.length === attempts.length),
      completedAt: last?.completedAt ?? null,
      completedDate: last?.completedDate ?? null,
    },
    attempts: sure,
    gaps,
  };
}

function reportEvidence(filter: EvidenceFilter, report: Report, field: string): EvidenceGap {
  return weigh(filter, report.informant, () => lagOfEntry(report, field));
}

function lagOfEntry(entry: Pick<Report | Rating, 'occurredAt' | 'recordedAt'>, field: string): number | null {
  if (entry.occurredAt == null || entry.recordedAt == null) return null;
  return hoursBetween(
    instantMs(entry.occurredAt, `${field}.occurredAt`),
    instantMs(entry.recordedAt, `${field}.recordedAt`),
  );
}

/** The report recorded last; of those without a time, and of ties, the later one in the list. */
function lastWord(reports: readonly Report[]): Report | null {
  return reports.reduce<Report | null>(
    (last, report) => (last === null || (report.recordedAt ?? '') >= (last.recordedAt ?? '') ? report : last),
    null,
  );
}

function wasTold({ state }: Obligation): boolean {
  switch (state) {
    case 'done':
    case 'part':
    case 'alternative':
    case 'not-done':
      return true;
    case 'unknown':
    case 'void':
    case 'open':
      return false;
  }
}

function stateBy(
  obligation: Obligation,
  last: Report | null,
  sure: readonly TimedAttempt[],
  doubtful: boolean,
  allAttempts: boolean,
): Obligation['state'] {
  if (obligation.state === 'void' || obligation.state === 'open') return obligation.state;
  if (last?.state === 'done') return 'done';
  if (doubtful) return 'unknown';
  if (last !== null) return last.state;
  if (sure.length === 0) return 'unknown';
  // Nobody reported, so the state is what the attempts show.
  return allAttempts && (obligation.reports ?? []).length === 0 ? obligation.state : shownBy(sure);
}

function shownBy(attempts: readonly TimedAttempt[]): Obligation['state'] {
  const outcomes = attempts.map(({ attempt }) => attempt.outcome);
  if (outcomes.includes('full')) return 'done';
  if (outcomes.includes('part')) return 'part';
  return outcomes.includes('alternative') ? 'alternative' : 'not-done';
}

/** Whether a rating counts for a quality. */
export function ratingEvidence(quantity: QuantityOf<'quality'>, rating: Rating, field: string): EvidenceGap {
  const { raterRoles, retrospective, ratedWithinHours, ratedAfterHours } = quantity;
  if (raterRoles !== undefined && !raterRoles.includes(rating.raterRole)) return 'filtered-out';
  if (retrospective === (rating.retrospective ? 'exclude' : 'only')) return 'filtered-out';
  return timely(ratedWithinHours, ratedAfterHours, () => lagOfEntry(rating, field));
}
