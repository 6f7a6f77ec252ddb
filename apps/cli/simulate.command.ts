import { InvalidArgumentError } from 'commander';
import { builtInDefinitions } from '#adherence';
import type { Position } from '#event-store';
import { EVERYTHING } from '#read-models';
import { PLANTED, type SimulationOptions, sendSimulated, simulate } from '#simulator';
import type { CliCommand, CliEnvironment } from './cli.command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { type OperatorSession, withSession } from './operator.session.ts';
import { showingProgress } from './rebuild.progress.ts';
import { naiveEstimates } from './simulate.estimates.ts';
import { type SimulationRun, simulationReport } from './simulate.report.ts';

const MORE = `
Everything is made up, and the same options give the same trial. Running it again adds nothing; cut short, it goes on where
it stopped. Prints what was planted, what a plain reading of the tables finds, and how fast it went.

Example:
  npm run cli -- simulate --participants 2000 --weeks 16 --study sim-2000`;

interface Options {
  readonly study: string;
  readonly participants: number;
  readonly weeks: number;
  readonly seed: number;
}

/** `simulate`: a made-up trial, through the command handler. */
export const simulateCommand: CliCommand = (program, environment) => {
  program
    .command('simulate')
    .summary('record a made-up trial of any size')
    .description('Records a simulated multi-site trial through the command handler and projects it.')
    .option('--study <id>', 'id of the study', 'simulated')
    .option('--participants <n>', 'how many people', wholeNumber(1, 100_000), 200)
    .option('--weeks <n>', 'weeks of treatment', wholeNumber(1, 52), 8)
    .option('--seed <n>', 'another seed gives another trial', wholeNumber(1, 2_147_483), 1)
    .addHelpText('after', MORE)
    .action(async (options: Options) => {
      environment.finish(await runSimulation(options, environment));
    });
};

function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= min && value <= max) return value;
    throw new InvalidArgumentError(`a whole number from ${min} to ${max} is expected`);
  };
}

async function runSimulation(options: Options, { terminal, signal }: CliEnvironment): Promise<ExitCode> {
  const trial: SimulationOptions = {
    studyId: options.study,
    title: `Simulated trial ${options.study}`,
    ...options,
    start: '2026-01-05T00:00:00.000Z',
    definitions: ['quantity-unit-level', 'completed-half'].flatMap((id) => builtInDefinitions.get(id) ?? []),
  };
  const run = await withSession(terminal, async (session) => {
    const recorded = await record(session, trial, { terminal, signal });
    return signal.aborted ? undefined : { ...recorded, ...(await project(session, trial.studyId)) };
  });
  if (run === undefined) return EXIT.stopped;
  terminal.out(simulationReport(run, PLANTED));
  return EXIT.done;
}

type Recorded = Pick<SimulationRun, 'commands' | 'recordSeconds'>;

async function record(
  { executor }: OperatorSession,
  trial: SimulationOptions,
  { terminal, signal }: Pick<CliEnvironment, 'terminal' | 'signal'>,
): Promise<Recorded> {
  let total = 0;
  for (const _ of simulate(trial)) total += 1;
  let sent = 0;
  const began = performance.now();
  const look = () => Promise.resolve({ folded: sent, head: total, doing: 'recording' });
  await showingProgress(terminal, look, () =>
    sendSimulated(untilStopped(simulate(trial), signal), {
      execute: (request) => executor.execute(request),
      concurrency: 64,
      onSent: (count) => (sent = count),
    }),
  );
  return { commands: sent, recordSeconds: (performance.now() - began) / 1_000 };
}

function* untilStopped<Item>(items: Iterable<Item>, signal: AbortSignal): Generator<Item> {
  for (const item of items) {
    if (signal.aborted) return;
    yield item;
  }
}

type Projected = Omit<SimulationRun, keyof Recorded>;

async function project({ engine }: OperatorSession, studyId: string): Promise<Projected> {
  const head: Position = await engine.store.head();
  const began = performance.now();
  engine.start();
  await engine.readModels.waitFor(head, 3_600_000);
  const projectSeconds = (performance.now() - began) / 1_000;
  const snapshot = await engine.readModels.openSnapshot({ scope: EVERYTHING, after: head, timeoutMs: 60_000 });
  try {
    const estimates = await naiveEstimates(snapshot, studyId);
    return { projectSeconds, logIndex: snapshot.logIndex, estimates, peakMegabytes: peakMegabytes() };
  } finally {
    await snapshot.close();
  }
}

/** Largest resident set of this process so far. */
const peakMegabytes = (): number => Math.round(process.resourceUsage().maxRSS / 1_024);
