/** The bytes of a CSV file (RFC 4180) cut into cells, chunk by chunk, without making a string of any. */

/** Hears of each cell as bytes `from` up to `to`, unescaped; `column` counts from 0, `row` from 0 at the first line. */
export type CellListener = (bytes: Uint8Array, from: number, to: number, column: number, row: number) => void;

/** Bytes of a cell; what is longer is a quote that was never closed. */
const LONGEST_CELL = 1 << 20;

const [QUOTE, COMMA, RETURN, NEWLINE] = [0x22, 0x2c, 0x0d, 0x0a];

/** What cannot be read, with the line of the file it is on (from 1). */
export class CsvError extends Error {
  override readonly name = 'CsvError';

  constructor(
    readonly line: number,
    problem: string,
  ) {
    super(`line ${line}: ${problem}`);
  }
}

/** Reads UTF-8 CSV with commas; lines end in LF or CRLF; a byte order mark is passed over; empty lines are too. */
export class CsvCells {
  /** Bytes of a cell that is not complete yet. */
  private rest: Uint8Array = new Uint8Array(0);
  private column = 0;
  private row = 0;
  private line = 1;
  private started = false;

  constructor(
    private readonly cell: CellListener,
    private readonly delimiter = COMMA,
  ) {}

  /** @throws CsvError naming the line of a cell that is too long, or of something behind a closing quote. */
  push(chunk: Uint8Array): void {
    this.read(this.joined(chunk), false);
    if (this.rest.length > LONGEST_CELL) throw new CsvError(this.line, 'a cell is longer than a mebibyte');
  }

  /** @throws CsvError for a quote that is never closed. */
  end(): void {
    this.read(this.rest, true);
    this.rest = new Uint8Array(0);
  }

  private joined(chunk: Uint8Array): Uint8Array {
    if (this.rest.length === 0) return chunk;
    const joined = new Uint8Array(this.rest.length + chunk.length);
    joined.set(this.rest);
    joined.set(chunk, this.rest.length);
    return joined;
  }

  private read(bytes: Uint8Array, last: boolean): void {
    let at = 0;
    if (!this.started && (bytes.length >= 3 || last)) {
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) at = 3;
      this.started = true;
    }
    if (this.started) at = this.readCells(bytes, at, last);
    this.rest = bytes.slice(at);
  }

  /** @returns Where the first cell that is not complete begins. */
  private readCells(bytes: Uint8Array, from: number, last: boolean): number {
    const { delimiter } = this;
    let [start, at] = [from, from];
    while (at < bytes.length) {
      if (bytes[at] === QUOTE && at === start) {
        const end = this.quoted(bytes, start, last);
        if (end < 0) return start;
        start = end;
        at = end;
        continue;
      }
      const byte = bytes[at] ?? 0;
      if (byte === delimiter) {
        this.cell(bytes, start, at, this.column, this.row);
        this.column += 1;
        start = at + 1;
      } else if (byte === NEWLINE) {
        this.close(bytes, start, at > start && bytes[at - 1] === RETURN ? at - 1 : at);
        start = at + 1;
      }
      at += 1;
    }
    if (last && (start < bytes.length || this.column > 0)) {
      this.close(bytes, start, bytes.length);
      return bytes.length;
    }
    return start;
  }

  /** The last cell of a line; a line of nothing is no row. */
  private close(bytes: Uint8Array, from: number, to: number): void {
    this.line += 1;
    if (this.column === 0 && from === to) return;
    this.cell(bytes, from, to, this.column, this.row);
    this.column = 0;
    this.row += 1;
  }

  /** @returns The byte after the cell and its separator; −1 when the chunk ends before that is known. */
  private quoted(bytes: Uint8Array, start: number, last: boolean): number {
    let [at, escaped, lines] = [start + 1, false, 0];
    for (; ; at += 1) {
      if (at >= bytes.length) {
        if (last) throw new CsvError(this.line, 'a quote is never closed');
        return -1;
      }
      if (bytes[at] === NEWLINE) lines += 1;
      if (bytes[at] !== QUOTE) continue;
      if (at + 1 >= bytes.length && !last) return -1;
      if (bytes[at + 1] !== QUOTE) break;
      escaped = true;
      at += 1;
    }
    const after = this.separatorAfter(bytes, at + 1, last);
    if (after < 0) return -1;
    this.line += lines;
    const content = escaped ? unescaped(bytes.subarray(start + 1, at)) : bytes.subarray(start + 1, at);
    this.cell(content, 0, content.length, this.column, this.row);
    if (bytes[after - 1] === this.delimiter && after > at + 1) this.column += 1;
    else {
      this.line += 1;
      this.column = 0;
      this.row += 1;
    }
    return after;
  }

  private separatorAfter(bytes: Uint8Array, at: number, last: boolean): number {
    if (at >= bytes.length) return last ? at : -1;
    if (bytes[at] === this.delimiter || bytes[at] === NEWLINE) return at + 1;
    if (bytes[at] === RETURN && at + 1 >= bytes.length && !last) return -1;
    if (bytes[at] === RETURN && bytes[at + 1] === NEWLINE) return at + 2;
    throw new CsvError(this.line, 'something follows a closing quote');
  }
}

function unescaped(bytes: Uint8Array): Uint8Array {
  const kept = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    kept[length] = bytes[at] ?? 0;
    length += 1;
    if (bytes[at] === QUOTE) at += 1;
  }
  return kept.subarray(0, length);
}
