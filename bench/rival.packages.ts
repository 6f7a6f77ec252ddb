/** Rivals' packages live in a folder of their own, installed when they are first asked for. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const FOLDER = join(import.meta.dirname, 'rivals');

export interface RivalPackage {
  readonly version: string;
  readonly module: unknown;
}

/** The package and its version; undefined, with a word on why, when it cannot be installed. */
export async function loadRival(name: string): Promise<RivalPackage | undefined> {
  const installed = join(FOLDER, 'node_modules', name, 'package.json');
  if (!existsSync(installed)) {
    process.stderr.write(`installing ${name} into bench/rivals, once\n`);
    const { status } = spawnSync('npm', ['ci', '--prefix', FOLDER, '--no-audit', '--no-fund'], { stdio: 'inherit' });
    if (status !== 0) {
      process.stderr.write(`${name} could not be installed: its lines are left out\n`);
      return undefined;
    }
  }
  const { version } = JSON.parse(readFileSync(installed, 'utf8')) as { version: string };
  const rivals = createRequire(join(FOLDER, 'package.json'));
  return { version, module: (await import(pathToFileURL(rivals.resolve(name)).href)) as unknown };
}
