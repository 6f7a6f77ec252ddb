/** De-identified data sets: from rows of the read models at a log index to archives that can be made again. */
export * from './contract/archive.contract.ts';
export * from './contract/dataset.format.ts';
export * from './contract/risk.assessment.ts';
export * from './contract/table.definition.ts';
export { canonicalJson, sha256 } from './canonical.json.ts';
export {
  exportDataset,
  type ExportedArchive,
  type ExportProgress,
  type ExportRequest,
} from './pipeline/dataset.export.ts';
export {
  type DatasetPreview,
  previewDataset,
  type PreviewedColumn,
  type PreviewSources,
  type StandingOut,
} from './pipeline/dataset.preview.ts';
export type { DatasetSources, EarlierRelease, Erasures, LogPrefix, SealedArm } from './pipeline/dataset.sources.ts';
export {
  ErasedMeanwhile,
  EXPORT_STAGES,
  ExportCancelled,
  ExportRefused,
  type ExportStage,
} from './pipeline/export.refused.ts';
export { kOfDataset } from './specification/dataset.checks.ts';
export { draftDataset, proposedTables } from './specification/dataset.draft.ts';
export type { DatasetFault } from './specification/dataset.fault.ts';
export { parseDataset, type ParsedDataset } from './specification/dataset.parser.ts';
export { PEOPLE_TABLES, STUDY_TABLES } from './tables/table.catalogue.ts';
export { type ListedColumn, type ListedTable, listedTables } from './tables/table.listing.ts';
export { datasetMigrations } from './jobs/dataset-progress.migration.ts';
export { endProgress, progressOf, tellProgress, type ToldProgress } from './jobs/dataset.progress.ts';
export {
  type ArchiveDifference,
  type CellDifference,
  diffArchives,
  type ExplainingEvent,
} from './verification/archive.difference.ts';
export { archiveName, packArchive } from './verification/archive.packing.ts';
export { NoArchive, type ReadArchive, readArchive } from './verification/archive.reading.ts';
export {
  type Verification,
  type VerificationOutcome,
  type VerificationParts,
  verifyArchive,
} from './verification/archive.verification.ts';
export { documentWriters } from './documents/document.writers.ts';
export { type ReportedRelease, riskReportPage } from './documents/risk-report/risk-report.page.ts';
