import type { Fact } from '#domain';
import { personOf, recordIdOf, scopeOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { GoalRow } from './goal.row.ts';

export const goals = foldInto(GoalRow)({
  name: 'goals',
  version: 1,
  key: ({ stream }) => ({ goalId: recordIdOf(stream) }),
  on: {
    GoalSet: (_row, fact) => ({
      ...scopeOf(fact),
      goalId: recordIdOf(fact.stream),
      participantId: personOf(fact),
      ...{ setBy: fact.data.setBy, statement: fact.data.statement },
      targetMechanism: fact.data.targetMechanism ?? null,
      ...{ status: 'open' as const, attainment: null, ratings: 0, revisions: 0, endedAt: null },
      setAt: fact.metadata.occurredAt,
      recordedAt: fact.recordedAt,
    }),
    GoalRevised: (row, { data, recordedAt }) =>
      row && {
        ...row,
        ...{ statement: data.statement, targetMechanism: data.targetMechanism ?? null },
        ...{ revisions: row.revisions + 1, recordedAt },
      },
    GoalRated: (row, { data, recordedAt }) =>
      row && { ...row, attainment: data.attainment, ratings: row.ratings + 1, recordedAt },
    GoalAttained: (row, fact) => row && ended(row, 'attained', fact),
    GoalDropped: (row, fact) => row && ended(row, 'dropped', fact),
  },
});

function ended(row: GoalRow, status: 'attained' | 'dropped', { metadata, recordedAt }: Fact): GoalRow {
  return { ...row, status, endedAt: metadata.occurredAt, recordedAt };
}
