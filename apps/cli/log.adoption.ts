import { BuildFailed, hasLeader } from '#read-models';
import { Engine } from '#platform';
import type { CliEnvironment } from './cli.command.ts';
import { Interrupted, Unusable } from './cli.error.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { withSession } from './operator.session.ts';

/** `log adopt`: the numbering over to the log that is configured now, and the tables anew. */
export async function runAdopt({ terminal, signal }: CliEnvironment): Promise<ExitCode> {
  try {
    await withSession(
      terminal,
      async ({ engine: { ledger, readModels } }) => {
        const { index } = await ledger.head();
        terminal.out(
          `Every one of ${Number(index).toLocaleString('en')} events has the log index and the hash it had.`,
        );
        const { generation } = await readModels.rebuild(signal);
        terminal.out(`The read models were made anew from this log (generation ${generation}).`);
      },
      async (parts) => {
        const { pool } = parts.database;
        if ((await hasLeader(pool, 'numbering')) || (await hasLeader(pool, 'projections')))
          throw new Unusable('The database is in use: stop the programs that run over it');
        return Engine.open({ ...parts, adopt: true });
      },
    );
    return EXIT.done;
  } catch (error) {
    if (signal.aborted) {
      terminal.error('Stopped. The numbering follows the log; the same command makes the tables.');
      return EXIT.stopped;
    }
    if (error instanceof BuildFailed)
      throw new Interrupted(`${error.message}\nThe numbering follows the log; the tables are still to be made.`);
    throw error;
  }
}
