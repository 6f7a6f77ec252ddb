import { type Column, type Table, MISSING, tableOf } from './column.ts';
import { CsvCells, CsvError } from './csv.cells.ts';

export interface CsvTableOptions {
  /** Columns to keep, by header; all of them when left out. */
  readonly columns?: readonly string[];
  /** Cells that stand for a missing value. The empty cell does unless said otherwise. */
  readonly missing?: readonly string[];
}

/**
 * Encodes a CSV file column by column while it is read: the file is never held, and a value becomes a string once.
 * Feed it chunks with `push`, then take the table with `end`.
 */
export class CsvColumns {
  private readonly cells = new CsvCells((bytes, from, to, column, row) => this.take(bytes, from, to, column, row));
  private readonly header: string[] = [];
  private encoders: (CellEncoder | undefined)[] = [];
  private width = 0;
  private current = 0;

  constructor(private readonly options: CsvTableOptions = {}) {}

  /** @throws CsvError naming the line of a row of another width, a repeated header or a misplaced quote. */
  push(chunk: Uint8Array): void {
    this.cells.push(chunk);
  }

  /** @throws CsvError as `push`, and for a column that was asked for and is not in the header. */
  end(): Table {
    this.cells.end();
    this.closeRow();
    if (this.encoders.length === 0) this.begin();
    return tableOf(this.encoders.flatMap((encoder) => encoder?.column() ?? []));
  }

  private take(bytes: Uint8Array, from: number, to: number, column: number, row: number): void {
    if (row === 0) {
      this.header.push(new TextDecoder().decode(bytes.subarray(from, to)));
      return;
    }
    if (row !== this.current) {
      if (this.current === 0) this.begin();
      else this.closeRow();
      this.current = row;
    }
    this.width = column + 1;
    this.encoders[column]?.take(bytes, from, to);
  }

  private begin(): void {
    const repeated = this.header.find((name, index) => this.header.indexOf(name) !== index);
    if (repeated !== undefined) throw new CsvError(1, `column ${repeated} comes twice`);
    const { columns = this.header, missing = [''] } = this.options;
    const absent = columns.find((name) => !this.header.includes(name));
    if (absent !== undefined) throw new CsvError(1, `column ${absent} is not in the header`);
    const codes = missing.map((text) => new TextEncoder().encode(text));
    this.encoders = this.header.map((name) => (columns.includes(name) ? new CellEncoder(name, codes) : undefined));
  }

  private closeRow(): void {
    if (this.current > 0 && this.width !== this.header.length)
      throw new CsvError(this.current + 1, `has ${this.width} cells, the header ${this.header.length}`);
  }
}

/** A dictionary keyed by bytes. */
class CellEncoder {
  private codes = new Int32Array(1024);
  private rows = 0;
  private slots = new Int32Array(256);
  private hashes = new Int32Array(128);
  private readonly entries: Uint8Array[] = [];

  constructor(
    private readonly name: string,
    private readonly missing: readonly Uint8Array[],
  ) {}

  take(bytes: Uint8Array, from: number, to: number): void {
    if (this.rows === this.codes.length) this.codes = grown(this.codes);
    this.codes[this.rows] = this.codeOf(bytes, from, to);
    this.rows += 1;
  }

  column(): Column {
    const decoder = new TextDecoder();
    // Missing cells hold entries of their own until here, so that the hot path has one look-up.
    const map = new Int32Array(this.entries.length);
    const values: string[] = [];
    this.entries.forEach((entry, code) => {
      const absent = this.missing.some((other) => other.length === entry.length && equal(other, entry, 0));
      map[code] = absent ? MISSING : values.push(decoder.decode(entry)) - 1;
    });
    const codes = new Int32Array(this.rows);
    for (let row = 0; row < this.rows; row += 1) codes[row] = map[this.codes[row] ?? 0] ?? MISSING;
    return { name: this.name, codes, values };
  }

  private codeOf(bytes: Uint8Array, from: number, to: number): number {
    let hash = 0x811c_9dc5;
    for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x0100_0193);
    hash ^= hash >>> 15;
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (let code = (this.slots[slot] ?? 0) - 1; code >= 0; code = (this.slots[slot] ?? 0) - 1) {
      const entry = this.entries[code];
      if (this.hashes[code] === hash && entry?.length === to - from && equal(entry, bytes, from)) return code;
      slot = (slot + 1) & mask;
    }
    return this.add(hash, slot, bytes.slice(from, to));
  }

  private add(hash: number, slot: number, entry: Uint8Array): number {
    const code = this.entries.push(entry) - 1;
    if (code === this.hashes.length) this.hashes = grown(this.hashes);
    this.hashes[code] = hash;
    this.slots[slot] = code + 1;
    if (this.entries.length * 2 > this.slots.length) this.rehash();
    return code;
  }

  private rehash(): void {
    const slots = new Int32Array(this.slots.length * 4);
    const mask = slots.length - 1;
    this.entries.forEach((_, code) => {
      let slot = (this.hashes[code] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code + 1;
    });
    this.slots = slots;
  }
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

function equal(entry: Uint8Array, bytes: Uint8Array, from: number): boolean {
  for (let index = 0; index < entry.length; index += 1) if (entry[index] !== bytes[from + index]) return false;
  return true;
}
