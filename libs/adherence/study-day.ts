/** Thrown when facts hold something that is not what it says; `field` names it. Facts from outside go through `parseFacts` first. */
export class AdherenceFactsError extends Error {
  override readonly name = 'AdherenceFactsError';
  readonly field: string;

  constructor(field: string, problem: string) {
    super(`${field} ${problem}`);
    this.field = field;
  }
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const DATE = /^\d{4}-\d\d-\d\d$/;

/** Milliseconds since 1970 of an ISO 8601 UTC instant with milliseconds. @throws AdherenceFactsError */
export function instantMs(text: string, field: string): number {
  const ms = INSTANT.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(ms)) throw new AdherenceFactsError(field, 'is not an instant such as 2026-03-02T08:15:00.000Z');
  return ms;
}

/** Days since 1970-01-01 of a calendar date, so that subtraction counts days. @throws AdherenceFactsError */
export function dateNumber(text: string, field: string): number {
  const ms = DATE.test(text) ? Date.parse(`${text}T00:00:00.000Z`) : Number.NaN;
  if (Number.isNaN(ms)) throw new AdherenceFactsError(field, 'is not a calendar date such as 2026-03-02');
  return ms / DAY_MS;
}

/** The 24-hour block since the anchor that an instant falls in: floor(elapsed seconds / 86400). Negative before the anchor. */
export function elapsedDay(anchorMs: number, ms: number): number {
  return Math.floor((ms - anchorMs) / DAY_MS);
}

/** The calendar date that has begun everywhere on Earth at this instant: behind or equal to the date of any participant. */
export function certainDateNumber(ms: number): number {
  return Math.floor((ms - 12 * HOUR_MS) / DAY_MS);
}

export function daysBetween(fromMs: number, toMs: number): number {
  return (toMs - fromMs) / DAY_MS;
}

export function minutesBetween(fromMs: number, toMs: number): number {
  return (toMs - fromMs) / 60_000;
}

export function hoursBetween(fromMs: number, toMs: number): number {
  return (toMs - fromMs) / HOUR_MS;
}

/** The calendar date with this number. */
export function dateText(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** An instant so many times 24 hours later. */
export function daysLater(ms: number, days: number): number {
  return ms + days * DAY_MS;
}

export function instantText(ms: number): string {
  return new Date(ms).toISOString();
}
