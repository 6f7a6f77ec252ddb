import { BuildFailed, EVERYTHING, ReadModelsPreparing, readBuildProgress, tableDigests } from '#read-models';
import { Interrupted } from './cli.error.ts';
import type { CliCommand, CliEnvironment } from './cli.command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { type OperatorSession, withSession } from './operator.session.ts';
import { showingProgress } from './rebuild.progress.ts';
import { type Rebuilt, type TablesAt, changedTables, rebuildReport } from './rebuild.report.ts';

const MORE = `
The tables are filled anew beside the present ones from the whole log, and put in their place in one step. A running server
answers from the present ones until then and from the new ones after; it need not be stopped. Stopped or failed, a rebuild
leaves the present tables as they are. Takes about as much disk space again as the tables have.

Exit code 3: the log has not grown, and yet some table holds other rows than before.

Example:
  npm run cli -- rebuild --all`;

/** \`rebuild\`: the read models, from the log. */
export const rebuildCommand: CliCommand = (program, environment) => {
  program
    .command('rebuild')
    .summary('make the read models anew from the log')
    .description('Makes the read models anew from the log, beside a running server or without one.')
    .requiredOption('--all', 'all of them: they share the log index they answer from, so none is rebuilt alone')
    .addHelpText('after', MORE)
    .action(async () => {
      environment.finish(await runRebuild(environment));
    });
};

async function runRebuild({ terminal, signal }: CliEnvironment): Promise<ExitCode> {
  try {
    const rebuilt = await withSession(terminal, async (session) => {
      const { engine, database } = session;
      const head = Number(await engine.store.head());
      const look = async () => {
        const folded = await readBuildProgress(database.dataSource);
        return folded === undefined ? undefined : { folded: Number(folded), head };
      };
      return showingProgress(terminal, look, () => rebuild(session, signal));
    });
    terminal.out(rebuildReport(rebuilt));
    return changedTables(rebuilt).length > 0 ? EXIT.incomplete : EXIT.done;
  } catch (error) {
    if (signal.aborted) {
      terminal.error('Stopped. The tables are as they were.');
      return EXIT.stopped;
    }
    if (error instanceof BuildFailed) throw new Interrupted(`${error.message}\nThe tables are as they were.`);
    throw error;
  }
}

async function rebuild({ engine: { readModels, keys } }: OperatorSession, signal: AbortSignal): Promise<Rebuilt> {
  const before = await tablesAt(readModels);
  const began = performance.now();
  const report = await readModels.rebuild(signal);
  const seconds = (performance.now() - began) / 1_000;
  const after = await tablesAt(readModels);
  if (after === undefined) throw new BuildFailed('another version of Intersession has put its own tables in place');
  const erased = (await keys.erasedParticipants()).length;
  return { ...report, seconds, before, after, erased };
}

async function tablesAt(readModels: OperatorSession['engine']['readModels']): Promise<TablesAt | undefined> {
  try {
    const snapshot = await readModels.openSnapshot({ scope: EVERYTHING });
    try {
      return { logIndex: snapshot.logIndex, tables: await tableDigests(snapshot) };
    } finally {
      await snapshot.close();
    }
  } catch (error) {
    if (error instanceof ReadModelsPreparing) return undefined;
    throw error;
  }
}
