import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findChromium } from '../../apps/cli/chromium.browser.ts';
import { provideChromium } from './chromium.provision.ts';

describe('a machine without Chromium', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'no-chromium-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** A package manager that notes what it was asked for, and installs what it is told to. */
  async function aptGet(installs: string): Promise<void> {
    const script = `#!/bin/sh\necho "$@" >> ${folder}/asked\ncase "$1" in install) ${installs};; esac\n`;
    await writeFile(join(folder, 'apt-get'), script);
    await chmod(join(folder, 'apt-get'), 0o755);
  }
  const machine = (root: boolean) => ({ path: folder, places: [], root });

  it('gets Debian’s package where tests run as root', async () => {
    await aptGet(`: > ${folder}/chromium; /bin/chmod +x ${folder}/chromium`);
    expect(await provideChromium(machine(true))).toBe(join(folder, 'chromium'));
  });

  it('installs nothing as anybody else, nor where there is one', async () => {
    await aptGet('exit 9');
    expect(await provideChromium(machine(false))).toBeUndefined();
    await writeFile(join(folder, 'chromium'), '', { mode: 0o755 });
    expect(await provideChromium(machine(true))).toBe(join(folder, 'chromium'));
  });

  it('goes without where none can be got, and what needs one fails saying how', async () => {
    await aptGet('exit 100');
    expect(await provideChromium(machine(true))).toBeUndefined();
    await expect(findChromium(folder, [])).rejects.toThrow('apt-get install chromium');
  });
});
