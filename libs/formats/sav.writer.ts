import {
  type Cell,
  checkBatch,
  dateMilliseconds,
  type FileColumn,
  FormatError,
  type TableWriter,
} from './file.column.ts';
import { GrowingBytes } from './growing.bytes.ts';
import { savDictionary, type SavHeader } from './sav.dictionary.ts';
import { SEGMENT_BYTES, type SavVariable, savVariables } from './sav.variables.ts';

/** Bytecodes of the compression: −99 to 151 take a byte, the rest stands behind it. */
const [PADDING, LITERAL, BLANK, MISSING] = [0, 253, 254, 255];
const BIAS = 100;
/** Seconds from 14 October 1582, SPSS's first day, to 1970. */
const EPOCH = 12_219_379_200;

/**
 * An SPSS system file (.sav), compressed, UTF-8, with variable and value labels and missing codes. Text keeps its bytes up
 * to 32,767 and loses trailing spaces, as SPSS does; a missing text is blank; `long` is text, since a double would round it;
 * labels are cut at 255 and value labels at 120 bytes.
 * @param columns Texts with `bytes`, from `measure`.
 * @throws FormatError as `savVariables`.
 */
export function savWriter(columns: readonly FileColumn[], header: SavHeader): TableWriter {
  const variables = savVariables(columns);
  const cases = new CaseBytes();
  return {
    begin: () => savDictionary(variables, header),
    write(batch) {
      checkBatch(columns, batch);
      for (let row = 0; row < batch.rows; row += 1) {
        let index = 0;
        for (const variable of variables) {
          const cell = batch.columns[index]?.[row] ?? null;
          if (variable.width === 0) cases.number(numberOf(cell, variable));
          else cases.text(cell === null ? '' : String(cell), variable);
          index += 1;
        }
      }
      return cases.take();
    },
    end: () => cases.finish(),
  };
}

function numberOf(cell: Cell, { column }: SavVariable): number | null {
  if (typeof cell === 'number') return cell;
  if (cell === null) return null;
  return column.type === 'date' ? (dateMilliseconds(String(cell)) ?? 0) / 1_000 + EPOCH : Number(cell);
}

/** Compressed elements: eight bytecodes, then what they point to. */
class CaseBytes {
  private readonly bytes = new GrowingBytes();
  private readonly encoder = new TextEncoder();
  private field = new Uint8Array(256);
  /** Where the bytecodes being filled begin, and how many there are. */
  private block = 0;
  private codes = 8;

  number(value: number | null): void {
    if (value === null) this.code(MISSING);
    else if (Number.isInteger(value) && value >= 1 - BIAS && value <= 251 - BIAS) this.code(value + BIAS);
    else {
      this.code(LITERAL);
      this.bytes.float64(value);
    }
  }

  text(value: string, { column, width, elements, segments }: SavVariable): void {
    const size = elements * 8;
    if (this.field.length < size + 8) this.field = new Uint8Array(size * 2);
    const length = this.encode(value, width);
    if (length < 0) throw new FormatError(column.name, `a text of more than the ${width} bytes that were measured`);
    if (segments.length > 1) this.spread(length, size);
    else this.field.fill(0x20, length, size);
    for (let at = 0; at < size; at += 8) this.element(at);
  }

  /** @returns Bytes of the text in `field`; −1 when it is wider. */
  private encode(value: string, width: number): number {
    const { field } = this;
    const { length } = value;
    if (length > width) return -1;
    for (let at = 0; at < length; at += 1) {
      const unit = value.charCodeAt(at);
      if (unit > 0x7f) {
        const { read, written } = this.encoder.encodeInto(value, field.subarray(0, width));
        return read < length ? -1 : written;
      }
      field[at] = unit;
    }
    return length;
  }

  /** Segments hold 255 bytes of 256. */
  private spread(length: number, size: number): void {
    const whole = this.field.slice(0, length);
    this.field.fill(0x20, 0, size);
    for (let from = 0, to = 0; from < length; from += SEGMENT_BYTES, to += SEGMENT_BYTES + 1)
      this.field.set(whole.subarray(from, from + SEGMENT_BYTES), to);
  }

  private element(at: number): void {
    const { field } = this;
    let blank = true;
    for (let index = at; blank && index < at + 8; index += 1) blank = field[index] === 0x20;
    if (blank) {
      this.code(BLANK);
      return;
    }
    this.code(LITERAL);
    const start = this.bytes.reserve(8);
    for (let index = 0; index < 8; index += 1) this.bytes.set(start + index, field[at + index] ?? 0);
  }

  private code(value: number): void {
    if (this.codes === 8) {
      this.block = this.bytes.reserve(8);
      this.codes = 0;
    }
    this.bytes.set(this.block + this.codes, value);
    this.codes += 1;
  }

  /** Whole blocks: the one being filled waits. */
  take(): Uint8Array {
    if (this.codes === 8) return this.bytes.take();
    const taken = this.bytes.take(this.block);
    this.block = 0;
    return taken;
  }

  finish(): Uint8Array {
    while (this.codes < 8) this.code(PADDING);
    return this.bytes.take();
  }
}
