export { UnusableFile, FileChanged } from './csv/unusable-file.error.ts';
export { definitionsOf } from './mapping/mapping.definitions.ts';
export { InvalidMapping, readMapping, readMappingFile } from './mapping/mapping.reader.ts';
export {
  type DefinitionReference,
  type ImportMapping,
  importMappingJsonSchema,
  MAPPING_FORMAT,
} from './mapping/mapping.schema.ts';
export { ReportUnwritable } from './rejects/report.file.ts';
export type { Execution, ImportContext, ImportPorts } from './run/import.ports.ts';
export type { ImportProgress, ImportRanges, ImportSummary, OfferedCorrection, Reject } from './run/import.summary.ts';
export { type ImportRequest, importTables } from './run/importer.ts';
export { type DefinitionToPublish, StudyUnsuitable } from './run/study.preparation.ts';
export { ImportStopped } from './run/table.survey.ts';
