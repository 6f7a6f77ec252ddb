import type { Fact } from '#domain';
import { personOf, recordIdOf, scopeOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { HomeworkPlanRow } from './homework-plan.row.ts';

/** Homework of which nothing but its terms was agreed has no row. */
export const homeworkPlans = foldInto(HomeworkPlanRow)({
  name: 'homework_plans',
  version: 1,
  key: ({ stream }) => ({ assignmentId: recordIdOf(stream) }),
  on: {
    HomeworkLinkedToGoals: (row, fact) => ({ ...(row ?? blank(fact)), goalIds: [...fact.data.goalIds], ...at(fact) }),
    PlanMade: (row, fact) => ({
      ...(row ?? blank(fact)),
      ...{ situation: fact.data.situation, action: fact.data.action, obstacles: [...fact.data.obstacles] },
      confidence: fact.data.confidence ?? null,
      ...at(fact),
    }),
    AssignmentSubstituted: (row, fact) => ({
      ...(row ?? blank(fact)),
      ...{ substituteId: fact.data.substituteId, substituteTrigger: fact.data.trigger },
      ...at(fact),
    }),
  },
});

const at = ({ metadata }: Fact) => ({ updatedAt: metadata.occurredAt });

function blank(fact: Fact): HomeworkPlanRow {
  return {
    ...scopeOf(fact),
    ...{ assignmentId: recordIdOf(fact.stream), participantId: personOf(fact), ...at(fact) },
    ...{ goalIds: [], obstacles: [], situation: null, action: null, confidence: null },
    ...{ substituteId: null, substituteTrigger: null },
  };
}
