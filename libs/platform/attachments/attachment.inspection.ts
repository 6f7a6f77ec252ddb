import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { fileTypeFromBuffer } from 'file-type';

/** What a file is, by its content: its name and what the sender calls it count for nothing. */
export interface FileKind {
  readonly kind: 'photo' | 'audio' | 'video';
  readonly mediaType: string;
  readonly extension: string;
}

/** What may be attached. SVG is no photo: it can hold script. */
const ALLOWED: Readonly<Record<string, FileKind['kind']>> = {
  'image/jpeg': 'photo',
  'image/png': 'photo',
  'image/webp': 'photo',
  'image/gif': 'photo',
  'image/heic': 'photo',
  'image/avif': 'photo',
  'audio/mpeg': 'audio',
  'audio/wav': 'audio',
  'audio/ogg': 'audio',
  'audio/opus': 'audio',
  'audio/aac': 'audio',
  'audio/flac': 'audio',
  'audio/x-flac': 'audio',
  'audio/mp4': 'audio',
  'audio/x-m4a': 'audio',
  'video/mp4': 'video',
  'video/webm': 'video',
  'video/quicktime': 'video',
};

/** Why a file is not taken. */
export type FileProblem = 'empty' | 'too-large' | 'not-allowed' | 'more-than-one-kind';

const HEAD_BYTES = 8_192;
/** A ZIP archive, and with it a JAR, is found from its end, which may stand this far from it. */
const TAIL_BYTES = 65_557;
/** Anywhere: what makes a browser or a reader take the file for something that runs. */
const MARKS = ['<script', '<html', '<!doctype', '<?php', '<iframe', '<object', '%pdf-'];
const LONGEST_MARK = Math.max(...MARKS.map((mark) => mark.length));
const ZIP_END = Buffer.from([0x50, 0x4b, 0x05, 0x06]);

/** Looks at a file as it flows through: how long it is, its SHA-256, and what could make two kinds of one file. */
export class Inspection extends Transform {
  readonly #hash = createHash('sha256');
  readonly #head: Buffer[] = [];
  #headBytes = 0;
  #tail: Buffer = Buffer.alloc(0);
  #carried = '';
  #marked = false;
  #bytes = 0;
  #sha256 = '';

  /** @param mostBytes beyond which it fails with a TooLarge */
  constructor(private readonly mostBytes: number) {
    super();
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** In hexadecimal; only once everything flowed through. */
  get sha256(): string {
    return this.#sha256;
  }

  override _transform(data: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#bytes += data.length;
    if (this.#bytes > this.mostBytes) return done(new TooLarge(this.mostBytes));
    this.#hash.update(data);
    if (this.#headBytes < HEAD_BYTES) {
      this.#head.push(data.subarray(0, HEAD_BYTES - this.#headBytes));
      this.#headBytes += data.length;
    }
    const text = this.#carried + data.toString('latin1').toLowerCase();
    this.#marked ||= MARKS.some((mark) => text.includes(mark));
    this.#carried = text.slice(-LONGEST_MARK);
    this.#tail = Buffer.concat([this.#tail, data]).subarray(-TAIL_BYTES);
    done(null, data);
  }

  override _flush(done: TransformCallback): void {
    this.#sha256 = this.#hash.digest('hex');
    done();
  }

  /** What the file is, once everything flowed through. */
  async kind(): Promise<FileKind | FileProblem> {
    if (this.#bytes === 0) return 'empty';
    const head = Buffer.concat(this.#head);
    const found = await fileTypeFromBuffer(head).catch(() => undefined);
    const kind = found === undefined ? undefined : ALLOWED[mediaTypeOf(found.mime)];
    if (found === undefined || kind === undefined) return 'not-allowed';
    const drawn = head.toString('latin1').toLowerCase().includes('<svg');
    if (this.#marked || drawn || this.#tail.includes(ZIP_END)) return 'more-than-one-kind';
    return { kind, mediaType: mediaTypeOf(found.mime), extension: found.ext };
  }
}

/** `audio/ogg; codecs=opus` → `audio/ogg`. */
const mediaTypeOf = (mime: string): string => mime.split(';')[0]?.trim() ?? mime;

/** The file is larger than this server takes. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
  constructor(readonly mostBytes: number) {
    super(`A file may have at most ${mostBytes} bytes.`);
  }
}
