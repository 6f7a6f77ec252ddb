/**
 * De-identification: risk by published measures, generalisation, suppression, pseudonyms, coarser time. Pure and columnar;
 * one row is one protected unit, usually a person.
 */
export {
  generalise,
  type Hierarchy,
  HierarchyError,
  hierarchyFromCsv,
  hierarchyOf,
  valueTree,
} from './hierarchy/hierarchy.ts';
export { ANY, dateHierarchy, type NumberBands, numberHierarchy } from './hierarchy/interval.hierarchies.ts';
export { LossMeasure } from './lattice/information-loss.ts';
export type { LatticeColumn } from './lattice/lattice.evaluation.ts';
export {
  type LatticeAim,
  type LatticeChoice,
  type LatticeUnreachable,
  searchLattice,
} from './lattice/lattice.search.ts';
export { type Hmac, type ProtectedUnit, personShift, pseudonyms } from './people/pseudonyms.ts';
export { type PersonCourse, type TrajectoryFeature, trajectoryTable, uniqueShare } from './people/trajectories.ts';
export { assess, type Assessment, type SensitiveAssessment } from './release/assessment.ts';
export { classificationErrors, columnsOfRole } from './release/classification.ts';
export { ColumnRule, type LDiversityRule, type RuleFor, type RulesFor } from './release/column.rules.ts';
export { deidentify, type DeidentifiedTable, type ReleaseRefused } from './release/de-identification.ts';
export { type ParsedRelease, parseRelease, type ReleaseError } from './release/release.parser.ts';
export {
  DEFAULT_K,
  kOf,
  RELEASE_FORMAT,
  releaseJsonSchema,
  ReleaseSpecification,
  type ReleaseSpecificationInput,
} from './release/release.schema.ts';
export { type AttackerRisk, type AttackerRisks, attackerRisks, populationFrequencies } from './risk/attacker-risk.ts';
export { anonymity, type Anonymity, type SizeCount } from './risk/k-anonymity.ts';
export {
  diversity,
  type Diversity,
  hasEntropyDiversity,
  hasRecursiveDiversity,
  recursiveDiversityBound,
} from './risk/l-diversity.ts';
export { equivalenceClasses, frequencies, MissingReading } from './risk/missing-values.ts';
export { sensitiveClasses, type SensitiveClasses, type SensitiveMissing } from './risk/sensitive-classes.ts';
export { intrusionRisk, type MinimalSampleUnique, specialUniques, type SpecialUniques } from './risk/suda.ts';
export { type GroundDistance, tCloseness, type ValueTree } from './risk/t-closeness.ts';
export {
  type LocallySuppressed,
  type LocalSuppressionAim,
  suppressLocally,
  type SuppressionUnreachable,
} from './suppression/local.suppression.ts';
export {
  type CellState,
  type FeasibleRange,
  feasibleRanges,
  type ProtectedCell,
  type ProtectedTable,
  protectTable,
  type SmallCellRule,
} from './suppression/small-cells.ts';
export { SUPPRESSED, suppressCells, suppressedCells } from './suppression/suppressed.value.ts';
export {
  type Column,
  ColumnError,
  columnsOf,
  decode,
  encode,
  encodeNumbers,
  MISSING,
  ordered,
  type Table,
  tableOf,
} from './table/column.ts';
export { CsvError } from './table/csv.cells.ts';
export { CsvColumns, type CsvTableOptions } from './table/csv.columns.ts';
export { firstRows, type Grouping, groupSizes } from './table/grouping.ts';
export {
  bandLength,
  coarsenDates,
  dayNumber,
  INTERVAL_BANDS,
  type PersonCalendar,
  type StudyPeriod,
  TimeRule,
} from './time/time.coarsening.ts';
