import type { AdherenceFacts, Rating, Session } from '#adherence';
import type { EventType, Fact } from '#domain';
import { localDateOf } from '../kernel/calendar.ts';
import { groupBy } from '../kernel/group-by.ts';
import type { DerivationInput } from '../kernel/projection.ts';
import { recordIdOf } from '../kernel/fact.columns.ts';
import { courseOf } from '../occurrences/person.course.ts';
import { OBLIGATION_TYPES } from '../occurrences/obligation.types.ts';
import { personObligations } from '../occurrences/person.obligations.ts';
import type { PersonSession } from '../occurrences/person.sessions.ts';
import { attemptsOf, obligationOf } from './assignment.obligation.ts';

/** What `adherenceFacts` reads. */
export const ADHERENCE_TYPES = [
  ...OBLIGATION_TYPES,
  'ParticipantDiscontinued',
  'ParticipantCompleted',
  'RatingRecorded',
] as const satisfies readonly EventType[];

/**
 * What an adherence definition is evaluated over: one person's effective facts, read as obligations, attempts, ratings and
 * sessions. The record is known up to the person's own last entry or the study's last whole day, whichever is later.
 */
export function adherenceFacts(input: DerivationInput): AdherenceFacts {
  const { participantId, facts } = input;
  const course = courseOf(input);
  const enrolled = facts.findLast((fact) => fact.type === 'ParticipantEnrolled');
  const ended = facts.findLast(
    (fact) => fact.type === 'ParticipantDiscontinued' || fact.type === 'ParticipantCompleted',
  );
  const obligations = personObligations(course);
  const named = groupBy(obligations, ({ assignmentId }) => assignmentId);
  return {
    participantId,
    enrolledAt: enrolled?.metadata.occurredAt ?? null,
    enrolledDate: enrolled?.metadata.localDate ?? null,
    endedAt: ended?.metadata.occurredAt ?? null,
    endedDate: ended?.metadata.localDate ?? null,
    ending: ended === undefined ? null : ended.type === 'ParticipantCompleted' ? 'completed' : 'discontinued',
    observedUntil: course.knownUntil,
    observedUntilDate: localDateOf(course.knownUntil, enrolled?.data.timeZone ?? 'UTC'),
    obligations: obligations.map(obligationOf),
    attempts: [...course.assignments].flatMap(([stream, own]) => {
      const asked = named.get(recordIdOf(stream)) ?? [];
      return attemptsOf(own, new Set(asked.map(({ occurrence }) => occurrence)));
    }),
    ratings: facts.flatMap(ratingsOf),
    sessions: course.sessions.flatMap((session) => sessionOf(session)),
  };
}

/** A session that is only arranged cuts nothing. */
function sessionOf({ sessionId, number, state, at, date }: PersonSession): readonly Session[] {
  if (state === 'scheduled') return [];
  return [{ id: sessionId, number, state, at, date, attended: state === 'cancelled' ? null : state === 'held' }];
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
    occurredAt: fact.metadata.occurredAt,
    recordedAt: fact.recordedAt,
  }));
}
