import type { ColumnRule } from '#deidentification';
import type { ColumnDefinition, TableDefinition } from '../contract/table.definition.ts';
import { columnsOfTable, PEOPLE_TABLES, ROLES_OF, STUDY_TABLES } from './table.catalogue.ts';
import type { RuleInput } from './table.source.ts';

/** A column that a data set may have, and what may be done with it. */
export interface ListedColumn extends ColumnDefinition {
  /** Rules that fit what it is. */
  readonly roles: readonly ColumnRule['role'][];
  /** The rule that a draft begins with. */
  readonly proposed: RuleInput;
}

/** A table that a data set may have. */
export interface ListedTable extends Omit<TableDefinition, 'columns'> {
  readonly columns: readonly ListedColumn[];
  /** Whether its rows are of people, and at most one of each: only there a column can be a quasi-identifier. */
  readonly onePerPerson: boolean;
  /** Whether its rows are withheld where a course of treatment would give somebody away. */
  readonly course: boolean;
  /** Whether it tells arms: not for a blinded recipient. */
  readonly tellsArms: boolean;
}

/** Every table and column that a data set may have, in the order in which they stand in an archive. */
export function listedTables(): readonly ListedTable[] {
  const people = PEOPLE_TABLES.map(({ definition, onePerPerson, course }) => ({ definition, onePerPerson, course }));
  const study = STUDY_TABLES.map(({ definition }) => ({ definition, onePerPerson: false, course: false }));
  return [...people, ...study].map(({ definition, onePerPerson, course }) => {
    const known = columnsOfTable(definition.name);
    const columns = definition.columns.flatMap((column): ListedColumn[] => {
      const found = known?.get(column.name);
      if (found === undefined) return [];
      const roles = ROLES_OF[found.kind].filter((role) => role !== 'quasi' || onePerPerson);
      return [{ ...column, roles, proposed: found.proposed }];
    });
    return { ...definition, columns, onePerPerson, course, tellsArms: definition.name === 'arms' };
  });
}
