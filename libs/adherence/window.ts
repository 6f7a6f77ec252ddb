/** A point in time as far as it is known: the instant, the participant's calendar date, or both. */
export interface Moment {
  readonly at?: string | null | undefined;
  readonly date?: string | null | undefined;
  readonly field: string;
}

/**
 * Where a moment falls. `unplaced`: it cannot be told. `day` is null where there is no day number. `one` tells different days
 * apart, also where several assignments each count their own days.
 */
export type Place =
  | { readonly kind: 'in'; readonly day: number | null; readonly one: number | null }
  | { readonly kind: 'out' }
  | { readonly kind: 'unplaced' };

/** A window of one participant. */
export interface ResolvedWindow {
  place(moment: Moment, assignmentId: string): Place;
  /** False when the participant has no day 0. */
  readonly anchored: boolean;
  /** No day 0 because there is no attempt at all. */
  readonly neverStarted: boolean;
  readonly settled: boolean;
  readonly from: number;
  /** Infinity when open. */
  readonly to: number;
  /** How many days it holds; Infinity where nothing limits them. */
  readonly length: number;
  /** The day number on which observation ends; null when unknown or when nothing more is to come. */
  readonly today: number | null;
  /** Day 0, for the explanation: the text of the instant or date. */
  readonly anchor: string | null;
  /** One interval, which closed without a session that could have reviewed anything. */
  readonly unreviewable?: boolean;
  /** One interval: counts only the adjustments that first bore on an obligation. */
  readonly single?: boolean;
}
