export type Clock = () => Date;

/** A clock that never goes back: what has expired stays expired when the computer's own clock is set back. */
export function steadyClock(clock: Clock = () => new Date()): Clock {
  let latest = 0;
  return () => {
    latest = Math.max(latest, clock().getTime());
    return new Date(latest);
  };
}

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** @param milliseconds may be negative */
export const after = (time: Date, milliseconds: number): Date => new Date(time.getTime() + milliseconds);
