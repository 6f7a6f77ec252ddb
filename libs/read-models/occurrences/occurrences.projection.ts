import type { Derivation } from '../kernel/projection.ts';
import { lastWords } from './occurrence.evidence.ts';
import { OBLIGATION_TYPES } from './obligation.types.ts';
import { OccurrenceRow } from './occurrence.row.ts';
import { courseOf } from './person.course.ts';
import { type PersonObligation, personObligations } from './person.obligations.ts';

/** Every obligation of everybody, as it stands at the end of the record. */
export const occurrences: Derivation = {
  kind: 'derivation',
  name: 'occurrences',
  version: 1,
  entity: OccurrenceRow,
  owner: 'participantId',
  daily: true,
  types: OBLIGATION_TYPES,
  derive: (input) => personObligations(courseOf(input)).map((one) => rowOf(input.participantId, one)),
};

function rowOf(participantId: string, one: PersonObligation): OccurrenceRow {
  const { assigned, asAdjusted, reports } = one;
  const { dose } = asAdjusted.terms;
  const last = reports.at(-1);
  return {
    assignmentId: one.assignmentId,
    occurrence: one.occurrence,
    participantId,
    studyId: assigned.metadata.studyId ?? null,
    siteId: assigned.metadata.siteId ?? null,
    version: asAdjusted.version,
    asAssigned: one.asAssigned !== null,
    doseAmount: dose?.amount ?? null,
    doseUnit: dose?.unit ?? null,
    dueAt: asAdjusted.dueAt,
    dueDate: asAdjusted.dueDate,
    state: one.state,
    reason: one.reason,
    reportedBy: last?.informant ?? null,
    reports: reports.length,
    reportedAmount: last?.done?.amount ?? null,
    reportedUnit: last?.done?.unit ?? null,
    attempts: lastWords(one.attempts).size,
    completedAt: one.completed?.occurredAt ?? null,
    takenAwayAt: one.endedAt,
    reviewed: one.reviewed,
  };
}
