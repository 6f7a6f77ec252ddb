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

/** Classes of one pattern of missing values meet those of another in the columns that both have. */
function wildcardSizes(columns: readonly Column[], first: Int32Array, sizes: Int32Array): Int32Array {
  const patterns = patternsOf(columns, first);
  const totals = new Int32Array(sizes.length);
  for (const one of patterns) {
    for (const other of patterns) {
      const shared = columns.filter((_, index) => !one.missing[index] && !other.missing[index]);
      const both = [...one.classes, ...other.classes];
      const rows = Int32Array.from(both, (number) => first[number] ?? 0);
      const projected = shared.map(({ codes, values }) => ({
        codes: rows.map((row) => codes[row] ?? MISSING),
        cardinality: values.length,
      }));
      const { of, count } = groupRows(projected, rows.length);
      const found = new Int32Array(count);
      other.classes.forEach((number, index) => {
        const group = of[one.classes.length + index] ?? 0;
        found[group] = (found[group] ?? 0) + (sizes[number] ?? 0);
      });
      one.classes.forEach((number, index) => {
        totals[number] = (totals[number] ?? 0) + (found[of[index] ?? 0] ?? 0);
      });
    }
  }
  return totals;
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
