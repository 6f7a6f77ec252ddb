/** Tables as files: CSV, Parquet and SPSS from one description of columns, batch by batch. Pure: bytes out, no files. */
export { csvWriter } from './csv.writer.ts';
export {
  type Batch,
  type Cell,
  type CellType,
  type CodeLabel,
  type FileColumn,
  FormatError,
  measure,
  type TableWriter,
} from './file.column.ts';
export { PARQUET_COLUMNS, parquetWriter } from './parquet.writer.ts';
export type { SavHeader } from './sav.dictionary.ts';
export { savWriter } from './sav.writer.ts';
