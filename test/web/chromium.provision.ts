import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { findChromium } from '../../apps/cli/chromium.browser.ts';

interface Machine {
  readonly path: string;
  /** Where a Chromium may be besides; the usual places where left out. */
  readonly places?: readonly string[];
  /** Whether packages may be installed: as root alone. */
  readonly root: boolean;
}

const here = (): Machine => ({ path: process.env['PATH'] ?? '', root: process.getuid?.() === 0 });

/**
 * A Chromium for the tests: the system's, else Debian's package, which is installed where tests run as root, as in containers.
 * @returns its path; nothing where there is none and none could be got: specs that need one then fail, and say how to get it
 */
export async function provideChromium(machine: Machine = here()): Promise<string | undefined> {
  const find = (): Promise<string | undefined> => findChromium(machine.path, machine.places).catch(() => undefined);
  const found = await find();
  if (found !== undefined || !machine.root) return found;
  const apt = await firstOnPath('apt-get', machine.path);
  if (apt === undefined) return undefined;
  process.stderr.write('There is no Chromium on PATH: installing Debian’s package\n');
  await run(apt, ['update', '--quiet=2'], machine.path);
  await run(apt, ['install', '--yes', '--no-install-recommends', '--quiet=2', 'chromium'], machine.path);
  return find();
}

async function firstOnPath(name: string, path: string): Promise<string | undefined> {
  for (const folder of path.split(delimiter).filter((each) => each !== '')) {
    const file = join(folder, name);
    const runs = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) return file;
  }
  return undefined;
}

/** Whether it went well shows by what is there afterwards. */
async function run(file: string, parameters: readonly string[], path: string): Promise<void> {
  const env = { ...process.env, PATH: path, DEBIAN_FRONTEND: 'noninteractive' };
  const child = spawn(file, parameters, { stdio: ['ignore', 'ignore', 'inherit'], env });
  child.on('error', () => undefined);
  await Promise.race([once(child, 'close'), once(child, 'error')]).catch(() => undefined);
}
