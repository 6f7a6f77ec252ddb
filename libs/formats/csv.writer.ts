import { type Batch, type Cell, checkBatch, type FileColumn, type TableWriter } from './file.column.ts';

/** What spreadsheets take for a formula, behind apostrophes that are part of the text. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const QUOTED = /[",\r\n]|^\s|\s$/;

/**
 * CSV by RFC 4180: UTF-8, commas, CRLF, a header. A missing value is an empty cell, an empty text is `""`. Text that a
 * spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV Injection), one more where it has some: take
 * one apostrophe away from what matches `^'+[=+\-@…]` and the text is as it was. Numbers are never touched.
 */
export function csvWriter(columns: readonly FileColumn[]): TableWriter {
  const encoder = new TextEncoder();
  const bytes = new CsvBytes();
  return {
    begin: () => encoder.encode(`${columns.map(({ name }) => quote(neutral(name))).join(',')}\r\n`),
    write(batch) {
      checkBatch(columns, batch);
      writeRows(bytes, columns, batch);
      return bytes.take();
    },
    end: () => new Uint8Array(0),
  };
}

function writeRows(bytes: CsvBytes, columns: readonly FileColumn[], batch: Batch): void {
  const last = columns.length - 1;
  const cells = columns.map((_, index) => batch.columns[index] ?? []);
  for (let row = 0; row < batch.rows; row += 1) {
    for (let index = 0; index <= last; index += 1) {
      bytes.cell(cells[index]?.[row] ?? null);
      if (index < last) bytes.comma();
    }
    bytes.lineEnd();
  }
}

const neutral = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
const quote = (text: string): string => (QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const [COMMA, RETURN, LINE_FEED, MINUS, ZERO] = [0x2c, 0x0d, 0x0a, 0x2d, 0x30];
/** ASCII that stands for itself inside a text: 1; also at its beginning and end: 2. */
const PLAIN = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (QUOTED.test(`a${character}a`)) return 0;
  return QUOTED.test(character) || FORMULA.test(character) || character === "'" ? 1 : 2;
});
/** Values of a category repeat: what was worked out once is looked up. */
const MOST_KNOWN = 1_000;

/** Lines as bytes. Most texts are plain ASCII, and are copied unit by unit while they are looked at. */
class CsvBytes {
  private bytes = new Uint8Array(1 << 16);
  private length = 0;
  private readonly encoder = new TextEncoder();
  private readonly known = new Map<string, Uint8Array>();

  comma(): void {
    this.room(1);
    this.bytes[this.length++] = COMMA;
  }

  lineEnd(): void {
    this.room(2);
    this.bytes[this.length++] = RETURN;
    this.bytes[this.length++] = LINE_FEED;
  }

  cell(cell: Cell): void {
    if (cell === null) return;
    if (typeof cell === 'string') this.text(cell);
    else if (typeof cell === 'number' && (cell | 0) === cell) this.integer(cell);
    else this.ascii(String(cell));
  }

  /** What was written since it was last taken. */
  take(): Uint8Array {
    const taken = this.bytes.slice(0, this.length);
    this.length = 0;
    return taken;
  }

  private integer(value: number): void {
    this.room(11);
    const { bytes } = this;
    let [left, place] = [value, this.length];
    if (value < 0) {
      bytes[place++] = MINUS;
      left = -value;
    }
    let digits = 1;
    for (let most = 10; most <= left; most *= 10) digits += 1;
    const end = place + digits;
    for (let digit = end - 1; digit >= place; digit -= 1) {
      bytes[digit] = ZERO + (left % 10);
      left = Math.floor(left / 10);
    }
    this.length = end;
  }

  private text(text: string): void {
    const { length } = text;
    this.room(length);
    const { bytes, length: start } = this;
    if (PLAIN[text.charCodeAt(0)] !== 2 || PLAIN[text.charCodeAt(length - 1)] !== 2) return this.special(text);
    for (let index = 0; index < length; index += 1) {
      const code = text.charCodeAt(index);
      if (code > 127 || PLAIN[code] === 0) return this.special(text);
      bytes[start + index] = code;
    }
    this.length = start + length;
  }

  private special(text: string): void {
    let written = this.known.get(text);
    if (written === undefined) {
      written = this.encoder.encode(text === '' ? '""' : quote(neutral(text)));
      if (this.known.size < MOST_KNOWN) this.known.set(text, written);
    }
    this.room(written.length);
    this.bytes.set(written, this.length);
    this.length += written.length;
  }

  /** Numbers and booleans, which nothing has to be done to. */
  private ascii(text: string): void {
    const { length } = text;
    this.room(length);
    const { bytes, length: start } = this;
    for (let index = 0; index < length; index += 1) bytes[start + index] = text.charCodeAt(index);
    this.length = start + length;
  }

  private room(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}
