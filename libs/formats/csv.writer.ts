import { type Batch, type Cell, type CellType, checkBatch, type FileColumn, type TableWriter } from './file.column.ts';

/** What spreadsheets take for a formula, behind apostrophes that are part of the text. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const QUOTED = /[",\r\n]|^\s|\s$/;
/** What holds none of these needs neither. */
const SPECIAL = /[",\s=+\-@＝＋－＠]/;

/**
 * CSV by RFC 4180: UTF-8, commas, CRLF, a header. A missing value is an empty cell, an empty text is `""`. Text that a
 * spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV Injection), one more where it has some: take
 * one apostrophe away from what matches `^'+[=+\-@…]` and the text is as it was. Numbers are never touched.
 */
export function csvWriter(columns: readonly FileColumn[]): TableWriter {
  const encoder = new TextEncoder();
  const line = (cells: readonly string[]) => `${cells.join(',')}\r\n`;
  return {
    begin: () => encoder.encode(line(columns.map(({ name }) => quote(neutral(name))))),
    write(batch) {
      checkBatch(columns, batch);
      return encoder.encode(rowsOf(columns, batch));
    },
    end: () => new Uint8Array(0),
  };
}

function rowsOf(columns: readonly FileColumn[], batch: Batch): string {
  const texts = columns.map(({ type }, index) => textsOf(batch.columns[index] ?? [], type));
  const last = texts.length - 1;
  let text = '';
  for (let row = 0; row < batch.rows; row += 1) {
    for (let index = 0; index < last; index += 1) text += `${texts[index]?.[row] ?? ''},`;
    text += `${texts[last]?.[row] ?? ''}\r\n`;
  }
  return text;
}

function textsOf(cells: readonly Cell[], type: CellType): string[] {
  if (type !== 'text') return cells.map((cell) => (cell === null ? '' : String(cell)));
  // Values of a category repeat: what was worked out once is looked up.
  const known = new Map<string, string>();
  return cells.map((cell) => {
    if (typeof cell !== 'string') return '';
    if (cell === '') return '""';
    if (!SPECIAL.test(cell)) return cell;
    const before = known.get(cell);
    if (before !== undefined) return before;
    const text = quote(neutral(cell));
    if (known.size < 1_000) known.set(cell, text);
    return text;
  });
}

const neutral = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
const quote = (text: string): string => (QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
