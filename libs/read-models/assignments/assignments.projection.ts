import type { Fact } from '#domain';
import { personOf, recordIdOf, scopeOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { adjustedColumns, termColumns } from './assignment-terms.ts';
import { AssignmentRow } from './assignment.row.ts';

export const assignments = foldInto(AssignmentRow)({
  name: 'assignments',
  version: 1,
  key: ({ stream }) => ({ assignmentId: recordIdOf(stream) }),
  on: {
    HomeworkAssigned: (_row, fact) => assigned(fact),
    AssignmentAdjusted: (row, { data, metadata, recordedAt }) =>
      row && {
        ...row,
        ...adjustedColumns(row, data.terms, metadata.timeZone),
        version: data.version,
        adjustments: row.adjustments + 1,
        updatedAt: recordedAt,
      },
    AttemptStarted: (row, { recordedAt }) =>
      row && { ...row, attemptsStarted: row.attemptsStarted + 1, updatedAt: recordedAt },
    AttemptRecorded: (row, { metadata, recordedAt }) =>
      row && {
        ...row,
        attemptsRecorded: row.attemptsRecorded + 1,
        lastAttemptAt: later(row.lastAttemptAt, metadata.occurredAt),
        reported: true,
        updatedAt: recordedAt,
      },
    AttemptAbandoned: (row, { metadata, recordedAt }) =>
      row && {
        ...row,
        attemptsAbandoned: row.attemptsAbandoned + 1,
        lastAttemptAt: later(row.lastAttemptAt, metadata.occurredAt),
        reported: true,
        updatedAt: recordedAt,
      },
    OccurrenceReported: (row, { data, recordedAt }) =>
      row && {
        ...row,
        reported: true,
        reportedState: data.state,
        reportedAmount: data.done?.amount ?? null,
        reportedUnit: data.done?.unit ?? null,
        updatedAt: recordedAt,
      },
    HomeworkCompleted: (row, { data, metadata, recordedAt }) =>
      row && {
        ...row,
        status: 'completed',
        reported: true,
        completedAt: metadata.occurredAt,
        completedDate: metadata.localDate,
        completedBy: data.informant,
        late: data.late,
        updatedAt: recordedAt,
      },
    AssignmentExpired: (row, { metadata, recordedAt }) =>
      row && { ...row, status: 'expired', expiredAt: metadata.occurredAt, updatedAt: recordedAt },
    AssignmentWithdrawn: (row, { data, metadata, recordedAt }) =>
      row && {
        ...row,
        status: 'withdrawn',
        withdrawnAt: metadata.occurredAt,
        withdrawnDate: metadata.localDate,
        withdrawalReason: data.reason,
        withdrawalNote: data.note ?? null,
        updatedAt: recordedAt,
      },
  },
});

function assigned(fact: Fact<'HomeworkAssigned'>): AssignmentRow {
  const { data, metadata, recordedAt } = fact;
  return {
    ...scopeOf(fact),
    ...termColumns(data.terms, metadata.timeZone),
    ...NOTHING_YET,
    assignmentId: recordIdOf(fact.stream),
    participantId: personOf(fact),
    status: 'active',
    initiatedBy: data.initiatedBy,
    analystConstruction: data.analystConstruction ?? false,
    assignedAt: metadata.occurredAt,
    assignedDate: metadata.localDate,
    recordedAt,
    updatedAt: recordedAt,
  };
}

const NOTHING_YET = {
  version: 1,
  adjustments: 0,
  attemptsStarted: 0,
  attemptsRecorded: 0,
  attemptsAbandoned: 0,
  lastAttemptAt: null,
  reported: false,
  reportedState: null,
  reportedAmount: null,
  reportedUnit: null,
  completedAt: null,
  completedDate: null,
  completedBy: null,
  late: null,
  expiredAt: null,
  withdrawnAt: null,
  withdrawnDate: null,
  withdrawalReason: null,
  withdrawalNote: null,
} as const;

function later(one: string | null, other: string): string {
  return one !== null && one > other ? one : other;
}
