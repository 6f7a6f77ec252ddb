import type { Fact } from '#domain';
import { recordIdOf, scopeOf } from '../kernel/fact.columns.ts';
import { foldInto, type RowKey } from '../kernel/projection.ts';
import { peopleOf } from '../kernel/standing.ts';
import { SessionRow } from './session.row.ts';

export const sessions = foldInto(SessionRow)({
  name: 'sessions',
  version: 1,
  key: (fact: Fact<'SessionHeld' | 'SessionMissed' | 'HomeworkSectionLogged'>) =>
    [...new Set(peopleOf(fact))].map((participantId) => ({ sessionId: recordIdOf(fact.stream), participantId })),
  on: {
    SessionHeld: (_row, fact, key) => ({
      ...untold(fact, key),
      attended: true,
      modality: fact.data.modality,
      phase: fact.data.phase ?? null,
      deliverers: fact.data.deliverers,
      minutes: fact.data.minutes ?? null,
    }),
    SessionMissed: (_row, fact, key) => ({ ...untold(fact, key), attended: false, missedReason: fact.data.reason }),
    HomeworkSectionLogged: (row, { data }) =>
      row && {
        ...row,
        homeworkReviewed: data.reviewed,
        homeworkAssigned: data.assigned,
        homeworkWhyNot: data.whyNot ?? null,
        homeworkMinutes: data.minutes ?? null,
        homeworkNote: data.note ?? null,
      },
  },
});

function untold(fact: Fact<'SessionHeld' | 'SessionMissed'>, key: RowKey): SessionRow {
  const { stream, data, metadata, recordedAt } = fact;
  return {
    ...scopeOf(fact),
    sessionId: recordIdOf(stream),
    participantId: String(key['participantId']),
    sessionNumber: data.sessionNumber,
    ...{ attended: false, missedReason: null, modality: null, phase: null, deliverers: [], minutes: null },
    occurredAt: metadata.occurredAt,
    localDate: metadata.localDate,
    ...{ homeworkReviewed: null, homeworkAssigned: null, homeworkWhyNot: null, homeworkMinutes: null },
    homeworkNote: null,
    recordedAt,
  };
}
