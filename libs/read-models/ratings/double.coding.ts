/** One value that one rater gave to one target. */
export interface CodedValue {
  readonly target: string;
  readonly raterId: string;
  readonly value: number;
}

/** A complete table of targets by raters, and what could not stand in it. */
export interface CodingTable {
  /** Columns; empty where each target has raters of its own. */
  readonly raters: readonly string[];
  readonly rows: readonly (readonly number[])[];
  readonly excluded: ReadonlyMap<'single-coded' | 'not-by-all-raters' | 'other-number-of-raters', number>;
}

/** Target → rater → value; of several values by one rater the first counts. */
function byTarget(values: readonly CodedValue[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const targets = new Map<string, Map<string, number>>();
  for (const { target, raterId, value } of values) {
    const raters = targets.get(target) ?? new Map<string, number>();
    if (!raters.has(raterId)) raters.set(raterId, value);
    targets.set(target, raters);
  }
  return targets;
}

/** Targets that the same raters all rated. @param raterIds everybody who rated twice-rated targets when left out */
export function codedByAll(values: readonly CodedValue[], raterIds: readonly string[] | undefined): CodingTable {
  const targets = [...byTarget(values).values()];
  const doubled = targets.filter(({ size }) => size > 1);
  const raters = [...new Set(raterIds ?? doubled.flatMap((ratings) => [...ratings.keys()]))].sort();
  const complete = doubled.filter((ratings) => raters.every((rater) => ratings.has(rater)));
  const rows = complete.map((ratings) => raters.map((rater) => ratings.get(rater) ?? Number.NaN));
  return {
    ...{ raters, rows },
    excluded: counted([
      ['single-coded', targets.length - doubled.length],
      ['not-by-all-raters', doubled.length - complete.length],
    ]),
  };
}

/** Targets with the same number of ratings, whoever gave them: the number that most targets have, the larger of two. */
export function codedByAny(values: readonly CodedValue[]): CodingTable {
  const targets = [...byTarget(values).values()];
  const doubled = targets.filter(({ size }) => size > 1);
  const frequency = (size: number) => doubled.filter((ratings) => ratings.size === size).length;
  const sizes = [...new Set(doubled.map(({ size }) => size))].sort((a, b) => frequency(b) - frequency(a) || b - a);
  const same = doubled.filter(({ size }) => size === sizes[0]);
  return {
    raters: [],
    rows: same.map((ratings) => [...ratings.values()]),
    excluded: counted([
      ['single-coded', targets.length - doubled.length],
      ['other-number-of-raters', doubled.length - same.length],
    ]),
  };
}

function counted<Reason>(counts: readonly (readonly [Reason, number])[]): ReadonlyMap<Reason, number> {
  return new Map(counts.filter(([, count]) => count > 0));
}
