import { recordIdOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { QueryRow } from './query.row.ts';

export const queries = foldInto(QueryRow)({
  name: 'queries',
  version: 1,
  key: ({ stream }) => ({ queryId: recordIdOf(stream) }),
  on: {
    QueryOpened: (_row, { stream, data, metadata }) => ({
      ...{ queryId: data.queryId, participantId: data.participantId, stream, kind: data.kind, status: 'open' },
      ...{ studyId: metadata.studyId ?? null, siteId: metadata.siteId ?? null },
      ...{ category: data.category ?? null, recordId: data.recordId ?? null, entryId: data.entryId ?? null },
      ...{ field: data.field ?? null, ruleId: data.ruleId ?? null, question: data.question },
      ...{ openedAt: metadata.occurredAt, openedBy: metadata.actor.id },
      ...{ answer: null, outcome: null, answeredAt: null, closedAt: null },
    }),
    QueryAnswered: (row, { data, metadata }) =>
      row && { ...row, status: 'answered', answer: data.answer, answeredAt: metadata.occurredAt },
    QueryClosed: (row, { data, metadata }) =>
      row && { ...row, status: 'closed', outcome: data.outcome, closedAt: metadata.occurredAt },
  },
});
