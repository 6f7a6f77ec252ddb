import { suppressedAsMissing } from '../suppression/suppressed.value.ts';
import { type Column, MISSING } from '../table/column.ts';
import { groupSizes } from '../table/grouping.ts';
import { equivalenceClasses, frequencies, type MissingReading } from './missing-values.ts';

/** Rows whose class has `size` rows. */
export interface SizeCount {
  readonly size: number;
  readonly rows: number;
}

export interface Anonymity {
  /** The smallest number of rows that any row shares its quasi-identifiers with, itself included; 0 without rows. */
  readonly k: number;
  readonly rows: number;
  /** Distinct combinations of quasi-identifiers. As own values they partition the rows; as wildcards they overlap. */
  readonly classes: number;
  /** Sample uniques: rows that share their quasi-identifiers with nobody. */
  readonly uniques: number;
  /** By ascending size. */
  readonly histogram: readonly SizeCount[];
}

/**
 * k-anonymity (Samarati 2001; Sweeney 2002) and the histogram behind it. One row has to be one protected unit.
 * @param columns The quasi-identifiers, already generalised. None of them: one class of all rows.
 */
export function anonymity(columns: readonly Column[], missing: MissingReading, rows = rowsOf(columns)): Anonymity {
  if (columns.length === 0) return fromSizes(new Int32Array(Math.min(rows, 1)).fill(rows), rows);
  const holes = missing === 'wildcard' && columns.some((column) => suppressedAsMissing(column).codes.includes(MISSING));
  if (!holes) return fromSizes(groupSizes(equivalenceClasses(columns)), rows);
  const { count } = equivalenceClasses(columns);
  return { ...fromFrequencies(frequencies(columns, missing)), classes: count };
}

const rowsOf = (columns: readonly Column[]): number => columns[0]?.codes.length ?? 0;

function fromSizes(sizes: Int32Array, rows: number): Anonymity {
  const byClass = tally(sizes);
  const histogram = byClass.map(([size, classes]) => ({ size, rows: size * classes }));
  return { ...summary(histogram), rows, classes: sizes.length, histogram };
}

function fromFrequencies(counts: Int32Array): Omit<Anonymity, 'classes'> {
  const histogram = tally(counts).map(([size, rows]) => ({ size, rows }));
  return { ...summary(histogram), rows: counts.length, histogram };
}

function summary(histogram: readonly SizeCount[]): Pick<Anonymity, 'k' | 'uniques'> {
  return { k: histogram[0]?.size ?? 0, uniques: histogram[0]?.size === 1 ? histogram[0].rows : 0 };
}

/** [value, how often], ascending. */
function tally(values: Int32Array): [number, number][] {
  let largest = 0;
  for (let index = 0; index < values.length; index += 1) largest = Math.max(largest, values[index] ?? 0);
  const counts = new Int32Array(largest + 1);
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    counts[value] = (counts[value] ?? 0) + 1;
  }
  const found: [number, number][] = [];
  counts.forEach((count, value) => {
    if (count > 0) found.push([value, count]);
  });
  return found;
}
