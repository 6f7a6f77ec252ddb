import { type Fact, WHOLE } from '#domain';
import { recordIdOf } from '../kernel/fact.columns.ts';
import { type AskedOccurrence, type AskedTerms, askedOccurrences } from './asked.occurrences.ts';
import { versionsOf } from './assignment.versions.ts';
import {
  type AttemptFact,
  attemptsAt,
  type Evidence,
  evidenceOf,
  type OccurrenceReport,
  stateShown,
  type ToldState,
  toldOccurrences,
} from './occurrence.evidence.ts';
import type { PersonCourse } from './person.course.ts';
import type { PersonSession } from './person.sessions.ts';

/** `unknown` is due and nobody told; `open` is not due yet; `void` did not apply. */
export type OccurrenceStanding = ToldState | 'unknown' | 'void' | 'open';

/** One obligation of one person, as its effective facts tell of it. */
export interface PersonObligation extends AskedOccurrence {
  readonly assignmentId: string;
  readonly assigned: Fact<'HomeworkAssigned'>;
  /** How often the assignment was adjusted. */
  readonly adjustments: number;
  /** Adjustments made after the occurrence before this one fell due, and before this one did. */
  readonly ownAdjustments: number;
  readonly state: OccurrenceStanding;
  /** Why it is void. */
  readonly reason: Fact<'OccurrenceVoided'>['data']['reason'] | null;
  /** Withdrawn, declined or adjusted away; whichever came first. */
  readonly endedAt: string | null;
  readonly endedDate: string | null;
  readonly reports: readonly OccurrenceReport[];
  readonly attempts: readonly AttemptFact[];
  /** By the last word that it is done. */
  readonly completed: OccurrenceReport | null;
  readonly reviewed: boolean | null;
}

/** Every obligation of one person, assignment by assignment. Work that was only proposed asks for nothing. */
export function personObligations(course: PersonCourse): readonly PersonObligation[] {
  return [...course.assignments.values()].flatMap((facts) => obligationsOf(facts, course));
}

function obligationsOf(facts: readonly Fact[], course: PersonCourse): readonly PersonObligation[] {
  const assigned = facts.find((fact) => fact.type === 'HomeworkAssigned');
  if (assigned === undefined) return [];
  const { occurredAt, timeZone } = assigned.metadata;
  const held = course.sessions.filter(({ state }) => state === 'held');
  const evidence = evidenceOf(facts);
  const versions = versionsOf(assigned, facts);
  const asked = askedOccurrences(versions, {
    zones: course.zones.length > 0 ? course.zones : [{ from: '', timeZone }],
    nextSession: held.find(({ at }) => at > occurredAt),
    told: toldOccurrences(evidence),
    due: evidence.due,
  });
  const names = new Set(asked.map(({ occurrence }) => occurrence));
  const reading: Reading = { facts, evidence, held, knownUntil: course.knownUntil, ended: endOf(facts) };
  return asked.map((one, n) => {
    const before = asked[n - 1]?.asAdjusted.dueAt ?? null;
    return {
      ...one,
      assignmentId: recordIdOf(assigned.stream),
      assigned,
      adjustments: versions.length - 1,
      ownAdjustments: versions.slice(1).filter(({ from }) => bearsOn(from, before, one.asAdjusted.dueAt)).length,
      ...readingOf(one, attemptsAt(evidence, one.occurrence, names), assigned, reading),
    };
  });
}

function bearsOn(from: string, before: string | null, dueAt: string | null): boolean {
  return (before === null || from > before) && (dueAt === null || from <= dueAt);
}

interface Reading {
  readonly facts: readonly Fact[];
  readonly evidence: Evidence;
  readonly held: readonly PersonSession[];
  readonly knownUntil: string;
  readonly ended: { readonly at: string; readonly date: string } | null;
}

type Told = Pick<
  PersonObligation,
  'state' | 'reason' | 'endedAt' | 'endedDate' | 'reports' | 'attempts' | 'completed' | 'reviewed'
>;

function readingOf(
  { occurrence, asAdjusted, removedAt }: AskedOccurrence,
  attempts: readonly AttemptFact[],
  assigned: Fact<'HomeworkAssigned'>,
  { facts, evidence, held, knownUntil, ended }: Reading,
): Told {
  const own = evidence.reports.get(occurrence) ?? [];
  const voided = evidence.voids.get(occurrence);
  const shown = stateShown(attempts, asAdjusted.terms);
  const { completed } = evidence;
  // Of recurring work, the word about the whole does not contradict what is told of one day.
  const speaks = completed !== null && (occurrence === WHOLE || (own.length === 0 && shown === undefined));
  const reports = speaks ? inOrderOfEntry([...own, completed]) : own;
  const last = reports.at(-1);
  const first = [ended?.at, removedAt].flatMap((at) => at ?? []).sort()[0] ?? null;
  // Work taken back beforehand never fell due: it stays open, and a definition says what that counts for.
  const until = first !== null && first < knownUntil ? first : knownUntil;
  const isDue = asAdjusted.dueAt !== null && asAdjusted.dueAt <= until;
  const expired = occurrence === WHOLE && facts.some(({ type }) => type === 'AssignmentExpired');
  const known = last?.state ?? shown;
  const state = voided !== undefined ? 'void' : (known ?? (isDue || expired ? 'unknown' : 'open'));
  return {
    state,
    reason: voided?.reason ?? null,
    endedAt: first,
    endedDate: first === null || first !== ended?.at ? null : ended.date,
    reports,
    attempts,
    completed: last?.state === 'done' ? last : null,
    reviewed: reviewedOf(asAdjusted, assigned, held, facts),
  };
}

/** The log's order is that of entry; the completion belongs among the reports by when it was stored. */
function inOrderOfEntry(reports: readonly OccurrenceReport[]): readonly OccurrenceReport[] {
  return [...reports].sort((one, other) =>
    one.recordedAt < other.recordedAt ? -1 : one.recordedAt > other.recordedAt ? 1 : 0,
  );
}

/** Work that was taken back or turned down is asked for no longer. */
function endOf(facts: readonly Fact[]): Reading['ended'] {
  const end = facts.findLast((fact) => fact.type === 'AssignmentWithdrawn' || fact.type === 'AssignmentDeclined');
  return end === undefined ? null : { at: end.metadata.occurredAt, date: end.metadata.localDate };
}

/** Whether the session after the due moment went through it: by its own entry, or by the session's homework section. */
function reviewedOf(
  { terms, dueAt }: AskedTerms,
  { metadata: { occurredAt } }: Fact<'HomeworkAssigned'>,
  held: readonly PersonSession[],
  facts: readonly Fact[],
): boolean | null {
  const dueThen = terms.due.kind === 'next-session';
  const reviewing = held.find(({ at }) => at > occurredAt && (dueThen || dueAt === null || at > dueAt));
  if (reviewing === undefined) return null;
  const entered = facts.some(
    ({ type, data, metadata }) =>
      type === 'HomeworkReviewed' &&
      (data.sessionId === reviewing.sessionId ||
        (data.sessionId === undefined && metadata.localDate === reviewing.date)),
  );
  return entered ? true : reviewing.reviewed;
}
