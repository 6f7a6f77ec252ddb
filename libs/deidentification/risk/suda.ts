import { type Column, ColumnError } from '../table/column.ts';
import { firstRows, groupRows, groupSizes, type Grouping } from '../table/grouping.ts';
import { equivalenceClasses } from './missing-values.ts';

/** A smallest set of columns by which a record is unique: no part of it is unique. */
export interface MinimalSampleUnique {
  readonly row: number;
  /** Columns by index, ascending. */
  readonly columns: readonly number[];
}

export interface SpecialUniques {
  /** By row, then by size. */
  readonly minimalUniques: readonly MinimalSampleUnique[];
  /** Of each row: Σ over its minimal sample uniques; 0 for rows that have none. */
  readonly scores: Float64Array;
  /** Share of all scores that comes from minimal uniques with this column, in per cent. */
  readonly contributions: readonly { readonly column: string; readonly percent: number }[];
}

const MOST_COLUMNS = 30;

/**
 * Special uniques and SUDA scores: a minimal sample unique of k of ATT columns scores Π_{i=k}^{M} (ATT − i), M the largest
 * size looked for, below ATT. Elliot, Manning & Ford, Int. J. Uncertainty 10(5), 2002; Elliot, Manning, Mayes, Gurd &
 * Bane 2005. SUDA2 (Manning, Haglin & Keane, DMKD 16, 2008) is another way to the same sets: here subsets are taken by
 * ascending size over distinct keys, and a record that is not unique on all columns is never looked at.
 * A missing value is a value of its own.
 * @param maxSize M; at least 1 and below the number of columns. With one column M is 1 and each unique scores 1.
 * @throws RangeError for another M; ColumnError naming the column after the thirtieth.
 */
export function specialUniques(columns: readonly Column[], maxSize: number): SpecialUniques {
  const attributes = columns.length;
  const tooMany = columns[MOST_COLUMNS];
  if (tooMany !== undefined) throw new ColumnError(tooMany.name, `more than ${MOST_COLUMNS} columns`);
  const largest = Math.max(attributes - 1, 1);
  if (!Number.isInteger(maxSize) || maxSize < 1 || maxSize > largest)
    throw new RangeError(`maxSize: ${maxSize} is not a whole number from 1 to ${largest}`);
  const found = attributes === 0 ? [] : minimalUniques(columns, maxSize);
  const scores = new Float64Array(columns[0]?.codes.length ?? 0);
  const shares = new Float64Array(attributes);
  for (const { row, columns: members } of found) {
    const score = scoreOf(members.length, maxSize, attributes);
    scores[row] = (scores[row] ?? 0) + score;
    for (const index of members) shares[index] = (shares[index] ?? 0) + score;
  }
  const total = scores.reduce((sum, score) => sum + score, 0);
  const contributions = columns.map(({ name }, index) => ({
    column: name,
    percent: total === 0 ? 0 : (100 * (shares[index] ?? 0)) / total,
  }));
  return { minimalUniques: found, scores, contributions };
}

/**
 * Data intrusion simulation: the chance that a unique match between the file and another source is right,
 * π·u / (π·u + 2(1 − π)·p), with u the sample uniques, p the keys that exactly two records have, π the sampling fraction.
 * Skinner & Elliot, JRSS B 64(4), 2002. Null where there are neither uniques nor pairs.
 * @throws RangeError unless 0 < π ≤ 1.
 */
export function intrusionRisk(columns: readonly Column[], samplingFraction: number): number | null {
  if (!(samplingFraction > 0 && samplingFraction <= 1))
    throw new RangeError(`samplingFraction: ${samplingFraction} is not above 0 and at most 1`);
  let [uniques, pairs] = [0, 0];
  for (const size of groupSizes(equivalenceClasses(columns))) {
    if (size === 1) uniques += 1;
    if (size === 2) pairs += 1;
  }
  const right = samplingFraction * uniques;
  const all = right + 2 * (1 - samplingFraction) * pairs;
  return all === 0 ? null : right / all;
}

function scoreOf(size: number, maxSize: number, attributes: number): number {
  let score = 1;
  for (let i = size; i <= maxSize; i += 1) score *= Math.max(attributes - i, 1);
  return score;
}

interface Keys {
  /** Columns over distinct keys instead of rows. */
  readonly columns: readonly { readonly codes: Int32Array; readonly cardinality: number }[];
  /** A row of each key, and how many rows have it. */
  readonly rows: Int32Array;
  readonly sizes: Int32Array;
}

function minimalUniques(columns: readonly Column[], maxSize: number): MinimalSampleUnique[] {
  const keys = distinctKeys(columns);
  const candidates = [...keys.sizes.keys()].filter((key) => keys.sizes[key] === 1);
  const masks = new Map<number, number[]>(candidates.map((key) => [key, []]));
  for (const subset of subsetsBySize(columns.length, maxSize)) {
    const mask = subset.reduce((bits, index) => bits | (1 << index), 0);
    const unique = uniqueKeys(
      groupRows(
        subset.flatMap((index) => keys.columns[index] ?? []),
        keys.rows.length,
      ),
      keys.sizes,
    );
    for (const key of candidates) {
      const own = masks.get(key) ?? [];
      if (unique(key) && own.every((smaller) => (smaller & mask) !== smaller)) own.push(mask);
    }
  }
  const found = [...masks].flatMap(([key, own]) =>
    own.map((mask) => ({
      row: keys.rows[key] ?? 0,
      columns: columns.flatMap((_, index) => ((mask >> index) & 1 ? [index] : [])),
    })),
  );
  return found.sort((one, other) => one.row - other.row);
}

function distinctKeys(columns: readonly Column[]): Keys {
  const classes = equivalenceClasses(columns);
  const rows = firstRows(classes);
  const projected = columns.map(({ codes, values }) => ({
    codes: rows.map((row) => codes[row] ?? -1),
    cardinality: values.length,
  }));
  return { columns: projected, rows, sizes: groupSizes(classes) };
}

/** A key of one row is unique here if no other key shares its group. */
function uniqueKeys({ of, count }: Grouping, sizes: Int32Array): (key: number) => boolean {
  const people = new Int32Array(count);
  of.forEach((group, key) => {
    people[group] = (people[group] ?? 0) + (sizes[key] ?? 0);
  });
  return (key) => people[of[key] ?? 0] === 1;
}

/** Non-empty subsets of 0 … n − 1, smaller ones first. */
function* subsetsBySize(n: number, maxSize: number): Generator<number[]> {
  function* choose(size: number, from: number): Generator<number[]> {
    if (size === 0) yield [];
    else
      for (let first = from; first <= n - size; first += 1)
        for (const rest of choose(size - 1, first + 1)) yield [first, ...rest];
  }
  for (let size = 1; size <= maxSize; size += 1) yield* choose(size, 0);
}
