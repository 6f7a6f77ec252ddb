/**
 * Tables as files: CSV, Parquet, SPSS and ODM, and the documents that explain them, all from one description of columns.
 * Pure: bytes out, no files.
 */
export { codebookPage } from './codebook/codebook.page.ts';
export { CODEBOOK_FORMAT, codebookCsv, codebookJson, jsonText } from './codebook/codebook.table.ts';
export { csvWriter } from './csv.writer.ts';
export {
  columnsIn,
  csvPath,
  type DatasetDescription,
  type DescribedCode,
  type DescribedTable,
  mainLanguage,
  type TableReference,
  type Variable,
  type Words,
  wordsIn,
} from './description/dataset.description.ts';
export { checkDescription } from './description/description.check.ts';
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
export { attributes, Markup, markup, type MarkupPiece } from './markup/markup.ts';
export { type OdmAuditEntry, type OdmClock, odmMoment } from './odm/odm.audit.ts';
export { odmDocument, type OdmOptions, type OdmTableRows } from './odm/odm.document.ts';
export { dataPackage } from './packages/data-package.ts';
export { PSYCH_DS, psychDsDescription } from './packages/psych-ds.ts';
export { PARQUET_COLUMNS, parquetWriter } from './parquet.writer.ts';
export type { SavHeader } from './sav.dictionary.ts';
export { savWriter } from './sav.writer.ts';
export { rScript } from './scripts/r.script.ts';
export { sasScript } from './scripts/sas.script.ts';
export type { MeasuredSource, ScriptSource } from './scripts/script.text.ts';
export { spssScript } from './scripts/spss.script.ts';
export { stataScript } from './scripts/stata.script.ts';
