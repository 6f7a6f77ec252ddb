import { StoreUnavailable } from '#event-store';
import { CopyDamaged, copyLog, type CopyProgress, type CopyReport, NotACopy } from '#ledger';
import type { CliCommand, CliEnvironment } from './cli.command.ts';
import { Interrupted, Unusable } from './cli.error.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { logCopyReport } from './log.report.ts';
import { runAdopt } from './log.adoption.ts';
import { type OpenedLog, openLog, PLACE_HELP, placeOf } from './log.place.ts';
import { showingProgress } from './rebuild.progress.ts';
import type { Terminal } from './terminal.ts';

const COPY_HELP = `
Order, ids, both times and every byte are kept, so that every event has the log index and the hash it had. The target is empty,
or holds the beginning of the source: cut short, the same command goes on where it stopped. Another log is refused before
anything is written. In the end the target is read again and compared by one hash over all events.

Read models, the numbering and the keys of sealed content are no part of a log and are not copied: docs/kurrentdb.md says what to
do about them. A name in place of an address keeps passwords off the command line.

Exit code 3: copied, and the source has grown meanwhile. Stop the programs that write to it and run the command again.

Example:
  npm run cli -- log copy --from DATABASE_URL --to EVENTSTORE_URL`;

const ADOPT_HELP = `
After a copy, and with EVENTSTORE_URL set to it (or unset, when the log went back to PostgreSQL): every event keeps its log index,
which is checked hash by hash, and gets the position that it has now; the tables are then made anew. A log that is not a copy of
the numbered one is refused, and nothing is changed. The programs that run over the database are stopped before.

Example:
  npm run cli -- log adopt`;

interface CopyOptions {
  readonly from: string;
  readonly to: string;
}

/** \`log\`: what concerns the log itself. */
export const logCommand: CliCommand = (program, environment) => {
  const log = program.command('log').summary('copy the log to another engine').description('Moves the log itself.');
  log
    .command('copy')
    .summary('copy a log to another engine')
    .description('Copies a log from one place to another: PostgreSQL, KurrentDB or EventStoreDB, whichever way.')
    .requiredOption('--from <place>', PLACE_HELP)
    .requiredOption('--to <place>', 'the same; empty, or cut short before')
    .addHelpText('after', COPY_HELP)
    .action(async (options: CopyOptions) => {
      environment.finish(await runCopy(options, environment));
    });
  log
    .command('adopt')
    .summary('let the database follow a log that was copied')
    .description('Lets the numbering and the read models of the database follow the log that EVENTSTORE_URL names now.')
    .addHelpText('after', ADOPT_HELP)
    .action(async () => {
      environment.finish(await runAdopt(environment));
    });
};

async function runCopy(options: CopyOptions, { terminal, signal }: CliEnvironment): Promise<ExitCode> {
  const [source, target] = [placeOf('--from', options.from), placeOf('--to', options.to)];
  if (source.shown === target.shown) throw new Unusable('--to: is the place that --from names');
  const from = await openLog(source, terminal);
  try {
    const to = await openLog(target, terminal);
    try {
      if (await to.isInUse()) throw new Unusable(`--to: ${to.shown} is in use: stop the programs that run over it`);
      const report = await copying({ from, to, terminal, signal });
      terminal.out(logCopyReport(report, from.shown, to.shown));
      return report.grown ? EXIT.incomplete : EXIT.done;
    } finally {
      await to.close();
    }
  } catch (error) {
    if (!signal.aborted) throw error;
    terminal.error('Stopped. What was copied so far stays; the same command goes on from there.');
    return EXIT.stopped;
  } finally {
    await from.close();
  }
}

interface Copying {
  readonly from: OpenedLog;
  readonly to: OpenedLog;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
}

/** Of a progress bar. */
const WHOLE = 1_000;

async function copying({ from, to, terminal, signal }: Copying): Promise<CopyReport> {
  let at: CopyProgress | undefined;
  const look = () =>
    Promise.resolve(at && { folded: at.share * WHOLE, head: WHOLE, doing: at.doing, counted: at.events });
  const onProgress = (progress: CopyProgress): void => void (at = progress);
  try {
    return await showingProgress(terminal, look, () => copyLog({ from: from.store, to: to.store, signal, onProgress }));
  } catch (error) {
    if (error instanceof NotACopy)
      throw new Unusable(`--to: ${to.shown} holds something else: ${error.message}. Nothing was written.`);
    if (error instanceof CopyDamaged) throw new Interrupted(`--to: ${to.shown} must not be used: ${error.message}.`);
    if (error instanceof StoreUnavailable)
      throw new Interrupted(`${error.message}\nWhat was copied so far stays; the same command goes on from there.`);
    throw error;
  }
}
