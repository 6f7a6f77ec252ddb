import { addDays } from '#calendar';
import type { Fact } from '#domain';
import { personOf, recordIdOf, scopeOf } from '../kernel/fact.columns.ts';
import { foldInto } from '../kernel/projection.ts';
import { ReminderWishRow } from './reminder-wish.row.ts';

export const reminderWishes = foldInto(ReminderWishRow)({
  name: 'reminder_wishes',
  version: 2,
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
    RemindersResumed: (row, { data }) => row && { ...row, ...pauseUntil(row, data.from) },
  },
});

/** A pause ends the day before reminders are wanted again: they may be asked for ahead of time. */
function pauseUntil({ pausedFrom, pausedTo }: ReminderWishRow, from: string) {
  const last = addDays(from, -1);
  if (pausedFrom === null || last < pausedFrom) return { pausedFrom: null, pausedTo: null };
  return { pausedFrom, pausedTo: pausedTo === null || last < pausedTo ? last : pausedTo };
}

function nothingSaid(fact: Fact): ReminderWishRow {
  return {
    ...scopeOf(fact),
    participantId: personOf(fact),
    ...{ channels: null, times: [], quietFrom: null, quietTo: null, pausedFrom: null, pausedTo: null },
  };
}
