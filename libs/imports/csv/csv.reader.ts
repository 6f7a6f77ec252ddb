import { Readable, pipeline } from 'node:stream';
import { CsvError, type Info, parse } from 'csv-parse';
import type { CsvDialect } from '../mapping/table.schema.ts';
import { RECORD_LIMIT } from '../mapping/limits.ts';
import { decodeText } from './text.decoder.ts';
import { UnusableFile } from './unusable-file.error.ts';

/** One record of a table and the line of the file on which it begins, from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * The records of a text table, RFC 4180 with any line ending, in constant memory. Empty lines do not count; records may
 * have any number of fields.
 * @throws UnusableFile naming the line of a quote that is out of place or never closed, or of a record that is too large
 */
export async function* readCsv(
  chunks: AsyncIterable<Buffer>,
  file: string,
  dialect: CsvDialect,
): AsyncGenerator<CsvRecord> {
  const lines = new LineCount();
  const parser = parse({
    delimiter: dialect.delimiter,
    quote: dialect.quote,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: RECORD_LIMIT,
    on_record: (fields: string[], info) => located(fields, lines.lineOf(fields, info)),
  });
  const text = Readable.from(decodeText(chunks, file, dialect.encoding), { objectMode: false });
  // The error reaches the loop below, because a pipeline destroys its last stream with it.
  pipeline(text, parser, () => undefined);
  try {
    for await (const record of parser) yield record;
  } catch (error) {
    throw error instanceof CsvError ? explained(error, file, lines.next(error)) : error;
  } finally {
    text.destroy();
    parser.destroy();
  }
}

/** The parser hands on whatever this gives it, and its types know only fields. */
function located(fields: string[], line: number): string[] {
  return { line, fields } as unknown as string[];
}

/** What csv-parse counts while it reads. */
type Counted = Pick<Info, 'lines' | 'empty_lines'>;

/** Lines of the file by what csv-parse counts, which takes a CRLF inside quotes for two. */
class LineCount {
  private overcounted = 0;
  private end = 0;
  private empty = 0;

  /** The line on which a record begins that has just been read to its end. */
  lineOf(fields: readonly string[], counted: Counted): number {
    const [pairs, endings] = lineEndingsWithin(fields);
    this.overcounted += pairs;
    this.end = counted.lines - this.overcounted;
    this.empty = counted.empty_lines;
    return this.end - endings;
  }

  /** The line on which the record begins that could not be read. */
  next(error: CsvError): number {
    const empty: unknown = error['empty_lines'];
    return this.end + 1 + (typeof empty === 'number' ? empty - this.empty : 0);
  }
}

/** CRLF pairs, and line endings of any kind, inside the fields of one record. */
function lineEndingsWithin(fields: readonly string[]): readonly [pairs: number, endings: number] {
  let [pairs, endings] = [0, 0];
  for (const field of fields) {
    if (!field.includes('\n') && !field.includes('\r')) continue;
    for (const ending of field.match(/\r\n|\n|\r/g) ?? []) {
      endings += 1;
      if (ending === '\r\n') pairs += 1;
    }
  }
  return [pairs, endings];
}

const FAULTS: ReadonlyMap<string, string> = new Map([
  ['CSV_QUOTE_NOT_CLOSED', 'a quote is opened in this record and never closed'],
  ['CSV_MAX_RECORD_SIZE', `this record is larger than ${RECORD_LIMIT} bytes; is a quote not closed?`],
  ['INVALID_OPENING_QUOTE', 'a quote stands inside a field that does not begin with one'],
  ['CSV_INVALID_CLOSING_QUOTE', 'a closing quote is followed by more text; inside quotes a quote is doubled'],
]);

/** In our words: the parser's own quote the cell, which may be private. */
function explained(error: CsvError, file: string, line: number): UnusableFile {
  return new UnusableFile(file, FAULTS.get(error.code) ?? `is not a table that can be read (${error.code})`, line);
}
