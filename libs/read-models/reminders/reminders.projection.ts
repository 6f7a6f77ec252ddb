import { personOf, recordIdOf, scopeOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { ReminderRow } from './reminder.row.ts';

export const reminders = foldInto(ReminderRow)({
  name: 'reminders',
  version: 2,
  key: ({ stream }) => ({ reminderId: recordIdOf(stream) }),
  on: {
    ReminderPlanned: (_row, fact) => ({
      ...scopeOf(fact),
      reminderId: recordIdOf(fact.stream),
      participantId: personOf(fact),
      kind: fact.data.of.kind,
      assignmentId: fact.data.of.kind === 'homework' ? fact.data.of.assignmentId : null,
      occurrence: fact.data.of.kind === 'homework' ? fact.data.of.occurrence : null,
      instrumentId: fact.data.of.kind === 'measure' ? fact.data.of.instrumentId : null,
      occasion: fact.data.of.kind === 'measure' ? fact.data.of.occasion : null,
      channel: fact.data.channel,
      status: 'planned',
      plannedFor: fact.data.at,
      localDate: fact.data.localDate,
      policyVersion: fact.data.policyVersion,
      ...{ attempts: 0, sendingAt: null, sentAt: null, failure: null, permanent: false },
      ...{ openedAt: null, cancelledBecause: null },
    }),
    ReminderMoved: (row, { data }) => row && { ...row, plannedFor: data.at, localDate: data.localDate },
    ReminderSending: (row, { data, metadata }) =>
      row && { ...row, status: 'sending', attempts: data.attempt, sendingAt: metadata.occurredAt },
    ReminderSent: (row, { metadata }) => row && { ...row, status: 'sent', sentAt: metadata.occurredAt },
    ReminderOutcomeUnknown: (row) => row && { ...row, status: 'unknown' },
    ReminderFailed: (row, { data }) =>
      row && {
        ...row,
        status: 'failed',
        failure: data.failure,
        permanent: data.permanent || row.status !== 'sending',
      },
    ReminderOpened: (row, { metadata }) => row && { ...row, openedAt: metadata.occurredAt },
    ReminderCancelled: (row, { data }) => row && { ...row, status: 'cancelled', cancelledBecause: data.because },
  },
});
