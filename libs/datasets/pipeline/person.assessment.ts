import {
  assess,
  type Assessment,
  type Column,
  ColumnError,
  type ColumnRule,
  columnsOf,
  columnsOfRole,
  decode,
  type DeidentifiedTable,
  deidentify,
  encode,
  generalise,
  type Hierarchy,
  HierarchyError,
  hierarchyOf,
  kOf,
  RELEASE_FORMAT,
  type ReleaseRefused,
  type ReleaseSpecification,
  SUPPRESSED,
  type Table,
  tableOf,
} from '#deidentification';
import type { DatasetSpecification, Feature } from '../contract/dataset.format.ts';
import { featuresOf } from '../specification/dataset.checks.ts';
import { PEOPLE_TABLES } from '../tables/table.catalogue.ts';
import { type ExportStage, ExportRefused } from './export.refused.ts';
import { flatName } from './person.flattening.ts';

/** A withheld course takes every row of a person’s sessions and homework: the dearest thing to suppress. */
const FEATURE_COST = 20;

/** The rules of the table of people: quasi-identifiers, sensitive columns, and features of the course. */
export function personRelease(specification: DatasetSpecification): ReleaseSpecification {
  const { protocol, index, tier, recipient, purpose, releaseKeyId, randomised, riskAssessment } = specification;
  const counted = Object.entries(specification.tables).flatMap(([table, { columns }]) =>
    Object.entries(columns)
      .filter(([, { role }]) => role === 'quasi' || role === 'sensitive')
      .map(([column, rule]) => [flatName(table, column), rule] as const),
  );
  const features = featuresOf(specification).map(
    (feature) => [feature, { role: 'quasi', level: 0, cost: FEATURE_COST } as const] as const,
  );
  return {
    format: RELEASE_FORMAT,
    ...{ protocol, index, tier, recipient, purpose, releaseKeyId, randomised },
    unit: 'participant',
    columns: Object.fromEntries<ColumnRule>([...counted, ...features]),
    time: specification.time,
    missing: specification.missing,
    model: specification.model,
    smallCell: specification.smallCell,
    ...(riskAssessment === undefined ? {} : { riskAssessment }),
    formats: ['csv'],
  };
}

export function hierarchiesOf({ hierarchies }: DatasetSpecification): ReadonlyMap<string, Hierarchy> {
  return new Map(Object.entries(hierarchies).map(([name, lines]) => [name, hierarchyOf(name, lines)]));
}

/** Quasi-identifiers and features, before and after they are generalised; nothing is suppressed. @throws HierarchyError */
export function generalisedQuasi(
  table: Table,
  specification: DatasetSpecification,
): { readonly raw: readonly Column[]; readonly quasi: readonly Column[] } {
  const rules = columnsOfRole(personRelease(specification), 'quasi');
  const hierarchies = hierarchiesOf(specification);
  const raw = columnsOf(
    table,
    rules.map(({ column }) => column),
  );
  const quasi = raw.map((column, index) => {
    const { hierarchy: name, level = 0 } = rules[index]?.rule ?? {};
    if (name === undefined) return column;
    const hierarchy = hierarchies.get(name);
    if (hierarchy === undefined) throw new HierarchyError(name, 'is not among those of the specification');
    return generalise(column, hierarchy, level);
  });
  return { raw, quasi };
}

/** What suppression decided about each person, and what is known about all of them before and after. */
export interface PersonDecision {
  readonly release: ReleaseSpecification;
  /** Quasi-identifiers and features as they leave, by name. */
  readonly quasi: readonly Column[];
  /** Values that leave instead, by flat name and place. */
  readonly valueOf: (flat: string, place: number) => string | null;
  readonly withheld: readonly boolean[];
  readonly hideTherapist: readonly boolean[];
  readonly before: Assessment;
  readonly after: Assessment;
  readonly suppressed: Readonly<Record<string, number>>;
}

const isCourse = (flat: string): boolean =>
  PEOPLE_TABLES.some(({ course, definition }) => course && flat.startsWith(`${definition.name}.`));

const ADVICE =
  'use coarser levels, drop columns or tables, or give controlled access with a signed riskAssessment; people are never left out';
