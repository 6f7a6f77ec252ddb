import { localDateOf } from './local-time.ts';

/** A time zone and the first local day it holds on. The first period of a person holds from the beginning: `from` is `''`. */
export interface ZonePeriod {
  /** `YYYY-MM-DD`, or `''`. */
  readonly from: string;
  /** IANA name. */
  readonly timeZone: string;
}

/** The zone a person's day is counted in. `periods` are in order of `from`; undefined when there are none yet. */
export function zoneOfDay(periods: readonly ZonePeriod[], day: string): string | undefined {
  return periods.findLast(({ from }) => from <= day)?.timeZone;
}

/**
 * The zone a person lives in at a moment (ISO 8601): the newest whose own calendar has reached its first day by then.
 * `periods` are in order of `from`; undefined when there are none yet.
 */
export function zoneOfMoment(periods: readonly ZonePeriod[], instant: string): string | undefined {
  return periods.findLast(({ from, timeZone }) => from === '' || from <= localDateOf(instant, timeZone))?.timeZone;
}
