import { ByteWriter, type ColumnSource, ParquetWriter } from 'hyparquet-writer';
import {
  type Batch,
  type Cell,
  type CellType,
  checkBatch,
  dateMilliseconds,
  type FileColumn,
  type TableWriter,
} from './file.column.ts';

type Schema = ConstructorParameters<typeof ParquetWriter>[0]['schema'];

/** Under this key of the file's metadata are the columns, with labels, units, codes and missing codes, as JSON. */
export const PARQUET_COLUMNS = 'intersession.columns';

/**
 * Parquet by hyparquet-writer, compressed by its own Snappy: one row group a batch, of 10,000 rows or so. Every column may
 * be null; `long` is INT64, `date` DATE.
 */
export function parquetWriter(columns: readonly FileColumn[]): TableWriter {
  const bytes = new ByteWriter(1 << 16);
  // Offsets in the file go on while the buffer begins again.
  const taken = (): Uint8Array => {
    const chunk = bytes.getBytes().slice();
    bytes.index = 0;
    return chunk;
  };
  const kvMetadata = [{ key: PARQUET_COLUMNS, value: JSON.stringify(columns) }];
  const schema = schemaOf(columns);
  // Least and most of each column cost a quarter of the time, and help only files too large to be read.
  const writer = new ParquetWriter({ writer: bytes, schema, kvMetadata, createdBy: 'intersession', statistics: false });
  return {
    begin: taken,
    write(batch) {
      checkBatch(columns, batch);
      if (batch.rows > 0) void writer.write({ columnData: dataOf(columns, batch), rowGroupSize: batch.rows });
      return taken();
    },
    end() {
      void writer.finish();
      return taken();
    },
  };
}

const ELEMENTS = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
  long: { type: 'INT64' },
} as const satisfies Record<CellType, object>;

function schemaOf(columns: readonly FileColumn[]): Schema {
  return [
    { name: 'root', num_children: columns.length },
    ...columns.map(({ name, type }) => ({ name, repetition_type: 'OPTIONAL' as const, ...ELEMENTS[type] })),
  ];
}

function dataOf(columns: readonly FileColumn[], batch: Batch): ColumnSource[] {
  return columns.map(({ name, type }, index) => {
    const cells = batch.columns[index] ?? [];
    const data = type === 'long' || type === 'date' ? cells.map((cell) => converted(cell, type)) : [...cells];
    return { name, data };
  });
}

const DAY = 86_400_000;

/** Days since 1970, or an integer of 64 bits. */
function converted(cell: Cell, type: 'long' | 'date'): bigint | number | null {
  if (cell === null || typeof cell === 'boolean') return null;
  return type === 'long' ? BigInt(cell) : (dateMilliseconds(String(cell)) ?? 0) / DAY;
}
