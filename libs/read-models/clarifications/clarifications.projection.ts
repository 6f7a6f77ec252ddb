import { personOf, recordIdOf, scopeOf } from '../kernel/fact.columns.ts';
import { foldStreamInto } from '../kernel/projection.ts';
import { ClarificationRow } from './clarification.row.ts';

export const clarifications = foldStreamInto(ClarificationRow)({
  name: 'clarifications',
  version: 1,
  on: {
    ClarificationRequested: (rows, fact) => [
      ...rows,
      {
        ...scopeOf(fact),
        ...{ assignmentId: recordIdOf(fact.stream), number: rows.length + 1, participantId: personOf(fact) },
        ...{ askedBy: fact.data.by, question: fact.data.question, askedAt: fact.metadata.occurredAt },
        ...{ answered: false, answer: null, answeredAt: null },
      },
    ],
    /** One answer settles every question that waits. */
    ClarificationGiven: (rows, { data, metadata }) =>
      rows.map((row) =>
        row.answered ? row : { ...row, answered: true, answer: data.answer, answeredAt: metadata.occurredAt },
      ),
  },
});
