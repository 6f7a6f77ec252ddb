/**
 * COPY … TO STDOUT (FORMAT binary), tuple by tuple: the server formats nothing and the client makes strings only of what is
 * text, so pages arrive at about the rate of COPY itself. Format: "Binary Format" under COPY in the PostgreSQL manual.
 */
import type pg from 'pg';

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
/** Signature, flags, and the length of a header extension, which PostgreSQL has never sent. */
const HEADER_BYTES = SIGNATURE.length + 8;
const TRAILER = -1;

/** Reads the fields of one tuple in their order. The bytes are only lent: pg uses its buffer again. */
export class TupleReader {
  #bytes: Buffer = SIGNATURE;
  #at = 0;

  begin(bytes: Buffer, at: number): void {
    this.#bytes = bytes;
    this.#at = at;
  }

  int4(): number {
    this.#at += 8;
    return this.#bytes.readInt32BE(this.#at - 4);
  }

  int8(): bigint {
    this.#at += 12;
    return this.#bytes.readBigInt64BE(this.#at - 8);
  }

  /** ms since 1970, of a timestamptz: µs since 2000. */
  time(): number {
    this.#at += 12;
    const micros = this.#bytes.readInt32BE(this.#at - 8) * 2 ** 32 + this.#bytes.readUInt32BE(this.#at - 4);
    return micros / 1_000 + MS_TO_2000;
  }

  ascii(): string {
    const start = this.#at + 4;
    this.#at = start + this.#bytes.readInt32BE(this.#at);
    return this.#bytes.toString('latin1', start, this.#at);
  }

  text(): string | undefined {
    const length = this.#bytes.readInt32BE(this.#at);
    const start = this.#at + 4;
    this.#at = start + Math.max(length, 0);
    return length < 0 ? undefined : this.#bytes.toString('utf8', start, this.#at);
  }
}

const MS_TO_2000 = Date.UTC(2000, 0, 1);

/** Runs one COPY; hands each tuple to `onTuple` while it arrives. A query class of the kind that pg-cursor is. */
class BinaryCopy implements pg.Submittable {
  #headerSeen = false;
  #failure: Error | undefined;
  readonly #tuple = new TupleReader();

  constructor(
    private readonly sql: string,
    private readonly onTuple: (tuple: TupleReader) => void,
    private readonly onEnd: (error?: Error) => void,
  ) {}

  submit(connection: pg.Connection): void {
    connection.query(this.sql);
  }

  /** One message is one tuple, the first with the header before it. */
  handleCopyData({ chunk }: { chunk: Buffer }): void {
    if (this.#failure) return;
    try {
      const start = this.#headerSeen ? 0 : this.#skipHeader(chunk);
      if (start >= chunk.length || chunk.readInt16BE(start) === TRAILER) return;
      this.#tuple.begin(chunk, start + 2);
      this.onTuple(this.#tuple);
    } catch (error) {
      // Thrown here it would end the process: it is kept for the end.
      this.#failure = error instanceof Error ? error : new Error(String(error));
    }
  }

  #skipHeader(chunk: Buffer): number {
    if (!chunk.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error('not a binary COPY');
    this.#headerSeen = true;
    return HEADER_BYTES;
  }

  handleError(error: Error): void {
    this.onEnd(error);
  }

  handleReadyForQuery(): void {
    this.onEnd(this.#failure);
  }

  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleCommandComplete(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
  handleCopyInResponse(): void {}
}

/** @param select A SELECT without parameters. */
export function copyTuples(
  client: pg.ClientBase,
  select: string,
  onTuple: (tuple: TupleReader) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (error?: Error) => (error ? reject(error) : resolve());
    client.query(new BinaryCopy(`COPY (${select}) TO STDOUT (FORMAT binary)`, onTuple, end));
  });
}
