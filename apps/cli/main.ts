import 'reflect-metadata';
import { listenForStop } from '#platform';
import { runCli } from './cli.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { processTerminal } from './terminal.ts';

const stop = new AbortController();
const signals = listenForStop(() => {
  processTerminal.error('Stopped at once. An embedded PostgreSQL may still run; the next start uses it.');
  process.exit(EXIT.stopped);
});

/** A fault that nobody caught ends the process; a signal lets the command come to its own end. */
const fault = signals.requested.then((reason): Promise<ExitCode> => {
  if (reason.kind === 'fault') throw reason.error;
  processTerminal.error('Stopping: finishing what is under way. Ctrl-C again stops at once.');
  stop.abort();
  return new Promise(() => undefined);
});

const code = await Promise.race([runCli(process.argv.slice(2), processTerminal, stop.signal), fault]).catch(
  (error: unknown) => {
    processTerminal.error(`The command failed: ${error instanceof Error ? error.name : 'unknown fault'}`);
    return EXIT.fault;
  },
);
process.exit(code);
