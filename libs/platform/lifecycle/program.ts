import { type Config, loadConfig } from '../config/config.ts';
import { createLog, type Log } from '../logging/log.ts';
import { StartupError } from '../startup.error.ts';
import { Opened } from './opened.ts';
import { listenForStop } from './stop-signals.ts';

/** Opens what a program needs, in order, and says by `opened` how each is closed again. */
export type ProgramStart = (config: Config, log: Log, opened: Opened) => Promise<void>;

function leaveAtOnce(): void {
  console.error('Stopped at once. An embedded PostgreSQL may still run; the next start uses it.');
  process.exit(130);
}

/** @returns the exit code */
async function run(start: ProgramStart): Promise<number> {
  const config = loadConfig();
  const log = createLog(config.log);
  const opened = new Opened(log);
  const signals = listenForStop(leaveAtOnce);
  try {
    await start(config, log, opened);
    const reason = await signals.requested;
    if (reason.kind === 'fault') log.fatal({ err: reason.error }, 'Stopping after a fault');
    else log.info('Stopping: finishing requests, then the database. Ctrl-C again stops at once.');
    const clean = await opened.closeAll();
    log.info('Stopped');
    return reason.kind === 'signal' && clean ? 0 : 1;
  } catch (error) {
    await opened.closeAll();
    if (error instanceof StartupError) throw error;
    log.fatal({ err: error }, 'Could not start');
    return 1;
  } finally {
    signals.dispose();
  }
}

/**
 * Runs a program until it is told to stop, and ends this process: reads the configuration, opens what `start` opens, and closes that
 * in the opposite order.
 */
export async function runProgram(start: ProgramStart): Promise<never> {
  try {
    process.exit(await run(start));
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    console.error(`\n${error.message}\n`);
    process.exit(1);
  }
}
