import type { Attempt, Obligation } from '#adherence';
import { type Fact, WHOLE } from '#domain';
import { localDateOf } from '../kernel/calendar.ts';
import { recordIdOf } from '../kernel/fact.columns.ts';
import type { AskedTerms } from '../occurrences/asked.occurrences.ts';
import {
  attemptDate,
  attemptedOccurrence,
  isAttempt,
  type OccurrenceReport,
} from '../occurrences/occurrence.evidence.ts';
import type { PersonObligation } from '../occurrences/person.obligations.ts';

/** More reports of one obligation than these are not read. */
const MOST_REPORTS = 1_000;

/** An obligation as adherence definitions see it. */
export function obligationOf(one: PersonObligation): Obligation {
  const { assigned, asAssigned, asAdjusted, completed } = one;
  return {
    assignmentId: one.assignmentId,
    occurrence: one.occurrence,
    initiatedBy: assigned.data.initiatedBy,
    assignedAt: assigned.metadata.occurredAt,
    assignedDate: assigned.metadata.localDate,
    // What only a later version asked for was not due as assigned.
    asAssigned: asAssigned === null ? { version: 1 } : termsOf(asAssigned),
    asAdjusted: termsOf(asAdjusted),
    withdrawnAt: one.endedAt,
    withdrawnDate: one.endedDate,
    adjustments: one.adjustments,
    ownAdjustments: one.ownAdjustments,
    state: one.state,
    reason: one.reason,
    completedAt: completed?.occurredAt ?? null,
    completedDate: completed?.localDate ?? null,
    reviewed: one.reviewed,
    reports: one.reports.slice(-MOST_REPORTS).map(reportOf),
  };
}

function termsOf({ version, terms, dueAt, dueDate }: AskedTerms) {
  return { version, quantity: terms.dose?.amount ?? null, unit: terms.dose?.unit ?? null, dueAt, dueDate };
}

function reportOf({ id, state, informant, occurredAt, localDate, recordedAt, done }: OccurrenceReport) {
  return {
    ...{ id, state, informant, occurredAt, recordedAt },
    completedAt: state === 'done' ? occurredAt : null,
    completedDate: state === 'done' ? localDate : null,
    quantity: done?.amount ?? null,
    unit: done?.unit ?? null,
  };
}

/**
 * Attempts of one assignment; the last word about an attempt is what counts.
 * @param asked names of the assignment's obligations
 */
export function attemptsOf(facts: readonly Fact[], asked: ReadonlySet<string>): readonly Attempt[] {
  const attempts = new Map<string, Attempt>();
  for (const fact of facts) {
    if (!isAttempt(fact)) continue;
    const id = `${recordIdOf(fact.stream)}/${fact.data.attemptId}`;
    const { data, metadata, recordedAt, type } = fact;
    const startedAt = type === 'AttemptAbandoned' ? null : (data.startedAt ?? null);
    const endedAt = type === 'AttemptRecorded' ? (data.endedAt ?? null) : null;
    const exact = metadata.occurredPrecision === 'instant' || metadata.occurredPrecision === 'minute';
    const start = startedAt ?? attempts.get(id)?.startedAt ?? (endedAt === null && exact ? metadata.occurredAt : null);
    const done = type === 'AttemptRecorded' ? data.done : undefined;
    const at = attemptedOccurrence(fact);
    attempts.set(id, {
      id,
      assignmentId: recordIdOf(fact.stream),
      occurrence: asked.has(at) ? at : asked.has(WHOLE) ? WHOLE : null,
      startedAt: start,
      endedAt,
      localDate: start === null ? attemptDate(fact) : localDateOf(start, metadata.timeZone),
      minutes: done?.unit === 'minutes' ? done.amount : null,
      quantity: done?.amount ?? null,
      unit: done?.unit ?? null,
      outcome: type === 'AttemptRecorded' ? data.outcome : type === 'AttemptAbandoned' ? 'abandoned' : 'started',
      informant: type === 'AttemptStarted' ? null : data.informant,
      recordedAt,
    });
  }
  return [...attempts.values()];
}
