import type { StudyStanding } from '#domain';

const MINUTES_A_DAY = 1_440;

/** What time it is in a study: ours, but in a dry run, where days pass in minutes since it was started. */
export function studyClock({ dryRun }: Pick<StudyStanding, 'dryRun'>, now: Date): Date {
  if (dryRun === undefined) return now;
  const since = Date.parse(dryRun.since);
  const passed = Math.max(0, now.getTime() - since);
  return new Date(since + passed * dryRun.daysPerMinute * MINUTES_A_DAY);
}
