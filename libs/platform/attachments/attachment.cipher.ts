import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { BrokenSeal, deriveKey } from '../sealing/envelope.cipher.ts';

/**
 * Files sealed in chunks (the STREAM construction of Hoang, Reyhanitabar, Rogaway & Vizár 2015 over AES-256-GCM): each chunk
 * is authenticated with its number and with whether it is the last, so that none can be cut off, moved or repeated.
 */

const MAGIC = Buffer.from('ISA1');
const PREFIX_BYTES = 7;
const TAG_BYTES = 16;
const HEAD_BYTES = MAGIC.length + PREFIX_BYTES;
/** Bytes of content in a chunk. */
export const CHUNK_BYTES = 65_536;

/** The key of one file: another than that of every other file of the participant. 32 bytes. */
export function fileKey(contentKey: Buffer, place: string): Buffer {
  return deriveKey(contentKey, `attachment/${place}`);
}

/** 12 bytes: random prefix, number of the chunk, 1 for the last. */
function nonceOf(prefix: Buffer, chunk: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  prefix.copy(nonce);
  nonce.writeUInt32BE(chunk, PREFIX_BYTES);
  nonce.writeUInt8(last ? 1 : 0, 11);
  return nonce;
}

/** Cuts what flows through into pieces of one size; the last may be shorter, and is told to be the last. */
abstract class Chunks extends Transform {
  #held: Buffer = Buffer.alloc(0);

  constructor(private readonly size: number) {
    super();
  }

  abstract whole(chunk: Buffer, last: boolean): Buffer;

  override _transform(data: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#held = this.#held.length === 0 ? data : Buffer.concat([this.#held, data]);
    try {
      // One is kept back: only at the end is it known to be the last.
      while (this.#held.length > this.size) {
        this.push(this.whole(this.#held.subarray(0, this.size), false));
        this.#held = this.#held.subarray(this.size);
      }
      done();
    } catch (error) {
      done(error instanceof Error ? error : new Error('a chunk failed'));
    }
  }

  override _flush(done: TransformCallback): void {
    try {
      this.push(this.whole(this.#held, true));
      done();
    } catch (error) {
      done(error instanceof Error ? error : new Error('a chunk failed'));
    }
  }
}

/** Seals a file as it flows through. */
export class SealingStream extends Chunks {
  readonly #key: Buffer;
  readonly #prefix = randomBytes(PREFIX_BYTES);
  #chunk = 0;

  constructor(key: Buffer) {
    super(CHUNK_BYTES);
    this.#key = key;
    this.push(Buffer.concat([MAGIC, this.#prefix]));
  }

  override whole(plain: Buffer, last: boolean): Buffer {
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonceOf(this.#prefix, this.#chunk, last));
    this.#chunk += 1;
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  }
}

/** Opens a sealed file as it flows through; fails with BrokenSeal before it hands out a byte that was changed. */
export class OpeningStream extends Chunks {
  readonly #key: Buffer;
  #prefix: Buffer | undefined;
  #head: Buffer = Buffer.alloc(0);
  #chunk = 0;

  constructor(key: Buffer) {
    super(CHUNK_BYTES + TAG_BYTES);
    this.#key = key;
  }

  override _transform(data: Buffer, encoding: BufferEncoding, done: TransformCallback): void {
    if (this.#prefix !== undefined) return super._transform(data, encoding, done);
    this.#head = Buffer.concat([this.#head, data]);
    if (this.#head.length < HEAD_BYTES) return done();
    if (!this.#head.subarray(0, MAGIC.length).equals(MAGIC)) return done(new BrokenSeal('this is no sealed file'));
    this.#prefix = this.#head.subarray(MAGIC.length, HEAD_BYTES);
    super._transform(this.#head.subarray(HEAD_BYTES), encoding, done);
  }

  override whole(packed: Buffer, last: boolean): Buffer {
    if (this.#prefix === undefined || packed.length < TAG_BYTES) throw new BrokenSeal('a sealed file is cut short');
    const decipher = createDecipheriv('aes-256-gcm', this.#key, nonceOf(this.#prefix, this.#chunk, last));
    this.#chunk += 1;
    decipher.setAuthTag(packed.subarray(-TAG_BYTES));
    try {
      return Buffer.concat([decipher.update(packed.subarray(0, -TAG_BYTES)), decipher.final()]);
    } catch {
      throw new BrokenSeal('a sealed file does not fit its key and place');
    }
  }
}
