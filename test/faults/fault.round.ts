/** One kill and what was found after it. */
export interface FaultRound {
  readonly round: number;
  /** What was killed. */
  readonly victim: string;
  /** When. */
  readonly moment: string;
  /** Commands that had been acknowledged when it happened. */
  readonly acknowledged: number;
  /** Of those, in the log exactly as acknowledged. */
  readonly inLog: number;
  readonly duplicates: number;
  readonly missing: number;
  /** Tables that a rebuild from scratch makes otherwise; none when all is well. */
  readonly differing: readonly string[];
}

/** Whether nothing was lost, doubled or told differently. */
export function isSound({ acknowledged, inLog, duplicates, missing, differing }: FaultRound): boolean {
  return acknowledged === inLog && duplicates === 0 && missing === 0 && differing.length === 0;
}

const HEAD = ['round', 'killed', 'moment', 'acknowledged', 'in the log', 'duplicates', 'missing', 'tables equal'];
const NUMBERS = new Set([0, 3, 4, 5, 6]);

/** A table for people. */
export function faultTable(rounds: readonly FaultRound[]): string {
  const rows = rounds.map(({ round, victim, moment, acknowledged, inLog, duplicates, missing, differing }) => [
    String(round),
    victim,
    moment,
    ...[acknowledged, inLog, duplicates, missing].map((count) => count.toLocaleString('en')),
    differing.length === 0 ? 'yes' : `NO: ${differing.join(', ')}`,
  ]);
  const widths = HEAD.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) =>
        NUMBERS.has(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('   ')
      .trimEnd();
  return [HEAD, ...rows].map(line).join('\n');
}
