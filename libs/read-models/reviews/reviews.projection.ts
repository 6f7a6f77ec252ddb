import type { Fact } from '#domain';
import { recordIdOf } from '../kernel/fact.columns.ts';
import type { Derivation } from '../kernel/projection.ts';
import { personSessions } from '../occurrences/person.sessions.ts';
import { ReviewRow } from './review.row.ts';

/** Reviews with the number of their session, which is told in another record. */
export const reviews: Derivation = {
  kind: 'derivation',
  name: 'reviews',
  version: 1,
  entity: ReviewRow,
  owner: 'participantId',
  daily: false,
  types: [
    'HomeworkAssigned',
    'HomeworkReviewed',
    'SessionScheduled',
    'SessionCancelled',
    'SessionHeld',
    'SessionMissed',
  ],
  derive: ({ participantId, facts }) => {
    const sessions = personSessions(participantId, facts);
    const numbers = new Map(sessions.map(({ sessionId, number }) => [sessionId, number]));
    return facts
      .filter((fact) => fact.type === 'HomeworkReviewed')
      .map((fact) => rowOf(participantId, fact, numbers.get(fact.data.sessionId ?? '') ?? null));
  },
};

function rowOf(participantId: string, fact: Fact<'HomeworkReviewed'>, sessionNumber: number | null): ReviewRow {
  const { id, stream, data, metadata, recordedAt } = fact;
  return {
    reviewId: id,
    assignmentId: recordIdOf(stream),
    participantId,
    studyId: metadata.studyId ?? null,
    siteId: metadata.siteId ?? null,
    version: data.version,
    sessionId: data.sessionId ?? null,
    sessionNumber,
    reviewerRole: data.reviewer,
    barriers: data.barriers ?? [],
    helpfulness: data.helpfulness ?? null,
    note: data.note ?? null,
    occurredAt: metadata.occurredAt,
    localDate: metadata.localDate,
    recordedAt,
  };
}
