import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { systemErrorCode } from './system-error.ts';
import { FileChanged, UnusableFile } from './unusable-file.error.ts';

const CHUNK = 256 * 1024;

interface Standing {
  readonly size: number;
  readonly modified: number;
}

/** A regular file that is read from beginning to end more than once, and must be the same each time. */
export class SourceFile {
  private digest: string | undefined;

  private constructor(
    readonly path: string,
    private readonly handle: FileHandle,
    private readonly standing: Standing,
  ) {}

  /** @throws UnusableFile for what cannot be opened, is not a regular file, or is empty */
  static async open(path: string): Promise<SourceFile> {
    const handle = await open(path, 'r').catch((error: unknown) => {
      throw new UnusableFile(path, `cannot be opened (${systemErrorCode(error)})`);
    });
    const stat = await handle.stat();
    const problem = !stat.isFile()
      ? 'is not a regular file (it is read twice)'
      : stat.size === 0
        ? 'is empty'
        : undefined;
    if (problem !== undefined) {
      await handle.close();
      throw new UnusableFile(path, problem);
    }
    return new SourceFile(path, handle, { size: stat.size, modified: stat.mtimeMs });
  }

  /** Bytes. */
  get size(): number {
    return this.standing.size;
  }

  /**
   * The bytes from first to last, in chunks. A file that is taken away meanwhile is still read to its end; one that is
   * written to is noticed at the latest when the last chunk has been delivered.
   * @throws FileChanged, UnusableFile
   */
  async *chunks(): AsyncGenerator<Buffer> {
    const hash = createHash('sha256');
    let position = 0;
    while (position < this.size) {
      const chunk = await this.readAt(position);
      if (chunk.length === 0) throw new FileChanged(this.path);
      hash.update(chunk);
      position += chunk.length;
      yield chunk;
    }
    const { size, mtimeMs } = await this.handle.stat();
    const digest = hash.digest('hex');
    this.digest ??= digest;
    if (size !== this.size || mtimeMs !== this.standing.modified || digest !== this.digest) {
      throw new FileChanged(this.path);
    }
  }

  private async readAt(position: number): Promise<Buffer> {
    const buffer = Buffer.allocUnsafe(Math.min(CHUNK, this.size - position));
    try {
      const { bytesRead } = await this.handle.read(buffer, 0, buffer.length, position);
      return buffer.subarray(0, bytesRead);
    } catch (error) {
      throw new UnusableFile(this.path, `cannot be read at byte ${position} (${systemErrorCode(error)})`);
    }
  }

  async close(): Promise<void> {
    await this.handle.close();
  }
}
