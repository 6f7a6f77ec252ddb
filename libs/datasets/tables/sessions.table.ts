import { SessionRow } from '#read-models';
import { PHASES, WHY_NO_HOMEWORK } from './code.lists.ts';
import { storedRows } from './stored.rows.ts';
import { type FieldsOf, PID, sortable, tableSource } from './table.source.ts';

const fields = {
  sessionId: { stays: 'the same in every release' },
  participantId: PID,
  stream: { stays: 'where it is stored' },
  studyId: { stays: 'the same for everybody' },
  siteId: { stays: 'in participants' },
  sessionNumber: {
    column: 'session_no',
    label: ['Session number', 'Sessionsnummer'],
    kind: 'integer',
    rule: { role: 'open' },
  },
  state: {
    column: 'state',
    label: ['State', 'Tillstånd'],
    kind: 'category',
    codes: ['scheduled', 'held', 'missed', 'cancelled'],
    rule: { role: 'open' },
  },
  attended: { column: 'attended', label: ['Attended', 'Närvarande'], kind: 'boolean', rule: { role: 'open' } },
  scheduledAt: { stays: 'a moment' },
  cancelledBy: { stays: 'given with cancellation_reason' },
  cancellationReason: {
    column: 'cancellation_reason',
    label: ['Why it was cancelled', 'Varför den ställdes in'],
    kind: 'category',
    codes: ['illness', 'holiday', 'work', 'transport', 'technical', 'no-room', 'other'],
    rule: { role: 'drop', reason: 'not needed' },
  },
  missedReason: {
    column: 'missed_reason',
    label: ['Why it was missed', 'Varför den missades'],
    kind: 'category',
    codes: ['no-show', 'cancelled-by-client', 'cancelled-by-therapist', 'illness', 'technical', 'other'],
    rule: { role: 'open' },
  },
  modality: {
    column: 'modality',
    label: ['Modality', 'Form'],
    kind: 'category',
    codes: ['in-person', 'video', 'telephone', 'text', 'group', 'programme'],
    rule: { role: 'open' },
  },
  phase: { column: 'phase', label: ['Phase', 'Fas'], kind: 'category', codes: PHASES, rule: { role: 'open' } },
  deliverers: { stays: 'the first is therapist_pid' },
  minutes: {
    column: 'duration_min',
    label: ['Duration', 'Längd'],
    kind: 'number',
    unit: 'min',
    rule: { role: 'open' },
  },
  occurredAt: { stays: 'a moment' },
  localDate: { column: 'day', label: ['Day', 'Dag'], kind: 'day', rule: { role: 'time' } },
  homeworkReviewed: {
    column: 'homework_reviewed',
    label: ['Homework reviewed', 'Hemuppgift genomgången'],
    kind: 'category',
    codes: ['reviewed', 'not-reviewed', 'nothing-to-review'],
    rule: { role: 'open' },
  },
  homeworkAssigned: {
    column: 'homework_assigned',
    label: ['Homework assigned', 'Hemuppgift given'],
    kind: 'category',
    codes: ['assigned', 'none'],
    rule: { role: 'open' },
  },
  homeworkWhyNotReviewed: {
    column: 'why_not_reviewed',
    label: ['Why homework was not reviewed', 'Varför hemuppgiften inte gicks igenom'],
    kind: 'category',
    codes: WHY_NO_HOMEWORK,
    rule: { role: 'open' },
  },
  homeworkWhyNot: {
    column: 'why_none_assigned',
    label: ['Why no homework was assigned', 'Varför ingen hemuppgift gavs'],
    kind: 'category',
    codes: WHY_NO_HOMEWORK,
    rule: { role: 'open' },
  },
  homeworkMinutes: {
    column: 'homework_minutes',
    label: ['Time on homework in the session', 'Tid för hemuppgift under sessionen'],
    kind: 'number',
    unit: 'min',
    rule: { role: 'open' },
  },
  homeworkNote: {
    column: 'homework_note',
    label: ['Note on homework', 'Anteckning om hemuppgift'],
    kind: 'freetext',
    rule: { role: 'freetext', export: 'length' },
  },
  recordedAt: { stays: 'a moment' },
} as const satisfies FieldsOf<SessionRow>;

export const sessionsTable = tableSource<SessionRow>({
  name: 'sessions',
  title: ['Sessions', 'Sessioner'],
  grain: ['One session of one person', 'En session med en person'],
  fields,
  computed: [
    {
      column: 'therapist_pid',
      label: ['Therapist', 'Terapeut'],
      kind: 'therapist',
      rule: { role: 'drop', reason: 'few people share one' },
      value: ({ deliverers }) => deliverers[0] ?? null,
    },
  ],
  load: (request) => storedRows(request, SessionRow),
  record: ({ stream, participantId }) => ({
    stream,
    isOf: ({ data }) => !('participantId' in data) || data.participantId === participantId,
  }),
  personOf: ({ participantId }) => participantId,
  order: ({ sessionNumber, occurredAt, sessionId }) => `${sortable(sessionNumber)}/${occurredAt}/${sessionId}`,
});
