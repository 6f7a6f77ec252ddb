import { Readable, pipeline } from 'node:stream';
import { CsvError, type Info, parse } from 'csv-parse';
import type { CsvDialect } from '../mapping/attempts-table.schema.ts';
import { RECORD_LIMIT } from '../mapping/limits.ts';
import { decodeText } from './text.decoder.ts';
import { UnusableFile } from './unusable-file.error.ts';

/** One record of a table and the line of the file on which it begins, from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: Info;
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
  const parser = parse({
    delimiter: dialect.delimiter,
    quote: dialect.quote,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: RECORD_LIMIT,
    info: true,
  });
  const text = Readable.from(decodeText(chunks, file, dialect.encoding), { objectMode: false });
  // The error reaches the loop below, because a pipeline destroys its last stream with it.
  pipeline(text, parser, () => undefined);
  let overcounted = 0;
  try {
    for await (const parsed of parser) {
      const { record: fields, info } = parsed as Parsed;
      const [pairs, endings] = lineEndingsWithin(fields);
      // csv-parse counts a CRLF inside quotes as two lines.
      overcounted += pairs;
      yield { line: info.lines - overcounted - endings, fields };
    }
  } catch (error) {
    throw error instanceof CsvError ? explained(error, file, overcounted) : error;
  } finally {
    text.destroy();
    parser.destroy();
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
  ['CSV_QUOTE_NOT_CLOSED', 'a quote is opened and never closed; this is where the file ends'],
  ['CSV_MAX_RECORD_SIZE', `a record is larger than ${RECORD_LIMIT} bytes; is a quote not closed?`],
  ['INVALID_OPENING_QUOTE', 'a quote stands inside a field that does not begin with one'],
  ['CSV_INVALID_CLOSING_QUOTE', 'a closing quote is followed by more text; inside quotes a quote is doubled'],
]);

/** In our words: the parser's own quote the cell, which may be private. */
function explained(error: CsvError, file: string, overcounted: number): UnusableFile {
  const lines: unknown = error['lines'];
  const line = typeof lines === 'number' ? lines - overcounted : undefined;
  return new UnusableFile(file, FAULTS.get(error.code) ?? `is not a table that can be read (${error.code})`, line);
}
