import type { CliCommand, CliEnvironment } from './cli.command.ts';
import { EXIT } from './exit-codes.ts';
import { identityOf } from './account.command.ts';
import { withSession } from './operator.session.ts';

const MORE = `
Every line holds the hash of the line before it. \`verify\` computes them anew and prints the number and hash of the last line: keep
those elsewhere, and a later \`verify\` tells whether lines up to there were changed since.

Exit code 3: a line is missing or was changed.`;

/** `access-log verify`: whether the record of access is whole. */
export const accessLogCommand: CliCommand = (program, environment) => {
  const log = program
    .command('access-log')
    .summary('whether the record of who read what is whole')
    .description('The record of who read what, and who signed in.')
    .addHelpText('after', MORE);
  log
    .command('verify')
    .description('computes the chain of hashes anew')
    .action(async () => verify(environment));
};

async function verify(environment: CliEnvironment): Promise<void> {
  const { terminal } = environment;
  const { broken, head } = await withSession(terminal, async (session) => {
    const { accessLog } = await identityOf(session);
    return { broken: await accessLog.verify(), head: await accessLog.head() };
  });
  if (broken === undefined) {
    terminal.out(`The access log is whole: ${head.entry} lines, the last with hash ${head.hash || 'none'}.`);
    return environment.finish(EXIT.done);
  }
  terminal.out(`Line ${broken.entry} of the access log is ${broken.fault}. What comes after it cannot be relied on.`);
  environment.finish(EXIT.incomplete);
}
