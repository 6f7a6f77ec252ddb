import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { errorCode } from '../error-code.ts';
import { fileKey, OpeningStream, SealingStream } from './attachment.cipher.ts';
import { type FileKind, type FileProblem, Inspection } from './attachment.inspection.ts';

/** Which homework a file belongs to, and what it is called there. */
export interface AttachmentPlace {
  readonly assignmentId: string;
  readonly attachmentId: string;
}

/** A file that came in whole and is what it may be. It is not in its place yet. */
export interface ReceivedFile extends FileKind {
  readonly bytes: number;
  readonly sha256: string;
  /** Puts it in its place, also where an upload that never got on record left a file there. */
  keep(): Promise<void>;
  /** Leaves nothing of it behind. May be called again, and after `keep`. */
  discard(): Promise<void>;
}

const PART = '.part';
const SEALED = '.sealed';

/** Attachments as sealed files in one folder. What they are called tells nothing. */
export class AttachmentStore {
  constructor(
    private readonly folder: string,
    private readonly mostBytes: number,
  ) {}

  /**
   * Takes a file in, sealed as it comes. Whatever goes wrong, nothing of it is left.
   * @throws TooLarge; whatever the source fails with
   */
  async receive(place: AttachmentPlace, source: Readable, contentKey: Buffer): Promise<ReceivedFile | FileProblem> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const path = join(this.folder, `${randomUUID()}${PART}`);
    const discard = () => rm(path, { force: true });
    try {
      const inspection = new Inspection(this.mostBytes);
      const sealing = new SealingStream(fileKey(contentKey, nameOf(place)));
      await pipeline(source, inspection, sealing, createWriteStream(path, { mode: 0o600, flags: 'wx', flush: true }));
      const kind = await inspection.kind();
      if (typeof kind !== 'string') {
        const { bytes, sha256 } = inspection;
        return { ...kind, bytes, sha256, discard, keep: () => rename(path, this.#pathOf(place)) };
      }
      await discard();
      return kind;
    } catch (error) {
      await discard();
      throw error;
    }
  }

  /** The content of a kept file; nothing where there is none. The stream fails with BrokenSeal for a changed one. */
  async open(place: AttachmentPlace, contentKey: Buffer): Promise<Readable | undefined> {
    const path = this.#pathOf(place);
    try {
      await stat(path);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw error;
    }
    const opening = new OpeningStream(fileKey(contentKey, nameOf(place)));
    pipeline(createReadStream(path), opening).catch((error: unknown) => {
      opening.destroy(error instanceof Error ? error : undefined);
    });
    return opening;
  }

  /** Takes a kept file away. */
  async remove(place: AttachmentPlace): Promise<void> {
    await rm(this.#pathOf(place), { force: true });
  }

  /**
   * Takes away what belongs to nothing: parts of interrupted uploads, and kept files that no record names.
   * @param known every attachment on record
   * @param untouchedSince only what was written before this moment, in milliseconds: younger ones may be under way
   * @returns how many were taken away
   */
  async sweep(known: Iterable<AttachmentPlace>, untouchedSince: number): Promise<number> {
    const names = new Set([...known].map((place) => `${nameOf(place)}${SEALED}`));
    let removed = 0;
    for (const name of await this.#names()) {
      if (names.has(name) || !(name.endsWith(SEALED) || name.endsWith(PART))) continue;
      const path = join(this.folder, name);
      const { mtimeMs } = await stat(path);
      if (mtimeMs >= untouchedSince) continue;
      await rm(path, { force: true });
      removed += 1;
    }
    return removed;
  }

  async #names(): Promise<string[]> {
    try {
      return await readdir(this.folder);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  }

  #pathOf(place: AttachmentPlace): string {
    return join(this.folder, `${nameOf(place)}${SEALED}`);
  }
}

/** A name of fixed length for any ids, without a path in it. */
function nameOf({ assignmentId, attachmentId }: AttachmentPlace): string {
  return createHash('sha256').update(`${assignmentId}/${attachmentId}`).digest('hex');
}
