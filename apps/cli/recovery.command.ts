import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { InvalidArgumentError } from 'commander';
import { z } from 'zod';
import type { CliCommand, CliEnvironment } from './cli.command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { showingProgress } from './rebuild.progress.ts';
import { brokenPromises, recoveryLines, recoveryReport, type RecoveryResult } from './recovery.report.ts';
import { addedUp, RECOVERY_DESIGNS, RECOVERY_ESTIMATORS, recoveryTally, type RecoveryTally } from './recovery.study.ts';

const MORE = `
Draws trials whose effect of homework is known, with and without symptoms changing later homework, finds it again with each
estimator, and prints bias and coverage of 95 % intervals. Needs no database. Exit code 3 when the primary model does not
cover 93 to 97 % where its assumptions hold, or when the comparator looks right under feedback.

Example:
  npm run cli -- recovery --seeds 200`;

interface Options {
  readonly seeds: number;
  readonly threads: number;
  readonly json?: string;
}

/** `recovery`: planted effects against each estimator. */
export const recoveryCommand: CliCommand = (program, environment) => {
  program
    .command('recovery')
    .summary('find planted effects again, with each estimator')
    .description('Bias and coverage of each estimator over simulated trials with a known effect.')
    .option('--seeds <n>', 'trials to draw of each design', wholeNumber(1, 1_000_000), 2_000)
    .option('--threads <n>', 'to draw them in', wholeNumber(1, 256), availableParallelism())
    .option('--json <file>', 'also write the table there')
    .addHelpText('after', MORE)
    .action(async (options: Options) => {
      environment.finish(await study(options, environment));
    });
};

function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= min && value <= max) return value;
    throw new InvalidArgumentError(`a whole number from ${min} to ${max} is expected`);
  };
}

async function study({ seeds, threads, json }: Options, { terminal, signal }: CliEnvironment): Promise<ExitCode> {
  const began = performance.now();
  let done = 0;
  const look = () => Promise.resolve({ folded: done, head: seeds, doing: 'drawing trials' });
  const sums = await showingProgress(terminal, look, () =>
    drawn({ seeds, threads }, { signal, onSeed: () => (done += 1) }),
  );
  if (signal.aborted) return EXIT.stopped;
  const lines = recoveryLines(sums);
  const result: RecoveryResult = { seeds, lines: [...lines] };
  if (json !== undefined) await writeFile(json, `${JSON.stringify(result, undefined, 2)}\n`);
  const fits = seeds * RECOVERY_DESIGNS.length * RECOVERY_ESTIMATORS.length;
  terminal.out(recoveryReport(lines));
  terminal.out(`\n${fits.toLocaleString('en')} fits in ${((performance.now() - began) / 1_000).toFixed(0)} s.`);
  const broken = brokenPromises(lines);
  for (const promise of broken) terminal.out(promise);
  return broken.length === 0 ? EXIT.done : EXIT.incomplete;
}

interface Watch {
  readonly signal: AbortSignal;
  readonly onSeed: () => void;
}

const message = z.union([z.object({ done: z.literal(1) }), z.object({ sums: z.array(recoveryTally) })]);

/** Sums over all seeds; nothing once the signal has aborted. */
async function drawn(
  { seeds, threads }: Pick<Options, 'seeds' | 'threads'>,
  { signal, onSeed }: Watch,
): Promise<readonly RecoveryTally[]> {
  const workers = Array.from({ length: Math.min(threads, seeds) }, (_, place) => {
    const url = new URL(`./recovery.worker${extname(import.meta.url)}`, import.meta.url);
    return new Worker(url, { workerData: { from: place + 1, every: Math.min(threads, seeds), to: seeds } });
  });
  const stop = () => void Promise.all(workers.map((worker) => worker.terminate()));
  signal.addEventListener('abort', stop, { once: true });
  try {
    const parts = await Promise.all(workers.map((worker) => sumsOf(worker, onSeed)));
    return addedUp(parts.flat());
  } finally {
    signal.removeEventListener('abort', stop);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

async function sumsOf(worker: Worker, onSeed: () => void): Promise<readonly RecoveryTally[]> {
  let sums: readonly RecoveryTally[] = [];
  worker.on('message', (raw: unknown) => {
    const told = message.parse(raw);
    if ('sums' in told) sums = told.sums;
    else onSeed();
  });
  // An error of the thread rejects here.
  await once(worker, 'exit');
  return sums;
}
