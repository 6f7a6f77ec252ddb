import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import type { CsvDialect } from '../mapping/table.schema.ts';
import { UnusableFile } from './unusable-file.error.ts';

type Encoding = NonNullable<CsvDialect['encoding']>;

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Any supported encoding in, UTF-8 without a byte order mark out.
 * @throws UnusableFile with the line and byte of what is not text in that encoding, or when the mark contradicts the mapping
 */
export async function* decodeText(
  chunks: AsyncIterable<Buffer>,
  file: string,
  stated: Encoding | undefined,
): AsyncGenerator<Buffer> {
  let decoder: Decoder | undefined;
  for await (const chunk of chunks) {
    if (decoder === undefined) {
      const mark = MARKS.find(([, bytes]) => bytes.every((byte, index) => chunk[index] === byte));
      if (mark !== undefined && stated !== undefined && stated !== mark[0]) {
        throw new UnusableFile(file, `begins with the byte order mark of ${mark[0]}, and csv.encoding says ${stated}`);
      }
      const skipped = mark?.[1].length ?? 0;
      decoder = decoderOf(stated ?? mark?.[0] ?? 'utf-8', file, skipped);
      yield decoder.decode(chunk.subarray(skipped));
    } else {
      yield decoder.decode(chunk);
    }
  }
  if (decoder !== undefined) yield decoder.end();
}

interface Decoder {
  decode(chunk: Buffer): Buffer;
  end(): Buffer;
}

function decoderOf(encoding: Encoding, file: string, position: number): Decoder {
  return encoding === 'utf-8' ? new Utf8Check(file, position) : new Transcoder(encoding, file);
}

/** Lets UTF-8 through in whole characters and finds the first byte that is not. */
class Utf8Check implements Decoder {
  private carried: Buffer = Buffer.alloc(0);
  private line = 1;

  constructor(
    private readonly file: string,
    private position: number,
  ) {}

  decode(chunk: Buffer): Buffer {
    const bytes = this.carried.length === 0 ? chunk : Buffer.concat([this.carried, chunk]);
    const whole = bytes.subarray(0, bytes.length - unfinished(bytes));
    if (!isUtf8(whole)) this.fail(whole);
    this.position += whole.length;
    this.line += lineEndings(whole);
    this.carried = bytes.subarray(whole.length);
    return whole;
  }

  end(): Buffer {
    if (this.carried.length > 0) this.fail(this.carried);
    return this.carried;
  }

  /** The shortest beginning that is not UTF-8 ends at the offending byte. */
  private fail(bytes: Buffer): never {
    let [good, bad] = [0, bytes.length];
    while (bad - good > 1) {
      const middle = (good + bad) >> 1;
      const start = bytes.subarray(0, middle);
      if (isUtf8(start.subarray(0, middle - unfinished(start)))) good = middle;
      else bad = middle;
    }
    const line = this.line + lineEndings(bytes.subarray(0, good));
    const place = this.position + good - unfinished(bytes.subarray(0, good));
    throw new UnusableFile(
      this.file,
      `byte ${place + 1} of the file is not UTF-8; if the file is in another encoding, say so in csv.encoding (such as "windows-1252")`,
      line,
    );
  }
}

function lineEndings(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}

/** Bytes at the end that begin a character and do not finish it. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
  }
  return 0;
}

class Transcoder implements Decoder {
  private readonly decoder: TextDecoder;
  private line = 1;

  constructor(
    private readonly encoding: Encoding,
    private readonly file: string,
  ) {
    this.decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  }

  decode(chunk: Buffer): Buffer {
    return this.attempt(() => this.decoder.decode(chunk, { stream: true }));
  }

  end(): Buffer {
    return this.attempt(() => this.decoder.decode());
  }

  private attempt(decode: () => string): Buffer {
    try {
      const bytes = Buffer.from(decode());
      this.line += lineEndings(bytes);
      return bytes;
    } catch {
      throw new UnusableFile(this.file, `there are bytes from here on that are not ${this.encoding}`, this.line);
    }
  }
}
