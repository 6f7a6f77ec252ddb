import { type Fact, WHOLE } from '#domain';
import { personOf, recordIdOf, scopeOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { adjustedColumns, termColumns } from './assignment-terms.ts';
import { AssignmentRow } from './assignment.row.ts';

export const assignments = foldInto(AssignmentRow)({
  name: 'assignments',
  version: 2,
  key: ({ stream }) => ({ assignmentId: recordIdOf(stream) }),
  on: {
    HomeworkProposed: (_row, fact) => ({ ...begun(fact), status: 'proposed', proposedAt: fact.metadata.occurredAt }),
    HomeworkAssigned: (row, fact) => ({
      ...begun(fact),
      ...(row === undefined ? {} : beforeAgreement(row)),
      version: 1,
      analystConstruction: fact.data.analystConstruction ?? false,
      assignedAt: fact.metadata.occurredAt,
      assignedDate: fact.metadata.localDate,
    }),
    AssignmentDeclined: (row, { data, metadata, recordedAt }) =>
      row && {
        ...row,
        status: 'declined',
        declinedAt: metadata.occurredAt,
        declinedBy: data.by,
        declineReason: data.reason,
        declineNote: data.note ?? null,
        updatedAt: recordedAt,
      },
    HomeworkOpened: (row, { metadata, recordedAt }) =>
      row && { ...row, openedAt: earlier(row.openedAt, metadata.occurredAt), updatedAt: recordedAt },
    ClarificationRequested: (row, { recordedAt }) =>
      row && { ...row, questions: row.questions + 1, unanswered: row.unanswered + 1, updatedAt: recordedAt },
    ClarificationGiven: (row, { recordedAt }) => row && { ...row, unanswered: 0, updatedAt: recordedAt },
    HomeworkReviewed: (row, { recordedAt }) => row && { ...row, reviews: row.reviews + 1, updatedAt: recordedAt },
    FeedbackGiven: (row, { recordedAt }) => row && { ...row, feedback: row.feedback + 1, updatedAt: recordedAt },
    SharingChanged: (row, { data, recordedAt }) =>
      row && {
        ...row,
        visibility: data.attemptId === undefined ? data.visibility : row.visibility,
        updatedAt: recordedAt,
      },
    AssignmentAdjusted: (row, { data, metadata, recordedAt }) =>
      row && {
        ...row,
        ...adjustedColumns(row, data, metadata.timeZone),
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
        ...(data.occurrence === WHOLE ? reportOf(data) : {}),
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

function reportOf({ state, done }: Fact<'OccurrenceReported'>['data']) {
  return { reportedState: state, reportedAmount: done?.amount ?? null, reportedUnit: done?.unit ?? null };
}

/** What was done with a proposal stays when it is agreed on. */
function beforeAgreement({ proposedAt, openedAt, questions, unanswered, feedback, recordedAt }: AssignmentRow) {
  return { proposedAt, openedAt, questions, unanswered, feedback, recordedAt };
}

function begun(fact: Fact<'HomeworkProposed' | 'HomeworkAssigned'>): AssignmentRow {
  const { data, metadata, recordedAt } = fact;
  return {
    ...scopeOf(fact),
    ...termColumns(data.terms, metadata.timeZone),
    ...NOTHING_YET,
    assignmentId: recordIdOf(fact.stream),
    participantId: personOf(fact),
    status: 'active',
    initiatedBy: data.initiatedBy,
    recordedAt,
    updatedAt: recordedAt,
  };
}

const NOTHING_YET = {
  /** That of the proposal. */
  version: 0,
  analystConstruction: false,
  proposedAt: null,
  assignedAt: null,
  assignedDate: null,
  declinedAt: null,
  declinedBy: null,
  declineReason: null,
  declineNote: null,
  openedAt: null,
  questions: 0,
  unanswered: 0,
  reviews: 0,
  feedback: 0,
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

function earlier(one: string | null, other: string): string {
  return one !== null && one < other ? one : other;
}

function later(one: string | null, other: string): string {
  return one !== null && one > other ? one : other;
}
