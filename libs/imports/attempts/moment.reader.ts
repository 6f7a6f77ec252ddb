import type { TimeColumn, TimeRules } from '../mapping/column.schema.ts';
import type { Moment } from '../time/local-time.ts';
import { type TimePrecision, type WrittenTime, compileTimePattern } from '../time/time.pattern.ts';
import type { Cells } from './row.cells.ts';

/** A moment in milliseconds since 1970 UTC, and how sharply the file tells it. */
export interface ReadMoment {
  readonly at: number;
  readonly precision: TimePrecision;
}

/** Reads a moment from one column, or from a date and a time column joined by a space. */
export function momentReader(
  { column, format }: TimeColumn,
  rules: TimeRules,
  momentOf: (time: WrittenTime) => Moment,
): (cells: Cells) => ReadMoment | undefined {
  const wanted = format ?? rules.format;
  const pattern = compileTimePattern(wanted);
  const columns = [column].flat();
  const [first = ''] = columns;
  return (cells) => {
    const parts = columns.map((name) => cells.required(name, 'the time is missing'));
    if (!parts.every((part) => part !== undefined)) return undefined;
    const written = pattern.read(parts.join(' '));
    if (written === undefined) return cells.problem(first, `is not a time as ${wanted}`);
    const moment = momentOf(written);
    if ('at' in moment) return { at: moment.at, precision: pattern.precision };
    return cells.problem(first, clockChange(moment.problem, rules.zone));
  };
}

function clockChange(problem: 'skipped' | 'repeated', zone: string): string {
  return problem === 'skipped'
    ? `does not exist in ${zone}: clocks went forward over it (time.skipped says what to do)`
    : `exists twice in ${zone}: clocks went back over it (time.repeated says what to do)`;
}
