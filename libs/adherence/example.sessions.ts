import { at, dateOf } from './example.facts.ts';
import type { Session } from './facts.schema.ts';

/** Sessions for specs. */

export const held = (day: number, number?: number, given: Partial<Session> = {}): Session => ({
  id: `session-${day}`,
  ...(number === undefined ? {} : { number }),
  state: 'held',
  at: at(day),
  date: dateOf(day),
  ...given,
});

export const cancelled = (day: number): Session => ({ ...held(day), state: 'cancelled' });

export const missed = (day: number): Session => ({ ...held(day), state: 'missed' });
