import { AccountSecrets } from '#platform';
import type { CliCommand, CliEnvironment } from './cli.command.ts';
import { Unusable } from './cli.error.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { withSession } from './operator.session.ts';

const MORE = `
Changing the master key without stopping anything:
  1. make a new key (openssl rand -base64 32) and start every process again with MASTER_KEY_ALSO set to it
  2. start every process again with MASTER_KEY set to the new key and MASTER_KEY_ALSO to the old one
  3. run this command with the same two
  4. start every process again without MASTER_KEY_ALSO; keep the old key as long as backups from before it are kept
Processes are restarted one by one: at every step each of them reads what the others have wrapped. Stopped half-way, the
command goes on from there. Content itself is not sealed anew: the keys of participants, studies and accounts stay the same.

Example:
  npm run cli -- keys rotate`;

/** \`keys\`: the keys that private content is sealed under. */
export const keysCommand: CliCommand = (program, environment) => {
  const command = program.command('keys').description('The keys that private content is sealed under.');
  command
    .command('rotate')
    .description('Wraps every key by MASTER_KEY, which takes the place of MASTER_KEY_ALSO.')
    .addHelpText('after', MORE)
    .action(async () => {
      environment.finish(await runRotate(environment));
    });
};

async function runRotate({ terminal }: CliEnvironment): Promise<ExitCode> {
  const rewrapped = await withSession(terminal, async ({ config, engine, database }) => {
    const { bytes, also, demonstration } = config.masterKey;
    if (demonstration) throw new Unusable('MASTER_KEY: the demonstration key protects nothing; set a key of your own');
    if (also === undefined) throw new Unusable('MASTER_KEY_ALSO: set it to the key that MASTER_KEY takes the place of');
    const keys = await engine.keys.rotate();
    await AccountSecrets.rewrap(database.pool, also, bytes);
    return keys;
  });
  terminal.out(`${rewrapped} keys of participants and studies, and that of accounts, are wrapped by MASTER_KEY now.`);
  return EXIT.done;
}
