import type { InputOf } from './commands.ts';
import type { Day } from './participant.day.ts';
import type { Waiting } from './waiting.ts';

export interface Wishes {
  readonly channels: InputOf<'setReminderPreferences'>['channels'];
  readonly times: readonly string[];
  readonly quiet: { readonly from: string; readonly to: string } | null;
  readonly pausedFrom: string | null;
  readonly pausedTo: string | null;
}

/** How a person wants to be reminded; what was said here counts at once. Where nothing was said, e-mail is what studies use. */
export function wishesOf(day: Day | undefined, told: readonly Waiting[]): Wishes {
  const known = day?.known.reminderWishes ?? undefined;
  const quiet = known?.quietFrom != null && known.quietTo != null ? { from: known.quietFrom, to: known.quietTo } : null;
  const first: Wishes = {
    ...{ channels: known?.channels ?? ['EMAIL'], times: known?.times ?? [], quiet },
    ...{ pausedFrom: known?.pausedFrom ?? null, pausedTo: known?.pausedTo ?? null },
  };
  return told.reduce((wishes, { command }) => {
    if (command.name === 'setReminderPreferences')
      return { ...wishes, channels: command.input.channels, times: command.input.times };
    if (command.name === 'pauseReminders')
      return { ...wishes, pausedFrom: command.input.from, pausedTo: command.input.to ?? null };
    return command.name === 'resumeReminders' ? { ...wishes, pausedFrom: null, pausedTo: null } : wishes;
  }, first);
}
