/** Works timed in turns beside a rival's, each against its aim, with the peak memory of a process that does nothing else. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { median } from './contest.ts';

/** Works on what `open` made ready, which is not timed. */
export type Work = () => unknown;

export interface Trial {
  readonly name: string;
  /** Makes ready and returns what is timed. */
  open(): Promise<Work>;
  /** The same work by somebody else. */
  rival?: { readonly name: string; open(): Promise<Work | undefined> } | undefined;
  /** What is counted, where the figure is a rate. */
  readonly rows?: number;
  readonly aim: { readonly seconds: number } | { readonly rowsPerSecond: number };
  /** Megabytes of a process that does only this. */
  readonly peakAim?: number;
}

interface Outcome {
  readonly name: string;
  readonly seconds: readonly number[];
  /** Processor time of each round. */
  readonly busy: readonly number[];
  readonly rival: string | undefined;
  readonly rivalSeconds: readonly number[];
  readonly peak: number | undefined;
  readonly trial: Trial;
}

/** Seconds by the clock, and of processors: on a busy machine the first says more about the others. */
async function timed(work: Work): Promise<{ readonly seconds: number; readonly busy: number }> {
  const [start, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  return { seconds: (performance.now() - start) / 1_000, busy: (user + system) / 1_000_000 };
}

/** One round unmeasured, then `rounds`; every other one lets the rival go first. */
async function takeRounds(trial: Trial, rounds: number, peak: number | undefined): Promise<Outcome> {
  const [ours, theirs] = [await trial.open(), await trial.rival?.open()];
  const [seconds, busy, rivalSeconds]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round <= rounds; round += 1) {
    const takeOurs = async () => {
      const taken = await timed(ours);
      if (round === 0) return;
      seconds.push(taken.seconds);
      busy.push(taken.busy);
    };
    const takeTheirs = async () => {
      if (theirs === undefined) return;
      const taken = await timed(theirs);
      if (round > 0) rivalSeconds.push(taken.seconds);
    };
    for (const take of round % 2 === 0 ? [takeOurs, takeTheirs] : [takeTheirs, takeOurs]) await take();
  }
  process.stderr.write(`${trial.name}: ${median(seconds).toFixed(3)} s\n`);
  const rival = theirs === undefined ? undefined : trial.rival?.name;
  return { name: trial.name, seconds, busy, rival, rivalSeconds, peak, trial };
}

const PEAK = 'peak-megabytes';

/** Does one work once and says how much memory that took; for a process of its own. */
export async function reportPeak(trials: readonly Trial[], name: string): Promise<void> {
  const trial = trials.find((candidate) => candidate.name === name);
  if (trial === undefined) throw new Error(`no work is called ${name}`);
  const work = await trial.open();
  await work();
  process.stdout.write(`${PEAK} ${Math.ceil(peakKilobytes() / 1_024)}\n`);
}

/** On Linux a started process inherits the peak of whoever started it in `maxRSS`; its own is in /proc. */
function peakKilobytes(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const own = /^VmHWM:\s+(\d+) kB$/m.exec(status);
  return own === null ? process.resourceUsage().maxRSS : Number(own[1]);
}

function peakOf(bench: string, name: string): number | undefined {
  const args = [...process.execArgv, join(import.meta.dirname, 'bench.ts'), bench, '--peak', name];
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  const found = new RegExp(`^${PEAK} (\\d+)$`, 'm').exec(stdout);
  return found === null ? undefined : Number(found[1]);
}

export interface TimeTrial {
  readonly name: string;
  readonly rounds: number;
  readonly settings: Readonly<Record<string, string | number>>;
  readonly notes: readonly string[];
}

/** Runs every trial, prints the table, keeps it in `bench/results`. */
export async function runTrials(trials: readonly Trial[], { name, rounds, settings, notes }: TimeTrial): Promise<void> {
  const outcomes: Outcome[] = [];
  for (const trial of trials) outcomes.push(await takeRounds(trial, rounds, peakOf(name, trial.name)));
  const head = [name, 'median', 'range', 'aim', '', 'processor', 'rival', 'ours ÷ rival', 'peak MB'];
  process.stdout.write(['', table(head, outcomes.map(rowOf)), '', ...notes, ''].join('\n'));
  const machine = { processors: cpus().length, model: cpus()[0]?.model, node: process.version };
  const kept = outcomes.map(({ trial, ...outcome }) => ({ ...outcome, rows: trial.rows, aim: trial.aim }));
  const result = { name, rounds, settings, notes, when: new Date().toISOString(), machine, outcomes: kept };
  const folder = join(import.meta.dirname, 'results');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
}

function rowOf({ name, seconds, busy, rival, rivalSeconds, peak, trial }: Outcome): string[] {
  const { aim, rows = 0, peakAim } = trial;
  const shown = (value: number) =>
    'seconds' in aim ? `${value.toFixed(3)} s` : `${Math.round(rows / value / 1_000).toLocaleString('en')}k/s`;
  const [taken, limit] = [median(seconds), 'seconds' in aim ? aim.seconds : rows / aim.rowsPerSecond];
  const ratios = seconds.flatMap((value, round) => {
    const theirs = rivalSeconds[round];
    return theirs === undefined ? [] : [value / theirs];
  });
  return [
    name,
    shown(taken),
    `${shown(Math.min(...seconds))} – ${shown(Math.max(...seconds))}`,
    `${'seconds' in aim ? '≤' : '≥'} ${shown(limit)}`,
    verdict(taken, median(busy), limit),
    `${median(busy).toFixed(3)} s`,
    rival === undefined ? '' : `${rival} ${shown(median(rivalSeconds))}`,
    ratios.length === 0 ? '' : median(ratios).toFixed(2),
    `${peak ?? '?'}${peakAim === undefined ? '' : ` (≤ ${peakAim} ${peak !== undefined && peak <= peakAim ? 'met' : 'missed'})`}`,
  ];
}

/** Work of one thread takes no longer than its processor time where nobody else works. */
function verdict(taken: number, busy: number, limit: number): string {
  if (taken <= limit) return 'met';
  return busy <= limit ? 'missed, busy' : 'missed';
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}
