import { z } from 'zod';
import { suppressedAsMissing } from '../suppression/suppressed.value.ts';
import { MISSING, type Column } from '../table/column.ts';
import { firstRows, groupRows, groupSizes, type Grouping } from '../table/grouping.ts';

/**
 * How a missing quasi-identifier is read. `own-value`: missing is a value like another, it agrees with missing only
 * (ARX, SQL's GROUP BY). `wildcard`: missing agrees with anything, as an attacker who cannot rule it out must assume
 * (sdcMicro; Templ, Statistical Disclosure Control for Microdata, 2017), and a suppressed value does too. Without missing values both are the same.
 */
export const MissingReading = z.enum(['own-value', 'wildcard']);
export type MissingReading = z.infer<typeof MissingReading>;

/** Rows that agree in every given column, a missing value being a value. */
export function equivalenceClasses(columns: readonly Column[]): Grouping {
  const rows = columns[0]?.codes.length ?? 0;
  return groupRows(columns.map(keyed), rows);
}

/** For each row, how many rows of the table (itself among them) it cannot be told apart from. */
export function frequencies(columns: readonly Column[], missing: MissingReading): Int32Array {
  const read = missing === 'wildcard' ? columns.map(suppressedAsMissing) : columns;
  const classes = equivalenceClasses(read);
  const own = groupSizes(classes);
  const counts = missing === 'wildcard' ? wildcardSizes(read, firstRows(classes), own) : own;
  return classes.of.map((number) => counts[number] ?? 0);
}

export const keyed = ({ codes, values }: Column) => ({ codes, cardinality: values.length });

interface Pattern {
  /** Columns that are missing, as a string of bits. */
  readonly missing: readonly boolean[];
  /** Classes of this pattern. */
  readonly classes: readonly number[];
}

/** Calls back for each class with a class that it agrees with, itself included, once each way. */
function eachMatch(
  columns: readonly Column[],
  first: Int32Array,
  patterns: readonly Pattern[],
  matched: (one: Pattern, other: Pattern, of: Int32Array, count: number) => void,
): void {
  for (const one of patterns) {
    for (const other of patterns) {
      const shared = columns.filter((_, index) => !one.missing[index] && !other.missing[index]);
      const rows = Int32Array.from([...one.classes, ...other.classes], (number) => first[number] ?? 0);
      const projected = shared.map(({ codes, values }) => ({
        codes: rows.map((row) => codes[row] ?? MISSING),
        cardinality: values.length,
      }));
      const { of, count } = groupRows(projected, rows.length);
      matched(one, other, of, count);
    }
  }
}

/** Classes of one pattern of missing values meet those of another in the columns that both have. */
function wildcardSizes(columns: readonly Column[], first: Int32Array, sizes: Int32Array): Int32Array {
  const totals = new Int32Array(sizes.length);
  eachMatch(columns, first, patternsOf(columns, first), (one, other, of, count) => {
    const found = new Int32Array(count);
    other.classes.forEach((number, index) => {
      const group = of[one.classes.length + index] ?? 0;
      found[group] = (found[group] ?? 0) + (sizes[number] ?? 0);
    });
    one.classes.forEach((number, index) => {
      totals[number] = (totals[number] ?? 0) + (found[of[index] ?? 0] ?? 0);
    });
  });
  return totals;
}

/** Rows by group; a row may be in several. */
export interface OverlappingClasses {
  readonly rows: Int32Array;
  /** Group of each of those. */
  readonly classes: Grouping;
}

/**
 * For each distinct key, the rows it cannot be told apart from when missing and suppressed values are wildcards: what the
 * sensitive values of a record hide among. As long as keys times the rows they agree with.
 */
export function wildcardClasses(columns: readonly Column[]): OverlappingClasses {
  const read = columns.map(suppressedAsMissing);
  const own = equivalenceClasses(read);
  const members = Array.from({ length: own.count }, () => [] as number[]);
  own.of.forEach((number, row) => members[number]?.push(row));
  const matches = members.map(() => [] as number[]);
  const first = firstRows(own);
  eachMatch(read, first, patternsOf(read, first), (one, other, of, count) => {
    const found = Array.from({ length: count }, () => [] as number[]);
    other.classes.forEach((number, index) => found[of[one.classes.length + index] ?? 0]?.push(number));
    one.classes.forEach((number, index) => {
      for (const match of found[of[index] ?? 0] ?? []) matches[number]?.push(match);
    });
  });
  const rows = matches.map((numbers) => numbers.flatMap((number) => members[number] ?? []));
  const of = rows.flatMap((list, number) => list.map(() => number));
  return { rows: Int32Array.from(rows.flat()), classes: { of: Int32Array.from(of), count: own.count } };
}

function patternsOf(columns: readonly Column[], first: Int32Array): Pattern[] {
  const patterns = new Map<string, { missing: boolean[]; classes: number[] }>();
  first.forEach((row, number) => {
    const missing = columns.map(({ codes }) => codes[row] === MISSING);
    const key = missing.map(Number).join('');
    const pattern = patterns.get(key);
    if (pattern === undefined) patterns.set(key, { missing, classes: [number] });
    else pattern.classes.push(number);
  });
  return [...patterns.values()];
}
