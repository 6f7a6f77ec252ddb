/** More of them in one record would be a mistake in a date, and is refused. */
export const MAX_INTERVALS = 2_000;

/** Why an interval closed. */
export type ClosedBy =
  | 'next-session'
  | 'next-module'
  | 'study-rule'
  | 'cancelled-session'
  | 'missed-session'
  | 'drop-out'
  | 'last-interval'
  | 'calendar';

/** What opened an interval; for `early-close` the interval before it ended without a session. */
export interface Opening {
  readonly kind: 'session' | 'module' | 'calendar' | 'early-close';
  readonly id: string | null;
  readonly number: number | null;
}

/**
 * One stretch of a participant's time: interval k runs from session k to session k+1.
 *
 * Between sessions or modules it holds what came after `from`, up to and including `to`: work due at the next session belongs
 * to the interval which that session closes. Where only a date is known, dates are read in the same way. A calendar interval
 * has no instants; both its dates are inside.
 */
export interface Interval {
  /** 1 for the first. */
  readonly k: number;
  readonly openedBy: Opening;
  readonly from: string | null;
  readonly to: string | null;
  readonly fromDate: string;
  /** Null while nothing says when it ends. */
  readonly toDate: string | null;
  /** Days from the opening date to the closing date; for calendar intervals the number of dates. Null while it is open. */
  readonly lengthDays: number | null;
  /** Null while it is open. */
  readonly closedBy: ClosedBy | null;
  /** The session or module that closed it. */
  readonly closedById: string | null;
  /** Not closed as far as the record is known. */
  readonly open: boolean;
}
