import { execFile } from 'node:child_process';
import { open, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Why there can be no small disk here; undefined where there can. */
export async function whyNoSmallDisk(folder: string): Promise<string | undefined> {
  if (process.platform !== 'linux') return 'only Linux has tmpfs';
  if (process.getuid?.() !== 0) return 'only root may mount a file system';
  try {
    const disk = await SmallDisk.mount(folder, 1);
    await disk.unmount();
    return undefined;
  } catch (error) {
    return `mount -t tmpfs failed: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** A file system of a few megabytes in memory, which a test can fill. */
export class SmallDisk {
  private constructor(readonly folder: string) {}

  static async mount(folder: string, megabytes: number): Promise<SmallDisk> {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder]);
    return new SmallDisk(folder);
  }

  /** Bytes that can still be written. */
  async free(): Promise<number> {
    const { bavail, bsize } = await statfs(this.folder);
    return bavail * bsize;
  }

  /** Leaves so many bytes. */
  async fill(leaving = 0): Promise<void> {
    const file = await open(join(this.folder, 'filler'), 'a');
    const block = Buffer.alloc(65_536, 1);
    try {
      for (let left = (await this.free()) - leaving; left > 0; left = (await this.free()) - leaving) {
        await file.write(block, 0, Math.min(left, block.length));
      }
    } finally {
      await file.close();
    }
  }

  /** Takes the filling away again. */
  async clear(): Promise<void> {
    await rm(join(this.folder, 'filler'), { force: true });
  }

  async unmount(): Promise<void> {
    await run('umount', ['--lazy', this.folder]);
  }
}
