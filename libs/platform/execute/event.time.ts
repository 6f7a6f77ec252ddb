import { Temporal } from 'temporal-polyfill';
import { type EventMetadata, type Refusal, refuse } from '#domain';
import type { CallerContext } from './execute.command.ts';

/** Device clocks are corrected beyond this difference, in milliseconds; below it lies the way through the network. */
export const SKEW_TOLERANCE = 10_000;
/** A clock this far off is marked: what it says about other moments is doubtful too. In milliseconds. */
export const SUSPECT_SKEW = 5 * 60_000;
/** How far ahead of ours a caller's clock may be without a refusal, in milliseconds. */
export const FUTURE_TOLERANCE = 5 * 60_000;
/** Nothing in these studies happened earlier. */
export const EARLIEST = '1900-01-01T00:00:00.000Z';

/** Their work is evidence: it is taken whatever their clock says. Everybody else can look at the date again. */
const PARTICIPANT_SIDE: readonly string[] = ['participant', 'partner', 'parent', 'caregiver'];

export type EventTime = Pick<EventMetadata, 'occurredAt' | 'occurredPrecision' | 'claimedAt' | 'clockSuspect'>;

/** When a command's events happened, from the caller's word, the device's clock and ours. Never later than `now`. */
export function eventTime(context: CallerContext, now: Date, timeZone: string): EventTime | Refusal {
  const { occurredAt: claimed, occurredPrecision = 'instant', actor, sentAt } = context;
  if (claimed === undefined) return { occurredAt: now.toISOString(), occurredPrecision };
  const sharp = occurredPrecision === 'instant' || occurredPrecision === 'minute';
  const skew = sentAt === undefined || !sharp ? 0 : now.getTime() - Date.parse(sentAt);
  const moment = Date.parse(claimed) + (Math.abs(skew) > SKEW_TOLERANCE ? skew : 0);
  const impossible = flawOf(moment, occurredPrecision, now, timeZone);
  if (impossible !== undefined && !PARTICIPANT_SIDE.includes(actor.role)) return impossible;
  const tooEarly = moment < Date.parse(EARLIEST);
  const occurredAt = new Date(tooEarly ? now : Math.min(moment, now.getTime())).toISOString();
  const suspect = Math.abs(skew) > SUSPECT_SKEW || impossible !== undefined;
  return {
    occurredAt,
    occurredPrecision,
    ...(occurredAt === claimed ? {} : { claimedAt: claimed }),
    ...(suspect ? { clockSuspect: true } : {}),
  };
}

function flawOf(
  moment: number,
  precision: EventMetadata['occurredPrecision'],
  now: Date,
  timeZone: string,
): Refusal | undefined {
  if (moment < Date.parse(EARLIEST)) return refuse('TooLongAgo', { earliest: EARLIEST });
  if (moment <= now.getTime() + FUTURE_TOLERANCE) return undefined;
  const [then, today] = [dayOf(moment, timeZone), dayOf(now.getTime(), timeZone)];
  const sameDay = then.equals(today);
  const sameWeek = then.weekOfYear === today.weekOfYear && then.yearOfWeek === today.yearOfWeek;
  if (precision === 'day' && sameDay) return undefined;
  if (precision === 'week' && sameWeek) return undefined;
  return refuse('InTheFuture', { now: now.toISOString() });
}

function dayOf(moment: number, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone).toPlainDate();
}
