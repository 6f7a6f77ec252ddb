import type { Fact } from '#domain';
import { personOf, recordIdOf, scopeOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { ReminderWishRow } from './reminder-wish.row.ts';

export const reminderWishes = foldInto(ReminderWishRow)({
  name: 'reminder_wishes',
  version: 1,
  key: ({ stream }) => ({ participantId: recordIdOf(stream) }),
  on: {
    ReminderPreferencesSet: (row, fact) => ({
      ...(row ?? nothingSaid(fact)),
      channels: fact.data.channels,
      times: fact.data.times,
      quietFrom: fact.data.quiet?.from ?? null,
      quietTo: fact.data.quiet?.to ?? null,
    }),
    RemindersPaused: (row, fact) => ({
      ...(row ?? nothingSaid(fact)),
      pausedFrom: fact.data.from,
      pausedTo: fact.data.to ?? null,
    }),
    RemindersResumed: (row) => row && { ...row, pausedFrom: null, pausedTo: null },
  },
});

function nothingSaid(fact: Fact): ReminderWishRow {
  return {
    ...scopeOf(fact),
    participantId: personOf(fact),
    ...{ channels: null, times: [], quietFrom: null, quietTo: null, pausedFrom: null, pausedTo: null },
  };
}
