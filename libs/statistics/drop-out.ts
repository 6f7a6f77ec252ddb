/** Who was seen how long, over visits in order. */
export interface DropOut {
  /** How many people have a value, by visit. */
  readonly observed: readonly number[];
  /** By number of visits seen before dropping out for good: index 0 is nobody seen at all, the last is complete. */
  readonly monotone: readonly number[];
  /** People with a gap that somebody came back from. */
  readonly intermittent: number;
}

/**
 * Drop-out patterns of a table with one row a person and one column a visit; null for a missing value.
 * @throws RangeError for a row that is longer or shorter than the others.
 */
export function dropOut(rows: readonly (readonly (number | null)[])[]): DropOut {
  const visits = rows[0]?.length ?? 0;
  const observed = Array.from({ length: visits }, () => 0);
  const monotone = Array.from({ length: visits + 1 }, () => 0);
  let intermittent = 0;
  rows.forEach((row, index) => {
    if (row.length !== visits) throw new RangeError(`row ${index} has ${row.length} visits, not ${visits}`);
    row.forEach((value, visit) => {
      if (value !== null) observed[visit] = (observed[visit] ?? 0) + 1;
    });
    const seen = row.filter((value) => value !== null).length;
    if (row.slice(0, seen).includes(null)) intermittent += 1;
    else monotone[seen] = (monotone[seen] ?? 0) + 1;
  });
  return { observed, monotone, intermittent };
}
