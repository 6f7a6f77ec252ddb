import { readCsv } from '../csv/csv.reader.ts';
import type { SourceFile } from '../csv/source-file.ts';
import { resolveHeader } from '../csv/table.header.ts';
import { UnusableFile } from '../csv/unusable-file.error.ts';
import type { ImportTable } from '../mapping/mapping.schema.ts';
import type { JoinedFile } from '../records/joined.file.ts';
import type { RepeatedRows } from '../records/repeated.rows.ts';
import type { ReadRow, TableReader } from '../rows/import.row.ts';
import { tableReader } from '../rows/table.reader.ts';
import type { ImportIds } from './import.ids.ts';

/** Everything that stays the same while one table is imported. */
export interface TableSource {
  readonly source: SourceFile;
  readonly table: ImportTable;
  readonly joined: readonly JoinedFile[];
  readonly studyId: string;
  readonly ids: ImportIds;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}

const NONE_REPEATED: RepeatedRows = new Map();

/**
 * The rows of a table, read with its mapping, and what follows from the table as a whole.
 * @param repeated rows whose key is there more than once, where they are known already
 * @param onBytes bytes of the file read so far
 * @throws UnusableFile, FileChanged
 */
export async function* rowsOf(
  at: TableSource,
  repeated: RepeatedRows = NONE_REPEATED,
  onBytes: (bytes: number) => void = () => undefined,
): AsyncGenerator<ReadRow> {
  const { source, table } = at;
  const { header } = table.csv;
  let reader = header.kind === 'none' ? readerOf(at, repeated, header.columns) : undefined;
  for await (const record of readCsv(counted(source, onBytes), source.path, table.csv)) {
    if (reader === undefined) reader = readerOf(at, repeated, record.fields, record.line);
    else yield reader.read(record);
  }
  if (reader === undefined) throw new UnusableFile(source.path, 'holds nothing but empty lines');
  yield* reader.finish();
}

function readerOf(at: TableSource, repeated: RepeatedRows, names: readonly string[], line?: number): TableReader {
  const { source, ...settings } = at;
  return tableReader({ ...settings, repeated, header: resolveHeader(names, at.table, source.path, line) });
}

async function* counted(source: SourceFile, onBytes: (bytes: number) => void): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of source.chunks()) {
    yield chunk;
    bytes += chunk.length;
    onBytes(bytes);
  }
}
