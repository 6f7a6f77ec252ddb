import { Temporal } from 'temporal-polyfill';
import type { WrittenTime } from './time.pattern.ts';

/** What to do with a local time that a change of the clocks skipped or repeated. */
export interface ClockChangeRules {
  readonly zone: string;
  readonly skipped: 'reject' | 'later';
  readonly repeated: 'reject' | 'first' | 'second';
}

/** Milliseconds since 1970 UTC, or why there is no such moment. */
export type Moment = { readonly at: number } | { readonly problem: 'skipped' | 'repeated' };

const DAY = 86_400_000;
/** Days whose offset is remembered; a log of decades has fewer. */
const REMEMBERED_DAYS = 50_000;

/**
 * Turns local times of one zone into moments. Most days have one offset from beginning to end, which is remembered; only
 * days on which the clocks change are asked of the time zone data in full.
 * @throws RangeError when the zone is not in the time zone data of this runtime.
 */
export function momentsIn(rules: ClockChangeRules): (time: WrittenTime) => Moment {
  const offsets = new Map<number, number | 'changes'>();
  Temporal.PlainDate.from('2000-01-01').toZonedDateTime(rules.zone);
  return (time) => {
    const local = asIfUtc(time);
    if (time.offset !== undefined) return { at: local - time.offset * 60_000 };
    const day = Math.floor(local / DAY);
    let offset = offsets.get(day);
    if (offset === undefined) {
      if (offsets.size >= REMEMBERED_DAYS) offsets.clear();
      offset = offsetOfDay(day, rules.zone);
      offsets.set(day, offset);
    }
    return offset === 'changes' ? throughChange(time, rules) : { at: local - offset };
  };
}

function asIfUtc(time: WrittenTime): number {
  const date = new Date(0);
  date.setUTCFullYear(time.year, time.month - 1, time.day);
  date.setUTCHours(time.hour, time.minute, time.second, time.millisecond);
  return date.getTime();
}

/** Milliseconds east of UTC all day long, the hours around midnight included, or that it changes. */
function offsetOfDay(day: number, zone: string): number | 'changes' {
  const around = [-DAY / 4, DAY / 4, DAY / 2, (3 * DAY) / 4, (5 * DAY) / 4].map(
    (shift) => Temporal.Instant.fromEpochMilliseconds(day * DAY + shift).toZonedDateTimeISO(zone).offsetNanoseconds,
  );
  const [first = 0] = around;
  const start = Temporal.Instant.fromEpochMilliseconds(day * DAY - DAY).toZonedDateTimeISO(zone).offsetNanoseconds;
  const end = Temporal.Instant.fromEpochMilliseconds(day * DAY + 2 * DAY).toZonedDateTimeISO(zone).offsetNanoseconds;
  return [...around, start, end].every((offset) => offset === first) ? first / 1e6 : 'changes';
}

function throughChange(time: WrittenTime, { zone, skipped, repeated }: ClockChangeRules): Moment {
  const { year, month, day, hour, minute, second, millisecond } = time;
  const local = Temporal.PlainDateTime.from({ year, month, day, hour, minute, second, millisecond });
  const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = local.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return { at: earlier.epochMilliseconds };
  // In a gap neither candidate shows the time that was written.
  if (!later.toPlainDateTime().equals(local)) {
    return skipped === 'reject' ? { problem: 'skipped' } : { at: later.epochMilliseconds };
  }
  if (repeated === 'reject') return { problem: 'repeated' };
  return { at: (repeated === 'first' ? earlier : later).epochMilliseconds };
}
