import { complianceRatings } from '#adherence';
import { adherenceFacts } from '../adherence/adherence.facts.ts';
import type { Derivation } from '../kernel/projection.ts';
import { OBLIGATION_TYPES } from '../occurrences/obligation.types.ts';
import { ComplianceRow } from './compliance.row.ts';

/** A rating of every obligation that fell due for somebody enrolled, under the terms in force then. */
export const compliance: Derivation = {
  kind: 'derivation',
  name: 'compliance',
  version: 1,
  entity: ComplianceRow,
  owner: 'participantId',
  daily: true,
  types: [...OBLIGATION_TYPES, 'ParticipantDiscontinued', 'ParticipantCompleted'],
  derive: (input): readonly ComplianceRow[] => {
    const enrolled = input.facts.findLast((fact) => fact.type === 'ParticipantEnrolled');
    if (enrolled === undefined) return [];
    const facts = adherenceFacts(input);
    const nameOf = (one: { assignmentId: string; occurrence: string }) => `${one.assignmentId} ${one.occurrence}`;
    const due = new Map(facts.obligations.map((one) => [nameOf(one), one.asAdjusted.dueAt ?? null]));
    return complianceRatings(facts).map((one) => ({
      assignmentId: one.assignmentId,
      occurrence: one.occurrence,
      participantId: input.participantId,
      studyId: enrolled.data.studyId,
      siteId: enrolled.data.siteId ?? null,
      rating: one.value,
      low: one.low,
      high: one.high,
      dueAt: due.get(nameOf(one)) ?? null,
    }));
  },
};
