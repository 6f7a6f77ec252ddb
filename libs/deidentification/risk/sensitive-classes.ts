import { MISSING, type Column } from '../table/column.ts';
import { groupSizes, type Grouping } from '../table/grouping.ts';
import type { OverlappingClasses } from './missing-values.ts';

/** How a missing sensitive value is read: a value like another (`own-value`), or not there to be learnt (`left-out`). */
export type SensitiveMissing = 'own-value' | 'left-out';

/** Which sensitive values each class has, and how often. */
export interface SensitiveClasses {
  /** Different values a class may have; with `own-value`, missing is the last. */
  readonly cardinality: number;
  /** How often each value comes in the table. */
  readonly totals: Int32Array;
  readonly rows: number;
  /** Values of class c: entries `offsets[c]` up to `offsets[c + 1]`, ascending. */
  readonly offsets: Int32Array;
  readonly values: Int32Array;
  readonly counts: Int32Array;
}

/** Tallies a sensitive column by class, by counting sorts: no cell of class × value is allocated that is not used. */
export function sensitiveClasses(
  classes: Grouping,
  column: Column,
  missing: SensitiveMissing = 'own-value',
): SensitiveClasses {
  const hasMissing = missing === 'own-value' && column.codes.includes(MISSING);
  const cardinality = column.values.length + (hasMissing ? 1 : 0);
  const byValue = rowsByValue(column.codes, cardinality, hasMissing);
  return tallyClasses(classes, column.codes, byValue, cardinality);
}

/** As `sensitiveClasses` for classes that overlap; the table as a whole is counted once. */
export function overlappingSensitiveClasses(
  { rows, classes }: OverlappingClasses,
  column: Column,
  missing: SensitiveMissing = 'own-value',
): SensitiveClasses {
  const whole = sensitiveClasses({ of: new Int32Array(column.codes.length), count: 1 }, column, missing);
  const codes = rows.map((row) => column.codes[row] ?? MISSING);
  const hasMissing = whole.cardinality > column.values.length;
  const tallied = tallyClasses(classes, codes, rowsByValue(codes, whole.cardinality, hasMissing), whole.cardinality);
  return { ...tallied, totals: whole.totals, rows: whole.rows };
}

interface ByValue {
  /** Rows, those of value 0 first; rows left out are absent. */
  readonly rows: Int32Array;
  readonly totals: Int32Array;
}

function rowsByValue(codes: Int32Array, cardinality: number, hasMissing: boolean): ByValue {
  const totals = new Int32Array(cardinality);
  let kept = 0;
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row] ?? 0;
    if (code === MISSING && !hasMissing) continue;
    const value = code === MISSING ? cardinality - 1 : code;
    totals[value] = (totals[value] ?? 0) + 1;
    kept += 1;
  }
  const next = startsOf(totals);
  const rows = new Int32Array(kept);
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row] ?? 0;
    if (code === MISSING && !hasMissing) continue;
    const value = code === MISSING ? cardinality - 1 : code;
    const at = next[value] ?? 0;
    rows[at] = row;
    next[value] = at + 1;
  }
  return { rows, totals };
}

/** Taking rows by ascending value, each class meets its values in order: a repeated one is the class's last entry. */
function tallyClasses(classes: Grouping, codes: Int32Array, byValue: ByValue, cardinality: number): SensitiveClasses {
  const room = startsOf(groupSizes(classes));
  const start = room.slice();
  const [values, counts] = [new Int32Array(codes.length), new Int32Array(codes.length)];
  for (let index = 0; index < byValue.rows.length; index += 1) {
    const row = byValue.rows[index] ?? 0;
    const code = codes[row] ?? 0;
    const value = code === MISSING ? cardinality - 1 : code;
    const group = classes.of[row] ?? 0;
    const next = room[group] ?? 0;
    if (next > (start[group] ?? 0) && values[next - 1] === value) counts[next - 1] = (counts[next - 1] ?? 0) + 1;
    else {
      values[next] = value;
      counts[next] = 1;
      room[group] = next + 1;
    }
  }
  return { ...packed(start, room, values, counts), cardinality, totals: byValue.totals, rows: byValue.rows.length };
}

/** Closes the gaps that repeated values left. */
function packed(start: Int32Array, end: Int32Array, values: Int32Array, counts: Int32Array) {
  const offsets = new Int32Array(start.length + 1);
  let at = 0;
  for (let group = 0; group < start.length; group += 1) {
    offsets[group] = at;
    const last = end[group] ?? 0;
    for (let index = start[group] ?? 0; index < last; index += 1) {
      values[at] = values[index] ?? 0;
      counts[at] = counts[index] ?? 0;
      at += 1;
    }
  }
  offsets[start.length] = at;
  return { offsets, values: values.subarray(0, at), counts: counts.subarray(0, at) };
}

function startsOf(sizes: Int32Array): Int32Array {
  const starts = new Int32Array(sizes.length);
  let at = 0;
  for (let index = 0; index < sizes.length; index += 1) {
    starts[index] = at;
    at += sizes[index] ?? 0;
  }
  return starts;
}
