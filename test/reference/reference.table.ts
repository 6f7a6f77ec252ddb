import type { ImportSummary } from '#imports';

/** One published or independently computed number beside ours. */
export interface ReferenceLine {
  readonly what: string;
  readonly ours: number;
  readonly published: number;
  /** Decimals that are compared; 0 for counts. */
  readonly decimals: number;
}

/** What a data set gave, beside what was published of it. */
export interface Comparison {
  readonly imported: ImportSummary;
  readonly lines: readonly ReferenceLine[];
  /** More to read, below the table. */
  readonly explanation?: readonly string[];
}

const same = ({ ours, published, decimals }: ReferenceLine) => ours.toFixed(decimals) === published.toFixed(decimals);

/** How many lines disagree. */
export function disagreements(lines: readonly ReferenceLine[]): number {
  return lines.filter((line) => !same(line)).length;
}

/** A table for people: what, ours, published, whether they agree. */
export function referenceTable(lines: readonly ReferenceLine[]): string {
  const number = (value: number, decimals: number) =>
    value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  const rows = lines.map((line) => [
    line.what,
    number(line.ours, line.decimals),
    number(line.published, line.decimals),
    same(line) ? 'agrees' : 'DISAGREES',
  ]);
  const head = ['', 'ours', 'published', ''];
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column === 1 || column === 2 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('   ')
      .trimEnd();
  return [head, ...rows].map(line).join('\n');
}

/** The middle value, or the mean of the two middle ones; NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2;
}
