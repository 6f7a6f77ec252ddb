import type { Command } from 'commander';
import type { ExitCode } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** What a command is given besides its options. */
export interface CliEnvironment {
  readonly terminal: Terminal;
  /** Aborts at the first Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
  /** To be called with the outcome; the process exits with the last one. */
  finish(code: ExitCode): void;
}

/** An operator's command: adds itself to the program. One file `<name>.command.ts` each, listed in cli.commands.ts. */
export type CliCommand = (program: Command, environment: CliEnvironment) => void;
