/** Contestants measured in turns, so that whatever else the machine does meets all of them. */
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';

export interface Contestant {
  readonly name: string;
  /** Measures once. @returns Per second. */
  run(): Promise<number>;
}

export interface Aim {
  readonly text: string;
  readonly of: string;
  readonly to: string;
  readonly atLeast: number;
}

export interface Contest {
  readonly name: string;
  /** What a rate counts. */
  readonly unit: string;
  readonly settings: Readonly<Record<string, string | number>>;
  readonly aims: readonly Aim[];
  readonly notes: readonly string[];
}

type Rates = ReadonlyMap<string, readonly number[]>;

/** One round unmeasured, then `rounds` measured; every other one in reverse, so that nobody always goes first. */
export async function takeTurns(contestants: readonly Contestant[], rounds: number): Promise<Rates> {
  const rates = new Map(contestants.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const contestant of round % 2 === 0 ? contestants : contestants.toReversed()) {
      const rate = await contestant.run();
      if (round > 0) rates.get(contestant.name)?.push(rate);
      const when = round === 0 ? 'warm-up' : `round ${String(round)}`;
      process.stderr.write(`${when}: ${contestant.name} ${rate.toFixed(0)}/s\n`);
    }
  }
  return rates;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

interface Judged extends Aim {
  /** Median of the rounds' ratios; undefined when one of the two did not take part. */
  readonly ratio: number | undefined;
}

function judge(aims: readonly Aim[], rates: Rates): Judged[] {
  return aims.map((aim) => {
    const [ours, theirs] = [rates.get(aim.of) ?? [], rates.get(aim.to) ?? []];
    const ratios = ours.flatMap((rate, round) => {
      const rival = theirs[round];
      return rival === undefined ? [] : [rate / rival];
    });
    return { ...aim, ratio: ratios.length > 0 ? median(ratios) : undefined };
  });
}

/** Prints the rates and every aim beside its ratio, and keeps both in `bench/results`. */
export async function report(contest: Contest, rates: Rates): Promise<void> {
  const judged = judge(contest.aims, rates);
  const rateRows = [...rates].map(([name, all]) => [
    name,
    whole(median(all)),
    `${whole(Math.min(...all))} – ${whole(Math.max(...all))}`,
  ]);
  const aimRows = judged.map(({ text, ratio, atLeast }) => [
    text,
    ratio === undefined ? 'not measured' : ratio.toFixed(2),
    `≥ ${String(atLeast)}`,
    ratio === undefined ? '' : ratio >= atLeast ? 'met' : 'missed',
  ]);
  const lines = [
    '',
    table([`${contest.name}: ${contest.unit}`, 'median', 'range'], rateRows),
    '',
    table(['ratio, median of the rounds', 'measured', 'aim', ''], aimRows),
    '',
    ...contest.notes,
    '',
  ];
  process.stdout.write(lines.join('\n'));
  const folder = join(import.meta.dirname, 'results');
  await mkdir(folder, { recursive: true });
  const machine = { processors: cpus().length, model: cpus()[0]?.model, node: process.version };
  const result = {
    ...contest,
    when: new Date().toISOString(),
    machine,
    rates: Object.fromEntries(rates),
    aims: judged,
  };
  await writeFile(join(folder, `${contest.name}.json`), `${JSON.stringify(result, null, 2)}\n`);
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}
