import { Command, CommanderError } from 'commander';
import { StartupError, createLog } from '#platform';
import type { CliEnvironment } from './cli.command.ts';
import { cliCommands } from './cli.commands.ts';
import { Interrupted, Unusable } from './cli.error.ts';
import { EXIT, EXIT_CODES_HELP, type ExitCode } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/**
 * Runs one command line.
 * @param parameters without the program itself
 * @returns the exit code
 */
export async function runCli(
  parameters: readonly string[],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  const program = programOf({ terminal, signal, finish: (outcome) => (code = outcome) });
  try {
    await program.parseAsync(parameters, { from: 'user' });
    return code;
  } catch (error) {
    return explain(error, terminal);
  }
}

function programOf(environment: CliEnvironment): Command {
  const { terminal } = environment;
  const program = new Command('npm run cli --')
    .description('Operator commands of Intersession. They work beside a running server and without one.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.error(text.trimEnd()),
    })
    .showHelpAfterError('(--help shows what is expected)')
    .addHelpText('after', EXIT_CODES_HELP);
  for (const command of cliCommands) command(program, environment);
  return program;
}

function explain(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.unusable;
  if (error instanceof Unusable) {
    terminal.error(error.message);
    return EXIT.unusable;
  }
  if (error instanceof StartupError || error instanceof Interrupted) {
    terminal.error(error.message);
    return EXIT.fault;
  }
  createLog({ level: 'error', format: 'json' }, { write: (line) => terminal.error(line.trimEnd()) }).error(
    { err: error },
    'The command failed',
  );
  return EXIT.fault;
}
