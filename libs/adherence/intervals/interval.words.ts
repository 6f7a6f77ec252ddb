import { counted } from '../explanation.words.ts';
import type { ClosedBy, Interval } from './interval.ts';

export const CLOSED_WORDS: Readonly<Record<ClosedBy, string>> = {
  'next-session': 'the next session',
  'next-module': 'the next module',
  'study-rule': 'the study rule',
  'cancelled-session': 'a cancelled session',
  'missed-session': 'a missed session',
  'drop-out': 'drop-out',
  'last-interval': 'the end of treatment',
  calendar: 'the calendar',
};

/** `4 intervals, closed by: the next session 3, drop-out 1.` */
export function cutWords(all: readonly Interval[]): string {
  if (all.length === 0) return 'There is no interval between sessions.';
  const reasons = new Map<string, number>();
  for (const { closedBy } of all) {
    const words = closedBy === null ? 'nothing yet' : CLOSED_WORDS[closedBy];
    reasons.set(words, (reasons.get(words) ?? 0) + 1);
  }
  return `${counted(all.length, 'intervals')}, closed by: ${[...reasons].map(([words, n]) => `${words} ${n}`).join(', ')}.`;
}
