import { generalise, type Hierarchy, HierarchyError } from '../hierarchy/hierarchy.ts';
import { suppressLocally } from '../suppression/local.suppression.ts';
import { type Column, columnsOf, type Table, tableOf } from '../table/column.ts';
import { assess, type Assessment, hierarchyNamed } from './assessment.ts';
import { classificationErrors, columnsOfRole } from './classification.ts';
import { kOf, type ReleaseSpecification } from './release.schema.ts';

export interface DeidentifiedTable {
  readonly outcome: 'released';
  /** The columns that leave, quasi-identifiers generalised and suppressed. Every record is there. */
  readonly table: Table;
  readonly before: Assessment;
  readonly after: Assessment;
  /** Cells suppressed, by quasi-identifier. */
  readonly suppressed: Readonly<Record<string, number>>;
  readonly dropped: readonly string[];
}

/** Nothing leaves. */
export interface ReleaseRefused {
  readonly outcome: 'refused';
  readonly reason: 'unclassified' | 'hierarchy' | 'k-unreachable' | 'too-much-suppressed' | 'risk' | 'sensitive';
  /** Each names its column where it has one. */
  readonly problems: readonly string[];
  /** As far as it came. */
  readonly before?: Assessment;
  readonly after?: Assessment;
}

/**
 * Classifies, drops, generalises, assesses, suppresses cells and assesses again a table of one row a person. Fails closed
 * at each step, and never leaves a person out: where k cannot be had, the answer is fewer columns, less detail, or
 * controlled access with a signed risk assessment. Pseudonyms and coarser time are put in before, by `pseudonyms`,
 * `coarsenDates` and `bandLength`: this step takes columns of those roles as they are.
 * @param hierarchies By name; those of the protocol version.
 */
export function deidentify(
  table: Table,
  release: ReleaseSpecification,
  hierarchies: ReadonlyMap<string, Hierarchy>,
): DeidentifiedTable | ReleaseRefused {
  const errors = classificationErrors(
    table.columns.map(({ name }) => name),
    release,
  );
  if (errors.length > 0)
    return refused(
      'unclassified',
      errors.map(({ path, message }) => `${path} ${message}`),
    );
  try {
    return suppressAndAssess(table, release, generalised(table, release, hierarchies), hierarchies);
  } catch (error) {
    if (error instanceof HierarchyError) return refused('hierarchy', [error.message]);
    throw error;
  }
}

function refused(
  reason: ReleaseRefused['reason'],
  problems: readonly string[],
  assessed: Pick<ReleaseRefused, 'before' | 'after'> = {},
): ReleaseRefused {
  return { outcome: 'refused', reason, problems, ...assessed };
}

interface Prepared {
  readonly raw: readonly Column[];
  readonly quasi: readonly Column[];
}

function generalised(
  table: Table,
  release: ReleaseSpecification,
  hierarchies: ReadonlyMap<string, Hierarchy>,
): Prepared {
  const rules = columnsOfRole(release, 'quasi');
  const moments = columnsOfRole(release, 'time').filter(({ rule }) => rule.quasi);
  const raw = columnsOf(
    table,
    [...rules, ...moments].map(({ column }) => column),
  );
  const quasi = raw.map((column, index) => {
    const rule = rules[index]?.rule;
    if (rule?.hierarchy === undefined) return column;
    return generalise(column, hierarchyNamed(hierarchies, rule.hierarchy), rule.level);
  });
  return { raw, quasi };
}

function suppressAndAssess(
  table: Table,
  release: ReleaseSpecification,
  { raw, quasi }: Prepared,
  hierarchies: ReadonlyMap<string, Hierarchy>,
): DeidentifiedTable | ReleaseRefused {
  const k = kOf(release);
  const costs = Object.fromEntries(columnsOfRole(release, 'quasi').map(({ column, rule }) => [column, rule.cost]));
  const before = assess(raw, table, release, hierarchies);
  const found = suppressLocally(quasi, { k, missing: release.missing, costs });
  if (found.outcome === 'unreachable' || (quasi.length === 0 && table.rows < k))
    return refused('k-unreachable', [`${table.rows} records cannot be ${k}-anonymous`], { before });
  const share = quasi.length === 0 || table.rows === 0 ? 0 : found.cells / (quasi.length * table.rows);
  if (share > release.model.maxSuppressed) {
    const problem = `k = ${k} takes ${percent(share)} of the quasi-identifying cells, ${percent(release.model.maxSuppressed)} are allowed`;
    return refused('too-much-suppressed', [problem, ...byCells(found.byColumn)], { before });
  }
  const after = assess(found.columns, table, release, hierarchies);
  const refusal = failures(after, release);
  if (refusal !== undefined) return refused(refusal.reason, refusal.problems, { before, after });
  const leaving = leavingColumns(table, release, found.columns);
  const dropped = table.columns
    .map(({ name }) => name)
    .filter((name) => !leaving.some((column) => column.name === name));
  return { outcome: 'released', table: tableOf(leaving), before, after, suppressed: found.byColumn, dropped };
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** Where detail would have to go, the most costly column first. */
function byCells(cells: Readonly<Record<string, number>>): string[] {
  const given = Object.entries(cells).filter(([, count]) => count > 0);
  given.sort(([, one], [, other]) => other - one);
  return given.map(([column, count]) => `columns.${column} gives ${count} cells: use a higher level, or drop it`);
}

function failures(
  { anonymity: found, attackers, sensitive }: Assessment,
  release: ReleaseSpecification,
): Pick<ReleaseRefused, 'reason' | 'problems'> | undefined {
  const k = kOf(release);
  if (found.rows > 0 && found.k < k) return { reason: 'k-unreachable', problems: [`k is ${found.k}, not ${k}`] };
  const most = release.model.maxRisk ?? 1 / k;
  if (attackers.prosecutor.highest > most + 1e-12)
    return { reason: 'risk', problems: [`prosecutor risk is ${attackers.prosecutor.highest}, above ${most}`] };
  const problems = Object.entries(sensitive).flatMap(([column, { unmet }]) =>
    unmet.map((text) => `columns.${column} ${text}`),
  );
  return problems.length > 0 ? { reason: 'sensitive', problems } : undefined;
}

function leavingColumns(table: Table, { columns: rules }: ReleaseSpecification, quasi: readonly Column[]): Column[] {
  return table.columns.flatMap((column) => {
    const rule = rules[column.name];
    switch (rule?.role) {
      case undefined:
      case 'identifier':
      case 'drop':
        return [];
      case 'quasi':
      case 'time':
        return [quasi.find(({ name }) => name === column.name) ?? column];
      case 'pseudonym':
      case 'sensitive':
      case 'interval':
      case 'freetext':
      case 'open':
        return [column];
    }
  });
}
