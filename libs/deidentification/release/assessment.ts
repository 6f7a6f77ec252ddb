import type { z } from 'zod';
import { type Hierarchy, HierarchyError, valueTree } from '../hierarchy/hierarchy.ts';
import { attackerRisks, type AttackerRisks } from '../risk/attacker-risk.ts';
import { anonymity, type Anonymity } from '../risk/k-anonymity.ts';
import { diversity, type Diversity, hasEntropyDiversity, recursiveDiversityBound } from '../risk/l-diversity.ts';
import { equivalenceClasses, frequencies, wildcardClasses } from '../risk/missing-values.ts';
import { overlappingSensitiveClasses, sensitiveClasses, type SensitiveClasses } from '../risk/sensitive-classes.ts';
import { type GroundDistance, tCloseness } from '../risk/t-closeness.ts';
import { type Column, columnsOf, MISSING, ordered, type Table } from '../table/column.ts';
import { columnsOfRole } from './classification.ts';
import type { LDiversityRule, SensitiveRule } from './column.rules.ts';
import { kOf, type ReleaseSpecification } from './release.schema.ts';

/** What is known about people from the quasi-identifiers of a table, one row a person. */
export interface Assessment {
  readonly anonymity: Anonymity;
  readonly attackers: AttackerRisks;
  /** By sensitive column. */
  readonly sensitive: Readonly<Record<string, SensitiveAssessment>>;
}

export interface SensitiveAssessment extends Diversity {
  readonly t: number;
  readonly distance: GroundDistance['kind'];
  /** What the release asks for and does not get. */
  readonly unmet: readonly string[];
}

type Hierarchies = ReadonlyMap<string, Hierarchy>;
type Rule = z.infer<typeof SensitiveRule>;

/** @throws HierarchyError for a name that is not among them. */
export function hierarchyNamed(hierarchies: Hierarchies, name: string): Hierarchy {
  const hierarchy = hierarchies.get(name);
  if (hierarchy === undefined) throw new HierarchyError(name, 'is not among those of the protocol');
  return hierarchy;
}

/**
 * Measures a table as a release would have it. Under the wildcard reading a record's sensitive values hide among those of
 * every record that it agrees with.
 * @param quasi Its quasi-identifiers, generalised or not.
 * @throws HierarchyError for a hierarchy of sensitive values that is not there or does not cover one.
 */
export function assess(
  quasi: readonly Column[],
  table: Table,
  release: ReleaseSpecification,
  hierarchies: Hierarchies,
): Assessment {
  const { missing } = release;
  const whole = { of: new Int32Array(table.rows), count: Math.min(table.rows, 1) };
  const tally = (column: Column, { missing: left }: Rule): SensitiveClasses => {
    if (quasi.length === 0) return sensitiveClasses(whole, column, left);
    if (missing === 'own-value') return sensitiveClasses(equivalenceClasses(quasi), column, left);
    return overlappingSensitiveClasses(wildcardClasses(quasi), column, left);
  };
  const sensitive = columnsOfRole(release, 'sensitive').flatMap(({ column: name, rule }) =>
    columnsOf(table, [name]).map((column) => {
      const ranked = rule.distance === 'ordered' ? byNumber(column) : column;
      return [name, assessSensitive(tally(ranked, rule), rule, ranked, hierarchies)] as const;
    }),
  );
  const own = quasi.length === 0 ? whole.of.map(() => table.rows) : frequencies(quasi, missing);
  return {
    anonymity: anonymity(quasi, missing, table.rows),
    attackers: attackerRisks(own, release.model.maxRisk ?? 1 / kOf(release)),
    sensitive: Object.fromEntries(sensitive),
  };
}

/** Numbers in their order; values that are none in the order of the dictionary. */
function byNumber(column: Column): Column {
  const areNumbers = column.values.every((value) => value.trim() !== '' && Number.isFinite(Number(value)));
  return areNumbers ? ordered(column, (one, other) => Number(one) - Number(other)) : column;
}

function assessSensitive(
  classes: SensitiveClasses,
  rule: Rule,
  column: Column,
  hierarchies: Hierarchies,
): SensitiveAssessment {
  const values = diversity(classes);
  const t = tCloseness(classes, ground(column, rule, hierarchies));
  // Nobody has a value to learn.
  if (classes.rows === 0) return { ...values, t, distance: rule.distance, unmet: [] };
  const unmet = unmetDiversity(rule.l, values, (l) => recursiveDiversityBound(classes, l));
  if (rule.t !== undefined && t > rule.t + 1e-12)
    unmet.push(`is ${t.toFixed(3)}-close (${rule.distance}), not ${rule.t}`);
  return { ...values, t, distance: rule.distance, unmet };
}

function unmetDiversity(rule: LDiversityRule | undefined, values: Diversity, bound: (l: number) => number): string[] {
  if (rule === undefined) return [];
  switch (rule.kind) {
    case 'distinct':
      return values.distinct >= rule.min ? [] : [`is distinct ${values.distinct}-diverse, not ${rule.min}`];
    case 'entropy':
      return hasEntropyDiversity(values, rule.min)
        ? []
        : [`is entropy ${values.entropy.toFixed(3)}-diverse, not ${rule.min}`];
    case 'recursive':
      return bound(rule.l) < rule.c
        ? []
        : [`is not recursive (${rule.c}, ${rule.l})-diverse: c must exceed ${bound(rule.l)}`];
  }
}

function ground(column: Column, { distance, hierarchy, missing }: Rule, hierarchies: Hierarchies): GroundDistance {
  if (distance !== 'hierarchical') return { kind: distance };
  const tree = valueTree(column, hierarchyNamed(hierarchies, hierarchy ?? ''));
  if (missing === 'left-out' || !column.codes.includes(MISSING)) return { kind: 'hierarchical', tree };
  // A missing value is farthest from every other: a branch of its own below the root.
  return { kind: 'hierarchical', tree: tree.map((level, height) => withMissing(level, height === tree.length - 1)) };
}

function withMissing(level: Int32Array, isRoot: boolean): Int32Array {
  const highest = level.reduce((most, node) => Math.max(most, node), -1);
  const longer = new Int32Array(level.length + 1);
  longer.set(level);
  longer[level.length] = isRoot ? (level[0] ?? 0) : highest + 1;
  return longer;
}
