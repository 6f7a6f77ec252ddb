import { type Column, MISSING } from '../table/column.ts';

/** Stands in a dictionary for a value that was there and was taken out: coded apart from a missing one. SPSS takes 8 bytes. */
export const SUPPRESSED = '(suppr.)';

/** The column with the given rows suppressed. */
export function suppressCells(column: Column, rows: Iterable<number>): Column {
  const known = column.values.indexOf(SUPPRESSED);
  const mark = known < 0 ? column.values.length : known;
  const codes = column.codes.slice();
  for (const row of rows) codes[row] = mark;
  return { name: column.name, codes, values: known < 0 ? [...column.values, SUPPRESSED] : column.values };
}

/** The column as a wildcard reading sees it: suppressed is missing. */
export function suppressedAsMissing(column: Column): Column {
  const mark = column.values.indexOf(SUPPRESSED);
  if (mark < 0) return column;
  return { ...column, codes: column.codes.map((code) => (code === mark ? MISSING : code)) };
}

/** How many cells of the column are suppressed. */
export function suppressedCells({ codes, values }: Column): number {
  const mark = values.indexOf(SUPPRESSED);
  if (mark < 0) return 0;
  let count = 0;
  for (let row = 0; row < codes.length; row += 1) if (codes[row] === mark) count += 1;
  return count;
}
