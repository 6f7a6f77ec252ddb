import { type ColumnRule, DEFAULT_K, HierarchyError, hierarchyOf } from '#deidentification';
import type { DatasetSpecification, Feature } from '../contract/dataset.format.ts';
import { columnsOfTable, PEOPLE_TABLES, ROLES_OF } from '../tables/table.catalogue.ts';
import type { Kind } from '../tables/table.source.ts';
import type { DatasetFault } from './dataset.fault.ts';

/** The k of a data set: its own, or that of its tier. */
export function kOfDataset({ model, tier }: DatasetSpecification): number {
  return model.k ?? DEFAULT_K[tier];
}

/** The rule of a column; undefined for one that was not classified. */
export function ruleOf({ tables }: DatasetSpecification, table: string, column: string): ColumnRule | undefined {
  const columns = tables[table]?.columns;
  return columns !== undefined && Object.hasOwn(columns, column) ? columns[column] : undefined;
}

/** Whether a column leaves in any form. */
export function leaves(rule: ColumnRule | undefined): boolean {
  return rule !== undefined && rule.role !== 'drop' && rule.role !== 'identifier';
}

/** What the tables that leave show of a person's course. */
export function shownFeatures(specification: DatasetSpecification): readonly Feature[] {
  const rule = (table: string, column: string) => ruleOf(specification, table, column);
  const attendance = leaves(rule('sessions', 'attended')) || leaves(rule('sessions', 'state'));
  const therapist = leaves(rule('participants', 'therapist_pid')) || leaves(rule('sessions', 'therapist_pid'));
  return [
    ...(attendance ? (['sessions_attended'] as const) : []),
    ...(attendance && leaves(rule('sessions', 'day')) ? (['drop_out_week'] as const) : []),
    ...(therapist ? (['therapist'] as const) : []),
  ];
}

/** Counted in k beside the quasi-identifiers. */
export function featuresOf(specification: DatasetSpecification): readonly Feature[] {
  return specification.features ?? shownFeatures(specification);
}

/** Everything that no schema of one field can say. */
export function datasetFaults(specification: DatasetSpecification): DatasetFault[] {
  return [
    ...modelFaults(specification),
    ...Object.entries(specification.tables).flatMap(([table, { columns }]) =>
      tableFaults(specification, table, columns),
    ),
    ...tablesFaults(specification),
    ...featureFaults(specification),
    ...hierarchyFaults(specification),
  ];
}

function modelFaults(specification: DatasetSpecification): DatasetFault[] {
  const { tier, riskAssessment, formats, languages } = specification;
  const k = kOfDataset(specification);
  const faults: DatasetFault[] = [];
  if (k < DEFAULT_K[tier] && tier === 'public')
    faults.push({
      path: 'model.k',
      message: `is ${k}; a public release takes ${DEFAULT_K.public}. Where that cannot be reached, give controlled access`,
    });
  if (k < DEFAULT_K[tier] && tier === 'controlled' && riskAssessment === undefined)
    faults.push({
      path: 'model.k',
      message: `is ${k}; below ${DEFAULT_K.controlled} a signed riskAssessment is needed`,
    });
  if (specification.assessedWith !== undefined && riskAssessment === undefined)
    faults.push({ path: 'assessedWith', message: 'names releases, and there is no signed riskAssessment' });
  if (new Set(formats).size !== formats.length) faults.push({ path: 'formats', message: 'name one twice' });
  if (new Set(languages).size !== languages.length) faults.push({ path: 'languages', message: 'name one twice' });
  return faults;
}

function tablesFaults(specification: DatasetSpecification): DatasetFault[] {
  const names = Object.keys(specification.tables);
  if (names.length === 0) return [{ path: 'tables', message: 'are none' }];
  const course = PEOPLE_TABLES.filter(
    ({ course: isCourse, definition }) => isCourse && names.includes(definition.name),
  );
  if (course.length === 0 || names.includes('participants')) return [];
  const message = `is needed beside ${course.map(({ definition }) => definition.name).join(', ')}: it says whose rows are withheld`;
  return [{ path: 'tables.participants', message }];
}

function tableFaults(
  specification: DatasetSpecification,
  table: string,
  rules: Readonly<Record<string, ColumnRule>>,
): DatasetFault[] {
  const known = columnsOfTable(table);
  if (known === undefined) return [{ path: `tables.${table}`, message: 'is no table of this program' }];
  if (table === 'arms' && specification.blinded)
    return [{ path: 'tables.arms', message: 'is not for a blinded recipient' }];
  const path = (column: string) => `tables.${table}.columns.${column}`;
  const faults = [...known.keys()]
    .filter((column) => !Object.hasOwn(rules, column))
    .map((column) => ({ path: path(column), message: 'is in the table and has no rule' }));
  for (const [column, rule] of Object.entries(rules)) {
    const found = known.get(column);
    const message = found === undefined ? 'has a rule and is not in the table' : ruleFault(table, rule, found.kind);
    if (message !== undefined) faults.push({ path: path(column), message });
    if (found?.kind === 'arm' && specification.blinded && leaves(rule))
      faults.push({ path: path(column), message: 'is not for a blinded recipient' });
  }
  return faults;
}

function ruleFault(table: string, rule: ColumnRule, kind: Kind | 'count'): string | undefined {
  if (!ROLES_OF[kind].includes(rule.role))
    return `has the role ${rule.role}; ${ROLES_OF[kind].join(', ')} ${ROLES_OF[kind].length === 1 ? 'is' : 'are'} for it`;
  if (rule.role === 'pseudonym' && rule.unit !== (kind === 'therapist' ? 'therapist' : 'participant'))
    return `is not of a ${rule.unit}`;
  const source = PEOPLE_TABLES.find(({ definition }) => definition.name === table);
  if (rule.role === 'quasi' && source?.onePerPerson !== true)
    return 'is quasi in a table of many rows a person, where rows would be counted for people: drop it, or release it as sensitive';
  if (rule.role === 'quasi' && rule.level > 0 && rule.hierarchy === undefined)
    return 'has a level above 0 and no hierarchy';
  if (rule.role === 'sensitive' && rule.distance === 'hierarchical' && rule.hierarchy === undefined)
    return 'has no hierarchy for the hierarchical distance';
  return undefined;
}

function featureFaults(specification: DatasetSpecification): DatasetFault[] {
  const counted = featuresOf(specification);
  return shownFeatures(specification)
    .filter((feature) => !counted.includes(feature))
    .map((feature) => ({ path: 'features', message: `leave out ${feature}, which the tables show` }));
}

function hierarchyFaults({ hierarchies }: DatasetSpecification): DatasetFault[] {
  return Object.entries(hierarchies).flatMap(([name, lines]) => {
    try {
      hierarchyOf(name, lines);
      return [];
    } catch (error) {
      if (error instanceof HierarchyError) return [{ path: `hierarchies.${name}`, message: error.message }];
      throw error;
    }
  });
}
