/** The lowest and highest value the facts allow. Infinite where nothing bounds it. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Why something was left out of a quantity. */
export type Exclusion =
  | 'outside-window'
  | 'no-time'
  | 'no-duration'
  | 'no-quantity'
  | 'other-unit'
  | 'no-informant'
  | 'no-entry-time'
  | 'filtered-out'
  | 'void'
  | 'not-yet-due'
  | 'withdrawn-before-due'
  | 'client-initiated'
  | 'client-initiated-without-dose'
  | 'no-due'
  | 'no-anchor'
  | 'alternative'
  | 'not-attempted'
  | 'not-completed'
  | 'off-scale'
  | 'no-session'
  | 'unlinked-attempt';

export type Exclusions = ReadonlyMap<Exclusion, number>;

/** What one obligation adds to a quantity; `value` null when nobody knows. */
export interface Contribution extends Range {
  readonly value: number | null;
}

/** What a quantity was computed from, for the explanation. */
export type Evidence =
  | { readonly kind: 'attempts'; readonly days: readonly number[]; readonly ids: readonly string[] }
  | {
      readonly kind: 'obligations';
      readonly items: readonly (Contribution & { readonly assignmentId: string; readonly occurrence: string })[];
    }
  | { readonly kind: 'composition'; readonly parts: readonly string[] };

/** A quantity of one participant. `range` null: there is nothing to measure, which is neither 0 nor 1. */
export interface Measure {
  readonly value: number | null;
  readonly range: Range | null;
  readonly n: number;
  readonly unknown: number;
  /** False while the window is still open: the range then covers what may yet come. */
  readonly settled: boolean;
  /** Keys of the obligations due in the window, and of those nobody reported on. */
  readonly due: ReadonlySet<string>;
  readonly unreported: ReadonlySet<string>;
  readonly exclusions: Exclusions;
  readonly evidence: Evidence;
}

/** Counts reasons. */
export class Tally {
  readonly counts = new Map<Exclusion, number>();

  add(reason: Exclusion, times = 1): void {
    if (times > 0) this.counts.set(reason, (this.counts.get(reason) ?? 0) + times);
  }
}

export const exactly = (value: number): Contribution => ({ value, low: value, high: value });

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}

/** The middle value, or the mean of the two middle ones. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  if (upper === undefined) return null;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? upper;
  return (lower + upper) / 2;
}

/** The mean over what is known, and the means if every unknown were at its lowest or highest. Null for an empty list. */
export function boundedMean(items: readonly Contribution[]): { value: number | null; range: Range | null } {
  if (items.length === 0) return { value: null, range: null };
  const known = items.flatMap(({ value }) => (value === null ? [] : [value]));
  const range = {
    low: sum(items.map(({ low }) => low)) / items.length,
    high: sum(items.map(({ high }) => high)) / items.length,
  };
  return { value: within(mean(known), range), range };
}

/** Keeps rounding in the last digit from carrying a value past its own bound. */
export function within(value: number | null, range: Range): number | null {
  return value === null ? null : Math.min(Math.max(value, range.low), range.high);
}
