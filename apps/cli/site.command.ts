import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { copySite, errorCode, IdentityVault, Opener, type SiteCopy } from '#platform';
import type { CliCommand, CliEnvironment } from './cli.command.ts';
import { Interrupted, Unusable } from './cli.error.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { withSession } from './operator.session.ts';

const MORE = `
The folder holds one file of JSON lines for each participant of the site, names and contacts, and manifest.json with the SHA-256 of
every file: sha256sum tells whether one was changed. Private content is readable in it; arms stay sealed. Keep it accordingly.

Example:
  npm run cli -- site copy --study stress --site north --out north-record`;

interface CopyOptions {
  readonly study: string;
  readonly site: string;
  readonly out: string;
}

/** \`site\`: what belongs to a site. */
export const siteCommand: CliCommand = (program, environment) => {
  const command = program.command('site').description('What belongs to a site.');
  command
    .command('copy')
    .description('Writes a certified copy of the record of a site’s participants.')
    .requiredOption('--study <id>', 'the study')
    .requiredOption('--site <id>', 'the site')
    .requiredOption('--out <folder>', 'a folder that does not exist yet')
    .addHelpText('after', MORE)
    .action(async (options: CopyOptions) => {
      environment.finish(await runCopy(environment, options));
    });
};

async function runCopy({ terminal }: CliEnvironment, { study, site, out }: CopyOptions): Promise<ExitCode> {
  const folder = resolve(out);
  const copy = await withSession(terminal, ({ engine, database }) => {
    const vault = new IdentityVault(database.pool, engine.keys);
    return copySite(study, site, { store: engine.store, opener: new Opener(engine.keys), vault });
  });
  const { participants, logIndex, files } = copy.manifest;
  if (participants === 0) throw new Unusable(`--site: the study ${study} has no participants at a site ${site}`);
  await write(folder, copy);
  terminal.out(`${participants} participants, ${files.length} files, as of log index ${logIndex}: ${folder}`);
  return EXIT.done;
}

/** @throws Unusable where the folder exists, Interrupted where it cannot be written */
async function write(folder: string, { manifest, files }: SiteCopy): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
    for (const { path, text } of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true, mode: 0o700 });
      await writeFile(join(folder, path), text, { mode: 0o600, flag: 'wx' });
    }
    await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`, { mode: 0o600 });
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EEXIST') throw new Unusable(`--out: ${folder} exists already`);
    throw new Interrupted(`--out: ${folder} cannot be written (${code ?? 'unwritable'})`);
  }
}
