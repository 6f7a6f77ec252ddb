import type { InputOf } from './commands.ts';
import type { Day } from './participant.day.ts';
import type { Waiting } from './waiting.ts';

type Channels = InputOf<'setReminderPreferences'>['channels'];

export interface Wishes {
  readonly channels: Channels;
  /** Ways that the study sends reminders by. */
  readonly offered: Channels;
  readonly times: readonly string[];
  readonly quiet: { readonly from: string; readonly to: string } | null;
  readonly pausedFrom: string | null;
  readonly pausedTo: string | null;
}

const CHANNELS: Channels = ['EMAIL', 'SMS', 'PUSH'];

/** Channels of the study’s reminder policy; none where it has none. */
function offeredBy(policy: unknown): Channels {
  if (typeof policy !== 'object' || policy === null || !('channels' in policy)) return [];
  const { channels } = policy;
  return CHANNELS.filter((channel) => Array.isArray(channels) && channels.includes(channel.toLowerCase()));
}

/** How a person wants to be reminded; what was said here counts at once. Where nothing was said, the study’s own ways hold. */
export function wishesOf(day: Day | undefined, told: readonly Waiting[]): Wishes {
  const known = day?.known.reminderWishes ?? undefined;
  const offered = offeredBy(day?.known.watch?.reminderPolicy);
  const quiet = known?.quietFrom != null && known.quietTo != null ? { from: known.quietFrom, to: known.quietTo } : null;
  const first: Wishes = {
    offered,
    ...{ channels: known?.channels ?? offered, times: known?.times ?? [], quiet },
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
