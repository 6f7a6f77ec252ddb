import type { AdherenceFacts, Attempt, Rating } from '#adherence';
import type { Fact } from '#domain';
import { localDateOf } from '../kernel/calendar.ts';
import { recordIdOf } from '../kernel/fact.columns.ts';
import type { DerivationInput } from '../kernel/projection.ts';
import { type HeldSession, obligationOf } from './assignment.obligation.ts';
import { groupBy } from '../kernel/group-by.ts';

/**
 * What an adherence definition is evaluated over: one person's effective facts, read as obligations, attempts and
 * ratings. The record is known up to the person's own last entry or the study's last whole day, whichever is later.
 */
export function adherenceFacts({ participantId, facts, knownUntil }: DerivationInput): AdherenceFacts {
  const observedUntil = facts.reduce((last, { recordedAt }) => (recordedAt > last ? recordedAt : last), knownUntil);
  const enrolled = facts.findLast((fact) => fact.type === 'ParticipantEnrolled');
  const ended = facts.findLast(
    (fact) => fact.type === 'ParticipantDiscontinued' || fact.type === 'ParticipantCompleted',
  );
  const timeZone = enrolled?.data.timeZone ?? 'UTC';
  const sessions = heldSessions(participantId, facts);
  const byAssignment = groupBy(
    facts.filter(({ stream }) => stream.startsWith('assignment-')),
    ({ stream }) => stream,
  );
  return {
    participantId,
    enrolledAt: enrolled?.metadata.occurredAt ?? null,
    enrolledDate: enrolled?.metadata.localDate ?? null,
    endedAt: ended?.metadata.occurredAt ?? null,
    endedDate: ended?.metadata.localDate ?? null,
    observedUntil,
    observedUntilDate: localDateOf(observedUntil, timeZone),
    obligations: [...byAssignment.values()].flatMap((own) => obligationOf(own, sessions, observedUntil) ?? []),
    attempts: [...byAssignment.values()].flatMap(attemptsOf),
    ratings: facts.flatMap(ratingsOf),
  };
}

function heldSessions(participantId: string, facts: readonly Fact[]): readonly HeldSession[] {
  const sections = new Map(
    facts.flatMap((fact) =>
      fact.type === 'HomeworkSectionLogged' && fact.data.participantId === participantId
        ? [[fact.stream, fact.data.reviewed] as const]
        : [],
    ),
  );
  const held = facts.filter((fact) => fact.type === 'SessionHeld');
  return held
    .map(({ stream, metadata }) => {
      const reviewed = sections.get(stream);
      return {
        at: metadata.occurredAt,
        date: metadata.localDate,
        reviewed: reviewed === undefined || reviewed === 'nothing-to-review' ? null : reviewed === 'reviewed',
      };
    })
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

/** Attempts of one assignment; the last word about an attempt is what counts. */
function attemptsOf(facts: readonly Fact[]): readonly Attempt[] {
  const attempts = new Map<string, Attempt>();
  for (const fact of facts) {
    const attempt = attemptOf(fact, (id) => attempts.get(id));
    if (attempt !== undefined) attempts.set(attempt.id, attempt);
  }
  return [...attempts.values()];
}

function attemptOf(fact: Fact, before: (id: string) => Attempt | undefined): Attempt | undefined {
  const { type, data, metadata, recordedAt, stream } = fact;
  if (type !== 'AttemptStarted' && type !== 'AttemptRecorded' && type !== 'AttemptAbandoned') return undefined;
  const id = `${recordIdOf(stream)}/${data.attemptId}`;
  const startedAt = type === 'AttemptAbandoned' ? null : (data.startedAt ?? null);
  const endedAt = type === 'AttemptRecorded' ? (data.endedAt ?? null) : null;
  const exact = metadata.occurredPrecision === 'instant' || metadata.occurredPrecision === 'minute';
  const start = startedAt ?? before(id)?.startedAt ?? (endedAt === null && exact ? metadata.occurredAt : null);
  const done = type === 'AttemptRecorded' ? data.done : undefined;
  const moment = start ?? endedAt;
  return {
    id,
    assignmentId: recordIdOf(stream),
    occurrence: '1',
    startedAt: start,
    endedAt,
    localDate: moment === null ? metadata.localDate : localDateOf(moment, metadata.timeZone),
    minutes: done?.unit === 'minutes' ? done.amount : null,
    quantity: done?.amount ?? null,
    unit: done?.unit ?? null,
    outcome: type === 'AttemptRecorded' ? data.outcome : type === 'AttemptAbandoned' ? 'abandoned' : 'started',
    informant: type === 'AttemptStarted' ? null : data.informant,
    recordedAt,
  };
}

function ratingsOf(fact: Fact): readonly Rating[] {
  if (fact.type !== 'RatingRecorded' || fact.data.target.kind !== 'assignment') return [];
  const { ratingId, form, rater, target, items, retrospective } = fact.data;
  const { assignmentId } = target;
  return Object.entries(items).map(([item, value]) => ({
    id: `${ratingId}/${item}`,
    assignmentId,
    instrument: form.formId,
    subscale: item,
    raterRole: rater.role,
    value,
    retrospective,
  }));
}
