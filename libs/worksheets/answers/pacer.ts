/** A phase of a breath and how many seconds it lasts. */
export type Phase = readonly [name: string, seconds: number];

export interface Moment {
  /** Index of the phase, never one of no length. */
  readonly phase: number;
  /** Seconds since the phase began. */
  readonly into: number;
}

/** Where in the breath one is after so many seconds. Total: a pattern without length stays at its beginning. */
export function breathAt(pattern: readonly Phase[], seconds: number): Moment {
  const round = pattern.reduce((sum, [, length]) => sum + Math.max(0, length), 0);
  if (round <= 0 || !Number.isFinite(seconds)) return { phase: 0, into: 0 };
  let rest = Math.max(0, seconds) % round;
  for (const [phase, [, length]] of pattern.entries()) {
    if (rest < length) return { phase, into: rest };
    rest -= Math.max(0, length);
  }
  return { phase: 0, into: 0 };
}