const STAGE_OF: Readonly<Record<ReleaseRefused['reason'], ExportStage>> = {
  unclassified: 'classify',
  hierarchy: 'generalise',
  'k-unreachable': 'assess',
  'too-much-suppressed': 'assess',
  risk: 'assess',
  sensitive: 'assess',
};

/** @throws ExportRefused where people cannot be hidden as the specification asks */
export function decide(table: Table, specification: DatasetSpecification): PersonDecision {
  const release = personRelease(specification);
  const hierarchies = hierarchiesOf(specification);
  const found = deidentified(table, release, hierarchies);
  const names = columnsOfRole(release, 'quasi').map(({ column }) => column);
  const quasi = columnsOf(found.table, names);
  const values = new Map(quasi.map((column) => [column.name, decode(column)]));
  const isSuppressed = (feature: Feature, place: number): boolean => values.get(feature)?.[place] === SUPPRESSED;
  const places = Array.from({ length: table.rows }, (_, place) => place);
  const withheld = places.map((place) => COURSE_FEATURES.some((feature) => isSuppressed(feature, place)));
  // A course is withheld as a whole: its other features are not known either.
  const hidden = quasi.map((column) =>
    withholding(
      column,
      withheld,
      COURSE_FEATURES.some((feature) => feature === column.name),
    ),
  );
  const rest = columnsOfRole(release, 'sensitive').map(({ column }) => column);
  const sensitive = columnsOf(found.table, rest).map((column) =>
    isCourse(column.name) ? blanked(column, withheld) : column,
  );
  const after = assess(hidden, tableOf([...hidden, ...sensitive]), release, hierarchies);
  refuseFailing(after, release);
  return {
    ...{ release, quasi: hidden, withheld, before: found.before, after, suppressed: found.suppressed },
    valueOf: (flat, place) => values.get(flat)?.[place] ?? null,
    hideTherapist: places.map((place) => isSuppressed('therapist', place)),
  };
}

const COURSE_FEATURES: readonly Feature[] = ['sessions_attended', 'drop_out_week', 'attendance'];

function withholding(column: Column, withheld: readonly boolean[], isFeature: boolean): Column {
  if (!isFeature) return column;
  return encode(
    column.name,
    decode(column).map((value, place) => (withheld[place] === true ? SUPPRESSED : value)),
  );
}

const blanked = (column: Column, withheld: readonly boolean[]): Column =>
  encode(
    column.name,
    decode(column).map((value, place) => (withheld[place] === true ? null : value)),
  );

function deidentified(
  table: Table,
  release: ReleaseSpecification,
  hierarchies: ReadonlyMap<string, Hierarchy>,
): DeidentifiedTable {
  try {
    const found = deidentify(table, release, hierarchies);
    if (found.outcome === 'released') return found;
    const advice = found.reason === 'hierarchy' || found.reason === 'unclassified' ? [] : [ADVICE];
    throw new ExportRefused(STAGE_OF[found.reason], found.reason, [...found.problems, ...advice]);
  } catch (error) {
    if (error instanceof ColumnError) throw new ExportRefused('assess', 'columns', [error.message]);
    throw error;
  }
}

/** What withholding courses left of the promises. */
export function refuseFailing({ anonymity, attackers, sensitive }: Assessment, release: ReleaseSpecification): void {
  const k = kOf(release);
  const most = release.model.maxRisk ?? 1 / k;
  const problems = [
    ...(anonymity.rows > 0 && anonymity.k < k ? [`k is ${anonymity.k}, not ${k}`] : []),
    ...(attackers.prosecutor.highest > most + 1e-12
      ? [`prosecutor risk is ${attackers.prosecutor.highest}, above ${most}`]
      : []),
    ...Object.entries(sensitive).flatMap(([column, { unmet }]) => unmet.map((text) => `columns.${column} ${text}`)),
  ];
  if (problems.length > 0) throw new ExportRefused('assess', 'not-hidden', [...problems, ADVICE]);
}

/** Measures a table of people made from the bytes of the files: its values have been generalised. */
export function assessOutput(table: Table, specification: DatasetSpecification): Assessment {
  const release = personRelease(specification);
  const names = columnsOfRole(release, 'quasi').map(({ column }) => column);
  const order = [...names, ...columnsOfRole(release, 'sensitive').map(({ column }) => column)];
  return assess(columnsOf(table, names), tableOf(columnsOf(table, order)), release, hierarchiesOf(specification));
}
