import { createHash, type Hash } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { WrittenFile } from '../contract/archive.contract.ts';
import { compare } from '../tables/table.source.ts';
import { ExportRefused } from './export.refused.ts';

const PATH = /^[A-Za-z0-9_][A-Za-z0-9_.-]*(\/[A-Za-z0-9_][A-Za-z0-9_.-]*){0,4}$/;

/** A folder that appears whole or not at all: written beside its place under another name, and renamed at the end. */
export class ArchiveFolder {
  readonly #files = new Map<string, WrittenFile>();

  private constructor(
    private readonly place: string,
    private readonly partial: string,
  ) {}

  /** @throws ExportRefused where something is in that place already */
  static async begin(place: string, releaseId: string): Promise<ArchiveFolder> {
    const there = await stat(place).catch(() => undefined);
    if (there !== undefined)
      throw new ExportRefused('write', 'place-taken', [`there is something at ${place} already`]);
    const partial = `${place}.partial-${releaseId}`;
    await rm(partial, { recursive: true, force: true });
    await mkdir(join(partial, WORK), { recursive: true, mode: 0o700 });
    return new ArchiveFolder(place, partial);
  }

  /** Where what does not leave may lie for a while; gone when the archive is there. */
  workPath(name: string): string {
    return join(this.partial, WORK, name);
  }

  pathOf(path: string): string {
    return join(this.partial, path);
  }

  get files(): readonly WrittenFile[] {
    return [...this.#files.values()].sort((one, other) => compare(one.path, other.path));
  }

  /** @throws ExportRefused for a path that leaves the archive or comes twice */
  async write(
    path: string,
    content: Uint8Array | string | AsyncIterable<Uint8Array>,
    rows: number | null = null,
  ): Promise<WrittenFile> {
    if (!PATH.test(path) || path.startsWith(WORK)) throw new ExportRefused('write', 'path', [`${path} is no path`]);
    if (this.#files.has(path)) throw new ExportRefused('write', 'path', [`${path} comes twice`]);
    await mkdir(dirname(this.pathOf(path)), { recursive: true });
    const file = await open(this.pathOf(path), 'wx');
    const hash = createHash('sha256');
    let bytes = 0;
    // One chunk is on its way to the disk while the next is made.
    let written: Promise<void> = Promise.resolve();
    try {
      for await (const chunk of chunksOf(content)) {
        await written;
        written = file.appendFile(chunk);
        // It is awaited before the next one; until then a full disk is nobody’s unhandled fault.
        written.catch(() => undefined);
        hash.update(chunk);
        bytes += chunk.length;
      }
      await written;
      await file.datasync();
    } finally {
      await written.catch(() => undefined);
      await file.close();
    }
    return this.#keep(path, hash, bytes, rows);
  }

  #keep(path: string, hash: Hash, bytes: number, rows: number | null): WrittenFile {
    const written = { path, sha256: hash.digest('hex'), bytes, rows };
    this.#files.set(path, written);
    return written;
  }

  /** Puts it in its place. */
  async finish(): Promise<void> {
    await rm(join(this.partial, WORK), { recursive: true, force: true });
    await rename(this.partial, this.place);
  }

  /** Leaves nothing behind. */
  async abandon(): Promise<void> {
    await rm(this.partial, { recursive: true, force: true });
  }
}

const WORK = '.work';

async function* chunksOf(content: Uint8Array | string | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (typeof content === 'string') yield new TextEncoder().encode(content);
  else if (content instanceof Uint8Array) yield content;
  else yield* content;
}
