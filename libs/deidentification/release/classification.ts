import type { ColumnRule } from './column.rules.ts';
import type { ReleaseError } from './release.parser.ts';
import type { ReleaseSpecification } from './release.schema.ts';

/**
 * Compares the columns that a table has with the rules of a release. Fail closed: a column that nobody classified is an
 * error, and so is a rule for a column that is not there, which may be a slip of the pen for one that is.
 */
export function classificationErrors(
  columns: readonly string[],
  { columns: rules }: ReleaseSpecification,
): ReleaseError[] {
  const unclassified = columns.filter((column) => !Object.hasOwn(rules, column));
  const absent = Object.keys(rules).filter((column) => !columns.includes(column));
  return [
    ...unclassified.map((column) => ({ path: `columns.${column}`, message: 'is in the table and has no rule' })),
    ...absent.map((column) => ({ path: `columns.${column}`, message: 'has a rule and is not in the table' })),
  ];
}

/** Names of the columns whose rule is of one role. */
export function columnsOfRole<Role extends ColumnRule['role']>(
  { columns }: ReleaseSpecification,
  role: Role,
): { readonly column: string; readonly rule: Extract<ColumnRule, { role: Role }> }[] {
  const isOfRole = (rule: ColumnRule): rule is Extract<ColumnRule, { role: Role }> => rule.role === role;
  return Object.entries(columns).flatMap(([column, rule]) => (isOfRole(rule) ? [{ column, rule }] : []));
}
